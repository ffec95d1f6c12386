import { pluralize } from '../../../../dialect/rails/inflections.ts';
import { referenceColumnNames, referenceIndexName } from '../../../../dialect/rails/names.ts';
import { railsType } from '../../../../dialect/rails/type.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import { InputError } from '../../../../model/errors.ts';
import type { Column, ForeignKey, Index } from '../../../../model/schema.ts';
import {
  type Call,
  flagOption,
  givenOption,
  mergeOptions,
  NO_OPTIONS,
  nameOf,
  textOption,
  withOption,
} from '../../evaluate/call.ts';
import { option, string, TRUE, truth, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { defineColumn } from '../columns/column-definition.ts';
import { defineIndex } from '../indexes/index-definition.ts';
import { defineForeignKey } from './foreign-key-definition.ts';

/** What `t.references :name` and `add_reference` make. */
export interface Reference {
  /** The type column of a polymorphic reference comes first. */
  readonly columns: readonly Column[];
  readonly index: Index | null;
  /** The call that carries the options of the index. */
  readonly indexCall: Call;
  readonly foreignKey: ForeignKey | null;
}

/** Active Record's `ReferenceDefinition`, with what `Migration::Compatibility` changes of it. */
export function defineReference(
  table: string,
  name: string,
  call: Call,
  session: Session,
): Reference {
  const polymorphic = givenOption(call, 'polymorphic');
  const isPolymorphic = polymorphic !== undefined && truth(polymorphic) === true;
  const indexCall: Call = { ...call, options: optionsOf(indexOption(call, session)) };
  const names = referenceColumnNames(name, isPolymorphic);
  const target = { columns: names, expression: null };
  const indexName = referenceIndexName(bare(table), name, {
    polymorphic: isPolymorphic,
    rails: session.rails,
  });
  return {
    columns: columnsOf(name, call, polymorphic, session),
    index: truth(indexOption(call, session))
      ? defineIndex(table, target, indexCall, session, indexName)
      : null,
    indexCall,
    foreignKey: foreignKeyOf(table, name, call, session),
  };
}

function bare(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1);
}

/** References have an index unless told otherwise since Rails 5.0. */
function indexOption(call: Call, session: Session): Value {
  const given = givenOption(call, 'index');
  if (given !== undefined && !(given.kind === 'nil' && !railsAtLeast(session.rails, 5, 0)))
    return given;
  return railsAtLeast(session.rails, 5, 0) ? TRUE : { kind: 'nil' };
}

function optionsOf(value: Value) {
  return value.kind === 'hash' ? value : NO_OPTIONS;
}

function columnsOf(
  name: string,
  call: Call,
  polymorphic: Value | undefined,
  session: Session,
): readonly Column[] {
  const cleared = withOption(call, {
    index: undefined,
    foreign_key: undefined,
    polymorphic: undefined,
    type: undefined,
  });
  const type = textOption(call, 'type') ?? referenceType(session);
  const idColumn = defineColumn(`${name}_id`, type, cleared, session);
  if (polymorphic === undefined || truth(polymorphic) !== true) return [idColumn];
  // The type column takes over null, first and after, and what `polymorphic:` itself holds.
  const shared = Object.fromEntries(
    ['null', 'first', 'after'].map((key) => [key, option(call.options, key)]),
  );
  const options = mergeOptions(optionsOf(polymorphic), shared);
  return [defineColumn(`${name}_type`, 'string', { ...call, options }, session), idColumn];
}

/** The type of a reference is that of a primary key of the same Rails version: bigint since 5.1, integer on SQLite. */
function referenceType(session: Session): string {
  const { types } = session.dialect;
  const key = types.primaryKeyColumn('id', railsType('primary_key'), session.rails);
  return types.toRails(key.type, session.rails).name;
}

function foreignKeyOf(
  table: string,
  name: string,
  call: Call,
  session: Session,
): ForeignKey | null {
  const given = givenOption(call, 'foreign_key');
  if (given === undefined || truth(given) !== true) return null;
  if (flagOption(call, 'polymorphic')) {
    throw new InputError(`${name} is polymorphic, so that no foreign key can be added to it`, {
      location: call.source.locate(call.node),
      remedy: 'Rails refuses it too. Leave `foreign_key:` out.',
    });
  }
  const options = optionsOf(given);
  const toTable = option(options, 'to_table');
  const parent = toTable ? nameOf(toTable, call.name) : parentOf(name, session);
  const keyCall = { ...call, options: mergeOptions(options, { column: string(`${name}_id`) }) };
  return defineForeignKey(table, parent, keyCall, session);
}

/**
 * The parent of a reference is the plural of its name, or the name itself where a project sets
 * `pluralize_table_names = false`: the table that is there tells.
 */
function parentOf(name: string, session: Session): string {
  const plural = pluralize(name, session.inflections);
  return !session.findTable(plural) && session.findTable(name) ? name : plural;
}

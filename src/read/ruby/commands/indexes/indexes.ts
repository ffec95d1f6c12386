import { maxIndexNameLength } from '../../../../dialect/rails/names.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import { InputError } from '../../../../model/errors.ts';
import type { Index, Table } from '../../../../model/schema.ts';
import {
  argument,
  type Call,
  flagOption,
  givenOption,
  nameArgument,
  textOption,
} from '../../evaluate/call.ts';
import { inspect, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { assertIndexName, assertIndexOptions } from '../refusals.ts';
import { indexedNames } from './implied-renames.ts';
import { defineIndex, type IndexTarget, indexNameFor, indexTarget } from './index-definition.ts';
import { ownerOf, renameIndex } from './rename-index.ts';

export const INDEXES: CommandTable = {
  add_index: (call, session) => {
    const table = nameArgument(call, 0);
    assertIndexOptions(call, session);
    const index = defineIndex(table, indexTarget(argument(call, 1), call), call, session);
    if (skipsIndex(table, index, session)) return;
    const ifNotExists = flagOption(call, 'if_not_exists');
    session.emit(
      { kind: 'addIndex', table, index, ifNotExists, concurrently: concurrently(call) },
      call,
    );
  },
  remove_index: (call, session) => {
    const table = nameArgument(call, 0);
    const ifExists = flagOption(call, 'if_exists');
    const index = indexToRemove(table, call, session);
    if (index === null || skipsRemoval(table, index, session)) return;
    const owner = ifExists ? table : ownerOf(index, table, session);
    session.emit(
      { kind: 'dropIndex', table: owner, index, ifExists, concurrently: concurrently(call) },
      call,
    );
  },
  rename_index: (call, session) => {
    const [table, from, to] = [nameArgument(call, 0), nameArgument(call, 1), nameArgument(call, 2)];
    assertIndexName(to, table, call, session);
    renameIndex({ table, from, to }, call, session);
  },
  enable_index: (call, session) => {
    const [table, index] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit({ kind: 'setIndexEnabled', table, index, enabled: true }, call);
  },
  disable_index: (call, session) => {
    const [table, index] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit({ kind: 'setIndexEnabled', table, index, enabled: false }, call);
  },
};

/** Up to Rails 3.0 a name that is too long, or taken, made `add_index` a line of the log. */
function skipsIndex(table: string, { name }: Index, session: Session): boolean {
  if (railsAtLeast(session.installed, 3, 1)) return false;
  return (
    name.length > maxIndexNameLength(session.dialect.engine, session.installed) ||
    hasIndex(table, name, session)
  );
}

/** Up to Rails 3.0 `remove_index` of what is not there did nothing but log it. */
function skipsRemoval(table: string, name: string, session: Session): boolean {
  return !railsAtLeast(session.installed, 3, 1) && !hasIndex(table, name, session);
}

function hasIndex(table: string, name: string, session: Session): boolean {
  return session.findTable(table)?.indexes.some((index) => index.name === name) ?? false;
}

function concurrently(call: Call): boolean {
  return textOption(call, 'algorithm') === 'concurrently';
}

/**
 * The name that `remove_index` means, by name, by columns or by both; null when there is none and
 * there need not be (`index_name_for_remove`, 5.0 to 8.1).
 */
function indexToRemove(tableName: string, call: Call, session: Session): string | null {
  const name = textOption(call, 'name');
  const columns = call.args[1] ?? givenOption(call, 'column');
  if (name !== null && (!columns || !railsAtLeast(session.rails, 5, 0))) return name;
  if (!railsAtLeast(session.installed, 3, 1) && columns) {
    return indexNameFor(tableName, indexTarget(columns, call), session);
  }
  const indexes = indexesOf(tableName, call, session);
  if (!columns) {
    throw session.missing(
      `remove_index on ${tableName} names neither columns nor an index`,
      '',
      [],
      call,
    );
  }
  const target = indexTarget(columns, call);
  // Since Rails 7.0 the name alone tells where an expression is given beside it.
  const byName =
    name !== null && target.expression !== null && railsAtLeast(session.installed, 7, 0);
  const fitting = byName ? indexes : indexesFor(tableName, indexes, target, session);
  const found = fitting.filter((index) => name === null || index.name === name);
  const [index, another] = found;
  if (index && another) throw ambiguous(tableName, found, call);
  if (index) return index.name;
  if (flagOption(call, 'if_exists')) return null;
  const wanted = name ?? indexNameFor(tableName, target, session);
  throw session.missing(
    `${tableName} has no index on ${describe(columns)}${name === null ? '' : ` named "${name}"`}`,
    wanted,
    indexes.map((other) => other.name),
    call,
  );
}

function indexesOf(table: string, call: Call, session: Session): readonly Index[] {
  const view = session.schema.views.find(({ name }) => name === table);
  return view && !session.findTable(table) ? view.indexes : session.table(table, call).indexes;
}

/** Active Record does not choose between indexes on the same columns. */
function ambiguous(table: string, found: readonly Index[], call: Call): InputError {
  const names = found.map(({ name }) => `"${name}"`).join(', ');
  return new InputError(`remove_index on ${table} could mean any of ${names}`, {
    location: call.source.locate(call.node),
    remedy: 'Rails refuses to choose. Pass `name:`.',
  });
}

function describe(columns: Value): string {
  return columns.kind === 'array'
    ? columns.items.map((item) => inspect(item).replace(/^[:"]|"$/g, '')).join(', ')
    : inspect(columns).replace(/^[:"]|"$/g, '');
}

/**
 * The indexes that a call to `remove_index` without a name fits. Rails compares the default names
 * of the columns that are wanted and those that are there, and asks for an expression's by name.
 */
function indexesFor(
  table: string,
  indexes: readonly Index[],
  target: IndexTarget,
  session: Session,
): readonly Index[] {
  const wanted = indexNameFor(table, target, session);
  return indexes.filter((index) => {
    // `Migration::Compatibility::V4_2` looks for the default name alone.
    if (!railsAtLeast(session.rails, 5, 0)) return index.name === wanted;
    const names = adapterNames(index, session);
    if (target.expression !== null && index.name === wanted) return true;
    const own: IndexTarget =
      typeof names === 'string'
        ? { columns: [], expression: names }
        : { columns: names, expression: null };
    return indexNameFor(table, own, session) === wanted;
  });
}

/**
 * The columns that the adapter gives an index. Up to Rails 7.0 those of INCLUDE are among them
 * (`PostgreSQL::SchemaStatements#indexes` reads `indkey`, and 7.1 takes them out again).
 */
function adapterNames(index: Index, session: Session): string | readonly string[] {
  const names = indexedNames(index);
  if (typeof names === 'string' || railsAtLeast(session.installed, 7, 1)) return names;
  return [...names, ...index.include];
}

function findIndex(
  table: string,
  indexes: readonly Index[],
  target: IndexTarget,
  session: Session,
): Index | undefined {
  const wanted = indexNameFor(table, target, session);
  const matching = indexesFor(table, indexes, target, session);
  return matching.find((index) => index.name === wanted) ?? matching[0];
}

/** The index that `index_exists?` and the like ask for; undefined when there is none. */
export function existingIndex(
  table: Table,
  columns: Value | undefined,
  call: Call,
  session: Session,
): Index | undefined {
  const name = textOption(call, 'name');
  const byName =
    name === null ? table.indexes : table.indexes.filter((index) => index.name === name);
  const unique = givenOption(call, 'unique');
  const candidates = unique
    ? byName.filter((index) => index.unique === flagOption(call, 'unique'))
    : byName;
  if (!columns || columns.kind === 'nil') return candidates[0];
  return findIndex(table.name, candidates, indexTarget(columns, call), session);
}

import { defaultIndexName } from '../../../../dialect/rails/names.ts';
import type { Index, IndexPart } from '../../../../model/schema.ts';
import {
  type Call,
  flagOption,
  givenOption,
  known,
  NotUnderstood,
  nameOf,
  namesOf,
  textOption,
} from '../../evaluate/call.ts';
import { inspect, option, toText, truth, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { commentOption } from '../comment-option.ts';
import { assertIndexName } from '../refusals.ts';

/** The columns, or the expression, that `add_index` is given. */
export type IndexTarget =
  | { readonly columns: readonly string[]; readonly expression: null }
  | { readonly columns: readonly []; readonly expression: string };

/** A string with something else than word characters is an expression, as Rails tells them apart. */
export function indexTarget(value: Value, call: Call): IndexTarget {
  const given = known(value, call.name);
  const [only] = given.kind === 'array' && given.items.length === 1 ? given.items : [given];
  if (only?.kind === 'string' && /\W/.test(only.text))
    return { columns: [], expression: only.text };
  return { columns: namesOf(given, call.name), expression: null };
}

/** The name that Rails gives an index on that target. */
export function indexNameFor(table: string, target: IndexTarget, session: Session): string {
  const bare = table.slice(table.lastIndexOf('.') + 1);
  return defaultIndexName(bare, target.expression ?? target.columns, session.rails);
}

/**
 * An index as `add_index` and `t.index` define it.
 *
 * @param name - what it is called when the options give no name.
 */
export function defineIndex(
  table: string,
  target: IndexTarget,
  call: Call,
  session: Session,
  name?: string,
): Index {
  const kind = textOption(call, 'type')?.toLowerCase();
  const enabled = givenOption(call, 'enabled');
  const include = givenOption(call, 'include');
  const named = textOption(call, 'name') ?? name ?? indexNameFor(table, target, session);
  assertIndexName(named, table, call, session);
  return {
    name: named,
    parts: indexParts(target, call, session),
    unique: flagOption(call, 'unique'),
    using: usingOf(call, session),
    kind: kind === 'fulltext' || kind === 'spatial' ? kind : null,
    // MySQL has no partial indexes, and Active Record leaves the option out there.
    where: session.dialect.engine === 'mysql' ? null : textOption(call, 'where') || null,
    include: include && include.kind !== 'nil' ? namesOf(include, call.name) : [],
    nullsNotDistinct: flagOption(call, 'nulls_not_distinct'),
    comment: commentOption(call, session),
    enabled: enabled === undefined || truth(enabled) === true,
  };
}

/** InnoDB makes a B-tree where a hash is asked for, and says so; MariaDB shows what was asked for. */
function usingOf(call: Call, session: Session): string | null {
  const using = textOption(call, 'using')?.toLowerCase() ?? null;
  const { dialect, dumped, dumpsSql } = session;
  return using === 'hash' && dialect.engine === 'mysql' && !dumped && !dumpsSql ? null : using;
}

function indexParts(target: IndexTarget, call: Call, session: Session): readonly IndexPart[] {
  const plain = {
    nulls: null,
    opclass: null,
    length: null,
    collation: null,
    order: 'asc',
  } as const;
  if (target.expression !== null) {
    return [{ ...plain, column: null, expression: target.expression }];
  }
  return target.columns.map((column) => ({
    ...plain,
    column,
    expression: null,
    ...(isSorted(session) ? sorting(perColumn(call, 'order', column)) : NO_SORTING),
    opclass: operatorClass(column, call, session),
    length: session.dialect.supportsPrefixLength
      ? lengthOf(perColumn(call, 'length', column))
      : null,
  }));
}

/** `order:`, `opclass:` and `length:` are given for all columns at once or by column. */
function perColumn(call: Call, name: string, column: string): Value | undefined {
  const given = givenOption(call, name);
  return given?.kind === 'hash' ? option(given, column) : given;
}

/**
 * `opclass:`, which Rails 5.2 brought. Before, people gave the class as the order, which goes into
 * the same place of the SQL, in upper case; an unquoted name is in lower case again.
 */
function operatorClass(column: string, call: Call, session: Session): string | null {
  const given = textOf(perColumn(call, 'opclass', column));
  if (given !== null || session.dialect.engine !== 'postgresql') return given;
  const order = (textOf(perColumn(call, 'order', column)) ?? '').toLowerCase();
  return /^(?!(?:asc|desc|nulls)\b)\w+/.exec(order)?.[0] ?? null;
}

const NO_SORTING = { order: 'asc', nulls: null } as const;

/** On MariaDB Active Record leaves the order of an index out (`supports_index_sort_order?`). */
function isSorted({ dialect, dumped, evidence }: Session): boolean {
  return dumped || dialect.engine !== 'mysql' || dialect.serverOf(evidence) !== 'mariadb';
}

function sorting(value: Value | undefined): Pick<IndexPart, 'order' | 'nulls'> {
  const text = (textOf(value) ?? '').toLowerCase();
  const order = /\bdesc\b/.test(text) ? 'desc' : 'asc';
  const nulls = /nulls\s+(first|last)/.exec(text)?.[1];
  // ASC NULLS LAST and DESC NULLS FIRST are the defaults, which a dump does not write.
  const byDefault = order === 'asc' ? 'last' : 'first';
  return {
    order,
    nulls: nulls !== byDefault && (nulls === 'first' || nulls === 'last') ? nulls : null,
  };
}

function textOf(value: Value | undefined): string | null {
  return value === undefined || value.kind === 'nil'
    ? null
    : nameOf(value, 'an option of an index');
}

function lengthOf(value: Value | undefined): number | null {
  if (value === undefined || value.kind === 'nil') return null;
  const number = Number(toText(value));
  if (Number.isInteger(number)) return number;
  throw new NotUnderstood(`the length ${inspect(value)} of an index is not a number`);
}

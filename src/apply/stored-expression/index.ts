import type { Engine } from '../../model/engine.ts';
import type { CheckConstraint, Index, Schema, Table } from '../../model/schema.ts';
import { parsePredicate } from './parse.ts';
import { print } from './print.ts';
import { withCasts } from './types.ts';

/** Engines that keep the parsed expression and print it anew; the others keep the text. */
const PARSES: { readonly [E in Engine]: boolean } = {
  postgresql: true,
  mysql: false,
  sqlite: false,
};

/**
 * The index with its predicate and expressions as the engine gives it back: PostgreSQL prints
 * `deleted_at is null` as `(deleted_at IS NULL)`, and `kind = 'a'` with the types of both sides.
 *
 * Predicates of comparisons, lists, NULL tests and AND, OR, NOT over columns are known; any other
 * stays as it is written. PostgreSQL has no prefix lengths; Rails' adapter leaves them out.
 */
export function storedIndex(schema: Schema, table: Table, index: Index): Index {
  if (!PARSES[schema.engine]) return index;
  const parts = index.parts.map((part) => ({
    ...part,
    length: null,
    expression: part.expression === null ? null : storedCall(schema, table, part.expression),
  }));
  const where = index.where === null ? null : stored(schema, table, index.where, false);
  return { ...index, parts, where };
}

/** The check as the engine gives it back; Rails asks PostgreSQL for the form with few parentheses. */
export function storedCheck(schema: Schema, table: Table, check: CheckConstraint): CheckConstraint {
  return { ...check, expression: stored(schema, table, check.expression, true) };
}

/** A call such as `lower(name)` is printed without parentheses around it; others are not known. */
function storedCall(schema: Schema, table: Table, sql: string): string {
  const isCall = parsePredicate(sql, table.columns)?.kind === 'call';
  return isCall ? stored(schema, table, sql, false) : sql;
}

function stored(schema: Schema, table: Table, sql: string, pretty: boolean): string {
  if (!PARSES[schema.engine]) return sql;
  const read = parsePredicate(sql, table.columns);
  const typed = read && withCasts(read, new Set(schema.enums.map(({ name }) => name)));
  return typed ? print(typed, pretty) : sql;
}

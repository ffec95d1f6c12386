import { tableOptions } from '../dialect/postgresql/table-options.ts';
import { findTable, type Schema } from '../model/schema.ts';
import { sqlName } from './sql-name.ts';

/** `RANGE (created_at)` of a partitioned table of PostgreSQL; null for every other table. */
export function partitionKeyOf(schema: Schema, name: string): string | null {
  if (schema.engine !== 'postgresql') return null;
  return tableOptions(findTable(schema, name)?.options ?? null).partitionBy;
}

/** Names of the partitions of a table, in order. */
export function partitionsOf(schema: Schema, parent: string): readonly string[] {
  return schema.tables
    .filter(({ partition }) => partition?.parent === parent)
    .map(({ name }) => name);
}

/** The partition that takes the rows of no other; null when there is none. */
export function defaultPartitionOf(schema: Schema, parent: string): string | null {
  const found = schema.tables.find(
    ({ partition }) => partition?.parent === parent && partition.bound === 'DEFAULT',
  );
  return found?.name ?? null;
}

/** What a partition is cut by: one column, in a way that has bounds of one value. */
interface SimpleKey {
  readonly by: 'RANGE' | 'LIST';
  readonly column: string;
}

/** The key of a table that is cut by one column; null for expressions, several columns and HASH. */
export function simpleKeyOf(schema: Schema, parent: string): SimpleKey | null {
  const match = /^(RANGE|LIST)\s*\(\s*"?(\w+)"?\s*\)$/i.exec(partitionKeyOf(schema, parent) ?? '');
  const [, by = '', column = ''] = match ?? [];
  if (!match) return null;
  return { by: by.toUpperCase() === 'LIST' ? 'LIST' : 'RANGE', column };
}

/**
 * A condition that says what the bound of a partition says, so that ATTACH need not read the rows:
 * `at IS NOT NULL AND at >= '2026-01-01' AND at < '2027-01-01'`. Null where it cannot be written.
 */
export function boundAsCheck(key: SimpleKey, bound: string): string | null {
  const column = sqlName(key.column, 'postgresql');
  const range = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/i.exec(bound);
  const list = /^FOR VALUES IN \((.*)\)$/i.exec(bound);
  if (key.by === 'LIST' && list?.[1] !== undefined && !/\bNULL\b/i.test(list[1])) {
    return `${column} IS NOT NULL AND ${column} IN (${list[1]})`;
  }
  if (key.by !== 'RANGE' || range?.[1] === undefined || range[2] === undefined) return null;
  const [from, to] = [range[1], range[2]];
  return [
    `${column} IS NOT NULL`,
    ...(/^MINVALUE$/i.test(from) ? [] : [`${column} >= ${from}`]),
    ...(/^MAXVALUE$/i.test(to) ? [] : [`${column} < ${to}`]),
  ].join(' AND ');
}

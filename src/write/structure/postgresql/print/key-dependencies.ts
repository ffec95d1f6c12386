import type { SqlToken } from '../../../../dialect/sql-tokens.ts';
import type { Schema, Table, View } from '../../../../model/schema.ts';
import { objectNameOf } from '../names.ts';
import { primaryKeyName } from './constraints.ts';
import { outlineOf, type QueryOutline } from './view-query.ts';

const AGGREGATE =
  /^(?:count|sum|avg|min|max|array_agg|string_agg|jsonb?_agg|jsonb?_object_agg|bool_and|bool_or|every|bit_and|bit_or|stddev\w*|var\w*|mode|percentile_\w+)$/i;

/**
 * Keys of the primary keys that a view's query needs: grouped by the key of a table, it may select
 * the table's other columns as they are (check_functional_grouping in catalog/pg_constraint.c).
 */
export function neededKeys({ definition }: View, schema: Schema): readonly string[] {
  if (!/\bgroup\s+by\b/i.test(definition)) return [];
  const outline = outlineOf(definition, schema);
  return [...outline.tables].flatMap(([alias, table]) => {
    const key = table.primaryKey;
    const isGrouped = key?.columns.every((column) => outline.grouped.has(`${alias}.${column}`));
    if (!key || !isGrouped || !selectsUngrouped(outline, alias)) return [];
    return [constraintKey(table, primaryKeyName(key, table))];
  });
}

function constraintKey(table: Table, name: string): string {
  const { namespace, name: bare } = objectNameOf(table.name);
  return `constraint:${namespace}.${bare}.${name}`;
}

function selectsUngrouped({ items, grouped }: QueryOutline, alias: string): boolean {
  return items.some((item) => {
    if (item.some(({ text }) => AGGREGATE.test(text))) return false;
    return item.some((token, at) => isUngrouped(item, at, token, alias, grouped));
  });
}

function isUngrouped(
  item: readonly SqlToken[],
  at: number,
  token: SqlToken,
  alias: string,
  grouped: ReadonlySet<string>,
): boolean {
  if (token.name !== alias || item[at + 1]?.text !== '.') return false;
  const column = item[at + 2]?.name ?? '';
  return column !== '' && !grouped.has(`${alias}.${column}`);
}

import { pluralize } from '../dialect/rails/inflections.ts';
import { type Column, findColumn, findTable, type Schema } from '../model/schema.ts';

/** The key of the table that a column names in the way of Rails: `user_id` names `users.id`; null for none. */
export function referredKey(
  schema: Schema,
  name: string,
): { readonly table: string; readonly key: Column } | null {
  const stem = /^(\w+)_id$/.exec(name)?.[1];
  const table = stem === undefined ? null : findTable(schema, pluralize(stem));
  const [column = '', ...others] = table?.primaryKey?.columns ?? [];
  const key = table && others.length === 0 ? findColumn(table, column) : null;
  return table && key ? { table: table.name, key } : null;
}

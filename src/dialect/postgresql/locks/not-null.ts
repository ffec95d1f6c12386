import { findColumn, findTable, type Schema } from '../../../model/schema.ts';
import { type Server, serverAtLeast } from '../../../model/server.ts';

/** PostgreSQL 12+ skips the scan when a validated CHECK says `column IS NOT NULL`. */
export function setNotNullScans(
  schema: Schema,
  tableName: string,
  columnName: string,
  server: Server,
): boolean {
  const table = findTable(schema, tableName);
  if (!table) return true;
  if (findColumn(table, columnName)?.nullable === false) return false;
  if (!serverAtLeast(server, 12)) return true;
  return !table.checkConstraints.some(
    ({ validated, enforced, expression }) =>
      validated && enforced !== false && saysNotNull(expression, columnName),
  );
}

/** True when an expression is exactly that the column is not null. */
function saysNotNull(expression: string, column: string): boolean {
  const match = /^\s*"?([^"\s]+)"?\s+is\s+not\s+null\s*$/i.exec(expression.replace(/[()]/g, ' '));
  return match?.[1] === column;
}

import { createTableSql } from '../../../dialect/sqlite/ddl.ts';
import type { Table } from '../../../model/schema.ts';

/**
 * The statements of tables that SQLite has shown. What ALTER TABLE does hangs on how a table was
 * stated, which the model does not keep: a check of a column goes with it, one of the table keeps it.
 * A table that apply has changed is another value, and has none.
 */
const TEXTS = new WeakMap<Table, string>();

export function keepTableText(table: Table, sql: string): void {
  TEXTS.set(table, sql);
}

/** The table's own statement where it is known, else that of Active Record. */
export function tableText(table: Table): string {
  return TEXTS.get(table) ?? createTableSql(table);
}

import { mentionsColumn } from '../../../../apply/sql-identifiers.ts';
import type { Table } from '../../../../model/schema.ts';
import type { Call } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import { refusal } from '../refusals.ts';

/**
 * Rails' SQLite adapter renames a column by a copy of the table, into which it takes checks and
 * expressions of indexes over as they stand, with the old name (`copy_table`, 5.2 to 8.1).
 *
 * @throws {InputError} where SQLite then finds no such column, or a foreign key no parent.
 */
export function assertRenamable(table: Table, column: string, call: Call, session: Session): void {
  if (session.dialect.engine !== 'sqlite') return;
  const names = (sql: string | null): boolean =>
    sql !== null && mentionsColumn(sql, column, table.name, 'sqlite');
  const check = table.checkConstraints.find(({ expression }) => names(expression));
  const index = table.indexes.find(
    ({ parts, where }) => names(where) || parts.some(({ expression }) => names(expression)),
  );
  const key = session.schema.tables
    .flatMap(({ foreignKeys }) => foreignKeys)
    .find(({ toTable, toColumns }) => toTable === table.name && toColumns.includes(column));
  const [found] = [check, index, key].filter((part) => part !== undefined);
  if (!found) return;
  throw refusal(
    `${table.name}.${column} cannot be renamed on SQLite while "${found.name}" names it`,
    'Rails takes it over with the old name. Drop it before, and add it anew afterwards.',
    call,
  );
}

/** The copy asks for the primary key by its old name, so that the table is left without one. */
export function losePrimaryKey(table: Table, column: string, call: Call, session: Session): void {
  const [key, ...others] = table.primaryKey?.columns ?? [];
  if (session.dialect.engine !== 'sqlite' || key !== column || others.length > 0) return;
  session.emit({ kind: 'dropPrimaryKey', table: table.name }, call, call.name);
}

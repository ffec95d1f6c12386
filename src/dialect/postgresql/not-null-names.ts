import type { Column, Schema, Table } from '../../model/schema.ts';
import { bareName } from '../sql-names.ts';
import { objectName } from './default-names.ts';

/**
 * The table after a rename of it or of a column. Since PostgreSQL 18 NOT NULL is a constraint, whose
 * name stays: pg_dump shows it where it is no longer the server's (`CONSTRAINT users_id_not_null NOT
 * NULL` of a table `people`).
 *
 * @param after - with its columns in the order of `before`.
 */
export function withNotNullNamesKept(schema: Schema, before: Table, after: Table): Table {
  if (!namesNotNull(schema)) return after;
  const columns = after.columns.map((column, place) => {
    const former = before.columns[place];
    return former && !column.nullable ? named(column, nameIn(before, former), after) : column;
  });
  return { ...after, columns };
}

function namesNotNull({ server }: Schema): boolean {
  return server?.name === 'postgresql' && Number.parseInt(server.version ?? '', 10) >= 18;
}

function nameIn(table: Table, column: Column): string {
  return column.notNullName ?? objectName(bareName(table.name), column.name, 'not_null');
}

function named({ notNullName: _former, ...column }: Column, name: string, table: Table): Column {
  return nameIn(table, column) === name ? column : { ...column, notNullName: name };
}

import { splitSqlite } from '../../../dialect/sqlite/statements.ts';
import type { View } from '../../../model/schema.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { TokenReader } from './token-reader.ts';
import { textOf } from './values.ts';

/** The views in the order in which they were made. */
export function readViews(database: SqliteDatabase): readonly View[] {
  const rows = database.rows(
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY rowid",
  );
  return rows.map((row) => {
    const definition = viewQuery(textOf(row, 'sql'));
    return {
      name: textOf(row, 'name'),
      materialized: false,
      definition,
      indexes: [],
      comment: null,
    };
  });
}

/**
 * The query of a CREATE VIEW. A view that lists its columns is kept as a query over them, as the
 * model has no list.
 */
export function viewQuery(sql: string): string {
  const [statement] = splitSqlite(sql);
  const reader = new TokenReader(statement?.tokens ?? [], sql);
  reader.take('CREATE');
  reader.takeOne('TEMP', 'TEMPORARY');
  reader.take('VIEW');
  reader.take('IF', 'NOT', 'EXISTS');
  reader.qualifiedName();
  const columns = reader.groupText();
  reader.take('AS');
  const query = reader.restText();
  return columns === null ? query : `WITH listed(${columns}) AS (${query}) SELECT * FROM listed`;
}

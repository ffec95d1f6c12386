import type { Trigger } from '../../../model/schema.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { textOf } from './values.ts';

/** The triggers in the order in which they were made, of a table under the name that it was given. */
export function readTriggers(database: SqliteDatabase): readonly Trigger[] {
  const rows = database.rows(
    `SELECT t.name, coalesce(o.name, t.tbl_name) AS owner, t.sql FROM main.sqlite_schema t
       LEFT JOIN main.sqlite_schema o
              ON o.type IN ('table', 'view') AND o.name = t.tbl_name COLLATE NOCASE
      WHERE t.type = 'trigger' ORDER BY t.rowid`,
  );
  return rows.map((row) => ({
    name: textOf(row, 'name'),
    table: textOf(row, 'owner'),
    definition: textOf(row, 'sql'),
  }));
}

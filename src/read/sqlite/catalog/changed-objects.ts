import type { ShownObjects } from '../../../model/operation-base.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { readTable } from './tables.ts';
import { readTriggers } from './triggers.ts';
import { textOf } from './values.ts';
import { readViews } from './views.ts';

interface CatalogStatement {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

/** What SQLite keeps of each object. */
export function readStatements(database: SqliteDatabase): readonly CatalogStatement[] {
  const rows = database.rows(
    'SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid',
  );
  return rows.map((row) => ({
    type: textOf(row, 'type'),
    name: textOf(row, 'name'),
    table: textOf(row, 'tbl_name'),
    sql: textOf(row, 'sql'),
  }));
}

/** The objects whose statements are not those from before; a table also for its indexes. */
export function changedObjects(
  database: SqliteDatabase,
  before: readonly CatalogStatement[],
): ShownObjects {
  const known = new Set(before.map(keyOf));
  const changed = readStatements(database).filter((statement) => !known.has(keyOf(statement)));
  const of = (...types: readonly string[]) => changed.filter(({ type }) => types.includes(type));
  const own = of('table', 'index').map(({ table }) => table);
  const tables = new Set([
    ...own,
    ...childrenOf(database, new Set(own.map((name) => name.toLowerCase()))),
  ]);
  const triggers = new Set(of('trigger').map(({ name }) => name));
  const views = new Set(of('view').map(({ name }) => name));
  return {
    tables: [...tables].flatMap((name) => readTable(database, name) ?? []),
    views: readViews(database).filter(({ name }) => views.has(name)),
    triggers: readTriggers(database).filter(({ name }) => triggers.has(name)),
  };
}

/** A foreign key that names no columns means the key of its parent, whatever that is called. */
function childrenOf(database: SqliteDatabase, parents: ReadonlySet<string>): readonly string[] {
  const rows = database.rows(
    `SELECT DISTINCT m.name, f."table" AS parent
       FROM main.sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  );
  return rows
    .filter((row) => parents.has(textOf(row, 'parent').toLowerCase()))
    .map((row) => textOf(row, 'name'));
}

function keyOf({ type, name, table, sql }: CatalogStatement): string {
  return [type, name, table, sql].join('\0');
}

import type { ForeignKey, ReferentialAction } from '../../../model/schema.ts';
import type { SqliteDatabase, SqliteRow } from '../../../sqlite/database.ts';
import type { TableText } from './table-text.ts';
import { numberOf, textOf } from './values.ts';

const ACTIONS: { readonly [word: string]: ReferentialAction } = {
  RESTRICT: 'restrict',
  CASCADE: 'cascade',
  'SET NULL': 'setNull',
  'SET DEFAULT': 'setDefault',
};

/** A foreign key, whose name is null where the statement gives none. */
type Unnamed = Omit<ForeignKey, 'name'> & { readonly name: string | null };

/**
 * The foreign keys of a table in the order of its statement. The pragma counts them from the last
 * one, and does not tell their names.
 */
export function readForeignKeys(
  database: SqliteDatabase,
  table: string,
  text: TableText,
): readonly Unnamed[] {
  const rows = database.rows(
    `SELECT id, seq, "table", "from", "to", on_update, on_delete
       FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq`,
    table,
  );
  const keys = [...groupById(rows).values()];
  return keys.map((parts, position) => {
    const stated = text.foreignKeys[position];
    return keyOf(database, parts, stated?.name ?? null, stated?.deferrable ?? null);
  });
}

function groupById(rows: readonly SqliteRow[]): ReadonlyMap<number, readonly SqliteRow[]> {
  const groups = new Map<number, SqliteRow[]>();
  for (const row of rows) {
    const id = numberOf(row, 'id');
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

function keyOf(
  database: SqliteDatabase,
  parts: readonly SqliteRow[],
  name: string | null,
  deferrable: ForeignKey['deferrable'],
): Unnamed {
  const [first = {}] = parts;
  const toTable = textOf(first, 'table');
  const named = parts.flatMap((part) => textOf(part, 'to') || []);
  return {
    name,
    columns: parts.map((part) => textOf(part, 'from')),
    toTable,
    toColumns: named.length > 0 ? named : keyColumns(database, toTable, parts.length),
    onDelete: ACTIONS[textOf(first, 'on_delete')] ?? 'noAction',
    onUpdate: ACTIONS[textOf(first, 'on_update')] ?? 'noAction',
    deferrable,
    validated: true,
  };
}

/** A key that names no columns means the parent's primary key, which Rails takes for `id` when it is not there. */
function keyColumns(database: SqliteDatabase, table: string, length: number): readonly string[] {
  const rows = database.rows(
    'SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk',
    table,
  );
  const names = rows.map((row) => textOf(row, 'name'));
  return names.length === length ? names : ['id'];
}

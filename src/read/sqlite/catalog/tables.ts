import { defaultCheckConstraintName, defaultForeignKeyName } from '../../../dialect/rails/names.ts';
import { canonicalType } from '../../../dialect/sqlite/types.ts';
import type {
  CheckConstraint,
  Column,
  PrimaryKey,
  Table,
  UniqueConstraint,
} from '../../../model/schema.ts';
import type { SqliteDatabase, SqliteRow } from '../../../sqlite/database.ts';
import { defaultOfCatalog } from './defaults.ts';
import { readForeignKeys } from './foreign-keys.ts';
import { readIndexes } from './indexes.ts';
import { readTableText, type TableText } from './table-text.ts';
import { keepTableText } from './table-texts.ts';
import { numberOf, textOf } from './values.ts';

/**
 * The table as SQLite's catalog holds it; null when there is none of that name, in any case of
 * letters. What no pragma tells is read from the statement that SQLite keeps.
 */
export function readTable(database: SqliteDatabase, name: string): Table | null {
  const [row] = database.rows(
    `SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE`,
    name,
  );
  const sql = row ? textOf(row, 'sql') : '';
  // A virtual table is no table of the model.
  if (!row || /^create\s+virtual\b/i.test(sql)) return null;
  const table = tableOf(database, row, readTableText(sql));
  keepTableText(table, sql);
  return table;
}

function tableOf(database: SqliteDatabase, row: SqliteRow, text: TableText): Table {
  const name = textOf(row, 'name');
  const columns = database.rows(
    `SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)`,
    name,
  );
  const key = primaryKeyOf(columns, text);
  const { options } = text;
  return {
    name,
    columns: columns.map((column) => columnOf(column, key, text)),
    primaryKey: key,
    indexes: readIndexes(database, name),
    foreignKeys: readForeignKeys(database, name, text).map((foreignKey) => ({
      ...foreignKey,
      name: foreignKey.name ?? defaultForeignKeyName(name, foreignKey.columns),
    })),
    checkConstraints: checksOf(name, text),
    uniqueConstraints: uniquesOf(database, name, text),
    exclusionConstraints: [],
    comment: null,
    options: options.length > 0 ? options.join(', ') : null,
    charset: null,
    collation: null,
  };
}

function primaryKeyOf(columns: readonly SqliteRow[], text: TableText): PrimaryKey | null {
  const parts = columns
    .filter((column) => numberOf(column, 'pk') > 0)
    .sort((left, right) => numberOf(left, 'pk') - numberOf(right, 'pk'));
  if (parts.length === 0) return null;
  return { name: text.primaryKeyName, columns: parts.map((column) => textOf(column, 'name')) };
}

/** `hidden` is 2 for a virtual and 3 for a stored generated column. */
function columnOf(row: SqliteRow, key: PrimaryKey | null, text: TableText): Column {
  const name = textOf(row, 'name');
  const type = canonicalType(textOf(row, 'type'));
  const { collation = null, expression = null } = text.columns.get(name) ?? {};
  const isKey = key?.columns.length === 1 && key.columns[0] === name;
  const generated =
    expression === null ? null : { expression, stored: numberOf(row, 'hidden') === 3 };
  return {
    name,
    type,
    // The key of a table that has its rows numbered by it takes a number where it is given NULL.
    nullable: numberOf(row, 'notnull') === 0 && !(isKey && type === 'integer'),
    default: generated ? null : defaultOfCatalog(row['dflt_value'] ?? null, type),
    autoIncrement: isKey && text.isAutoIncrement ? 'autoIncrement' : null,
    generated,
    collation,
    comment: null,
    extraOptions: [],
  };
}

/** SQLite leaves a check that has no name without one; Rails' name for it stands in. */
function checksOf(table: string, text: TableText): readonly CheckConstraint[] {
  return text.checks.map(({ name, expression }) => ({
    name: name ?? defaultCheckConstraintName(table, expression),
    expression,
    validated: true,
  }));
}

/** A unique constraint without a name has that of the index behind it. */
function uniquesOf(
  database: SqliteDatabase,
  table: string,
  text: TableText,
): readonly UniqueConstraint[] {
  const indexes = database.rows(
    `SELECT l.name, group_concat(i.name, char(0)) AS columns
       FROM (SELECT seq, name FROM pragma_index_list(?) WHERE origin = 'u') l,
            pragma_index_info(l.name) i
      GROUP BY l.seq, l.name ORDER BY l.seq DESC`,
    table,
  );
  return indexes.map((index) => {
    const columns = textOf(index, 'columns').split('\0');
    const stated = text.uniques.find((unique) => sameNames(unique.columns, columns));
    const name = stated?.name ?? textOf(index, 'name');
    return { name, columns, deferrable: null, nullsNotDistinct: false };
  });
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  const fold = (names: readonly string[]) => names.join('\0').toLowerCase();
  return fold(left) === fold(right);
}

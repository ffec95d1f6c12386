import { createHash } from 'node:crypto';
import type { Dialect } from '../../dialect/dialect.ts';
import type { Engine } from '../../model/engine.ts';
import type { Column, Table } from '../../model/schema.ts';

/** How data is kept before it is lost, and put back afterwards. */
export interface Save {
  readonly saveFirst: readonly string[];
  readonly putBack: readonly string[];
}

/** Keeps all rows of a table: as a copy beside it, with the command of a dump as another way. */
export function saveTable(table: Table, dialect: Dialect): Save {
  const original = dialect.quoteTable(table.name);
  const saved = dialect.quoteTable(savedName(table.name, null, dialect));
  const columns = table.columns
    .filter(({ generated }) => generated === null)
    .map(({ name }) => dialect.quoteIdentifier(name))
    .join(', ');
  const always = table.columns.some(({ autoIncrement }) => autoIncrement === 'identityAlways');
  // An identity column GENERATED ALWAYS refuses given values unless it is overruled.
  const overriding = always ? ' OVERRIDING SYSTEM VALUE' : '';
  return {
    saveFirst: [`CREATE TABLE ${saved} AS SELECT * FROM ${original};`, dumpComment(table, dialect)],
    putBack: [
      `INSERT INTO ${original} (${columns})${overriding} SELECT ${columns} FROM ${saved};`,
      ...sequencePositions(table, dialect),
    ],
  };
}

/** Keeps the values of one column with the key of their rows. */
export function saveColumn(table: Table, column: Column, dialect: Dialect): Save {
  const keys = table.primaryKey?.columns ?? [];
  if (keys.length === 0 || keys.includes(column.name)) {
    return { saveFirst: saveTable(table, dialect).saveFirst, putBack: [] };
  }
  const original = dialect.quoteTable(table.name);
  const saved = dialect.quoteTable(savedName(table.name, column.name, dialect));
  const name = dialect.quoteIdentifier(column.name);
  const matches = keys
    .map((key) => dialect.quoteIdentifier(key))
    .map((key) => `${saved}.${key} = ${original}.${key}`)
    .join(' AND ');
  const list = [...keys.map((key) => dialect.quoteIdentifier(key)), name].join(', ');
  const values = `(SELECT ${saved}.${name} FROM ${saved} WHERE ${matches})`;
  return {
    saveFirst: [`CREATE TABLE ${saved} AS SELECT ${list} FROM ${original};`],
    putBack: column.generated
      ? []
      : [
          `UPDATE ${original} SET ${name} = ${values} WHERE EXISTS (SELECT 1 FROM ${saved} WHERE ${matches});`,
        ],
  };
}

/** Keeps the keys of the rows in which a column is NULL, before something is written there. */
export function saveNulls(table: Table, column: string, dialect: Dialect): Save {
  const keys = (table.primaryKey?.columns ?? []).map((key) => dialect.quoteIdentifier(key));
  const original = dialect.quoteTable(table.name);
  const saved = dialect.quoteTable(savedName(table.name, column, dialect));
  const name = dialect.quoteIdentifier(column);
  const list = keys.length > 0 ? keys.join(', ') : '*';
  const matches = keys.map((key) => `${saved}.${key} = ${original}.${key}`).join(' AND ');
  return {
    saveFirst: [`CREATE TABLE ${saved} AS SELECT ${list} FROM ${original} WHERE ${name} IS NULL;`],
    putBack:
      keys.length === 0
        ? []
        : [
            `UPDATE ${original} SET ${name} = NULL WHERE EXISTS (SELECT 1 FROM ${saved} WHERE ${matches});`,
          ],
  };
}

/** `_saved_users_legacy_ref`, in the table's schema; cut with a checksum where the engine would cut it. */
export function savedName(table: string, column: string | null, dialect: Dialect): string {
  const dot = table.lastIndexOf('.');
  const namespace = table.slice(0, dot + 1);
  const name = `_saved_${table.slice(dot + 1)}${column === null ? '' : `_${column}`}`;
  if (Buffer.byteLength(name) <= dialect.maxIdentifierLength) return `${namespace}${name}`;
  const checksum = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const kept = Buffer.from(name)
    .subarray(0, dialect.maxIdentifierLength - 9)
    .toString();
  return `${namespace}${kept.replace(/\uFFFD+$/, '')}_${checksum}`;
}

const DUMPS: { readonly [E in Engine]: (table: string) => string } = {
  postgresql: (table) => `pg_dump --data-only --table='${table}' DATABASE > ${table}.sql`,
  mysql: (table) => `mysqldump --no-create-info DATABASE ${table} > ${table}.sql`,
  sqlite: (table) => `sqlite3 DATABASE ".dump ${table}" > ${table}.sql`,
};

function dumpComment(table: Table, dialect: Dialect): string {
  return `-- or, outside of the database: ${DUMPS[dialect.engine](table.name)}`;
}

/** MySQL's and SQLite's counters follow values that are given; PostgreSQL's sequences do not. */
const SEQUENCES_STAND_STILL: { readonly [E in Engine]: boolean } = {
  postgresql: true,
  mysql: false,
  sqlite: false,
};

function sequencePositions(table: Table, dialect: Dialect): readonly string[] {
  if (!SEQUENCES_STAND_STILL[dialect.engine]) return [];
  return table.columns
    .filter(({ autoIncrement }) => autoIncrement !== null)
    .map(({ name }) => {
      const column = dialect.quoteIdentifier(name);
      const original = dialect.quoteTable(table.name);
      const sequence = `pg_get_serial_sequence(${dialect.quoteString(original)}, ${dialect.quoteString(name)})`;
      return `SELECT setval(${sequence}, COALESCE((SELECT MAX(${column}) FROM ${original}), 0) + 1, false);`;
    });
}

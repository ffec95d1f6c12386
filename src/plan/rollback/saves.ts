import { createHash } from 'node:crypto';
import type { Dialect } from '../../dialect/dialect.ts';
import type { Engine } from '../../model/engine.ts';
import type { Column, Table } from '../../model/schema.ts';
import type { InverseContext } from './inverse.ts';
import type { Origin } from './origins.ts';

/**
 * How data is kept before it is lost, and put back afterwards.
 *
 * The copies are made before the release begins, so that they read tables and columns by the names
 * of then; they are put back when the step has been undone, by the names that it found. What the
 * release itself creates holds nothing then: there is nothing to keep.
 */
export interface Save {
  readonly saveFirst: readonly string[];
  readonly putBack: readonly string[];
}

const NOTHING: Save = { saveFirst: [], putBack: [] };

type SaveContext = Pick<InverseContext, 'dialect' | 'originOf'>;

/** Keeps all rows of a table: as a copy beside it, with the command of a dump as another way. */
export function saveTable(table: Table, { dialect, originOf }: SaveContext): Save {
  const origin = originOf(table.name);
  if (origin === null) return NOTHING;
  const saved = dialect.quoteTable(savedName(origin.table, null, dialect));
  const columns = table.columns.flatMap(({ name, generated }) => {
    const from = generated === null ? origin.columnOf(name) : null;
    return from === null ? [] : [{ name, from }];
  });
  const list = (names: readonly string[]) => names.map(dialect.quoteIdentifier).join(', ');
  const into = list(columns.map(({ name }) => name));
  const always = table.columns.some(({ autoIncrement }) => autoIncrement === 'identityAlways');
  // An identity column GENERATED ALWAYS refuses given values unless it is overruled.
  const overriding = always ? ' OVERRIDING SYSTEM VALUE' : '';
  const select = `SELECT ${list(columns.map(({ from }) => from))} FROM ${saved}`;
  return {
    saveFirst: [
      `CREATE TABLE ${saved} AS SELECT * FROM ${dialect.quoteTable(origin.table)};`,
      dumpComment(origin.table, dialect),
    ],
    putBack: [
      `INSERT INTO ${dialect.quoteTable(table.name)} (${into})${overriding} ${select};`,
      ...sequencePositions(table, dialect),
    ],
  };
}

/** Keeps the values of one column with the key of their rows. */
export function saveColumn(table: Table, column: Column, context: SaveContext): Save {
  const { dialect, originOf } = context;
  const origin = originOf(table.name);
  const from = origin?.columnOf(column.name) ?? null;
  if (origin === null || from === null) return NOTHING;
  const keys = keysOf(table, origin);
  if (keys.length === 0 || keys.some(({ name }) => name === column.name)) {
    return { saveFirst: saveTable(table, context).saveFirst, putBack: [] };
  }
  const original = dialect.quoteTable(table.name);
  const saved = dialect.quoteTable(savedName(origin.table, from, dialect));
  const name = dialect.quoteIdentifier(column.name);
  const matches = matching(keys, saved, original, dialect);
  const list = [...keys.map((key) => key.from), from].map(dialect.quoteIdentifier).join(', ');
  const kept = `${saved}.${dialect.quoteIdentifier(from)}`;
  const values = `(SELECT ${kept} FROM ${saved} WHERE ${matches})`;
  return {
    saveFirst: [
      `CREATE TABLE ${saved} AS SELECT ${list} FROM ${dialect.quoteTable(origin.table)};`,
    ],
    putBack: column.generated
      ? []
      : [
          `UPDATE ${original} SET ${name} = ${values} WHERE EXISTS (SELECT 1 FROM ${saved} WHERE ${matches});`,
        ],
  };
}

/** Keeps the keys of the rows in which a column is NULL, before something is written there. */
export function saveNulls(table: Table, column: string, { dialect, originOf }: SaveContext): Save {
  const origin = originOf(table.name);
  const from = origin?.columnOf(column) ?? null;
  if (origin === null || from === null) return NOTHING;
  const keys = keysOf(table, origin);
  const original = dialect.quoteTable(table.name);
  const saved = dialect.quoteTable(savedName(origin.table, `${from}_nulls`, dialect));
  const list = keys.map((key) => dialect.quoteIdentifier(key.from)).join(', ') || '*';
  const matches = matching(keys, saved, original, dialect);
  const where = `${dialect.quoteIdentifier(from)} IS NULL`;
  return {
    saveFirst: [
      `CREATE TABLE ${saved} AS SELECT ${list} FROM ${dialect.quoteTable(origin.table)} WHERE ${where};`,
    ],
    putBack:
      keys.length === 0
        ? []
        : [
            `UPDATE ${original} SET ${dialect.quoteIdentifier(column)} = NULL WHERE EXISTS (SELECT 1 FROM ${saved} WHERE ${matches});`,
          ],
  };
}

interface KeyColumn {
  readonly name: string;
  readonly from: string;
}

/** The columns by which rows are found again; empty when the table has no key that was there from the start. */
function keysOf(table: Table, origin: Origin): readonly KeyColumn[] {
  const names = table.primaryKey?.columns ?? [];
  const keys = names.flatMap((name) => {
    const from = origin.columnOf(name);
    return from === null ? [] : [{ name, from }];
  });
  return keys.length === names.length ? keys : [];
}

function matching(
  keys: readonly KeyColumn[],
  saved: string,
  original: string,
  dialect: Dialect,
): string {
  return keys
    .map(
      ({ name, from }) =>
        `${saved}.${dialect.quoteIdentifier(from)} = ${original}.${dialect.quoteIdentifier(name)}`,
    )
    .join(' AND ');
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

function dumpComment(table: string, dialect: Dialect): string {
  return `-- or, outside of the database: ${DUMPS[dialect.engine](table)}`;
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

import type { Schema, Table } from '../../model/schema.ts';
import type { DatabaseServer } from '../dialect.ts';

/**
 * MySQL or MariaDB, as the schema file says or by what only one of them prints or has; null when nothing tells, or when
 * dumps of both stand in one file.
 */
export function serverOf(schema: Schema): DatabaseServer | null {
  if (schema.server && schema.server.name !== 'postgresql') return schema.server.name;
  const isMysql = schema.tables.some(showsMysql);
  const isMariadb = schema.tables.some(showsMariadb);
  if (isMysql === isMariadb) return null;
  return isMysql ? 'mysql' : 'mariadb';
}

/** Collations of Unicode 9, JSON as a type of its own, indexes over expressions, `_utf8mb4'…'`. */
function showsMysql(table: Table): boolean {
  return (
    collationsOf(table).some((collation) => collation.includes('_0900_')) ||
    table.columns.some(({ type }) => type === 'json') ||
    table.indexes.some(({ parts }) => parts.some(({ expression }) => expression !== null)) ||
    expressionsOf(table).some((sql) => /\b_utf8mb[34]'/.test(sql))
  );
}

/** Collations of Unicode 14, the current time as a call, printed strings without a character set. */
function showsMariadb(table: Table): boolean {
  return (
    collationsOf(table).some((collation) => collation.includes('_uca1400_')) ||
    table.columns.some(
      ({ default: value }) =>
        value?.kind === 'expression' && /^current_timestamp\(\d?\)/.test(value.sql),
    ) ||
    expressionsOf(table).some((sql) => /`\w+`/.test(sql) && /[(, ]'/.test(sql) && !/, /.test(sql))
  );
}

function collationsOf({ collation, options, columns }: Table): readonly string[] {
  const own = collation ?? /\bCOLLATE=(\w+)/i.exec(options ?? '')?.[1];
  return [own, ...columns.map((column) => column.collation)].filter((name) => name != null);
}

/** What the server has printed: a migration's own text is not among it once it was dumped. */
function expressionsOf({ columns, checkConstraints }: Table): readonly string[] {
  return [
    ...columns.flatMap(({ generated }) => generated?.expression ?? []),
    ...checkConstraints.map(({ expression }) => expression),
  ];
}

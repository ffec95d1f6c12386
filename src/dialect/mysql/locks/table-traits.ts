import type { LockClaim } from '../../../model/lock.ts';
import { own } from '../../../model/own.ts';
import type { Column, Table } from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import { claimsOn } from './claim.ts';

/**
 * The table is built anew in place. A FULLTEXT index, and on MariaDB one over a virtual column, holds
 * writes back meanwhile.
 */
export function rebuilt(name: string, table: Table | null, server: Server): LockClaim {
  const holdsWrites =
    table !== null &&
    (hasFulltext(table) || (server.name === 'mariadb' && hasIndexedVirtual(table)));
  return claimsOn(server).rebuild(name, holdsWrites ? 'shared' : 'none');
}

/** INSTANT refuses compressed tables and those with a FULLTEXT index, MariaDB indexes over virtual columns too. */
export function refusesInstant(table: Table | null, server: Server): boolean {
  if (!table) return false;
  const compressed = /ROW_FORMAT\s*=?\s*COMPRESSED/i.test(table.options ?? '');
  const onVirtual = server.name === 'mariadb' && hasIndexedVirtual(table);
  return compressed || hasFulltext(table) || onVirtual;
}

export function hasFulltext({ indexes }: Table): boolean {
  return indexes.some(({ kind }) => kind === 'fulltext');
}

export function hasVirtual({ columns }: Table): boolean {
  return columns.some(({ generated }) => generated && !generated.stored);
}

function hasIndexedVirtual(table: Table): boolean {
  return table.columns.some(
    ({ name, generated }) => generated && !generated.stored && isIndexed(table, name),
  );
}

/** Whether a secondary index or unique constraint is over the column. */
export function isIndexed({ indexes, uniqueConstraints }: Table, column: string): boolean {
  return (
    indexes.some(({ parts }) => parts.some((part) => part.column === column)) ||
    uniqueConstraints.some(({ columns }) => columns.includes(column))
  );
}

/** Whether a unique index over columns that are NOT NULL can order the rows when the primary key goes. */
export function hasOtherKey(table: Table): boolean {
  const isKey = (names: readonly (string | null)[]) =>
    names.every((name) => table.columns.some((one) => one.name === name && !one.nullable));
  return (
    table.indexes.some(
      ({ unique, parts }) =>
        unique &&
        parts.every(({ length }) => length === null) &&
        isKey(parts.map((part) => part.column)),
    ) || table.uniqueConstraints.some(({ columns }) => isKey(columns))
  );
}

const BYTES_PER_CHARACTER: { readonly [charset: string]: number } = {
  latin1: 1,
  ascii: 1,
  binary: 1,
  utf8: 3,
  utf8mb3: 3,
  ucs2: 2,
};

/** Longest character of a column in bytes: 4 (utf8mb4, the default of MySQL 8) unless the schema says otherwise. */
export function bytesPerCharacter(table: Table, column: Column): number {
  if (/^(?:var)?binary\b/.test(column.type)) return 1;
  return own(BYTES_PER_CHARACTER, charsetOf(table, column)) ?? 4;
}

/** Character set of a column, as its collation or its table has it; empty when neither says. */
export function charsetOf({ charset, collation, options }: Table, column: Column): string {
  const stated =
    column.collation ??
    charset ??
    collation ??
    /\b(?:CHARSET|CHARACTER SET)\s*=?\s*(\w+)/i.exec(options ?? '')?.[1] ??
    '';
  const name = stated.split('_')[0] ?? '';
  return name === 'utf8' ? 'utf8mb3' : name;
}

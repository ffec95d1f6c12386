import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { typeChange } from '../type-changes.ts';
import { claim, copy, inplace, instant, rebuild } from './claim.ts';

export const columnLocks: Pick<
  LockTable,
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment'
> = {
  addColumn: ({ table, column }, before) => [addColumn(table, column, before)],
  dropColumn: ({ table, column }, before) => [dropColumn(table, column, before)],
  renameColumn: ({ table, from }, before) => [
    isForeignKeyParent(before, table, from) ? inplace(table) : instant(table),
  ],
  setColumn,
  setColumnDefault: ({ table }) => [instant(table)],
  setColumnNull({ table, column, nullable }, before) {
    const current = findTable(before, table);
    const same = current && findColumn(current, column)?.nullable === nullable;
    return [same ? instant(table) : rebuild(table)];
  },
  setColumnComment: ({ table }) => [instant(table)],
};

function addColumn(table: string, column: Column, before: Schema): LockClaim {
  if (column.generated) return column.generated.stored ? copy(table) : instant(table);
  // Concurrent DML is not permitted when adding an auto-increment column.
  if (column.autoIncrement !== null) return claim(table, 'inplace', 'shared', 'rewrite');
  if (column.default?.kind === 'expression' && !isCurrentTime(column.default.sql)) {
    return copy(table);
  }
  return refusesInstant(findTable(before, table)) ? rebuild(table) : instant(table);
}

/** CURRENT_TIMESTAMP is computed once for the statement; other expressions for each row, by COPY. */
function isCurrentTime(expression: string): boolean {
  return /^\(?\s*(current_timestamp|now|localtime|localtimestamp)\b/i.test(expression);
}

function dropColumn(name: string, column: string, before: Schema): LockClaim {
  const table = findTable(before, name);
  const current = table && findColumn(table, column);
  if (current?.generated && !current.generated.stored) return instant(name);
  const indexed = table?.indexes.some(({ parts }) => parts.some((part) => part.column === column));
  // The indexes of the column go in the same statement, and dropping an index is not INSTANT.
  return indexed || current?.generated || refusesInstant(table) ? rebuild(name) : instant(name);
}

/** INSTANT refuses compressed tables and those with a FULLTEXT index. */
function refusesInstant(table: Table | null): boolean {
  if (!table) return false;
  const compressed = /ROW_FORMAT\s*=?\s*COMPRESSED/i.test(table.options ?? '');
  return compressed || table.indexes.some(({ kind }) => kind === 'fulltext');
}

function setColumn(
  { table: name, column, position }: OperationOf<'setColumn'>,
  before: Schema,
): readonly LockClaim[] {
  const table = findTable(before, name);
  const current = table && findColumn(table, column.name);
  if (!table || !current) return [copy(name)];
  const change = typeChange(current, column, bytesPerCharacter(table, current));
  if (change.work === 'rewrite' || changesGeneration(current, column)) return [copy(name)];
  if (current.collation !== column.collation && column.collation !== null) return [copy(name)];
  if (position !== null || current.nullable !== column.nullable) return [rebuild(name)];
  const grows = current.type !== column.type && current.type.startsWith('varchar');
  return [grows ? inplace(name) : instant(name)];
}

function changesGeneration(before: Column, after: Column): boolean {
  const [from, to] = [before.generated, after.generated];
  return from?.expression !== to?.expression || from?.stored !== to?.stored;
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
  const charset = column.collation?.split('_')[0] ?? table.charset ?? '';
  return own(BYTES_PER_CHARACTER, charset) ?? 4;
}

function isForeignKeyParent(schema: Schema, table: string, column: string): boolean {
  return schema.tables.some(({ foreignKeys }) =>
    foreignKeys.some((key) => key.toTable === table && key.toColumns.includes(column)),
  );
}

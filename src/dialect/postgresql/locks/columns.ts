import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { typeChange } from '../type-changes.ts';
import { claim } from './claim.ts';
import { isVolatile } from './volatility.ts';

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
  addColumn: ({ table, column }, before) => [
    claim(table, 'accessExclusive', addColumnWork(column, before)),
  ],
  dropColumn,
  renameColumn: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  setColumn,
  setColumnDefault: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
  setColumnNull({ table, column, nullable, backfill }, before) {
    const scans = !nullable && (backfill !== null || setNotNullScans(before, table, column));
    return [claim(table, 'accessExclusive', scans ? 'scan' : 'catalog')];
  },
  setColumnComment: ({ table }) => [claim(table, 'shareUpdateExclusive', 'catalog')],
};

/**
 * What ADD COLUMN does to the rows that are there. A constant or STABLE default is kept in the
 * catalog from PostgreSQL 11 on; a domain with a constraint rewrites even with a constant default.
 */
function addColumnWork(column: Column, schema: Schema): LockClaim['work'] {
  if (column.generated) return column.generated.stored ? 'rewrite' : 'catalog';
  if (column.autoIncrement !== null) return 'rewrite';
  if (column.default?.kind === 'expression' && isVolatile(column.default.sql)) return 'rewrite';
  const domain = schema.domains.find(({ name }) => name === column.type);
  const constrained = domain && (domain.checkConstraints.length > 0 || !domain.nullable);
  return constrained ? 'rewrite' : 'catalog';
}

/** Dropping a column drops its foreign key, which takes ACCESS EXCLUSIVE on the parent as well. */
function dropColumn(
  { table, column, cascade }: OperationOf<'dropColumn'>,
  before: Schema,
): readonly LockClaim[] {
  const partners = foreignKeyPartners(before, table, column);
  const locked = cascade ? [...partners.parents, ...partners.children] : partners.parents;
  return [table, ...locked].map((name) => claim(name, 'accessExclusive', 'catalog'));
}

function setColumn(operation: OperationOf<'setColumn'>, before: Schema): readonly LockClaim[] {
  const { table: name, column } = operation;
  const table = findTable(before, name);
  const current = table && findColumn(table, column.name);
  if (!table || !current) return [claim(name, 'accessExclusive', 'rewrite')];
  // SET STATISTICS alone leaves readers and writers at work.
  if (isSameButStatistics(current, column)) return [claim(name, 'shareUpdateExclusive', 'catalog')];
  const own = claim(name, 'accessExclusive', setColumnWork(operation, current, table, before));
  if (current.type === column.type) return [own];
  // The foreign keys of a column whose type changes are made anew, on both tables.
  const { parents, children } = foreignKeyPartners(before, name, column.name);
  return [
    own,
    ...[...parents, ...children].map((partner) =>
      claim(partner, 'accessExclusive', own.work === 'rewrite' ? 'scan' : 'catalog'),
    ),
  ];
}

function isSameButStatistics(current: Column, column: Column): boolean {
  if (current.statistics === column.statistics) return false;
  const { statistics: _before, ...one } = current;
  const { statistics: _after, ...other } = column;
  return JSON.stringify(one) === JSON.stringify(other);
}

function setColumnWork(
  { column, using }: OperationOf<'setColumn'>,
  current: Column,
  table: Table,
  before: Schema,
): LockClaim['work'] {
  const usingConverts = using !== null && !isPlainCast(using, column);
  if (usingConverts || typeChange(current, column).work === 'rewrite') return 'rewrite';
  if (current.generated?.expression !== column.generated?.expression) return 'rewrite';
  if (current.collation !== column.collation && isIndexed(table, column.name)) return 'indexBuild';
  // A compatible change of type leaves the rows alone, but every CHECK on the column is run again.
  const rechecked = current.type !== column.type && hasCheckOn(table, column.name);
  const setsNotNull = current.nullable && !column.nullable;
  if (rechecked || (setsNotNull && setNotNullScans(before, table.name, column.name))) return 'scan';
  return 'catalog';
}

/** `"name"::type` or the bare name: what ALTER TYPE does without USING as well. */
function isPlainCast(using: string, column: Column): boolean {
  const subject = using.split('::')[0] ?? '';
  return subject.replace(/["()\s]/g, '') === column.name;
}

/** PostgreSQL 12+ skips the scan when a validated CHECK says `column IS NOT NULL`. */
function setNotNullScans(schema: Schema, tableName: string, columnName: string): boolean {
  const table = findTable(schema, tableName);
  if (!table) return true;
  if (findColumn(table, columnName)?.nullable === false) return false;
  return !table.checkConstraints.some(
    ({ validated, expression }) => validated && saysNotNull(expression, columnName),
  );
}

/** True when an expression is exactly that the column is not null. */
function saysNotNull(expression: string, column: string): boolean {
  const match = /^\s*"?([^"\s]+)"?\s+is\s+not\s+null\s*$/i.exec(expression.replace(/[()]/g, ' '));
  return match?.[1] === column;
}

function isIndexed(table: Table, column: string): boolean {
  return (
    table.primaryKey?.columns.includes(column) === true ||
    table.uniqueConstraints.some(({ columns }) => columns.includes(column)) ||
    table.indexes.some(({ parts }) => parts.some((part) => part.column === column))
  );
}

function hasCheckOn(table: Table, column: string): boolean {
  return table.checkConstraints.some(({ expression }) =>
    expression
      .replace(/'(?:[^']|'')*'/g, '')
      .split(/[^\w$]+/)
      .includes(column),
  );
}

/** Tables at the other end of the foreign keys that a column is part of. */
function foreignKeyPartners(
  schema: Schema,
  table: string,
  column: string,
): { readonly parents: readonly string[]; readonly children: readonly string[] } {
  const own = findTable(schema, table)?.foreignKeys ?? [];
  const parents = own.filter(({ columns }) => columns.includes(column)).map((key) => key.toTable);
  const children = schema.tables
    .filter((each) =>
      each.foreignKeys.some((key) => key.toTable === table && key.toColumns.includes(column)),
    )
    .map((each) => each.name);
  return { parents, children };
}

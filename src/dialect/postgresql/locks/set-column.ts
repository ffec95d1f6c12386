import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import { identifiersIn } from '../../sql-names.ts';
import { comparesAnew, typeChange } from '../type-changes.ts';
import { claim } from './claim.ts';
import { isConstrainedDomain } from './domains.ts';
import { foreignKeyPartners, throughout, unlessOnly } from './family.ts';
import { setNotNullScans } from './not-null.ts';

/** ALTER COLUMN in all its forms, and what Rails' `change_column` makes of them in one statement. */
export function setColumn(
  operation: OperationOf<'setColumn'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  const { table: name, column } = operation;
  const table = findTable(before, name);
  const current = table && findColumn(table, column.name);
  if (!table || !current) return [claim(name, 'accessExclusive', 'rewrite')];
  // SET STATISTICS alone leaves readers and writers at work.
  if (isSameButStatistics(current, column)) {
    return unlessOnly(before, operation, claim(name, 'shareUpdateExclusive', 'catalog'));
  }
  const work = setColumnWork(operation, current, table, before, server);
  const own = unlessOnly(before, operation, claim(name, 'accessExclusive', work));
  return current.type === column.type
    ? own
    : [...own, ...partnerLocks(before, name, column.name, work)];
}

/**
 * The foreign keys of a column whose type changes are made anew, on both tables; those that are
 * validated are checked again when the values change.
 */
function partnerLocks(
  schema: Schema,
  table: string,
  column: string,
  work: LockClaim['work'],
): readonly LockClaim[] {
  const partners = foreignKeyPartners(schema, table, column);
  const checked = new Set(
    partners.filter(({ validated }) => validated && work === 'rewrite').map(({ name }) => name),
  );
  return [...new Set(partners.map(({ name }) => name))].flatMap((name) =>
    throughout(schema, claim(name, 'accessExclusive', checked.has(name) ? 'scan' : 'catalog')),
  );
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
  server: Server,
): LockClaim['work'] {
  if (rewrites(current, column, using, before, server)) return 'rewrite';
  if (isIndexed(table, column.name) && needsNewIndex(current, column)) return 'indexBuild';
  if (current.type !== column.type && hasComputedIndexOn(table, column.name)) return 'indexBuild';
  // A compatible change of type leaves the rows alone, but every CHECK that holds for them is run again.
  const rechecked = current.type !== column.type && hasCheckOn(table, column.name);
  const setsNotNull = current.nullable && !column.nullable;
  const scans = setsNotNull && setNotNullScans(before, table.name, column.name, server);
  return rechecked || scans ? 'scan' : 'catalog';
}

function rewrites(
  current: Column,
  column: Column,
  using: string | null,
  schema: Schema,
  server: Server,
): boolean {
  if (using !== null && !isPlainCast(using, column)) return true;
  if (current.generated?.expression !== column.generated?.expression) {
    // DROP EXPRESSION keeps what was computed; SET EXPRESSION of a stored column computes it anew.
    return column.generated?.stored === true;
  }
  if (current.type === column.type) return false;
  if (isConstrainedDomain(schema, column.type)) return true;
  const from = { ...current, type: baseType(schema, current.type) };
  const to = { ...column, type: baseType(schema, column.type) };
  return typeChange(from, to, server).work === 'rewrite';
}

/** What a domain is made of; a type that is none is itself. */
function baseType(schema: Schema, type: string): string {
  return schema.domains.find(({ name }) => name === type)?.type ?? type;
}

function needsNewIndex(current: Column, column: Column): boolean {
  return current.collation !== column.collation || comparesAnew(current.type, column.type);
}

/** `"name"::type` or the bare name: what ALTER TYPE does without USING as well. */
function isPlainCast(using: string, column: Column): boolean {
  const subject = using.split('::')[0] ?? '';
  return subject.replace(/["()\s]/g, '') === column.name;
}

function isIndexed(table: Table, column: string): boolean {
  return (
    table.primaryKey?.columns.includes(column) === true ||
    table.uniqueConstraints.some(({ columns }) => columns.includes(column)) ||
    table.indexes.some(({ parts }) => parts.some((part) => part.column === column))
  );
}

/**
 * PostgreSQL takes no index with an expression or a WHERE to be the same after a change of type, not
 * even from varchar(20) to text (measured on 18; `CheckIndexCompatible` in indexcmds.c).
 */
function hasComputedIndexOn(table: Table, column: string): boolean {
  return table.indexes.some(({ parts, where }) => {
    const texts = [where, ...parts.map(({ expression }) => expression)].filter(
      (one) => one !== null,
    );
    const named = texts.some((text) => identifiersIn(text, 'postgresql').has(column));
    return named || (texts.length > 0 && parts.some((part) => part.column === column));
  });
}

function hasCheckOn(table: Table, column: string): boolean {
  return table.checkConstraints.some(
    ({ validated, enforced, expression }) =>
      validated && enforced !== false && identifiersIn(expression, 'postgresql').has(column),
  );
}

import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import type { Column, Schema } from '../../../model/schema.ts';
import { type Server, serverAtLeast } from '../../../model/server.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, exclusive, MEASURED_18, RELEASE_11, RELEASE_12 } from './claim.ts';
import { viewsOver } from './dependents.ts';
import { isConstrainedDomain } from './domains.ts';
import { foreignKeyPartners, throughout, unlessOnly } from './family.ts';
import { setNotNullScans } from './not-null.ts';
import { setColumn } from './set-column.ts';
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
  addColumn,
  dropColumn,
  renameColumn: ({ table }, before) =>
    throughout(before, claim(table, 'accessExclusive', 'catalog')),
  setColumn,
  setColumnDefault: (operation, before) =>
    unlessOnly(before, operation, claim(operation.table, 'accessExclusive', 'catalog')),
  setColumnNull,
  setColumnComment: ({ table }) => [claim(table, 'shareUpdateExclusive', 'catalog')],
};

function addColumn(
  { table, column }: OperationOf<'addColumn'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  return throughout(before, addColumnClaim(table, column, before, server));
}

/**
 * What ADD COLUMN does to the rows that are there. A constant or STABLE default is kept in the
 * catalog from PostgreSQL 11 on; a domain with a constraint rewrites even with a constant default.
 */
function addColumnClaim(table: string, column: Column, schema: Schema, server: Server): LockClaim {
  const own = (work: LockClaim['work'], basis?: string) =>
    claim(table, 'accessExclusive', work, basis);
  if (column.generated && !column.generated.stored) {
    // NOT NULL on a virtual column is checked for the rows that are there.
    return own(column.nullable ? 'catalog' : 'scan', MEASURED_18);
  }
  if (column.generated || column.autoIncrement !== null) return own('rewrite');
  if (column.default?.kind === 'expression' && isVolatile(column.default.sql)) {
    return own('rewrite');
  }
  if (isConstrainedDomain(schema, column.type)) return own('rewrite');
  if (column.default !== null && !serverAtLeast(server, 11)) return own('rewrite', RELEASE_11);
  return own('catalog');
}

/**
 * Dropping a column drops its foreign key, which takes ACCESS EXCLUSIVE on the parent as well; with
 * CASCADE go the keys that refer to it, and the views that show it.
 */
function dropColumn(
  { table, column, cascade }: OperationOf<'dropColumn'>,
  before: Schema,
): readonly LockClaim[] {
  const partners = foreignKeyPartners(before, table, column)
    .filter(({ isParent }) => isParent || cascade)
    .map(({ name }) => name);
  const views = cascade ? viewsOver(before, table, column) : [];
  return [
    ...throughout(before, claim(table, 'accessExclusive', 'catalog')),
    ...exclusive(...partners, ...views),
  ];
}

function setColumnNull(
  operation: OperationOf<'setColumnNull'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  const { table, column, nullable, backfill, validated } = operation;
  if (validated === false) {
    return unlessOnly(before, operation, claim(table, 'accessExclusive', 'catalog', MEASURED_18));
  }
  const scans = !nullable && (backfill !== null || setNotNullScans(before, table, column, server));
  const basis = serverAtLeast(server, 12) ? undefined : RELEASE_12;
  const own = claim(table, 'accessExclusive', scans ? 'scan' : 'catalog', basis);
  return unlessOnly(before, operation, own);
}

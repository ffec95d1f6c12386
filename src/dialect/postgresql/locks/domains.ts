import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import type { Domain, Schema } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim, exclusive } from './claim.ts';

/** Types: ALTER DOMAIN reads the rows of every table that uses it, CASCADE drops the columns of a type. */
export const typeLocks: Pick<LockTable, 'createDomain' | 'dropDomain' | 'dropEnum'> = {
  createDomain({ domain, replace }, before) {
    const current = before.domains.find(({ name }) => name === domain.name);
    return replace && current && restricts(current, domain)
      ? domainChecked(before, domain.name)
      : [];
  },
  dropDomain: ({ domain, cascade }, before) => droppedType(before, domain, cascade),
  dropEnum: (operation: OperationOf<'dropEnum'>, before) =>
    droppedType(before, operation.enum, operation.cascade),
};

/** True for a domain that allows less than its type. */
export function isConstrainedDomain(schema: Schema, type: string): boolean {
  const domain = schema.domains.find(({ name }) => name === type);
  return domain !== undefined && (domain.checkConstraints.length > 0 || !domain.nullable);
}

/** A check or NOT NULL that comes into force for the values that are there; NOT VALID does not. */
function restricts(from: Domain, to: Domain): boolean {
  if (from.nullable && !to.nullable) return true;
  return to.checkConstraints.some(
    ({ name, validated }) =>
      validated && !from.checkConstraints.some((check) => check.name === name && check.validated),
  );
}

/** SHARE on each table with a column of the domain, whose rows are read. */
export function domainChecked(schema: Schema, domain: string): readonly LockClaim[] {
  return tablesOfType(schema, domain).map((name) => claim(name, 'share', 'scan'));
}

function droppedType(
  schema: Schema,
  type: string,
  cascade: boolean | undefined,
): readonly LockClaim[] {
  return cascade ? exclusive(...tablesOfType(schema, type)) : [];
}

/** Tables with a column of the type, or of arrays of it. */
function tablesOfType(schema: Schema, type: string): readonly string[] {
  return schema.tables
    .filter(({ columns }) => columns.some((column) => column.type.replace(/\[\]/g, '') === type))
    .map(({ name }) => name);
}

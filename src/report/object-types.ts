import type { ObjectReference, ObjectType } from '../model/change.ts';

/** The object types in the order in which documents list them. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  'table',
  'column',
  'primaryKey',
  'index',
  'foreignKey',
  'checkConstraint',
  'uniqueConstraint',
  'exclusionConstraint',
  'enum',
  'domain',
  'sequence',
  'view',
  'materializedView',
  'function',
  'trigger',
  'policy',
  'object',
  'virtualTable',
  'extension',
  'namespace',
];

/** `orders.status` for a column, else the bare name. */
export function objectName({ type, table, name }: ObjectReference): string {
  return type === 'column' && table !== null ? `${table}.${name}` : name;
}

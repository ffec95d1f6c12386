import type { AppliedOperation } from '../../model/migration.ts';
import type { Operation, OperationOf } from '../../model/operation.ts';
import type { Link } from './link.ts';
import { OBJECT_RELATIONS } from './related-objects.ts';

/** True when an operation of the release drops the other object of a link by its name. */
export function isDropped(applied: readonly AppliedOperation[], link: Link): boolean {
  return applied.some(({ operation }) => drops(operation, link));
}

function drops(operation: Operation, { relation, name, table }: Link): boolean {
  const dropped = nameOf(operation);
  if (dropped?.relation !== relation || dropped.name !== name) return false;
  return dropped.table === null || table === null || dropped.table === table;
}

function objectDropped({ type, name, table }: OperationOf<'dropObject'>): Dropped | null {
  const relation = OBJECT_RELATIONS[type];
  return relation === undefined ? null : { relation, name, table };
}

type Dropped = Pick<Link, 'relation' | 'name' | 'table'>;

function nameOf(operation: Operation): Dropped | null {
  const table =
    'table' in operation && typeof operation.table === 'string' ? operation.table : null;
  switch (operation.kind) {
    case 'dropIndex':
      return { relation: 'index', name: operation.index, table };
    case 'dropForeignKey':
      return { relation: 'foreignKey', name: operation.foreignKey, table };
    case 'dropCheckConstraint':
      return { relation: 'checkConstraint', name: operation.checkConstraint, table };
    case 'dropUniqueConstraint':
      return { relation: 'uniqueConstraint', name: operation.uniqueConstraint, table };
    case 'dropExclusionConstraint':
      return { relation: 'exclusionConstraint', name: operation.exclusionConstraint, table };
    case 'dropColumn':
      return { relation: 'generatedColumn', name: operation.column, table };
    case 'dropView':
      return { relation: 'view', name: operation.view, table: null };
    case 'dropTrigger':
      return { relation: 'trigger', name: operation.trigger, table: null };
    case 'dropFunction':
      return { relation: 'function', name: operation.function, table: null };
    case 'dropPolicy':
      return { relation: 'policy', name: operation.policy, table };
    case 'dropEnum':
      return { relation: 'enum', name: operation.enum, table: null };
    case 'dropDomain':
      return { relation: 'domain', name: operation.domain, table: null };
    case 'dropTable':
      return { relation: 'partition', name: operation.table, table: null };
    case 'dropObject':
      return objectDropped(operation);
    case 'dropSequence':
      return { relation: 'sequence', name: operation.sequence, table: null };
    default:
      return null;
  }
}

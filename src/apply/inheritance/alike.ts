import { type Column, findColumn, type Table } from '../../model/schema.ts';
import { type Blamed, has, refuse } from '../lookup.ts';
import { isPartitioned } from './family.ts';

/**
 * @throws {InputError} when a table lacks what its new parent has, or a partition has more
 * (MergeAttributesIntoExisting and ATExecAttachPartition, PostgreSQL 15).
 */
export function refuseUnlike(child: Table, parent: Table, operation: Blamed): void {
  for (const column of parent.columns) {
    const lack = lackOf(findColumn(child, column.name), column);
    if (lack === null) continue;
    const message = `${child.name} ${lack} "${column.name}" of ${parent.name}`;
    throw refuse(operation, message, 'Make the two alike first.');
  }
  refuseMore(child, parent, operation);
  const check = parent.checkConstraints.find(
    ({ name, inherited }) => inherited !== false && !has(child.checkConstraints, name),
  );
  if (!check) return;
  throw refuse(
    operation,
    `${child.name} lacks the check constraint "${check.name}" of ${parent.name}`,
    'Add it first.',
  );
}

function lackOf(own: Column | null, column: Column): string | null {
  if (!own) return 'lacks the column';
  if (own.type !== column.type) return 'has another type for the column';
  return own.nullable && !column.nullable ? 'lacks NOT NULL on the column' : null;
}

function refuseMore(child: Table, parent: Table, operation: Blamed): void {
  if (!isPartitioned(parent)) return;
  const more = child.columns.find(({ name }) => !findColumn(parent, name));
  if (!more) return;
  throw refuse(
    operation,
    `${child.name} has a column "${more.name}" that ${parent.name} has not`,
    'A partition has the columns of its parent, and no others.',
  );
}

import { diffSchemas } from '../diff/index.ts';
import type { Change, ObjectReference } from '../model/change.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';

/**
 * For each operation, the positions of the changes that it brings about. An operation on a table
 * that the same release adds or drops belongs to that table's change; one whose effect a later
 * operation takes back, and one that changes rows only, to none.
 */
export function changesOfSteps(
  applied: readonly AppliedOperation[],
  changes: readonly Change[],
): readonly (readonly number[])[] {
  return applied.map(({ operation, before, after }, position) => {
    if (before === after) return [];
    const later = applied.slice(position + 1).map((step) => step.operation);
    const own = diffSchemas(before, after, { renames: [operation] });
    const found = own.flatMap((change) => matching(change, later, changes));
    return [...new Set(found)].sort((a, b) => a - b);
  });
}

function matching(
  change: Change,
  later: readonly Operation[],
  changes: readonly Change[],
): readonly number[] {
  const object = change.kind === 'removed' ? change.object : finalReference(change.object, later);
  const names = [object, change.object];
  return changes.flatMap((candidate, index) =>
    names.some((name) => isAbout(candidate, name)) ? [index] : [],
  );
}

/** The change is of that object, or of the table that it is a part of. */
function isAbout(change: Change, object: ObjectReference): boolean {
  const { object: own, from, kind } = change;
  const sameName = own.name === object.name || from === object.name;
  if (own.type === object.type && own.table === object.table && sameName) return true;
  const wholeTable = own.type === 'table' && (kind === 'added' || kind === 'removed');
  return wholeTable && object.table !== null && own.name === object.table;
}

/** What an object is called once the later operations have run. */
function finalReference(object: ObjectReference, later: readonly Operation[]): ObjectReference {
  return later.reduce(renamed, object);
}

function renamed(object: ObjectReference, operation: Operation): ObjectReference {
  if (operation.kind === 'renameTable') {
    if (object.type === 'table' && object.name === operation.from) {
      return { ...object, name: operation.to };
    }
    return object.table === operation.from ? { ...object, table: operation.to } : object;
  }
  if (operation.kind === 'renameColumn' || operation.kind === 'renameIndex') {
    const type = operation.kind === 'renameColumn' ? 'column' : 'index';
    const isIt =
      object.type === type && object.table === operation.table && object.name === operation.from;
    return isIt ? { ...object, name: operation.to } : object;
  }
  if (operation.kind === 'renameEnum' && object.type === 'enum' && object.name === operation.from) {
    return { ...object, name: operation.to };
  }
  return object;
}

import { diffSchemas } from '../diff/index.ts';
import type { Change, ObjectReference, ObjectType } from '../model/change.ts';
import type { AppliedOperation } from '../model/migration.ts';
import {
  hasOwnList,
  type Operation,
  type OperationKind,
  type OperationOf,
} from '../model/operation.ts';

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
  const sameType = own.type === object.type && own.objectType === object.objectType;
  if (sameType && own.table === object.table && sameName) return true;
  const wholeTable = own.type === 'table' && (kind === 'added' || kind === 'removed');
  return wholeTable && object.table !== null && own.name === object.table;
}

/** What an object is called once the later operations have run. */
function finalReference(object: ObjectReference, later: readonly Operation[]): ObjectReference {
  return later.reduce(renamed, object);
}

function renamed(object: ObjectReference, operation: Operation): ObjectReference {
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const follow = RENAMES[operation.kind] as Follow<OperationKind> | undefined;
  return follow ? follow(object, operation) : object;
}

type Follow<K extends OperationKind> = (
  object: ObjectReference,
  operation: OperationOf<K>,
) => ObjectReference;

const RENAMES: { readonly [K in OperationKind]?: Follow<K> } = {
  renameTable: (object, { from, to }) => {
    if (object.type === 'table' && object.name === from) return { ...object, name: to };
    return object.table === from ? { ...object, table: to } : object;
  },
  renameColumn: (object, { table, from, to }) =>
    isNamed(object, 'column', table, from) ? { ...object, name: to } : object,
  renameIndex: (object, { table, from, to }) =>
    isNamed(object, 'index', table, from) ? { ...object, name: to } : object,
  renameEnum: (object, { from, to }) =>
    isNamed(object, 'enum', null, from) ? { ...object, name: to } : object,
  renameObject: (object, { type, table, from, to }) => {
    if (type === 'view' && object.table === from) return { ...object, table: to };
    if (!hasOwnList(type)) {
      const isIt = object.objectType === type && isNamed(object, 'object', table, from);
      return isIt ? { ...object, name: to } : object;
    }
    const own = type === 'view' && object.type === 'materializedView' ? object.type : type;
    return isNamed(object, own, table, bare(from)) ? { ...object, name: bare(to) } : object;
  },
};

function isNamed(
  object: ObjectReference,
  type: ObjectType,
  table: string | null,
  name: string,
): boolean {
  return object.type === type && object.table === table && object.name === name;
}

/** A change names a function without its arguments. */
function bare(name: string): string {
  const open = name.indexOf('(');
  return open < 0 ? name : name.slice(0, open);
}

import type { ObjectReference, ObjectType } from '../../model/change.ts';
import {
  hasOwnList,
  type Operation,
  type OperationKind,
  type OperationOf,
} from '../../model/operation.ts';
import type { SchemaObject } from '../../model/schema.ts';

/** An object that an operation is about, by its names before and after it. */
export interface Subject {
  readonly before: ObjectReference;
  readonly after: ObjectReference;
}

/** What can be looked at to see whether the operation did what it should; empty for rows and the unknown. */
export function subjectsOf(operation: Operation): readonly Subject[] {
  // The table holds for every kind the function of that kind; the compiler can't relate the two.
  const find = SUBJECTS[operation.kind] as (operation: Operation) => readonly Subject[];
  return find(operation);
}

/** The reference as it reads after the operation, which may rename it or its table. */
export function followed(reference: ObjectReference, operation: Operation): ObjectReference {
  return moved(reference, operation, 'before', 'after');
}

/** The reference as it read before the operation. */
export function tracedBack(reference: ObjectReference, operation: Operation): ObjectReference {
  return moved(reference, operation, 'after', 'before');
}

const RENAMES: readonly OperationKind[] = [
  'renameTable',
  'renameColumn',
  'renameIndex',
  'renameConstraint',
  'renameEnum',
  'renameNamespace',
  'renameObject',
];

function moved(
  reference: ObjectReference,
  operation: Operation,
  side: keyof Subject,
  other: keyof Subject,
): ObjectReference {
  if (!RENAMES.includes(operation.kind)) return reference;
  for (const subject of subjectsOf(operation)) {
    const [from, to] = [subject[side], subject[other]];
    if (from.type === 'namespace') return movedNamespace(reference, from.name, to.name);
    if (same(reference, from)) return to;
    if (from.type === 'table' && reference.table === from.name) {
      return { ...reference, table: to.name };
    }
  }
  return reference;
}

function same(one: ObjectReference, other: ObjectReference): boolean {
  return one.type === other.type && one.table === other.table && one.name === other.name;
}

function movedNamespace(reference: ObjectReference, from: string, to: string): ObjectReference {
  if (reference.type === 'namespace') {
    return reference.name === from ? { ...reference, name: to } : reference;
  }
  const inside = (name: string) =>
    name.startsWith(`${from}.`) ? `${to}${name.slice(from.length)}` : name;
  return {
    ...reference,
    table: reference.table === null ? null : inside(reference.table),
    name: reference.table === null ? inside(reference.name) : reference.name,
  };
}

function kept(type: ObjectType, table: string | null, name: string): readonly Subject[] {
  const reference = { type, table, name };
  return [{ before: reference, after: reference }];
}

function renamed(
  type: ObjectType,
  table: string | null,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Subject[] {
  return [{ before: { type, table, name: from }, after: { type, table, name: to } }];
}

function keptObject({
  type,
  table,
  name,
}: Pick<SchemaObject, 'type' | 'table' | 'name'>): readonly Subject[] {
  const reference = { type: 'object', table, name, objectType: type } as const;
  return [{ before: reference, after: reference }];
}

function renamedObject({ type, table, from, to }: OperationOf<'renameObject'>): readonly Subject[] {
  if (hasOwnList(type)) return renamed(type, table, { from, to });
  const reference = { type: 'object', table, objectType: type } as const;
  return [{ before: { ...reference, name: from }, after: { ...reference, name: to } }];
}

const none = (): readonly Subject[] => [];

const SUBJECTS: {
  readonly [K in OperationKind]: (operation: OperationOf<K>) => readonly Subject[];
} = {
  createTable: ({ table }) => kept('table', null, table.name),
  dropTable: ({ table }) => kept('table', null, table),
  renameTable: (names) => renamed('table', null, names),
  setTableComment: none,
  setTableOptions: none,
  attachPartition: none,
  detachPartition: none,
  addColumn: ({ table, column }) => kept('column', table, column.name),
  dropColumn: ({ table, column }) => kept('column', table, column),
  renameColumn: (operation) => renamed('column', operation.table, operation),
  setColumn: ({ table, column }) => kept('column', table, column.name),
  setColumnDefault: ({ table, column }) => kept('column', table, column),
  setColumnNull: ({ table, column }) => kept('column', table, column),
  setColumnComment: none,
  addPrimaryKey: ({ table }) => kept('primaryKey', table, table),
  dropPrimaryKey: ({ table }) => kept('primaryKey', table, table),
  addIndex: ({ table, index }) => kept('index', table, index.name),
  dropIndex: ({ table, index }) => kept('index', table, index),
  renameIndex: (operation) => renamed('index', operation.table, operation),
  setIndexEnabled: ({ table, index }) => kept('index', table, index),
  addForeignKey: ({ table, foreignKey }) => kept('foreignKey', table, foreignKey.name),
  dropForeignKey: ({ table, foreignKey }) => kept('foreignKey', table, foreignKey),
  addCheckConstraint: ({ table, checkConstraint }) =>
    kept('checkConstraint', table, checkConstraint.name),
  dropCheckConstraint: ({ table, checkConstraint }) =>
    kept('checkConstraint', table, checkConstraint),
  addUniqueConstraint: ({ table, uniqueConstraint }) =>
    kept('uniqueConstraint', table, uniqueConstraint.name),
  dropUniqueConstraint: ({ table, uniqueConstraint }) =>
    kept('uniqueConstraint', table, uniqueConstraint),
  addExclusionConstraint: ({ table, exclusionConstraint }) =>
    kept('exclusionConstraint', table, exclusionConstraint.name),
  dropExclusionConstraint: ({ table, exclusionConstraint }) =>
    kept('exclusionConstraint', table, exclusionConstraint),
  // A constraint's name stands for it in its table, so that either type of constraint will do.
  validateConstraint: ({ table, constraint }) => kept('checkConstraint', table, constraint),
  renameConstraint: (operation) => renamed('checkConstraint', operation.table, operation),
  createEnum: (operation) => kept('enum', null, operation.enum.name),
  dropEnum: (operation) => kept('enum', null, operation.enum),
  renameEnum: (names) => renamed('enum', null, names),
  addEnumValue: (operation) => kept('enum', null, operation.enum),
  renameEnumValue: (operation) => kept('enum', null, operation.enum),
  createDomain: ({ domain }) => kept('domain', null, domain.name),
  dropDomain: ({ domain }) => kept('domain', null, domain),
  createSequence: ({ sequence }) => kept('sequence', null, sequence.name),
  dropSequence: ({ sequence }) => kept('sequence', null, sequence),
  setSequence: ({ sequence }) => kept('sequence', null, sequence.name),
  createExtension: ({ extension }) => kept('extension', null, extension.name),
  dropExtension: ({ extension }) => kept('extension', null, extension),
  createNamespace: ({ namespace }) => kept('namespace', null, namespace),
  dropNamespace: ({ namespace }) => kept('namespace', null, namespace),
  renameNamespace: (names) => renamed('namespace', null, names),
  createView: ({ view }) => kept('view', null, view.name),
  dropView: ({ view }) => kept('view', null, view),
  refreshView: none,
  createFunction: (operation) => kept('function', null, operation.function.name),
  dropFunction: (operation) =>
    kept('function', null, operation.function.replace(/\(.*$/s, '').trim()),
  createTrigger: ({ trigger }) => kept('trigger', trigger.table, trigger.name),
  dropTrigger: ({ trigger, table }) => kept('trigger', table, trigger),
  createPolicy: ({ policy }) => kept('policy', policy.table, policy.name),
  dropPolicy: ({ policy, table }) => kept('policy', table, policy),
  createObject: ({ object }) => keptObject(object),
  dropObject: keptObject,
  renameObject: (operation) => renamedObject(operation),
  createVirtualTable: ({ virtualTable }) => kept('virtualTable', null, virtualTable.name),
  dropVirtualTable: ({ virtualTable }) => kept('virtualTable', null, virtualTable),
  changeRows: none,
  runSql: none,
  opaque: none,
};

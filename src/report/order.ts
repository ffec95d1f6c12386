import {
  type Operation,
  type OperationKind,
  type OperationOf,
  operationTable,
} from '../model/operation.ts';
import type { Step } from '../model/proposal.ts';
import type { ReportContext } from './context.ts';
import { stepId } from './ids.ts';

/** Which steps must be done before and after one step, as ids. */
export interface StepOrder {
  readonly step: string;
  /** The nearest earlier steps that touch an object of this one. */
  readonly after: readonly string[];
  /** The later steps that have this one in `after`. */
  readonly blocks: readonly string[];
}

/**
 * The order that the objects force on the steps. A step comes after the last one that touched a
 * table, enum or view that it names, so the order has no cycles.
 */
export function stepOrders({ proposal }: ReportContext): readonly StepOrder[] {
  const predecessors = predecessorsOf(proposal.steps.map(touchedNames));
  return predecessors.map((after, position) => ({
    step: stepId(position),
    after: after.map(stepId),
    blocks: predecessors.flatMap((earlier, later) =>
      earlier.includes(position) ? [stepId(later)] : [],
    ),
  }));
}

function predecessorsOf(names: readonly ReadonlySet<string>[]): readonly (readonly number[])[] {
  const last = new Map<string, number>();
  return names.map((touched, position) => {
    const earlier = new Set<number>();
    for (const name of touched) {
      const step = last.get(name);
      if (step !== undefined) earlier.add(step);
      last.set(name, position);
    }
    return [...earlier].sort((a, b) => a - b);
  });
}

function touchedNames({ operation, locks }: Step): ReadonlySet<string> {
  return new Set([...namesOf(operation), ...locks.map((lock) => lock.table)]);
}

/** Names of tables, types and programs that the operation is about or needs. */
function namesOf(operation: Operation): readonly string[] {
  const table = operationTable(operation);
  // The table holds for each kind the function of that kind, which TypeScript cannot see through the union.
  const more = OTHER_NAMES[operation.kind] as
    | ((operation: Operation) => readonly string[])
    | undefined;
  return [...(table === null ? [] : [table]), ...(more?.(operation) ?? [])];
}

/** Kinds that name more than their table. */
const OTHER_NAMES: {
  readonly [K in OperationKind]?: (operation: OperationOf<K>) => readonly string[];
} = {
  createTable: ({ table }) => [
    ...table.columns.map((column) => column.type),
    ...table.foreignKeys.map((key) => key.toTable),
  ],
  renameTable: ({ to }) => [to],
  addColumn: ({ column }) => [column.type],
  setColumn: ({ column }) => [column.type],
  addForeignKey: ({ foreignKey }) => [foreignKey.toTable],
  createEnum: ({ enum: { name } }) => [name],
  dropEnum: ({ enum: name }) => [name],
  renameEnum: ({ from, to }) => [from, to],
  addEnumValue: ({ enum: name }) => [name],
  renameEnumValue: ({ enum: name }) => [name],
  createDomain: ({ domain: { name } }) => [name],
  dropDomain: ({ domain }) => [domain],
  createSequence: ({ sequence: { name } }) => [name],
  dropSequence: ({ sequence }) => [sequence],
  setSequence: ({ sequence: { name } }) => [name],
  attachPartition: ({ partition: { parent } }) => [parent],
  createView: ({ view: { name } }) => [name],
  dropView: ({ view }) => [view],
  refreshView: ({ view }) => [view],
  createFunction: ({ function: { name } }) => [name],
  dropFunction: ({ function: name }) => [name],
  createTrigger: ({ trigger: { table } }) => (table === null ? [] : [table]),
  createPolicy: ({ policy: { table } }) => [table],
  createObject: ({ object: { name } }) => [name],
  dropObject: ({ name }) => [name],
  renameObject: ({ from, to }) => [from, to],
  opaque: ({ touches }) => touches,
};

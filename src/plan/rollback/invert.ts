import { dialectFor } from '../../dialect/index.ts';
import type { Operation, OperationKind } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { columnChangeInverters } from './column-changes.ts';
import { columnInverters } from './columns.ts';
import { constraintInverters } from './constraints.ts';
import { indexInverters } from './indexes.ts';
import type { Inverse, Inverter, Inverters } from './inverse.ts';
import { objectInverters } from './objects.ts';
import { type OriginOf, SAME_NAMES } from './origins.ts';
import { programInverters } from './programs.ts';
import { rowInverters } from './rows.ts';
import { standAloneInverters } from './stand-alone.ts';
import { tableInverters } from './tables.ts';
import { typeInverters } from './types.ts';
import { viewInverters } from './views.ts';

const inverters: Inverters<OperationKind> = {
  ...tableInverters,
  ...columnInverters,
  ...columnChangeInverters,
  ...indexInverters,
  ...constraintInverters,
  ...typeInverters,
  ...standAloneInverters,
  ...viewInverters,
  ...programInverters,
  ...objectInverters,
  ...rowInverters,
};

/**
 * How one operation is undone, worked out from the schema before it and not from its author's
 * `down`: what the engine dropped along comes back as well.
 *
 * `operations`, then `completion`, lead from `after` to `before`, up to the order of columns and
 * parts of a table. An operation that destroys data has `fidelity: 'schemaOnly'`: a column comes
 * back empty, and `putBack` fills it from what `saveFirst` kept. Where nothing can be undone (rows,
 * enum values, what was not understood) there are no operations, and `reason` says why.
 *
 * @param before - schema right before the operation; a dropped object is looked up here.
 * @param after - schema right after it, as `applyOperation` gives it.
 * @param originOf - what tables and columns were called when data could be saved; by default as now.
 * @throws {InputError} when the operations of the inverse do not apply to `after`.
 *
 * @example
 * invertOperation(dropColumn('users', 'email'), before, after).fidelity; // 'schemaOnly'
 */
export function invertOperation(
  operation: Operation,
  before: Schema,
  after: Schema,
  originOf: OriginOf = SAME_NAMES,
): Inverse {
  // The table holds for every kind the inverter of that kind; the compiler can't relate the two.
  const invert = inverters[operation.kind] as Inverter<OperationKind>;
  return invert(operation, { before, after, dialect: dialectFor(before.engine), originOf });
}

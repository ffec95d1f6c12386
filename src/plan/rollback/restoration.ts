import type { Dialect } from '../../dialect/dialect.ts';
import type { OperationBody } from '../../model/operation.ts';

/** What brings something back, and what has to wait until its data is back. */
export interface Restoration {
  readonly operations: readonly OperationBody[];
  readonly completion: readonly OperationBody[];
}

export interface RestoreContext {
  readonly dialect: Dialect;
}

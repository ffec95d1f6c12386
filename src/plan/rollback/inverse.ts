import type { Dialect } from '../../dialect/dialect.ts';
import type {
  Operation,
  OperationBody,
  OperationKind,
  OperationOf,
} from '../../model/operation.ts';
import type { Fidelity, RollbackClass } from '../../model/rollback.ts';
import type { Schema } from '../../model/schema.ts';
import type { SourceLocation } from '../../model/source.ts';
import type { OriginOf } from './origins.ts';

/** How one operation is undone. */
export interface Inverse {
  /**
   * Operations that bring back the schema from before, in order. Empty when there is nothing to
   * undo, or when nothing can be.
   */
  readonly operations: readonly Operation[];
  /**
   * Operations that are safe only when people have put the data back, such as the NOT NULL of a
   * column that came back empty. With them the schema is the one from before. Mostly empty.
   */
  readonly completion: readonly Operation[];
  /** SQL that puts saved rows or values back; runs between `operations` and `completion`. */
  readonly putBack: readonly string[];
  /** A sentence: what is done. */
  readonly action: string;
  /** How much of the state right before the operation comes back. */
  readonly fidelity: Fidelity;
  readonly class: RollbackClass;
  /** A sentence; null when everything comes back and nothing written since is lost. */
  readonly dataLost: string | null;
  /** Why it cannot be undone or needs a person; null when neither holds. */
  readonly reason: string | null;
  /** What must hold before it may run; null for nothing. */
  readonly precondition: string | null;
  /** SQL to run before the release begins, to keep what would be lost. */
  readonly saveFirst: readonly string[];
  /** Not empty for `humanOnly`. */
  readonly questions: readonly string[];
}

/** The schemas around the operation that is undone. */
export interface InverseContext {
  readonly before: Schema;
  readonly after: Schema;
  readonly dialect: Dialect;
  /** What the release that the operation belongs to found, before which data is saved. */
  readonly originOf: OriginOf;
}

export type Inverter<K extends OperationKind> = (
  operation: OperationOf<K>,
  context: InverseContext,
) => Inverse;

export type Inverters<K extends OperationKind> = { readonly [Kind in K]: Inverter<Kind> };

const SAFE: Omit<Inverse, 'action'> = {
  operations: [],
  completion: [],
  putBack: [],
  fidelity: 'exact',
  class: 'automatic',
  dataLost: null,
  reason: null,
  precondition: null,
  saveFirst: [],
  questions: [],
};

/** An exact, automatic inverse, but for what is given. */
export function inverse(given: Pick<Inverse, 'action'> & Partial<Inverse>): Inverse {
  return { ...SAFE, ...given };
}

/** For an operation that left the schema as it was, such as `if_not_exists` on what is there. */
export function nothingToUndo(because: string): Inverse {
  return inverse({ action: `Nothing to undo: ${because}.` });
}

/** An operation of the rollback, which points at the statement that it undoes. */
export function undoing(source: SourceLocation, body: OperationBody): Operation {
  return { ...body, source, condition: null, assured: false, impliedBy: 'rollback' };
}

import type { OperationKind, OperationOf } from '../../model/operation.ts';

/** What an operation does, as a command: `Drop the column users.age with all its values.` */
export type Sentences<K extends OperationKind> = {
  readonly [Kind in K]: (operation: OperationOf<Kind>) => string;
};

/** What `IF NOT EXISTS` says; empty without it. */
export function ifMissing(ifNotExists: boolean): string {
  return ifNotExists ? ', unless it exists' : '';
}

export function ifThere(ifExists: boolean): string {
  return ifExists ? ', if it exists' : '';
}

export function withDependents(cascade: boolean): string {
  return cascade ? ' and everything that depends on it' : '';
}

import type { OperationKind, OperationOf } from '../../model/operation.ts';

/** What an operation does, as a command: `Add the column age (integer) to users.` */
export type Sentences<K extends OperationKind> = {
  readonly [Kind in K]: (operation: OperationOf<Kind>) => string;
};

/** ` if it is not there`, ` if it is there`: what `IF [NOT] EXISTS` says. */
export function ifMissing(ifNotExists: boolean): string {
  return ifNotExists ? ', unless it exists' : '';
}

export function ifThere(ifExists: boolean): string {
  return ifExists ? ', if it exists' : '';
}

export function withDependents(cascade: boolean): string {
  return cascade ? ' and everything that depends on it' : '';
}

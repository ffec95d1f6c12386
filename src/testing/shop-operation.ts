import type { OperationBody } from '../model/operation.ts';

/** An operation on the shop, with what has to happen before it. */
export interface ShopOperation {
  readonly name: string;
  readonly body: OperationBody;
  readonly first: readonly OperationBody[];
}

/** An operation under a name that says what it is. */
export function one(
  name: string,
  body: OperationBody,
  first: readonly OperationBody[] = [],
): ShopOperation {
  return { name, body, first };
}

import type { Dialect } from '../../../dialect/dialect.ts';
import type { OperationKind, OperationOf } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';

/** The schemas around an operation, which decide what has to be sent. */
export interface WriterContext {
  readonly before: Schema;
  readonly after: Schema;
  readonly dialect: Dialect;
}

/** The statements of operations of one kind, each with its semicolon; empty when nothing is sent. */
export type Writer<K extends OperationKind> = (
  operation: OperationOf<K>,
  context: WriterContext,
) => readonly string[];

/** One writer for each of the kinds. */
export type Writers<K extends OperationKind> = { readonly [Kind in K]: Writer<Kind> };

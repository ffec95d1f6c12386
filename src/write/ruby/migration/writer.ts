import type { Dialect } from '../../../dialect/dialect.ts';
import type { RailsVersion } from '../../../model/engine.ts';
import type { Operation, OperationKind, OperationOf } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { operationSql } from '../../sql/index.ts';
import { rubyExecute } from './ruby.ts';

/** What decides how an operation is spelt: the schema right before it, and the version of `Migration[x.y]`. */
export interface RubyContext {
  readonly schema: Schema;
  readonly rails: RailsVersion;
  readonly dialect: Dialect;
}

export type RubyWriter<K extends OperationKind> = (
  operation: OperationOf<K>,
  context: RubyContext,
) => string;

export type RubyWriters<K extends OperationKind> = { readonly [Kind in K]: RubyWriter<Kind> };

/** The operation as `execute`, for what Active Record has no command. */
export function executed(operation: Operation, { schema }: RubyContext): string {
  return operationSql(operation, schema, schema).map(rubyExecute).join('\n');
}

import { dialectFor } from '../../../dialect/index.ts';
import type { RailsVersion } from '../../../model/engine.ts';
import type { Operation, OperationKind } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { columnWriters } from './columns.ts';
import { constraintWriters } from './constraints.ts';
import { indexWriters } from './indexes.ts';
import { programWriters, rowWriters } from './programs.ts';
import { tableWriters } from './tables.ts';
import { typeWriters } from './types.ts';
import type { RubyWriter, RubyWriters } from './writer.ts';

/** The version whose commands and defaults hold when nothing says which. */
export const DEFAULT_RAILS: RailsVersion = { major: 8, minor: 0 };

const writers: RubyWriters<OperationKind> = {
  ...tableWriters,
  ...columnWriters,
  ...indexWriters,
  ...constraintWriters,
  ...typeWriters,
  ...programWriters,
  ...rowWriters,
};

/**
 * The operation as lines of a Rails migration, without indentation and closing newline.
 *
 * Every option is stated, and what is removed is named with all that Rails needs to put it back.
 * What Active Record has no command for (views, functions, domains, a primary key) is `execute`.
 *
 * @param schema - schema right before the operation.
 * @param rails - version in the class's `Migration[x.y]`, which decides commands and type defaults.
 */
export function operationRuby(
  operation: Operation,
  schema: Schema,
  rails: RailsVersion = DEFAULT_RAILS,
): string {
  // The table holds for every kind the writer of that kind; the compiler can't relate the two.
  const write = writers[operation.kind] as RubyWriter<OperationKind>;
  return write(operation, { schema, rails, dialect: dialectFor(schema.engine) });
}

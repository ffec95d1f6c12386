import type { Operation, OperationKind } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { dialectOf, statement } from '../statement.ts';
import { columnWriters } from './columns.ts';
import { constraintWriters } from './constraints.ts';
import { indexWriters } from './indexes.ts';
import { objectWriters } from './objects.ts';
import { programWriters } from './programs.ts';
import { rowWriters } from './rows.ts';
import { tableWriters } from './tables.ts';
import { typeWriters } from './types.ts';
import { viewWriters } from './views.ts';
import type { Writer, Writers } from './writer.ts';

const writers: Writers<OperationKind> = {
  ...tableWriters,
  ...columnWriters,
  ...indexWriters,
  ...constraintWriters,
  ...typeWriters,
  ...viewWriters,
  ...programWriters,
  ...objectWriters,
  ...rowWriters,
};

/**
 * The statements that the operation becomes on the schema's engine, in order, each with its
 * semicolon, in the form that Active Record 8.0 sends them.
 *
 * Where SQLite's ALTER TABLE cannot do it, they are Active Record's copy of the table. Ruby that
 * is no SQL becomes a comment that holds it. Empty when nothing is sent, as for
 * `remove_column ..., if_exists: true` on a column that is not there.
 *
 * Compared with the log of Active Record 7.2 on PostgreSQL, spellings differ that mean the same:
 * types are canonical (`timestamp(6) without time zone` for `timestamp(6)`, `numeric` for `decimal`),
 * numbers stand without quotes, booleans in lower case, ASC is left out, names of enum types are
 * quoted. CREATE TYPE stands without the DO block around it, and what `force:` drops is left out
 * when it is not there.
 *
 * @param before - schema right before the operation, `after` - right after it.
 * @throws {InputError} when `before` lacks a table that the operation needs to know.
 */
export function operationSql(
  operation: Operation,
  before: Schema,
  after: Schema,
): readonly string[] {
  // The table holds for every kind the writer of that kind; the compiler can't relate the two.
  const write = writers[operation.kind] as Writer<OperationKind>;
  if (operation.sql !== undefined) {
    return operation.impliedBy === null ? [statement(operation.sql)] : [];
  }
  return write(operation, { before, after, dialect: dialectOf(before) });
}

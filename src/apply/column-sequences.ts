import { columnSequence, sequenceOfColumn } from '../dialect/postgresql/column-sequences.ts';
import type { Column, Schema } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';

/** What is known of a column's sequence: a schema file that is not complete does not tell its name. */
export function tellsSequences(schema: Schema): boolean {
  return schema.complete === true && ENGINE_EFFECTS[schema.engine].namesSequences;
}

/**
 * A numbered column after it, its table or its sequence got another name. PostgreSQL's sequence
 * keeps the name that it had; one that differs from the default is told in the column.
 *
 * @param from - the table before; `to` - the table after.
 * @param nameOf - the sequence's name after, from the one before.
 */
export function withSequenceKept(
  before: Column,
  after: Column,
  { from, to }: { readonly from: string; readonly to: string },
  nameOf: (sequence: string) => string = (name) => name,
): Column {
  const sequence = sequenceOfColumn(before, from);
  if (!sequence) return after;
  const { sequence: _before, ...rest } = after;
  const own = columnSequence(to, after, { ...sequence, name: nameOf(sequence.name) });
  return own ? { ...rest, sequence: own } : rest;
}

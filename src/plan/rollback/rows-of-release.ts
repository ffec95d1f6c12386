import type { OperationOf } from '../../model/operation.ts';
import { findTable, type Table } from '../../model/schema.ts';
import type { InverseContext } from './inverse.ts';

/** One statement that writes the columns that it names, without callbacks: Rails' update_all, SQL's UPDATE. */
const PLAIN_UPDATE = /\.update_all\b|^\s*UPDATE\b/i;

/** Ways in which records write columns that the text need not name. */
const RECORD_WRITES =
  /\b(?:create|update(?!_all\b)|upsert|insert|touch|increment|decrement|toggle|destroy|delete|assign|write)\w*[!(]|\bsave\b/;

/**
 * True when all that the rows get lies in tables or columns that the same release adds, so that
 * the way back drops it with them. When the text leaves a doubt, it is false.
 */
export function goesWithRelease(
  { table: name, verb, text }: OperationOf<'changeRows'>,
  { before, originOf }: InverseContext,
): boolean {
  const table = name === null ? null : findTable(before, name);
  if (table === null || before.triggers.some((trigger) => trigger.table === table.name))
    return false;
  const isPlainUpdate = verb === 'update' && PLAIN_UPDATE.test(text) && !RECORD_WRITES.test(text);
  if (!isPlainUpdate) return false;
  const origin = originOf(table.name);
  if (origin === null) return true;
  const written = namedForWriting(table, text);
  return written.length > 0 && written.every((column) => origin.columnOf(column) === null);
}

/** Columns with `=` or `:` behind them: those that are written, and those of conditions. */
function namedForWriting(table: Table, text: string): readonly string[] {
  return table.columns
    .map((column) => column.name)
    .filter((column) =>
      new RegExp(`(?<![\\w.])${literally(column)}["\`\\]]?\\s*(?:=(?!=)|:(?!:))`).test(text),
    );
}

/** A name as a pattern that means itself. */
function literally(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

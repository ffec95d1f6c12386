import type { Head } from '../head/head.ts';
import { statementHead } from '../head/index.ts';

/** What pg_dump writes of one object: a header comment and its statements, here without the comment. */
export interface Entry {
  readonly head: Head;
  /** The statements, every name qualified, from the first word to the last semicolon. */
  readonly text: string;
  /** Key of the entry that it stands right behind; null for one that is sorted by itself. */
  readonly host: string | null;
  /** Place of a default's column in its table, by which the defaults of a table are sorted. */
  readonly position: number;
  /** Keys of entries that have to stand before, besides those that its names tell. */
  readonly needs: readonly string[];
  /** True for an index of a partition that goes with that of the parent: it is not dropped by itself. */
  readonly isAttached: boolean;
}

/** The entry that a printed statement begins; it says itself what it is about. */
export function entry(text: string, more: Partial<Omit<Entry, 'head' | 'text'>> = {}): Entry {
  const head = statementHead(text);
  if (!head)
    throw new Error(`pg_dump writes no statement that begins like this: ${text.slice(0, 60)}`);
  return { head, text, host: null, position: 0, needs: [], isAttached: false, ...more };
}

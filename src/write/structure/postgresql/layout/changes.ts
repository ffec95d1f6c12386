import type { Entry } from '../print/entry.ts';
import type { Block } from './blocks.ts';

/** The entries of the schema before and after, by their keys, in the order of pg_dump. */
export interface Entries {
  readonly before: ReadonlyMap<string, Entry>;
  readonly after: ReadonlyMap<string, Entry>;
}

/** What becomes of an object's entry: its text in the file stays, or is written anew, or goes. */
export type Fate = 'kept' | 'written' | 'removed' | 'absent';

/**
 * What becomes of each entry of the file and of the schema after.
 *
 * A part of a table that has no entry in the file, since it stands in CREATE TABLE there, stays
 * there while that statement does; once that is written anew, the part gets an entry.
 */
export class Fates {
  readonly #entries: Entries;
  readonly #given: ReadonlySet<string>;
  /** Whether every entry is written, changed or not. */
  readonly anew: boolean;
  /** Tables whose statement in the file holds a part that changed. */
  readonly #reopened: ReadonlySet<string>;

  constructor(entries: Entries, blocks: readonly Block[], everythingAnew: boolean) {
    this.#entries = entries;
    this.#given = new Set(
      blocks.flatMap(({ head, role }) => (head && role === 'entry' ? head.key : [])),
    );
    this.anew = everythingAnew;
    this.#reopened = this.#reopenedTables();
  }

  of(key: string): Fate {
    const [before, after] = [this.#entries.before.get(key), this.#entries.after.get(key)];
    if (!this.#given.has(key)) return this.#ofUngiven(key, before, after);
    if (!after) return before ? 'removed' : 'kept';
    if (this.anew || this.#reopened.has(key)) return 'written';
    return before?.text === after.text ? 'kept' : 'written';
  }

  #ofUngiven(key: string, before: Entry | undefined, after: Entry | undefined): Fate {
    if (!after) return 'absent';
    if (!before || this.anew) return 'written';
    const table = tableKey(after);
    if (table === null || table === key) return before.text === after.text ? 'absent' : 'written';
    return this.of(table) === 'written' ? 'written' : 'absent';
  }

  #reopenedTables(): ReadonlySet<string> {
    const { before, after } = this.#entries;
    const tables = new Set<string>();
    for (const [key, entry] of before) {
      const table = tableKey(entry);
      if (this.#given.has(key) || table === null) continue;
      if (after.get(key)?.text !== entry.text && this.#given.has(table)) tables.add(table);
    }
    return tables;
  }
}

/** The key of the table that an entry is a part of; null for those that are none. */
function tableKey({ head }: Entry): string | null {
  if (head.table === '' || head.namespace === null) return null;
  return `relation:${head.namespace}.${head.table}`;
}

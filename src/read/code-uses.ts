import type { Certainty } from '../model/dependency.ts';
import type { ReferenceKind } from '../model/project-facts.ts';

/** The names that are looked for, in code of any language. */
export interface Vocabulary {
  /** Columns by their names, whatever table they are of. */
  readonly columns: ReadonlySet<string>;
  /** Tables and views as the schema has them. */
  readonly tables: ReadonlySet<string>;
  /** Functions and enums, which SQL names. */
  readonly others: ReadonlySet<string>;
  /** All tables of the schema that have a column of the name. */
  readonly tablesWith: (column: string) => readonly string[];
}

/** Whether a word is one that is looked for. */
export function isNamed(word: string, { columns, tables, others }: Vocabulary): boolean {
  return columns.has(word) || tables.has(word) || others.has(word);
}

/** A place in code that names something of the vocabulary. */
export interface CodeUse {
  readonly names: 'table' | 'column' | 'other';
  /** The name as the schema has it. */
  readonly name: string;
  /**
   * Tables that the column can be of, by what it is called on; empty where it is called on what is
   * no model, null where that cannot be told. Of a table: itself, or null for a mere word.
   */
  readonly tables: readonly string[] | null;
  readonly kind: ReferenceKind;
  readonly certainty: Certainty;
  /** Where the name stands in the text, in UTF-16 code units. */
  readonly at: number;
  /** Where a declaration ends that goes over several lines; left out for a mere name. */
  readonly end?: number;
}

/** SQL in a string of Ruby. */
export interface EmbeddedSql {
  readonly text: string;
  /** Where its text begins in the file. */
  readonly at: number;
  /** Tables of the relation that it is a part of: `User.where("…")`; null for none. */
  readonly tables: readonly string[] | null;
}

/** What a file says of the names that are looked for. */
export interface CodeReading {
  /** In no particular order. */
  readonly uses: readonly CodeUse[];
  readonly sql: readonly EmbeddedSql[];
}

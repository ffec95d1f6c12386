import type { Certainty } from '../model/dependency.ts';
import type { CodeUse, Vocabulary } from './code-uses.ts';

/** Collects what a piece of SQL names. Tables come first, so that columns find their aliases. */
export class SqlNames {
  readonly uses: CodeUse[] = [];
  readonly #around: readonly string[] | null;
  readonly #vocabulary: Vocabulary;
  readonly #certainty: Certainty;
  /** Tables by alias, and by their own names. */
  readonly #tables = new Map<string, string>();
  /** Aliases of what is no table: a subquery, a common table. */
  readonly #derived = new Set<string>();

  constructor(around: readonly string[] | null, vocabulary: Vocabulary, certainty: Certainty) {
    this.#around = around;
    this.#vocabulary = vocabulary;
    this.#certainty = certainty;
    for (const table of around ?? []) this.#tables.set(table, table);
  }

  table(name: string, alias: string | null, at: number): void {
    this.#tables.set(alias ?? name, name);
    if (!this.#vocabulary.tables.has(name)) return;
    this.#note({ names: 'table', name, tables: [name] }, at);
  }

  /** A subquery or common table under a name of its own, whose columns are not the tables'. */
  derived(alias: string): void {
    this.#derived.add(alias);
  }

  /** @param qualifier - what stands before the dot; null for a column that stands alone. */
  column(qualifier: string | null, name: string, at: number): void {
    if (!this.#vocabulary.columns.has(name)) return;
    this.#note({ names: 'column', name, tables: this.#tablesOf(qualifier, name) }, at);
  }

  /** `*` and `orders.*`, which name no column and read them all. */
  star(qualifier: string | null, at: number): void {
    for (const name of this.#vocabulary.columns) {
      const tables = this.#tablesOf(qualifier, name);
      if (tables === null || tables.length === 0) continue;
      this.uses.push({ names: 'column', name, tables, kind: 'sql', certainty: 'textual', at });
    }
  }

  /** A function or an enum. */
  other(name: string, at: number): void {
    if (this.#vocabulary.others.has(name)) this.#note({ names: 'other', name, tables: [name] }, at);
  }

  #tablesOf(qualifier: string | null, column: string): readonly string[] | null {
    const having = this.#vocabulary.tablesWith(column);
    if (qualifier !== null) {
      const table = this.#tables.get(qualifier);
      if (table !== undefined) return [table];
      if (having.includes(qualifier)) return [qualifier];
      return this.#derived.has(qualifier) ? [] : null;
    }
    const there = [...new Set(this.#tables.values())].filter((table) => having.includes(table));
    if (there.length > 0) return there;
    return this.#tables.size > 0 && this.#around === null ? [] : this.#around;
  }

  #note(use: Pick<CodeUse, 'names' | 'name' | 'tables'>, at: number): void {
    const isSure = use.tables !== null && use.tables.length === 1;
    const certainty = isSure ? this.#certainty : 'textual';
    this.uses.push({ ...use, kind: 'sql', certainty, at });
  }
}

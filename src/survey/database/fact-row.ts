import { InputError } from '../../model/errors.ts';
import type { SourceLocation } from '../../model/source.ts';

/**
 * A row that a query of the survey gave, by the names of its columns; null is SQL's. Its `kind`
 * tells which facts it holds, and all queries name their columns alike.
 */
export interface FactRow {
  readonly fields: { readonly [column: string]: string | null };
  /** Where it stands in a file; null when a server gave it. */
  readonly location: SourceLocation | null;
}

/** Reads the fields of one row; an error tells the row and what was expected there. */
export class RowReader {
  readonly #fields: FactRow['fields'];
  readonly #location: SourceLocation | null;

  constructor(fields: FactRow['fields'], location: SourceLocation | null) {
    this.#fields = fields;
    this.#location = location;
  }

  error(expected: string): InputError {
    return new InputError(`this is no row of the survey: ${expected}`, {
      location: this.#location,
      remedy: 'Pass the results of `migdocs survey --print-sql` as they were written.',
    });
  }

  has(column: string): boolean {
    return Object.hasOwn(this.#fields, column);
  }

  textOrNull(column: string): string | null {
    return this.has(column) ? (this.#fields[column] ?? null) : null;
  }

  textOrEmpty(column: string): string {
    return this.textOrNull(column) ?? '';
  }

  text(column: string): string {
    const text = this.textOrNull(column);
    if (text === null || text === '') throw this.error(`${column} has to have a value`);
    return text;
  }

  countOrNull(column: string): number | null {
    const text = this.textOrNull(column);
    if (text === null) return null;
    // MySQL multiplies the text of a variable to a number with decimals.
    if (!/^\d{1,15}(?:\.0+)?$/.test(text)) {
      throw this.error(`${column} is a count, and stands as "${text.slice(0, 40)}"`);
    }
    return Number(text);
  }

  count(column: string): number {
    const count = this.countOrNull(column);
    if (count === null) throw this.error(`${column} has to have a value`);
    return count;
  }

  /** True where no column says otherwise. */
  flag(column: string): boolean {
    const text = this.textOrNull(column) ?? 'true';
    if (['t', 'true', '1'].includes(text)) return true;
    if (['f', 'false', '0'].includes(text)) return false;
    throw this.error(`${column} is true or false`);
  }

  timeOrNull(column: string): string | null {
    const text = this.textOrNull(column);
    if (text !== null && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) {
      throw this.error(`${column} is a time such as 2026-11-20T08:15:00Z`);
    }
    return text;
  }

  time(column: string): string {
    const time = this.timeOrNull(column);
    if (time === null) throw this.error(`${column} has to have a value`);
    return time;
  }

  /** The columns `prefix1`, `prefix2` and so on. */
  numbered(prefix: string): readonly { readonly number: number; readonly value: string }[] {
    const found: { number: number; value: string }[] = [];
    for (let number = 1; this.has(`${prefix}${number}`); number += 1) {
      found.push({ number, value: this.textOrEmpty(`${prefix}${number}`) });
    }
    return found;
  }
}

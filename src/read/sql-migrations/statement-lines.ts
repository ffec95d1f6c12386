import type { Line } from './lines.ts';

/**
 * True for a line whose last word ahead of a comment ends in a semicolon: goose and sql-migrate
 * take a statement for finished there, inside of a body too.
 * goose v3.27, internal/sqlparser/parser.go; sql-migrate v1.8, sqlparse/sqlparse.go: endsWithSemicolon
 */
export function endsStatement(line: string): boolean {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const comment = words.findIndex((word) => word.startsWith('--'));
  const own = comment < 0 ? words : words.slice(0, comment);
  return own.at(-1)?.endsWith(';') ?? false;
}

/** A stretch of whole lines that is sent as one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** True inside of StatementBegin and StatementEnd. */
  readonly whole: boolean;
}

/** Gathers the lines of one statement after the other. */
export class StatementLines {
  readonly stretches: Stretch[] = [];
  #first: Line | null = null;
  #last: Line | null = null;

  /** The first line of a statement that is not finished; null between two. */
  get open(): Line | null {
    return this.#first;
  }

  add(line: Line): void {
    this.#first ??= line;
    this.#last = line;
  }

  close(whole: boolean): void {
    if (this.#first && this.#last) {
      this.stretches.push({ start: this.#first.start, end: this.#last.end, whole });
    }
    this.drop();
  }

  drop(): void {
    this.#first = null;
    this.#last = null;
  }
}

/** A line of a text; the end is exclusive and stands behind its line break. */
export interface Line {
  /** Without its line break. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Counts from 1. */
  readonly number: number;
}

/** The lines of a text, in order. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const own = text.slice(start, end).replace(/\r?\n$/, '');
    lines.push({ text: own, start, end, number: lines.length + 1 });
    start = end;
  }
  return lines;
}

import type { SourceLocation } from '../model/source.ts';

/** A stretch of text in UTF-16 code units; the end is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Tells the places of stretches of a file's text. */
export function locator(text: string, path: string): (extent: Extent) => SourceLocation {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (index: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return ({ start, end }) => {
    const line = lineOf(start);
    const last = end > start ? lineOf(end - 1) : line;
    return { path, line: line + 1, column: start - (starts[line] ?? 0) + 1, endLine: last + 1 };
  };
}

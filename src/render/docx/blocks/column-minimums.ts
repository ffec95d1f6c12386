import type { CellContent, TableBlock } from '../../../report/types.ts';
import { CELL_MARGIN } from '../table.ts';

/** Widths of the table's text at 8.5 points, in twentieths of a point: a digit of Courier, of bold Arial. */
const CHARACTER = 102;
const BOLD_CHARACTER = 104;
const ROOM = 2 * CELL_MARGIN + 40;

/** Characters of a word that a column makes room for, from generous to none at all. */
const ALLOWANCES = [32, 28, 24, 20, 18, 16, 14, 12, 10, 0];

/**
 * Narrowest useful width of each column: its longest word stands on one line, as far as all columns
 * can have that; the words of the titles always.
 */
export function columnMinimums({ columns, rows }: TableBlock, total: number): readonly number[] {
  const titles = columns.map(({ title }) => longestWord(title) * BOLD_CHARACTER + ROOM);
  const words = columns.map((_, index) =>
    longest(rows.map(({ cells }) => longestWordOf(cells[index] ?? []))),
  );
  for (const allowance of ALLOWANCES) {
    const minimums = titles.map((title, index) =>
      Math.max(title, Math.min(words[index] ?? 0, allowance) * CHARACTER + ROOM),
    );
    let needed = 0;
    for (const minimum of minimums) needed += minimum;
    if (needed <= total) return minimums;
  }
  return titles;
}

function longestWordOf(content: readonly CellContent[]): number {
  return longest(
    content.map((part) =>
      part.kind === 'text' ? longestWord(part.text) : longestWord(part.value ?? part.prompt),
    ),
  );
}

/** Word breaks lines at spaces and after hyphens, but not at dots or underscores. */
function longestWord(text: string): number {
  return longest(text.split(/\s+|(?<=-)/).map((word) => word.length));
}

function longest(lengths: readonly number[]): number {
  let most = 0;
  for (const length of lengths) most = Math.max(most, length);
  return most;
}

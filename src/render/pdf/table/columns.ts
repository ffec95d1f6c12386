import type { TableBlock } from '../../../report/types.ts';
import { widestPiece } from '../text/atoms.ts';
import type { Passage } from '../text/lines.ts';
import type { Typesetter } from '../text/typesetter.ts';

/** Space around a cell's text. */
export const CELL = { x: 4.5, y: 3 } as const;

/** A column's place from the table's left edge. */
export interface ColumnPlace {
  readonly x: number;
  readonly width: number;
}

/**
 * Shares the width out as the report asks, and then gives every column at least what its longest
 * word needs, at the cost of those that have room. No column may claim more than `CLAIM` of the
 * width: its words are then cut.
 */
export function placeColumns(
  block: TableBlock,
  needs: readonly number[],
  left: number,
  width: number,
): readonly ColumnPlace[] {
  const widths = fitNeeds(
    sharesOf(block, width),
    needs.map((need) => Math.min(need, (width * CLAIM) / Math.sqrt(Math.max(needs.length, 1)))),
  );
  let x = left;
  return widths.map((columnWidth) => {
    const place = { x, width: columnWidth };
    x += columnWidth;
    return place;
  });
}

const CLAIM = 0.7;

function sharesOf(block: TableBlock, width: number): readonly number[] {
  let sum = 0;
  for (const column of block.columns) sum += column.width;
  return block.columns.map((column) =>
    sum > 0 ? (column.width / sum) * width : width / block.columns.length,
  );
}

/** Takes from columns with room, in proportion to their room, what the others lack. */
function fitNeeds(widths: readonly number[], needs: readonly number[]): readonly number[] {
  let lack = 0;
  let spare = 0;
  for (const [index, width] of widths.entries()) {
    const need = needs[index] ?? 0;
    lack += Math.max(0, need - width);
    spare += Math.max(0, width - need);
  }
  if (lack === 0 || spare === 0) return widths;
  const taken = Math.min(1, lack / spare);
  const given = Math.min(1, spare / lack);
  return widths.map((width, index) => {
    const need = needs[index] ?? 0;
    return width >= need ? width - (width - need) * taken : width + (need - width) * given;
  });
}

/** Width of the longest word of a cell, with the space around it. */
export function needOf(passages: readonly Passage[], type: Typesetter): number {
  let widest = 0;
  for (const passage of passages) {
    if (passage.kind === 'text') widest = Math.max(widest, widestPiece(passage.runs, type));
  }
  return widest + 2 * CELL.x + 0.5;
}

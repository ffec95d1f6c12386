import type { TableBlock } from '../../../report/types.ts';
import type { Extent } from '../text/atoms.ts';

/** Space around a cell's text. */
export const CELL = { x: 4.5, y: 3 } as const;

/** How wide a column's cells are, with the space around their text. */
export interface ColumnExtent extends Extent {
  /** True for a column that people write in: it gives nothing away. */
  readonly keepsShare: boolean;
}

/** A column's place from the table's left edge. */
export interface ColumnPlace {
  readonly x: number;
  readonly width: number;
}

/**
 * Shares the width out as the report asks, and then moves what some columns do not use to those
 * that lack room: first for their longest word, then for their text in one line.
 */
export function placeColumns(
  block: TableBlock,
  extents: readonly ColumnExtent[],
  left: number,
  width: number,
): readonly ColumnPlace[] {
  const claim = (width * LARGEST_CLAIM) / Math.sqrt(Math.max(extents.length, 1));
  const least = extents.map((extent) => Math.min(extent.least, claim));
  const fitting = giveLeast(sharesOf(block, width), least);
  let x = left;
  return giveSurplus(fitting, extents).map((columnWidth) => {
    const place = { x, width: columnWidth };
    x += columnWidth;
    return place;
  });
}

/** Part of the width, by the root of the number of columns, that a column's word may claim. */
const LARGEST_CLAIM = 0.7;

function sharesOf(block: TableBlock, width: number): readonly number[] {
  let sum = 0;
  for (const column of block.columns) sum += column.width;
  return block.columns.map((column) =>
    sum > 0 ? (column.width / sum) * width : width / block.columns.length,
  );
}

/** Takes from columns with room, in proportion to their room, what the others' words lack. */
function giveLeast(widths: readonly number[], needs: readonly number[]): readonly number[] {
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

/** Gives what columns have beyond their longest line to those that still wrap, least lack first. */
function giveSurplus(
  widths: readonly number[],
  extents: readonly ColumnExtent[],
): readonly number[] {
  const result = [...widths];
  const lacks: { readonly index: number; readonly lack: number }[] = [];
  let spare = 0;
  for (const [index, width] of widths.entries()) {
    const most = mostOf(extents[index], width);
    if (most > width) lacks.push({ index, lack: most - width });
    else spare += width - most;
  }
  if (lacks.length === 0 || spare === 0) return widths;
  let left = spare;
  lacks.sort((a, b) => a.lack - b.lack || a.index - b.index);
  for (const { index, lack } of lacks) {
    const gift = Math.min(lack, left);
    result[index] = (result[index] ?? 0) + gift;
    left -= gift;
  }
  const kept = left / spare;
  return result.map((width, index) => {
    const most = mostOf(extents[index], widths[index] ?? 0);
    return most < (widths[index] ?? 0) ? most + (width - most) * kept : width;
  });
}

function mostOf(extent: ColumnExtent | undefined, width: number): number {
  const most = extent?.most ?? 0;
  return extent?.keepsShare ? Math.max(most, width) : most;
}

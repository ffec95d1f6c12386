import { type DiagramBox, type DiagramRow, MARKS } from '../../report/types.ts';

/** A part of a box that is set in its own face. */
export type DiagramText = 'title' | 'name' | 'type' | 'key';

/** Width in points of a text in a diagram at its natural size. */
export type MeasureText = (text: string, part: DiagramText) => number;

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/** Sizes of a diagram at its natural size, in points. */
export const METRICS = {
  titleHeight: 18,
  titleSize: 9,
  rowHeight: 12.5,
  rowSize: 8,
  keySize: 7.4,
  padding: 6,
  /** Room for the mark's symbol before a name. */
  markWidth: 9,
  gap: 8,
  bottom: 3,
  minimumWidth: 70,
} as const;

/** `bigint`, or `bigint null` for a column that may be null. */
export function typeText(row: DiagramRow): string {
  return row.nullable ? `${row.type} null` : row.type;
}

/** `PK FK`; empty for a plain column. */
export function keyText(row: DiagramRow): string {
  return row.keys.join(' ');
}

/** The box's title with its mark's symbol: `+ invoices`. */
export function titleText(box: DiagramBox): string {
  return box.mark === 'none' ? box.table : `${MARKS[box.mark].symbol} ${box.table}`;
}

/** Says how many columns a box leaves out; null when it shows all. */
export function omittedText(box: DiagramBox): string | null {
  if (box.omitted === 0) return null;
  return box.omitted === 1 ? '1 more column' : `${box.omitted} more columns`;
}

/** Where a row's text has its middle, from the top of its box. */
export function rowCenter(index: number): number {
  return METRICS.titleHeight + METRICS.bottom / 2 + (index + 0.5) * METRICS.rowHeight;
}

/** Widths of a box's columns of text: keys at the left, names, types at the right. */
export function columnsOfBox(
  box: DiagramBox,
  measure: MeasureText,
): { readonly key: number; readonly name: number; readonly type: number } {
  const widest = (widths: readonly number[]) => widths.reduce((a, b) => Math.max(a, b), 0);
  return {
    key: widest(box.rows.map((row) => measure(keyText(row), 'key'))),
    name: widest(box.rows.map((row) => measure(row.name, 'name'))),
    type: widest(box.rows.map((row) => measure(typeText(row), 'type'))),
  };
}

/** The size that a box needs for its title, its rows and the line on what is left out. */
export function sizeOfBox(box: DiagramBox, measure: MeasureText): BoxSize {
  const { padding, gap, markWidth, minimumWidth } = METRICS;
  const columns = columnsOfBox(box, measure);
  const omitted = omittedText(box);
  const rows =
    columns.key + (columns.key > 0 ? gap : 0) + markWidth + columns.name + gap + columns.type;
  const widths = [
    minimumWidth,
    measure(titleText(box), 'title') + 2 * padding,
    (omitted === null ? 0 : markWidth + measure(omitted, 'type')) + 2 * padding,
    rows + 2 * padding,
  ];
  const lines = box.rows.length + (omitted === null ? 0 : 1);
  return {
    width: Math.ceil(Math.max(...widths)),
    height: METRICS.titleHeight + lines * METRICS.rowHeight + METRICS.bottom,
  };
}

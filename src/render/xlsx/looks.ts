import type { Alignment, Style } from 'exceljs';
import type { SheetColumn } from '../../report/types.ts';
import { BORDER, DATES, FILLS, FONTS } from './styles.ts';

type ColumnType = SheetColumn['type'];

/** Numbers keep a distance to the text of the next column. */
const ALIGNMENT: { readonly [T in ColumnType]: Partial<Alignment> } = {
  text: {},
  code: {},
  number: { horizontal: 'right', indent: 1 },
  date: { horizontal: 'left' },
};

/** What decides how a cell of the table looks. */
interface CellKind {
  readonly type: ColumnType;
  readonly linked: boolean;
  /** Whether people fill it. */
  readonly open: boolean;
}

const looks = new Map<string, Partial<Style>>();

/**
 * How a cell looks; the same object for the same look, for as many cells as have it. exceljs works
 * a style out for every object that it has not met before.
 */
export function lookOf(kind: CellKind): Partial<Style> {
  const key = `${kind.type} ${kind.linked} ${kind.open}`;
  const look = looks.get(key) ?? Object.freeze(makeLook(kind));
  looks.set(key, look);
  return look;
}

function makeLook({ type, linked, open }: CellKind): Partial<Style> {
  const text = type === 'code' ? FONTS.code : FONTS.text;
  return {
    font: linked ? FONTS.link : text,
    fill: open ? FILLS.input : FILLS.locked,
    border: BORDER,
    alignment: { vertical: 'top', wrapText: true, ...ALIGNMENT[type] },
    ...(type === 'date' ? { numFmt: DATES.day } : {}),
    ...(open ? { protection: { locked: false } } : {}),
  };
}

/** How the cell looks that says the row's mark. */
export const MARK_LOOK: Partial<Style> = Object.freeze<Partial<Style>>({
  font: FONTS.label,
  fill: FILLS.locked,
  border: BORDER,
  alignment: { vertical: 'top' },
});

import type { CellValue, Mark, Sheet, SheetColumn, SheetRow } from '../types.ts';

/** A column that migdocs fills and people do not change. */
export function filled(
  key: string,
  title: string,
  width: number,
  over: Partial<SheetColumn> = {},
): SheetColumn {
  return {
    key,
    title,
    width,
    type: 'text',
    input: false,
    choices: null,
    prompt: null,
    tones: {},
    ...over,
  };
}

/** A column that people fill. */
export function input(
  key: string,
  title: string,
  width: number,
  prompt: string | null = null,
  over: Partial<SheetColumn> = {},
): SheetColumn {
  return filled(key, title, width, { input: true, prompt, ...over });
}

/** A row as values by the key of their column; a column without a value is empty. */
export interface RowValues {
  readonly anchor?: string;
  readonly mark?: Mark;
  readonly values: { readonly [key: string]: CellValue };
}

/** A sheet whose rows are given by column keys. */
export function sheet(
  given: Pick<Sheet, 'name' | 'purpose' | 'columns'> &
    Partial<Sheet> & { readonly values: readonly RowValues[] },
): Sheet {
  const { values, ...rest } = given;
  return {
    orientation: 'landscape',
    facts: [],
    spareRows: 0,
    ...rest,
    rows: values.map((one) => sheetRow(rest.columns, one)),
  };
}

function sheetRow(columns: readonly SheetColumn[], { anchor, mark, values }: RowValues): SheetRow {
  return {
    anchor: anchor ?? null,
    mark: mark ?? 'none',
    cells: columns.map((column) => cellValue(values[column.key])),
  };
}

/** An empty text is an empty cell, so that it is not counted. */
function cellValue(value: CellValue | undefined): CellValue {
  return value === undefined || value === '' ? null : value;
}

export function formula(text: string, result: string | number): CellValue {
  return { formula: text, result };
}

/** A link to the row of that id on another sheet. */
export function linkTo(sheetName: string, id: string): CellValue {
  return { text: id, link: { sheet: sheetName, anchor: id } };
}

/** A link when there is one id; the ids as text for several; null for none. */
export function idCell(sheetName: string, ids: readonly string[]): CellValue {
  const [first] = ids;
  if (first === undefined) return null;
  return ids.length === 1 ? linkTo(sheetName, first) : ids.join(', ');
}

/**
 * The longest text that a cell holds is 32,767 characters (Excel's specification and limits);
 * a longer one is cut and says so.
 */
export function cellText(text: string): string {
  const limit = 32_000;
  return text.length <= limit
    ? text
    : `${text.slice(0, limit)}\n… cut; the whole text is in the sign-off document.`;
}

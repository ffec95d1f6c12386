import type {
  CellContent,
  Fact,
  FormField,
  Inline,
  Mark,
  ReportBlock,
  ReportSection,
  TableBlock,
  TableColumn,
  TableRow,
} from './types.ts';

/** What a cell or paragraph is written as; a bare string is plain text. */
export type Written = string | CellContent;

function plain(text: string): Inline {
  return { kind: 'text', text, style: 'plain', link: null };
}

export function strong(text: string): Inline {
  return { kind: 'text', text, style: 'strong', link: null };
}

export function code(text: string): Inline {
  return { kind: 'text', text, style: 'code', link: null };
}

export function muted(text: string): Inline {
  return { kind: 'text', text, style: 'muted', link: null };
}

/** `target` is `#anchor` or an http(s) address; null gives plain text. */
export function link(text: string, target: string | null): Inline {
  return { kind: 'text', text, style: 'plain', link: target };
}

export function paragraph(...content: readonly (string | Inline)[]): ReportBlock {
  return { kind: 'paragraph', content: content.map(inline) };
}

export function subheading(text: string): ReportBlock {
  return { kind: 'subheading', text };
}

export function list(items: readonly (string | readonly (string | Inline)[])[]): ReportBlock {
  return {
    kind: 'list',
    ordered: false,
    items: items.map((item) => (typeof item === 'string' ? [plain(item)] : item.map(inline))),
  };
}

export function callout(
  tone: 'info' | 'warning' | 'danger',
  title: string,
  ...content: readonly (string | Inline)[]
): ReportBlock {
  return { kind: 'callout', tone, title, content: content.map(inline) };
}

export function codeBlock(
  language: 'sql' | 'ruby' | 'text' | 'diff',
  text: string,
  caption: string | null = null,
): ReportBlock {
  return { kind: 'code', language, text, caption };
}

export function fact(label: string, ...value: readonly Written[]): Fact {
  return { label, value: value.map(content) };
}

export function factList(...facts: readonly Fact[]): ReportBlock {
  return { kind: 'facts', facts };
}

/** A table's column; `width` is its share. */
export function column(
  title: string,
  width: number,
  align: TableColumn['align'] = 'left',
): TableColumn {
  return { title, width, align };
}

/** A table's row; a cell is one piece of content or a list of them. */
export function row(
  cells: readonly (Written | readonly Written[])[],
  { mark = 'none', anchor = null }: { mark?: Mark; anchor?: string | null } = {},
): TableRow {
  return { mark, anchor, cells: cells.map(cell) };
}

export function table(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { caption = null, whenEmpty }: { caption?: string | null; whenEmpty: string },
): TableBlock {
  return { kind: 'table', caption, columns, rows, whenEmpty };
}

/** The table without the columns that say nothing in any row. */
export function denseTable(...given: Parameters<typeof table>): TableBlock {
  const block = table(...given);
  const told = block.columns.map((_, at) => block.rows.some(({ cells }) => !isBlank(cells[at])));
  return {
    ...block,
    columns: block.columns.filter((_, at) => told[at]),
    rows: block.rows.map((one) => ({ ...one, cells: one.cells.filter((_, at) => told[at]) })),
  };
}

function isBlank(cell: readonly CellContent[] | undefined): boolean {
  return (cell ?? []).every((piece) => piece.kind === 'text' && piece.text === '');
}

export function section(
  given: Pick<ReportSection, 'anchor' | 'title' | 'blocks'> & Partial<ReportSection>,
): ReportSection {
  return { level: 1, orientation: 'portrait', startsOnNewPage: false, mark: 'none', ...given };
}

/** An empty field that only a person can fill. */
export function field(
  control: FormField['control'],
  tag: string,
  prompt: string,
  { choices = [], value = null }: { choices?: readonly string[]; value?: string | null } = {},
): FormField {
  return { kind: 'field', control, tag, prompt, choices, value };
}

/** The pieces with a comma and a space between them. */
export function joined(pieces: readonly Inline[]): readonly Inline[] {
  return pieces.flatMap((piece, position) => (position === 0 ? [piece] : [plain(', '), piece]));
}

function inline(written: string | Inline): Inline {
  return typeof written === 'string' ? plain(written) : written;
}

function content(written: Written): CellContent {
  return typeof written === 'string' ? plain(written) : written;
}

function cell(written: Written | readonly Written[]): readonly CellContent[] {
  if (typeof written === 'string' || 'kind' in written) return [content(written)];
  return written.map(content);
}

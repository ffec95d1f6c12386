import { type DiffBlock, type DiffLine, MARKS } from '../../report/types.ts';
import type { Paint } from './colour.ts';

/** The longest name that stands in a column; the definition of a longer one goes below it. */
const NAME_LIMIT = 34;
/** What a definition should have at least, for which names give way on a narrow terminal. */
const DEFINITION_WIDTH = 30;
const MARK_WIDTH = 4;
const GAP = '  ';

/** The heading with its summary, which goes below it where both do not fit on one line. */
export function headingLines(block: DiffBlock, width: number, paint: Paint): readonly string[] {
  const heading = `${MARKS[block.mark].symbol} ${block.heading}`;
  const painted = paint(block.mark, heading);
  if (length(heading) + GAP.length + length(block.summary) <= width) {
    return [`${painted}${GAP}${paint('muted', block.summary)}`];
  }
  const below = wrap(block.summary, width - MARK_WIDTH);
  return [painted, ...below.map((line) => `${' '.repeat(MARK_WIDTH)}${paint('muted', line)}`)];
}

/** The lines of a block, in aligned columns: mark, object, name, definition. */
export function blockLines(block: DiffBlock, width: number, paint: Paint): readonly string[] {
  const objectWidth = Math.max(0, ...block.lines.map(({ object }) => length(object)));
  const room = width - MARK_WIDTH - objectWidth - 2 * GAP.length - DEFINITION_WIDTH;
  const limit = Math.min(NAME_LIMIT, Math.max(10, room));
  const names = block.lines.map(({ name }) => length(name)).filter((n) => n <= limit);
  const nameWidth = Math.max(0, ...names);
  const indent =
    MARK_WIDTH + objectWidth + GAP.length + (nameWidth === 0 ? 0 : nameWidth + GAP.length);
  return block.lines.flatMap((line) => {
    const head = `${pad(line.object, objectWidth)}${GAP}${pad(line.name, nameWidth)}`;
    const isLong = length(line.name) > nameWidth;
    const mark = `  ${MARKS[line.mark].symbol} `;
    const texts = wrappedTexts(line, Math.max(20, width - indent));
    const [first = '', ...rest] = isLong ? ['', ...texts] : texts;
    const shown = `${paint(line.mark, `${mark}${head}`)}${first && GAP}${first}`;
    return [shown.trimEnd(), ...rest.map((text) => `${' '.repeat(indent)}${text}`.trimEnd())];
  });
}

/** The definition, or what is different about it. */
function wrappedTexts(line: DiffLine, width: number): readonly string[] {
  if (line.differences.length === 0) return wrap(line.definition, width);
  const labelWidth = Math.max(...line.differences.map(({ property }) => length(property)));
  return line.differences.flatMap(({ property, before, after }) => {
    const hanging = labelWidth + GAP.length;
    const [first = '', ...rest] = wrap(`${before} → ${after}`, Math.max(20, width - hanging));
    return [
      `${pad(property, labelWidth)}${GAP}${first}`,
      ...rest.map((text) => `${' '.repeat(hanging)}${text}`),
    ];
  });
}

/** The text in lines of at most that width; a longer word stands alone. Its own line ends stay. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  if (length(line) <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/\s+/)) {
    const separator = current.trim() === '' ? '' : ' ';
    if (separator && length(current) + 1 + length(word) > width) {
      lines.push(current);
      current = `${indent}${word}`;
    } else {
      current = `${current}${separator}${word}`;
    }
  }
  return [...lines, current];
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - length(text)));
}

/** In characters as people count them, not in code units. */
export function length(text: string): number {
  return [...text].length;
}

import type { Difference } from '../replay/differences.ts';
import type { Terminal } from './terminal.ts';

/** Lines that one side of a difference shows. */
const LINES_OF_A_SIDE = 12;
/** Lines that the differences of one case show together. */
const LINES_OF_A_CASE = 60;
/** Characters before the first that differs, when the beginning of a line is left out. */
const LEAD = 20;

/**
 * The differences of a case, each next to the lines of migrations that name it. A case with very
 * many of them shows first those that its migrations name, and says how many are left out.
 */
export function differingLines(
  differences: readonly Difference[],
  terminal: Terminal,
): readonly string[] {
  const blocks = differences.map((difference) => ({
    named: difference.named.length > 0,
    lines: blockOf(difference, terminal),
  }));
  const all = blocks.flatMap(({ lines }) => lines);
  if (all.length <= LINES_OF_A_CASE) return all;
  const shown: string[] = [];
  let blocksShown = 0;
  for (const { lines } of [...blocks.filter(isNamed), ...blocks.filter((b) => !isNamed(b))]) {
    if (blocksShown > 0 && shown.length + lines.length > LINES_OF_A_CASE) break;
    shown.push(...lines);
    blocksShown += 1;
  }
  const rest = blocks.length - blocksShown;
  const places = rest === 1 ? '1 more place' : `${rest} more places`;
  return rest === 0 ? shown : [...shown, `    … ${places}; --format json has them all`];
}

function isNamed({ named }: { readonly named: boolean }): boolean {
  return named;
}

function blockOf(
  { table, line, predicted, dumped, named }: Difference,
  terminal: Terminal,
): readonly string[] {
  return [
    `    ${table === null ? 'line' : `table ${table}, line`} ${line}`,
    ...side('-', predicted, dumped, terminal.width).map((text) => terminal.style('red', text)),
    ...side('+', dumped, predicted, terminal.width).map((text) => terminal.style('green', text)),
    ...named.map(({ path, line: at, text }) =>
      terminal.style('dim', shortened(`      ${path}:${at}  ${text}`, '', terminal.width)),
    ),
  ];
}

function side(
  sign: '-' | '+',
  lines: readonly string[],
  others: readonly string[],
  width: number,
): readonly string[] {
  const head = `    ${sign} `;
  const shown = lines
    .slice(0, LINES_OF_A_SIDE)
    .map((text, at) => head + shortened(text, others[at] ?? '', width - head.length));
  const rest = lines.length - shown.length;
  const more = rest === 1 ? '1 more line' : `${rest} more lines`;
  return [...shown, ...(rest === 0 ? [] : [`${head}… ${more}`])].map((text) => text.trimEnd());
}

/** A line that is longer than that, from a little before where it differs from the other one. */
export function shortened(text: string, other: string, width: number): string {
  const letters = [...text];
  if (letters.length <= width) return text;
  const from = Math.max(0, firstDifference(letters, [...other]) - LEAD);
  if (from === 0 || from + LEAD * 2 <= width) return `${letters.slice(0, width - 1).join('')}…`;
  const until = from + width - 2;
  return `…${letters.slice(from, until).join('')}${until < letters.length ? '…' : ''}`;
}

function firstDifference(letters: readonly string[], others: readonly string[]): number {
  const at = letters.findIndex((letter, index) => letter !== others[index]);
  return others.length === 0 || at < 0 ? 0 : at;
}

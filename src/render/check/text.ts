import type { CheckFinding, CheckGroup, CheckReport, Excerpt } from '../../report/check/types.ts';
import { type Paint, painter } from '../text/colour.ts';
import { length, wrap } from '../text/layout.ts';
import { visible } from '../text/visible.ts';

export interface CheckTextOptions {
  /** ANSI colours; words say the same without. */
  readonly colour: boolean;
  /** In characters. Code is never broken. */
  readonly width: number;
  /** Whether the line that names a finding is broken: for people, not for editors and `grep`. */
  readonly breaksHeads: boolean;
}

/** Lines of text that are put together, each without its line end. */
type Lines = readonly string[];

/** Width of the labels beside notes. */
const LABEL = 'evidence'.length;

/** How the lines are laid out. */
type Layout = Omit<CheckTextOptions, 'colour'> & { readonly paint: Paint };

/** What `migdocs check` prints, in the form of a compiler's messages. Ends with a line end. */
export function renderCheckText(report: CheckReport, options: CheckTextOptions): string {
  const { colour } = options;
  const layout: Layout = { ...options, paint: painter(colour) };
  const parts: readonly Lines[] = [
    ...report.groups.flatMap((group) => groupLines(group, layout)),
    suppressedLines(report, layout),
    listLines('No findings', report.clean, layout),
    listLines('Assumed', report.assumptions, layout),
    closingLines(report, layout),
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n');
  return visible(`${text}\n`, { colour });
}

function groupLines(group: CheckGroup, layout: Layout): readonly Lines[] {
  const { title, note, findings } = group;
  const { paint, width } = layout;
  const head = [
    paint('strong', title),
    ...(note === '' ? [] : wrap(note, width).map((line) => paint('muted', line))),
  ];
  return [head, ...findings.map((finding) => findingLines(finding, layout))];
}

function findingLines(finding: CheckFinding, layout: Layout): Lines {
  const gutter = gutterOf(finding.excerpt);
  const note = (label: string, text: string) => noteLines(label, text, gutter, layout);
  return [
    ...headLines(finding, layout),
    ...excerptLines(finding, gutter, layout),
    ...finding.locks.flatMap((lock, position) => note(position === 0 ? 'locks' : '', lock)),
    ...note('evidence', finding.evidence),
    ...note('why', finding.why),
    ...insteadLines(finding, gutter, layout),
    ...note('see', finding.reference),
  ];
}

/** Place, severity, rule and message; on one line where editors and `grep` read it. */
function headLines(
  { place, where, severity, rule, message }: CheckFinding,
  { width, breaksHeads, paint }: Layout,
): Lines {
  const at = place === null ? '' : `${where} `;
  const painted = `${paint('strong', at)}${paint(severity, `${severity} ${rule}`)}:`;
  const whole = `${at}${severity} ${rule}: ${message}`;
  if (!breaksHeads || length(whole) <= width) return [`${painted} ${message}`];
  return [painted, ...wrap(message, width - 2).map((line) => `  ${line}`)];
}

/** Room for the number of the last line. */
function gutterOf(excerpt: Excerpt | null): number {
  return Math.max(3, String(excerpt?.lines.at(-1)?.number ?? '').length + 1);
}

/** The statement's lines with a caret under its start. */
function excerptLines(
  { excerpt, severity }: CheckFinding,
  gutter: number,
  { width, paint }: Layout,
): Lines {
  if (excerpt === null) return [];
  const bar = paint('muted', '|');
  const room = Math.max(20, width - gutter - 3);
  const numbered = excerpt.lines.map(({ number, text }) => {
    const label = paint('muted', String(number).padStart(gutter));
    return `${label} ${bar} ${clipped(text, room)}`.trimEnd();
  });
  const [first = '', ...rest] = numbered;
  const start = excerpt.lines[0]?.text.slice(0, excerpt.indent) ?? '';
  const caret = start.replace(/[^\t]/g, ' ');
  const blank = ' '.repeat(gutter);
  return [
    first,
    ...(length(start) < room ? [`${blank} ${bar} ${caret}${paint(severity, '^')}`] : []),
    ...rest,
    ...(excerpt.goesOn ? [`${blank} ${bar} …`] : []),
  ];
}

function clipped(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

function noteLines(label: string, text: string, gutter: number, { width, paint }: Layout): Lines {
  if (text === '') return [];
  const indent = gutter + 1;
  const lines = wrap(text, Math.max(30, width - indent - LABEL - 2));
  return lines.map((line, position) => {
    const shown = position === 0 ? paint('muted', label) : '';
    const room = ' '.repeat(LABEL - (position === 0 ? length(label) : 0));
    return `${' '.repeat(indent)}${shown}${room}  ${line}`;
  });
}

function insteadLines({ instead }: CheckFinding, gutter: number, layout: Layout): Lines {
  if (instead.kind !== 'code') return noteLines('instead', instead.text, gutter, layout);
  const indent = ' '.repeat(gutter + 1);
  const code = instead.text.split('\n').map((line) => (line === '' ? '' : `${indent}    ${line}`));
  return [`${indent}${layout.paint('muted', 'instead')}`, '', ...code, ''];
}

function suppressedLines({ suppressed }: CheckReport, { width, paint }: Layout): Lines {
  if (suppressed.length === 0) return [];
  const listed = suppressed.flatMap((finding) => [
    `  ${finding.where} ${finding.severity} ${finding.rule}: ${finding.message}`,
    ...wrap(finding.suppression, width - 4).map((line) => `    ${line}`),
  ]);
  return [paint('strong', 'Suppressed'), ...listed];
}

function listLines(title: string, items: Lines, { width, paint }: Layout): Lines {
  if (items.length === 0) return [];
  const listed = items.flatMap((item) =>
    wrap(item, width - 4).map((line, position) => (position === 0 ? `  ${line}` : `    ${line}`)),
  );
  return [paint('strong', title), ...listed];
}

function closingLines(
  { summary, review, hint, verdict, failed }: CheckReport,
  { width, paint }: Layout,
): Lines {
  return [
    ...wrap(summary, width).map((line) => paint(failed ? 'danger' : 'strong', line)),
    ...wrap(review, width),
    ...(verdict === '' ? [] : wrap(verdict, width)),
    ...(hint === '' ? [] : [paint('muted', hint)]),
  ];
}

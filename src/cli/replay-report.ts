import type { ObjectReference } from '../model/change.ts';
import { formatLocation } from '../model/source.ts';
import type { LeftOut } from '../project/history/plans.ts';
import { FORMAT_VERSION, type ReplaySummary } from '../replay/document.ts';
import type { Outcome, ReplayedCase } from '../replay/replay.ts';
import { count, objectWord } from '../report/words/index.ts';
import { differingLines } from './differing-lines.ts';
import { equalLinesOnce } from './equal-lines.ts';
import type { Terminal } from './terminal.ts';

/** Prints a replay case by case, so that a long history needs no memory. */
export interface ReplayReport {
  readonly add: (result: ReplayedCase) => void;
  readonly end: (summary: ReplaySummary) => void;
}

/** Drifted objects, or statements that were not understood, that a case names. */
const NAMED_AT_MOST = 12;

/** The cases that were not exact, each with its differences next to its migrations, then the figures. */
export function textReport(terminal: Terminal): ReplayReport {
  return {
    add: (result) => {
      if (result.outcome !== 'exact' && result.outcome !== 'tooOld')
        terminal.print(caseText(result, terminal));
    },
    end: (summary) => terminal.print(summaryText(summary)),
  };
}

/** One `ReplayDocument`, a case a line. */
export function jsonReport(terminal: Terminal): ReplayReport {
  let before = `{"formatVersion": ${FORMAT_VERSION}, "cases": [\n`;
  return {
    add: (result) => {
      terminal.print(`${before}${JSON.stringify(result)}`);
      before = ',';
    },
    end: (summary) => {
      const opening = before === ',' ? '' : before;
      terminal.print(`${opening}], "summary": ${JSON.stringify(summary, null, 2)}}`);
    },
  };
}

function caseText(result: ReplayedCase, terminal: Terminal): string {
  const { outcome, commit, date, migrations, reason, opaque, differences, drift } = result;
  const drifted = drift.map((object) => `  no migration names the ${nameOf(object)}`);
  const missed = opaque.map(
    ({ source, reason: why }) => `  not understood, ${formatLocation(source)}: ${why}`,
  );
  return [
    `${terminal.style(colourOf(outcome), outcome)}  ${commit.slice(0, 12)}  ${date.slice(0, 10)}`,
    ...migrations.map((path) => `  ${path}`),
    ...(reason === null ? [] : [indented(reason, '  ')]),
    ...firstOf(equalLinesOnce(missed)),
    ...firstOf(drifted),
    ...differingLines(differences, terminal),
    '',
    '',
  ].join('\n');
}

function colourOf(outcome: Outcome): 'red' | 'yellow' | 'green' {
  if (outcome === 'exact' || outcome === 'same') return 'green';
  return outcome === 'drifted' ? 'yellow' : 'red';
}

function nameOf(reference: ObjectReference): string {
  const { table, name } = reference;
  return `${objectWord(reference)} ${table === null ? name : `${table}.${name}`}`;
}

function firstOf(lines: readonly string[]): readonly string[] {
  if (lines.length <= NAMED_AT_MOST) return lines;
  return [...lines.slice(0, NAMED_AT_MOST), `  … ${lines.length - NAMED_AT_MOST} more`];
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

const LEFT_OUT_WORDS: { readonly [R in keyof LeftOut]: string } = {
  noDump: 'the schema file stayed as it was, or came only then',
  editsMigrations: 'older migrations were edited, renamed or removed as well',
  inItsCommits: 'a merge whose commits are cases of their own',
  unreadable: 'the contents are no text, or git does not have them here',
};

const LEFT_OUT_ORDER: readonly (keyof LeftOut)[] = [
  'noDump',
  'editsMigrations',
  'inItsCommits',
  'unreadable',
];

function summaryText(summary: ReplaySummary): string {
  const { judged: all, leftOut } = summary;
  const share = (part: number) => (all === 0 ? '' : `  ${((100 * part) / all).toFixed(1)} %`);
  const rows: readonly (readonly [string, number, string])[] = [
    ['exact', summary.exact, ''],
    ['same', summary.same, '  but for the order of columns or the version line'],
    ['different', summary.different, ''],
    ['refused', summary.refused, '  no prediction was possible'],
  ];
  const apart = [
    [summary.drifted, 'whose dump changes objects that no migration names (drifted)'],
    [summary.tooOld, 'that a Rails older than 5 dumped'],
  ] as const;
  const skipped = LEFT_OUT_ORDER.filter((reason) => leftOut[reason] > 0);
  return [
    `${count(all, 'prediction')} compared with what was committed`,
    ...rows.map(([word, part, rest]) =>
      `  ${word.padEnd(9)} ${String(part).padStart(5)}${share(part)}${rest}`.trimEnd(),
    ),
    ...apart.flatMap(([part, words]) => (part === 0 ? [] : [`Not counted: ${part} ${words}`])),
    ...(skipped.length === 0 ? [] : ['Left out of the commits with new migrations']),
    ...skipped.map(
      (reason) => `  ${String(leftOut[reason]).padStart(5)}  ${LEFT_OUT_WORDS[reason]}`,
    ),
  ].join('\n');
}

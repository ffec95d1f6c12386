import type { LeftOut } from '../project/history/plans.ts';
import type { Difference } from '../replay/differences.ts';
import type { Outcome, ReplayedCase } from '../replay/replay.ts';
import { judged, shares, type Tally } from '../replay/tally.ts';
import type { Terminal } from './terminal.ts';

/** Prints a replay case by case, so that a long history needs no memory. */
export interface ReplayReport {
  readonly add: (result: ReplayedCase) => void;
  readonly end: (tally: Tally, leftOut: LeftOut) => void;
}

const LINES_AT_MOST = 12;

/** The cases that were not exact, each with its differences next to its migrations, then the figures. */
export function textReport(terminal: Terminal): ReplayReport {
  return {
    add: (result) => {
      if (result.outcome !== 'exact' && result.outcome !== 'tooOld')
        terminal.print(caseText(result, terminal));
    },
    end: (tally, leftOut) => terminal.print(summaryText(tally, leftOut)),
  };
}

/** One JSON document: `{ "cases": [...], "summary": {...} }`. */
export function jsonReport(terminal: Terminal): ReplayReport {
  let first = true;
  return {
    add: (result) => {
      terminal.print(`${first ? '{"cases": [' : ','}\n${JSON.stringify(result)}`);
      first = false;
    },
    end: (tally, leftOut) => {
      const summary = { ...tally, judged: judged(tally), percent: shares(tally), leftOut };
      terminal.print(
        `${first ? '{"cases": [' : ''}\n], "summary": ${JSON.stringify(summary, null, 2)}}`,
      );
    },
  };
}

function caseText(result: ReplayedCase, terminal: Terminal): string {
  const { outcome, commit, date, migrations, reason, opaque, differences, drift } = result;
  const drifted = drift.map(
    ({ type, table, name }) =>
      `  no migration names the ${type} ${table === null ? name : `${table}.${name}`}`,
  );
  const missed = opaque.map(
    ({ source, reason: why }) => `  not understood, ${source.path}:${source.line}: ${why}`,
  );
  return [
    `${terminal.style(colourOf(outcome), outcome)}  ${commit.slice(0, 12)}  ${date.slice(0, 10)}`,
    ...migrations.map((path) => `  ${path}`),
    ...(reason === null ? [] : [indented(reason, '  ')]),
    ...missed,
    ...drifted,
    ...differences.flatMap((difference) => differenceText(difference, terminal)),
    '',
    '',
  ].join('\n');
}

function colourOf(outcome: Outcome): 'red' | 'yellow' | 'green' {
  if (outcome === 'exact' || outcome === 'same') return 'green';
  return outcome === 'drifted' ? 'yellow' : 'red';
}

function differenceText(difference: Difference, terminal: Terminal): readonly string[] {
  const { table, line, predicted, dumped, named } = difference;
  return [
    `    ${table === null ? 'line' : `table ${table}, line`} ${line}`,
    ...cut(predicted).map((text) => terminal.style('red', `    - ${text}`)),
    ...cut(dumped).map((text) => terminal.style('green', `    + ${text}`)),
    ...named.map(({ path, line: at, text }) =>
      terminal.style('dim', `      ${path}:${at}  ${text}`),
    ),
  ];
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= LINES_AT_MOST) return lines;
  return [...lines.slice(0, LINES_AT_MOST), `… ${lines.length - LINES_AT_MOST} more lines`];
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

const LEFT_OUT_WORDS: { readonly [R in keyof LeftOut]: string } = {
  noDump: 'add migrations and do not change the schema file',
  editsMigrations: 'also edit, rename or remove older migrations',
  inItsCommits: 'are merges whose commits are cases of their own',
  unreadable: 'have contents that are no text, or that this clone lacks',
};

const LEFT_OUT_ORDER: readonly (keyof LeftOut)[] = [
  'noDump',
  'editsMigrations',
  'inItsCommits',
  'unreadable',
];

function summaryText(tally: Tally, leftOut: LeftOut): string {
  const all = judged(tally);
  const share = (count: number) => (all === 0 ? '' : `  ${((100 * count) / all).toFixed(1)} %`);
  const rows: readonly (readonly [string, number, string])[] = [
    ['exact', tally.exact, share(tally.exact)],
    ['same', tally.same, `${share(tally.same)}  but for the order of columns or the version line`],
    ['different', tally.different, share(tally.different)],
    ['refused', tally.refused, `${share(tally.refused)}  no prediction was possible`],
  ];
  const apart = [
    [tally.drifted, 'whose dump changes objects that no migration names (drifted)'],
    [tally.tooOld, 'that a Rails older than 5 dumped'],
  ] as const;
  const skipped = LEFT_OUT_ORDER.filter((reason) => leftOut[reason] > 0);
  return [
    `${all} predictions compared with what was committed`,
    ...rows.map(([word, count, rest]) =>
      `  ${word.padEnd(9)} ${String(count).padStart(5)}${rest}`.trimEnd(),
    ),
    ...apart.flatMap(([count, words]) => (count === 0 ? [] : [`Not counted: ${count} ${words}`])),
    ...(skipped.length === 0 ? [] : ['Left out, commits that']),
    ...skipped.map(
      (reason) => `  ${String(leftOut[reason]).padStart(5)}  ${LEFT_OUT_WORDS[reason]}`,
    ),
  ].join('\n');
}

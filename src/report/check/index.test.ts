import { describe, expect, test } from 'vitest';
import {
  byUser,
  checkInput,
  dropNotesHazard,
  hazard,
  INDEXES,
  releaseHazard,
} from '../../testing/check-input.ts';
import { buildCheckReport } from './index.ts';

describe('order', () => {
  const report = buildCheckReport(checkInput());

  test('findings stand by migration and line, those of the release last', () => {
    expect(report.document.findings.map(({ id }) => id)).toEqual(['R1', 'R4', 'R3', 'R2']);
    expect(report.groups.map(({ title, findings }) => [title, findings.length])).toEqual([
      ['AddIndexes', 2],
      ['The release as a whole', 1],
    ]);
  });

  test('in a list of its own the most severe comes first', () => {
    const late = hazard({ ...byUser, severity: 'danger' });
    const early = hazard({ severity: 'warning' });
    const { findings } = buildCheckReport(checkInput([early, late]));
    expect(findings.map(({ severity }) => severity)).toEqual(['danger', 'warning']);
  });

  test('on one statement what running it does comes before what taking it back does', () => {
    const back = hazard({ rule: 'unsafe-down', direction: 'down' });
    const info = hazard({ rule: 'other', severity: 'info' });
    const { findings } = buildCheckReport(checkInput([back, info, hazard()])).document;
    expect(findings.map(({ rule }) => rule)).toEqual([
      'add-index-blocking',
      'other',
      'unsafe-down',
    ]);
  });

  test('a finding on the way back that stands in a file of its own belongs to its migration', () => {
    const path = 'migrations/000001_create.up.sql';
    const down = { path: 'migrations/000001_create.down.sql', line: 1, column: 1, endLine: 1 };
    const input = checkInput([hazard({ direction: 'down', step: null, source: down })]);
    const migrations = input.migrations.map((each, position) =>
      position === 0 ? { ...each, path, name: 'create' } : each,
    );
    expect(buildCheckReport({ ...input, migrations }).groups.map(({ title }) => title)).toEqual([
      'create',
    ]);
  });
});

describe('suppressed findings', () => {
  const report = buildCheckReport(checkInput([dropNotesHazard], { failOn: 'info' }));

  test('are listed with their reasons and in no group', () => {
    expect(report.groups).toEqual([]);
    expect(report.suppressed.map(({ suppression }) => suppression)).toEqual([
      expect.stringContaining('because: nobody reads it.'),
    ]);
    expect(report.summary).toBe('No findings in 2 migrations; 1 suppressed.');
  });

  test('do not make the command fail, and count for no severity', () => {
    expect(report.document).toMatchObject({
      failed: false,
      severity: null,
      counts: { danger: 0, warning: 0, info: 0, suppressed: 1 },
    });
  });

  test('their migration is not listed as one without findings', () => {
    expect(report.clean.join()).not.toContain('drop_notes');
    expect(report.clean.join()).toContain('add_indexes');
  });
});

test.each([
  ['danger', true],
  ['warning', true],
  ['info', true],
  [null, false],
] as const)('with the threshold %s, a danger fails: %s', (failOn, failed) => {
  expect(buildCheckReport(checkInput([hazard()], { failOn })).failed).toBe(failed);
});

test('a warning is below the threshold of danger', () => {
  const { failed, verdict } = buildCheckReport(checkInput([byUser], { failOn: 'danger' }));
  expect({ failed, verdict }).toEqual({ failed: false, verdict: '' });
});

describe('what was said is not said again', () => {
  const [first, second] =
    buildCheckReport(checkInput()).groups.flatMap(({ findings }) => findings) ?? [];

  test('the reason stands at the first finding of a rule', () => {
    expect(first?.why).toMatch(/^CREATE INDEX holds SHARE/);
    expect(second?.why).toBe('');
    expect(second?.reference).toBe('');
  });

  test('a remedy that differs in names points to the first', () => {
    expect(first?.instead).toMatchObject({ kind: 'code', language: 'ruby' });
    expect(second?.instead).toMatchObject({
      kind: 'above',
      text: 'as at line 3, with its own names',
    });
  });

  test('a danger is explained in every migration, all else once', () => {
    const later = { step: 2, source: dropNotesHazard.source } as const;
    const rulesOf = (severity: 'danger' | 'warning') =>
      buildCheckReport(
        checkInput([hazard({ severity }), hazard({ severity, ...later })]),
      ).groups.map(({ findings }) => findings[0]?.why !== '');
    expect(rulesOf('danger')).toEqual([true, true]);
    expect(rulesOf('warning')).toEqual([true, false]);
  });

  test('a remedy that says something else is shown', () => {
    const other = hazard({ ...byUser, instead: 'Leave it out.' });
    const [group] = buildCheckReport(checkInput([hazard(), other])).groups;
    expect(group?.findings[1]?.instead).toMatchObject({ kind: 'sentence', text: 'Leave it out.' });
  });

  test('the source is shown once for several findings on one statement', () => {
    const other = hazard({ rule: 'other' });
    const [group] = buildCheckReport(checkInput([hazard(), other])).groups;
    expect(group?.findings.map(({ excerpt }) => excerpt !== null)).toEqual([true, false]);
  });

  test('each finding of the list by severity says all', () => {
    for (const { why, reference, instead } of buildCheckReport(checkInput()).findings) {
      expect(why).not.toBe('');
      expect(reference).not.toBe('');
      expect(instead.kind).not.toBe('above');
    }
  });
});

test('a wait tells how large its table is, of which day, and nothing of a table that the release creates', () => {
  const [finding] = buildCheckReport(checkInput([hazard()])).findings;
  expect(finding?.evidence).toContain('users has about 1,200,000 rows (stated 2026-01-01).');
});

test('a finding about the release is placed at its first migration for those that need a place', () => {
  const report = buildCheckReport(checkInput([releaseHazard], { repositoryPrefix: 'backend/' }));
  expect(report.findings[0]?.repositoryPlace).toMatchObject({
    path: `backend/${INDEXES}`,
    line: 1,
  });
  expect(report.document.findings[0]).toMatchObject({ path: null, line: null, operation: null });
});

describe('fingerprints', () => {
  const printOf = (input: ReturnType<typeof checkInput>) =>
    buildCheckReport(input).document.findings.map(({ fingerprint }) => fingerprint);

  test('stay when lines move and when sizes change', () => {
    const source = { path: INDEXES, line: 5, column: 5, endLine: 5 };
    const input = checkInput([hazard()]);
    const moved = checkInput([hazard({ source, message: 'It is larger now.' })], {
      textOf: (path) => `\n\n${input.textOf(path)}`,
    });
    expect(printOf(moved)).toEqual(printOf(input));
  });

  test('tell apart two findings that are alike', () => {
    const [one, other] = printOf(checkInput([hazard(), hazard()]));
    expect(other).toBe(`${one}:2`);
  });

  test('differ by rule', () => {
    const [one, other] = printOf(checkInput([hazard(), hazard({ rule: 'other' })]));
    expect(one).not.toBe(other);
  });
});

test('the counts are in the summary, and the reason of the review beside it', () => {
  const { summary, review, verdict } = buildCheckReport(checkInput());
  expect(summary).toBe('1 danger, 1 warning and 1 info in 1 of 2 migrations; 1 suppressed.');
  expect(review).toBe('Review of the release: mandatory review, because its data is lost.');
  expect(verdict).toBe('Exit code 1: there are findings at or above danger (--fail-on).');
});

test('an operation names its findings, its object and who may undo it', () => {
  const [operation] = buildCheckReport(checkInput()).document.operations;
  expect(operation).toMatchObject({
    position: 0,
    kind: 'addIndex',
    object: { type: 'index', table: 'users', name: 'index_users_on_email' },
    class: 'add-index',
    draft: 'tool',
    rollback: 'automatic',
    findings: ['R1'],
  });
});

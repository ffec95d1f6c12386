import { describe, expect, test } from 'vitest';
import type { Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import { rowsOf } from '../testing/build.ts';
import { sampleProposal } from '../testing/proposal.ts';
import { lock } from '../testing/sample/findings.ts';
import { buildFacts } from './facts/index.ts';
import { bandOf, overallBand, scoreRisk } from './risk-score.ts';

const { options } = sampleProposal();
const [first] = buildFacts(sampleProposal()).risks;
if (first === undefined) throw new Error('the sample has risks');
const sample = first;

function score(severity: Severity, locks: readonly LockClaim[], rows: number | null) {
  const sized = rows === null ? {} : rowsOf({ t: rows });
  return scoreRisk({ ...sample, severity, locks }, { ...options, rows: sized });
}

const scan = [lock('t', 'accessExclusive', 'scan')];

describe('a risk is scored', () => {
  test.each([
    ['danger', null, 16, 'critical'],
    ['danger', 1_000_000, 16, 'critical'],
    ['danger', 999_999, 12, 'high'],
    ['danger', 9_999, 8, 'moderate'],
    ['warning', null, 8, 'moderate'],
    ['warning', 9_999, 4, 'low'],
    ['info', null, 4, 'low'],
  ] as const)('%s on a table of %s rows: %s, %s', (severity, rows, expected, band) => {
    expect(score(severity, scan, rows)).toMatchObject({ score: expected, band });
  });

  test('without regard to the size when nobody waits for long', () => {
    const moment = [lock('t', 'accessExclusive', 'catalog')];
    expect(score('danger', moment, null)).toMatchObject({ likelihood: 3, score: 12 });
    expect(score('danger', [], null)).toMatchObject({ likelihood: 3, score: 12 });
    expect(score('danger', [lock('t', 'accessShare', 'scan')], null).likelihood).toBe(3);
  });

  test('by the largest of its tables', () => {
    const both = [lock('small', 'share', 'indexBuild'), lock('unknown', 'share', 'indexBuild')];
    expect(
      scoreRisk({ ...sample, locks: both }, { ...options, rows: rowsOf({ small: 1 }) }).likelihood,
    ).toBe(4);
  });
});

describe('bands', () => {
  test.each([
    [4, 'low'],
    [5, 'moderate'],
    [9, 'moderate'],
    [10, 'high'],
    [14, 'high'],
    [15, 'critical'],
  ] as const)('%i is %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });

  test('the overall one is the highest, and none without a risk', () => {
    const { risks } = buildFacts(sampleProposal());
    expect(overallBand(risks, options)).toBe('critical');
    expect(
      overallBand(
        risks.filter((risk) => risk.severity === 'warning'),
        options,
      ),
    ).toBe('moderate');
    expect(overallBand([], options)).toBeNull();
  });
});

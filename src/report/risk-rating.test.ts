import { describe, expect, test } from 'vitest';
import type { Certainty, DependencyRelation } from '../model/dependency.ts';
import type { Hazard, Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { RollbackStep } from '../model/rollback.ts';
import { rowsOf } from '../testing/build.ts';
import { sampleProposal } from '../testing/proposal.ts';
import { lock } from '../testing/sample/findings.ts';
import { buildFacts } from './facts/index.ts';
import { ratingOf } from './facts/rating.ts';
import { bandOf, overallBand } from './risk-rating.ts';

const proposal = sampleProposal();
const [first] = proposal.hazards;
if (first === undefined) throw new Error('the sample has risks');
const sample: Hazard = { ...first, step: null };

function score(severity: Severity, locks: readonly LockClaim[], rows: number | null) {
  const sized = rows === null ? {} : rowsOf({ t: rows });
  const options = { ...proposal.options, rows: sized };
  return ratingOf({ ...sample, severity, locks }, { ...proposal, options });
}

const scan = [lock('t', 'accessExclusive', 'scan')];

describe('a risk is scored', () => {
  test.each([
    ['danger', null, 16, 'critical'],
    ['danger', 1_000_000, 20, 'critical'],
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
    const options = { ...proposal.options, rows: rowsOf({ small: 1 }) };
    const rating = ratingOf({ ...sample, locks: both }, { ...proposal, options });
    expect(rating.likelihood).toBe(4);
    expect(rating.reasons[0]).toBe('Likelihood 4: rows of unknown: not known.');
  });

  test('higher where the step cannot be undone or loses data', () => {
    const [undo] = proposal.rollback.steps;
    if (undo === undefined) throw new Error('the sample has steps');
    const hazard: Hazard = { ...sample, severity: 'danger', locks: [], step: undo.undoes };
    const rated = (over: Partial<RollbackStep>) =>
      ratingOf(hazard, {
        ...proposal,
        rollback: { ...proposal.rollback, steps: [{ ...undo, ...over }] },
      });
    expect(rated({ fidelity: 'exact', dataLost: null }).impact).toBe(4);
    expect(rated({ fidelity: 'impossible', dataLost: null }).impact).toBe(5);
    expect(rated({ fidelity: 'schemaOnly', dataLost: 'The notes are gone.' }).impact).toBe(5);
  });

  test('as likely as it gets where code uses what goes away', () => {
    const step = proposal.steps.findIndex(({ changes }) =>
      changes.some((change) => proposal.changes[change]?.kind === 'removed'),
    );
    const changes = proposal.steps[step]?.changes ?? [];
    const hazard: Hazard = { ...sample, severity: 'danger', locks: [], step };
    const rated = (certainty: Certainty, relation: DependencyRelation) => {
      const [known] = proposal.dependencies;
      if (known === undefined) throw new Error('the sample has dependencies');
      const dependencies = [{ ...known, relation, certainty, changes }];
      return ratingOf(hazard, { ...proposal, dependencies });
    };
    const rating = rated('parsed', 'application');
    expect(rating.likelihood).toBe(5);
    expect(rating.reasons[0]).toBe('Likelihood 5: what uses it was found (D1).');
    expect(rated('textual', 'application').likelihood).toBe(3);
    expect(rated('declared', 'index').likelihood).toBe(3);
  });

  test('as unlikely when it happens on the way back alone', () => {
    expect(ratingOf({ ...sample, direction: 'down', locks: scan }, proposal).likelihood).toBe(2);
  });

  test('by the size that a renamed table had before', () => {
    const step = proposal.steps[0];
    if (step === undefined) throw new Error('the sample has steps');
    const operation = { ...step.operation, kind: 'renameTable' as const, from: 'old', to: 't' };
    const options = { ...proposal.options, rows: rowsOf({ old: 1 }) };
    const renamed = { ...proposal, options, steps: [{ ...step, operation }] };
    expect(ratingOf({ ...sample, locks: scan }, renamed).likelihood).toBe(2);
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
    expect(overallBand(risks)).toBe('critical');
    expect(overallBand(risks.filter((risk) => risk.severity === 'warning'))).toBe('high');
    expect(overallBand([])).toBeNull();
  });
});

import type { ChangeKind } from '../../model/change.ts';
import type { DependencyRelation } from '../../model/dependency.ts';
import type { Hazard, Severity } from '../../model/hazard.ts';
import { own } from '../../model/own.ts';
import type { Proposal } from '../../model/proposal.ts';
import { idRanges } from '../by-rule.ts';
import { rowWords, waitsLong } from '../describe/lock.ts';
import { dependencyId } from '../ids.ts';
import { bandOf, type RiskRating } from '../risk-rating.ts';
import { nameBefore } from './name-before.ts';

interface Factor {
  readonly value: number;
  /** A clause without a full stop. */
  readonly because: string;
}

/** What the evidence proposes for a finding: a person confirms or overrides it. */
export function ratingOf(hazard: Hazard, proposal: Proposal): RiskRating {
  const likelihood = likelihoodOf(hazard, proposal);
  const impact = impactOf(hazard, proposal);
  const score = likelihood.value * impact.value;
  return {
    likelihood: likelihood.value,
    impact: impact.value,
    score,
    band: bandOf(score),
    reasons: [
      `Likelihood ${likelihood.value}: ${likelihood.because}.`,
      `Impact ${impact.value}: ${impact.because}.`,
    ],
  };
}

const IMPACTS: { readonly [S in Severity]: number } = { danger: 4, warning: 2, info: 1 };

function impactOf({ severity, step, direction }: Hazard, { rollback }: Proposal): Factor {
  const value = IMPACTS[severity];
  const undo = rollback.steps.find(({ undoes }) => undoes === step);
  if (severity === 'danger' && direction === 'up' && undo?.fidelity === 'impossible') {
    return { value: 5, because: 'the step cannot be undone' };
  }
  if (severity === 'danger' && direction === 'up' && undo != null && undo.dataLost !== null) {
    return { value: 5, because: 'data is lost that no rollback brings back' };
  }
  return { value, because: `the finding is of severity ${severity}` };
}

function likelihoodOf(hazard: Hazard, proposal: Proposal): Factor {
  if (hazard.direction === 'down') {
    return { value: 2, because: 'it happens only when the release is taken back' };
  }
  const users = usersOf(hazard, proposal);
  if (users.length > 0 && hazard.severity === 'danger') {
    const ids = idRanges(users);
    return { value: 5, because: `what uses it was found (${ids})` };
  }
  const waits = hazard.locks.filter(waitsLong).map(({ table }) => waitLikelihood(table, proposal));
  const [likeliest] = waits.toSorted((one, other) => other.value - one.value);
  return likeliest ?? { value: 3, because: 'it depends on the data and on the code that runs' };
}

/** Somebody waits for as long as the table is large. */
function waitLikelihood(table: string, { options, steps }: Proposal): Factor {
  const known = own(options.rows, nameBefore(table, steps));
  const size = `rows of ${table}: ${rowWords(table, known ? { [table]: known } : {})}`;
  if (known === undefined) return { value: 4, because: size };
  if (known.rows >= options.sizes.large) return { value: 5, because: size };
  return { value: known.rows < options.sizes.small ? 2 : 3, because: size };
}

/** Code, reports and systems that use what the step takes away, as a parser or a person says: their ids. */
function usersOf({ step }: Hazard, { steps, changes, dependencies }: Proposal): readonly string[] {
  const own = steps.find((_, position) => position === step)?.changes ?? [];
  const goes = own.filter((change) => GOES.includes(changes[change]?.kind ?? 'added'));
  return dependencies.flatMap(({ relation, certainty, changes: touched }, position) =>
    OUTSIDE.includes(relation) &&
    certainty !== 'textual' &&
    touched.some((change) => goes.includes(change))
      ? [dependencyId(position)]
      : [],
  );
}

/** What an object's users fail on. */
const GOES: readonly ChangeKind[] = ['removed', 'renamed'];

const OUTSIDE: readonly DependencyRelation[] = ['application', 'report', 'external'];

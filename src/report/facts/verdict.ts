import type { ChangeKind } from '../../model/change.ts';
import type { Proposal } from '../../model/proposal.ts';
import { stepId } from '../ids.ts';
import type { ProposalFacts } from '../types.ts';

export function verdictFacts(proposal: Proposal): ProposalFacts['verdict'] {
  const { rollback, changes } = proposal;
  const countOf = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  return {
    severity: proposal.severity,
    review: proposal.review,
    reviewReasons: proposal.reviews.release.reasons,
    gates: proposal.reviews.release.gates,
    fullyReversible: rollback.steps.every((step) => step.fidelity === 'exact'),
    pointOfNoReturn: rollback.pointOfNoReturn === null ? null : stepId(rollback.pointOfNoReturn),
    counts: {
      added: countOf('added'),
      removed: countOf('removed'),
      altered: countOf('altered'),
      renamed: countOf('renamed'),
    },
    opaque: proposal.opaque.length,
  };
}

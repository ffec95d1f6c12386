import type { Proposal } from '../../model/proposal.ts';
import { changeId, dependencyId, riskId, rollbackId, stepId, verificationId } from '../ids.ts';
import type { ProposalFacts } from '../types.ts';
import { ratingOf } from './rating.ts';

export function riskFacts(proposal: Proposal): ProposalFacts['risks'] {
  return proposal.hazards.map((hazard, position) => ({
    ...hazard,
    rating: ratingOf(hazard, proposal),
    id: riskId(position),
    step: stepIdOrNull(hazard.step),
  }));
}

export function dependencyFacts({ dependencies }: Proposal): ProposalFacts['dependencies'] {
  return dependencies.map((dependency, position) => ({
    ...dependency,
    id: dependencyId(position),
    changes: dependency.changes.map(changeId),
  }));
}

export function codeFacts({ projectFacts }: Proposal): ProposalFacts['code'] {
  const { filesRead, references, elsewhere, unparsed } = projectFacts;
  return { filesRead, references, elsewhere, unparsed };
}

export function rollbackFacts({ rollback }: Proposal): ProposalFacts['rollback'] {
  return rollback.steps.map((step, position) => ({
    ...step,
    id: rollbackId(position),
    undoes: stepId(step.undoes),
  }));
}

export function verificationFacts({ verifications }: Proposal): ProposalFacts['verifications'] {
  return verifications.map((verification, position) => ({
    ...verification,
    id: verificationId(position),
    step: stepIdOrNull(verification.step),
  }));
}

function stepIdOrNull(position: number | null): string | null {
  return position === null ? null : stepId(position);
}

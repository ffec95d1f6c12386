import type { Proposal } from '../../model/proposal.ts';
import { changeId, riskId, stepId } from '../ids.ts';
import type { ProposalFacts } from '../types.ts';
import { describeChange } from '../words/index.ts';
import { positionsWhere } from './positions.ts';
import { strictestReview } from './strictest.ts';

export function changeFacts(proposal: Proposal): ProposalFacts['changes'] {
  return proposal.changes.map((change, position) => {
    const steps = positionsWhere(proposal.steps, (step) => step.changes.includes(position));
    const risks = positionsWhere(
      proposal.hazards,
      (hazard) => hazard.step !== null && steps.includes(hazard.step),
    );
    return {
      ...change,
      id: changeId(position),
      words: describeChange(change),
      review: strictestReview(proposal.steps.filter((_, step) => steps.includes(step))),
      steps: steps.map(stepId),
      risks: risks.map(riskId),
    };
  });
}

import type { ProposalFacts } from '../../report/types.ts';

/** The proposal as data, as `schemas/proposal.schema.json` describes it: indented by two, ending with a newline. */
export function renderFacts(facts: ProposalFacts): string {
  return `${JSON.stringify(facts, null, 2)}\n`;
}

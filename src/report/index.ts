import type { Proposal } from '../model/proposal.ts';
import { buildContext } from './context.ts';
import { buildDiffView } from './diff/index.ts';
import { diffInput } from './diff-input.ts';
import { reportIdentity } from './identity.ts';
import { openPointsOf } from './open-points/index.ts';
import { buildSchemaDocument } from './schema-document/index.ts';
import { buildSignOffDocument } from './sign-off/index.ts';
import { buildTracker } from './tracker/index.ts';
import type { ProposalReport } from './types.ts';

/**
 * Says the proposal in the words, numbers and order of the documents.
 *
 * Every document carries the same ids, and every sentence that two of them share has one source.
 * The same proposal gives the same report.
 */
export function buildReport(proposal: Proposal): ProposalReport {
  const diff = buildDiffView(diffInput(proposal));
  const context = buildContext(proposal, diff.schemaFileDiff);
  return {
    identity: reportIdentity(proposal),
    facts: { ...context.facts, openPoints: openPointsOf(context) },
    schemaDocument: buildSchemaDocument(context),
    signOffDocument: buildSignOffDocument(context),
    tracker: buildTracker(context),
    diff,
  };
}

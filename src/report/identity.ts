import type { Proposal } from '../model/proposal.ts';
import { documentId } from './facts/index.ts';
import type { ReportIdentity } from './types.ts';

export function reportIdentity(proposal: Proposal): ReportIdentity {
  return {
    title: proposal.title,
    project: proposal.project,
    classification: proposal.options.classification,
    changeId: proposal.options.changeId,
    documentId: documentId(proposal),
    digest: proposal.digest,
    tool: `${proposal.tool.name} ${proposal.tool.version}`,
    date: proposal.date,
    slug: proposal.slug,
  };
}

import { contentsSection } from '../common/contents.ts';
import type { ReportContext } from '../context.ts';
import type { ReportDocument, ReportSection } from '../types.ts';
import { appendix } from './appendix.ts';
import { backOutPlan } from './back-out.ts';
import { changeDetail } from './change-detail.ts';
import { changeRecord } from './change-record.ts';
import { communicationPlan } from './communication.ts';
import { cover } from './cover.ts';
import { executionRecord, postImplementationReview } from './execution.ts';
import { executiveSummary } from './executive-summary.ts';
import { tableFigures } from './figures.ts';
import { impact } from './impact.ts';
import { implementationPlan } from './implementation.ts';
import { openPoints } from './open-points.ts';
import { reason } from './reason.ts';
import { responsibilities, segregationOfDuties } from './responsibilities.ts';
import { riskAssessment } from './risk-assessment.ts';
import { scope } from './scope.ts';
import { signOffTable } from './sign-off-table.ts';
import { testEvidence } from './test-evidence.ts';
import { verification } from './verification.ts';

/** The proposal that people decide on and sign: the DOCX. */
export function buildSignOffDocument(context: ReportContext): ReportDocument {
  const { facts } = context;
  return {
    title: facts.title,
    subtitle: `Change proposal for the database schema of ${facts.project}`,
    cover: cover(context),
    sections: [contentsSection(), ...sections(context)],
  };
}

/** Sections 1 to 19. The statements of the roles name some of them by number. */
function sections(context: ReportContext): readonly ReportSection[] {
  return [
    changeRecord(context),
    executiveSummary(context),
    reason(),
    scope(context),
    ...changeDetail(context),
    impact(context),
    tableFigures(context),
    ...riskAssessment(context),
    ...implementationPlan(context),
    verification(context),
    ...backOutPlan(context),
    testEvidence(context),
    communicationPlan(context),
    responsibilities(),
    segregationOfDuties(),
    openPoints(context),
    signOffTable(context),
    executionRecord(),
    postImplementationReview(),
    ...appendix(context),
  ];
}

import type { ReportContext } from '../context.ts';
import { openPointsOf } from '../open-points/index.ts';
import { preChecks } from '../pre-checks.ts';
import { formula, type RowValues } from './cells.ts';
import { GO, NO_GO, OPEN, PASS, REVIEW_DONE, STEP_STATUS, YES } from './choices.ts';
import { HIGH_RISKS_OPEN, highRiskCount } from './high-risks.ts';
import { SHEETS } from './names.ts';
import { WHEN_WORDS } from './verification.ts';

interface Gate {
  readonly gate: string;
  readonly criterion: string;
  /** A condition over the other sheets. */
  readonly condition: string;
  /** Whether it holds in a workbook that nobody has filled in yet. */
  readonly holds: boolean;
}

/** Rows of the run sheet that nobody has to do any more. */
export const STEPS_OVER = [STEP_STATUS.done, STEP_STATUS.skipped]
  .map((status) => `COUNTIF([${SHEETS.run}!status],"${status}")`)
  .join('+');

/** What must hold before the change starts, and before it is closed. */
export function gates(context: ReportContext): readonly RowValues[] {
  return [...beforeStart(context), ...beforeClose(context)].map(
    ({ gate, criterion, condition, holds }) => ({
      values: {
        gate,
        criterion,
        status: formula(`IF(${condition},"${GO}","${NO_GO}")`, holds ? GO : NO_GO),
      },
    }),
  );
}

function beforeStart(context: ReportContext): readonly Gate[] {
  const { facts } = context;
  const { dependencies, approvals, changes, notUnderstood, openPoints, rollback } = SHEETS;
  return [
    {
      gate: 'Not understood',
      criterion: 'A person has said what each statement does that was not understood.',
      condition: `COUNTA([${notUnderstood}!finding])=COUNTA([${notUnderstood}!place])`,
      holds: facts.opaque.length === 0,
    },
    {
      gate: 'Review',
      criterion: 'Every change is accepted by its reviewer.',
      condition: `COUNTIF([${changes}!reviewStatus],"${REVIEW_DONE}")=COUNTA([${changes}!id])`,
      holds: facts.changes.length === 0,
    },
    {
      gate: 'Risks',
      criterion: 'No high or critical risk is open.',
      condition: `${HIGH_RISKS_OPEN}=0`,
      holds: highRiskCount(context) === 0,
    },
    {
      gate: 'Open points',
      criterion: 'Every open point is settled or not needed.',
      condition: `COUNTIF([${openPoints}!status],"${OPEN}")=0`,
      holds: openPointsOf(context).length === 0,
    },
    {
      gate: 'Dependencies',
      criterion: 'No dependency is open or blocked.',
      condition: `COUNTIF([${dependencies}!status],"${OPEN}")+COUNTIF([${dependencies}!status],"Blocked")=0`,
      holds: facts.dependencies.length === 0,
    },
    {
      gate: 'Rollback',
      criterion: 'Every rollback step was rehearsed.',
      condition: `COUNTIF([${rollback}!rehearsed],"${YES}")=COUNTA([${rollback}!id])`,
      holds: facts.rollback.length === 0,
    },
    {
      gate: 'Approvals',
      criterion: 'Every role has approved these inputs, or the role does not apply.',
      condition: `COUNTIF([${approvals}!valid],"yes")=COUNTA([${approvals}!role])`,
      holds: facts.roles.length === 0,
    },
  ];
}

function beforeClose(context: ReportContext): readonly Gate[] {
  const { facts } = context;
  const { verification, run } = SHEETS;
  const forward = `[${verification}!when],"${WHEN_WORDS.forward}"`;
  return [
    {
      gate: 'Run sheet',
      criterion: 'Every row of the run sheet is done or skipped.',
      condition: `${STEPS_OVER}=COUNTA([${run}!id])`,
      holds: preChecks(context).length + facts.steps.length === 0,
    },
    {
      gate: 'Verification',
      criterion: 'Every check after the migration has passed.',
      condition: `COUNTIFS(${forward},[${verification}!pass],"${PASS}")=COUNTIF(${forward})`,
      holds: facts.verifications.every((one) => one.when === 'back'),
    },
  ];
}

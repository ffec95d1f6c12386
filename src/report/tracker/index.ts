import type { ReportContext } from '../context.ts';
import type { Workbook } from '../types.ts';
import { approvalsSheet } from './approvals.ts';
import { changesSheet } from './changes.ts';
import { CHOICE_LISTS } from './choices.ts';
import { dependenciesSheet } from './dependencies.ts';
import { inputsSheet } from './inputs.ts';
import { notUnderstoodSheet } from './not-understood.ts';
import { objectsSheet } from './objects.ts';
import { openPointsSheet } from './open-points.ts';
import { orderSheet } from './order.ts';
import { readMeSheet } from './read-me.ts';
import { risksSheet } from './risks.ts';
import { rollbackSheet } from './rollback.ts';
import { runSheet } from './run-sheet.ts';
import { summarySheet } from './summary.ts';
import { verificationSheet } from './verification.ts';

/** The workbook in which a team works through the change: the XLSX. */
export function buildTracker(context: ReportContext): Workbook {
  return {
    sheets: [
      summarySheet(context),
      changesSheet(context),
      dependenciesSheet(context),
      orderSheet(context),
      runSheet(context),
      rollbackSheet(context),
      verificationSheet(context),
      risksSheet(context),
      openPointsSheet(context),
      approvalsSheet(context),
      objectsSheet(context),
      inputsSheet(context),
      notUnderstoodSheet(context),
      readMeSheet(),
    ],
    lists: CHOICE_LISTS,
  };
}

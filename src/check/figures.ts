import { type SurveyedColumn, surveyedColumn } from '../model/survey.ts';
import type { RuleContext } from './context.ts';
import { rowCount } from './size.ts';

/** Day of the survey, `2026-11-20`; empty when there is none. */
export function surveyDay({ survey }: Pick<RuleContext, 'survey'>): string {
  return survey?.takenAt.slice(0, 10) ?? '';
}

/** What was counted of a column; null when nobody counted, and for a column that the release makes. */
export function countsOf(
  table: string,
  column: string,
  context: RuleContext,
): SurveyedColumn | null {
  if (context.isNewColumn(table, column)) return null;
  return surveyedColumn(context.survey, table, column);
}

/** `the survey of 2026-11-20 counted 3 rows with NULL in users.email`; null when nobody counted. */
export function nullsSaid(table: string, column: string, context: RuleContext): string | null {
  const nulls = countsOf(table, column, context)?.nulls;
  if (nulls === undefined) return null;
  const count = nulls === 0 ? 'no row' : rowCount(nulls);
  return `the survey of ${surveyDay(context)} counted ${count} with NULL in ${table}.${column}`;
}

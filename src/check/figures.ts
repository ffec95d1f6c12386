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

/**
 * How many rows of a column hold a value that another row holds as well, beside the first of each; NULLs
 * are distinct from one another. Null when nobody counted.
 */
export function repeatedValues(table: string, column: string, context: RuleContext): number | null {
  const counts = countsOf(table, column, context);
  if (counts?.distinct === undefined || counts.nulls === undefined) return null;
  return counts.rows - counts.nulls - counts.distinct;
}

/** What SET NOT NULL meets in a column, as far as it was counted. */
export function nullsCounted(
  table: string,
  column: string,
  context: RuleContext,
): {
  /** A clause behind a comma: `and fails when a row holds NULL`. */
  readonly fails: string;
  /** What to do about NULLs first, a sentence without its full stop. */
  readonly instead: string;
  /** True when rows with NULL were counted, and nothing before in the release gives them a value. */
  readonly certain: boolean;
} {
  const nulls = countsOf(table, column, context)?.nulls;
  const count = `Count the rows of ${table} whose ${column} is NULL first`;
  const possible = { instead: count, certain: false };
  if (nulls === undefined) return { fails: 'and fails when a row holds NULL', ...possible };
  const day = surveyDay(context);
  if (nulls === 0) {
    return { fails: `and finds no NULL, as the survey of ${day} counted none`, ...possible };
  }
  if (context.isFilled(table, column)) {
    const counted = `${rowCount(nulls)} with NULL, counted on ${day}`;
    return { fails: `and fails when the release leaves one of the ${counted}`, ...possible };
  }
  return {
    certain: true,
    fails: `and fails, as the survey of ${day} counted ${rowCount(nulls)} with NULL`,
    instead: `Give ${rowCount(nulls)} of ${table} a ${column} first (counted on ${day})`,
  };
}

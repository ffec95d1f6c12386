import { type SurveyedIndex, surveyedTable } from '../model/survey.ts';
import type { RuleContext } from './context.ts';
import { surveyDay } from './figures.ts';
import { grouped } from './size.ts';

interface IndexUse {
  /** True when no query used it in the time that the server counts. */
  readonly isUnused: boolean;
  /** A clause: `it was not read from 2026-10-01 to 2026-11-20`. */
  readonly says: string;
}

/** The figures of an index; null when the survey has none. */
export function surveyedIndex(
  table: string,
  index: string,
  { survey }: Pick<RuleContext, 'survey'>,
): SurveyedIndex | null {
  return surveyedTable(survey, table)?.indexes.find(({ name }) => name === index) ?? null;
}

/** Whether queries use an index, as the survey tells it; null when it does not. */
export function indexUse(table: string, index: string, context: RuleContext): IndexUse | null {
  const known = surveyedIndex(table, index, context);
  const day = surveyDay(context);
  if (known?.valid === false) {
    return { isUnused: true, says: `it was invalid on ${day}, so that no query used it` };
  }
  if (!known || known.scans === null) return null;
  const since = context.survey?.countedSince?.slice(0, 10);
  const time = since === undefined ? `up to ${day}` : `from ${since} to ${day}`;
  if (known.scans === 0) return { isUnused: true, says: `it was not read ${time}` };
  return { isUnused: false, says: `it was read ${timesRead(known.scans)} ${time}` };
}

function timesRead(scans: number): string {
  return scans === 1 ? 'once' : `${grouped(scans)} times`;
}

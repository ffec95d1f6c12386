import { surveyedTable } from '../model/survey.ts';
import type { RuleContext } from './context.ts';
import { grouped } from './size.ts';

/** How many use a table at any moment; `unknown` where neither writes nor size are known. */
export type Heat = 'hot' | 'calm' | 'unknown';

/** Writes from which on a lock of a moment is noticed: one in ten seconds, on average. */
const HOT_WRITES_PER_S = 0.1;

/** By the writes that a survey counted, else by the size: a large table is taken for one in heavy use. */
export function heatOf(table: string, context: RuleContext): Heat {
  if (context.isNewTable(table)) return 'calm';
  const rate = writesPerSecond(table, context);
  if (rate !== null) return rate >= HOT_WRITES_PER_S ? 'hot' : 'calm';
  const size = context.sizeOf(table);
  if (size.rows === null) return 'unknown';
  return size.class === 'large' ? 'hot' : 'calm';
}

/** `users (20,000 writes a day)` for a table in heavy use, or with its size; the name alone for others. */
export function withHeat(table: string, context: RuleContext): string {
  if (heatOf(table, context) !== 'hot') return table;
  const rate = writesPerSecond(table, context);
  if (rate === null) return context.withSize(table);
  return `${table} (${grouped(Math.round(rate * SECONDS_A_DAY))} writes a day)`;
}

const SECONDS_A_DAY = 86_400;

/** Null when the survey does not count writes, or does not say since when. */
function writesPerSecond(table: string, { survey }: RuleContext): number | null {
  const writes = surveyedTable(survey, table)?.writes ?? null;
  if (survey === null || writes === null || survey.countedSince === null) return null;
  const seconds = (Date.parse(survey.takenAt) - Date.parse(survey.countedSince)) / 1000;
  return seconds > 0 ? writes / seconds : null;
}

/** `warning` when at least so many of the tables are, or may be, in heavy use; else `info`. */
export function severityByHeat(
  tables: readonly string[],
  atLeast: number,
  context: RuleContext,
): 'warning' | 'info' {
  const hot = tables.filter((table) => heatOf(table, context) !== 'calm');
  return hot.length >= atLeast ? 'warning' : 'info';
}

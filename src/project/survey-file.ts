import { z } from 'zod';
import { InputError } from '../model/errors.ts';
import type { SourceLocation } from '../model/source.ts';
import type { Survey } from '../model/survey.ts';

/** Where a survey lies that nobody names. */
export const SURVEY_NAME = 'migdocs.survey.json';

const count = z.int().nonnegative();
const time = z.iso.datetime({ precision: 0 });

const index = z.strictObject({
  name: z.string(),
  bytes: count.nullable(),
  scans: count.nullable(),
  valid: z.boolean(),
});

const table = z.strictObject({
  name: z.string(),
  rows: count.nullable(),
  rowsAre: z.enum(['estimated', 'counted']),
  bytes: count.nullable(),
  indexBytes: count.nullable(),
  deadRows: count.nullable(),
  writes: count.nullable(),
  analyzedAt: time.nullable(),
  indexes: z.array(index),
});

const column = z.strictObject({
  table: z.string(),
  column: z.string(),
  rows: count,
  nulls: count.exactOptional(),
  distinct: count.exactOptional(),
  longest: count.nullable().exactOptional(),
  matching: z.array(z.strictObject({ pattern: z.string(), rows: count })).exactOptional(),
});

const survey: z.ZodType<Survey> = z.strictObject({
  format: z.literal(1, 'this form is not known; the survey was made by a newer migdocs'),
  server: z.strictObject({
    name: z.enum(['postgresql', 'mysql', 'mariadb', 'sqlite']),
    version: z.string(),
  }),
  takenAt: time,
  countedSince: time.nullable(),
  settings: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  activity: z.strictObject({
    longTransactions: count.nullable(),
    publications: count.nullable(),
    logicalSlots: count.nullable(),
    replicas: count.nullable(),
  }),
  tables: z.array(table),
  columns: z.array(column),
});

const REMEDY = 'Take the survey again with `migdocs survey`.';

/**
 * Reads the text of a `migdocs.survey.json`.
 *
 * @throws {InputError} when it is no JSON, or holds a key or a value that no survey has; the message
 * tells where.
 */
export function readSurvey(text: string, path: string): Survey {
  const result = survey.safeParse(parsedJson(text, path));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join('.') || 'the file';
  throw new InputError(`${path} is not a survey: ${place}: ${issue?.message ?? 'not valid'}`, {
    remedy: REMEDY,
  });
}

function parsedJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : null;
    const location = position ? placeAt(text, Number(position), path) : null;
    throw new InputError(`${location ? '' : `${path} is `}not valid JSON`, {
      location,
      remedy: REMEDY,
    });
  }
}

function placeAt(text: string, offset: number, path: string): SourceLocation {
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  return { path, line, column: (before.at(-1)?.length ?? 0) + 1, endLine: line };
}

import type { Survey } from '../model/survey.ts';
import type { RowsByTable, TableRows } from '../model/table-rows.ts';
import type { Config } from '../project/config.ts';

/** How many rows each table has: as a person stated it, else as the survey found it. */
export function rowsOf(
  { rows = {}, rows_as_of: asOf }: Config,
  survey: Survey | null,
): RowsByTable {
  const stated = Object.entries(rows).map(([table, count]): [string, TableRows] => [
    table,
    { rows: count, basis: 'stated', asOf: asOf ?? null },
  ]);
  return Object.fromEntries([...surveyedRows(survey), ...stated]);
}

function surveyedRows(survey: Survey | null): readonly [string, TableRows][] {
  if (survey === null) return [];
  return survey.tables.flatMap(({ name, rows, rowsAre }): [string, TableRows][] =>
    rows === null ? [] : [[name, { rows, basis: rowsAre, asOf: survey.takenAt.slice(0, 10) }]],
  );
}

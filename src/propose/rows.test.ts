import { expect, test } from 'vitest';
import type { Survey, SurveyedTable } from '../model/survey.ts';
import { rowsOf } from './rows.ts';

function table(
  name: string,
  rows: number | null,
  rowsAre: SurveyedTable['rowsAre'],
): SurveyedTable {
  const figures = { bytes: null, indexBytes: null, deadRows: null, writes: null, analyzedAt: null };
  return { name, rows, rowsAre, ...figures, indexes: [] };
}

const SURVEY: Survey = {
  format: 1,
  server: { name: 'postgresql', version: '16.4' },
  takenAt: '2026-11-20T08:15:00Z',
  countedSince: null,
  settings: [],
  activity: { longTransactions: null, publications: null, logicalSlots: null, replicas: null },
  tables: [
    table('users', 1_200_000, 'estimated'),
    table('orders', 40, 'counted'),
    table('new', null, 'estimated'),
  ],
  columns: [],
};

test('figures of the survey carry its day and tell estimates from counts', () => {
  expect(rowsOf({}, SURVEY)).toEqual({
    users: { rows: 1_200_000, basis: 'estimated', asOf: '2026-11-20' },
    orders: { rows: 40, basis: 'counted', asOf: '2026-11-20' },
  });
});

test('what a person states wins over the survey, table by table', () => {
  const rows = rowsOf({ rows: { users: 5, notes: 7 }, rows_as_of: '2026-11-22' }, SURVEY);
  expect(rows['users']).toEqual({ rows: 5, basis: 'stated', asOf: '2026-11-22' });
  expect(rows['notes']).toEqual({ rows: 7, basis: 'stated', asOf: '2026-11-22' });
  expect(rows['orders']?.basis).toBe('counted');
});

test('without a survey there is what was stated', () => {
  expect(rowsOf({ rows: { users: 5 } }, null)).toEqual({
    users: { rows: 5, basis: 'stated', asOf: null },
  });
});

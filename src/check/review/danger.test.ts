import { expect, test } from 'vitest';
import type { Hazard } from '../../model/hazard.ts';
import { dangerClause } from './danger.ts';

const hazard: Hazard = {
  rule: 'data-delete',
  title: 'Rows are deleted',
  severity: 'danger',
  message: 'The migration deletes rows.',
  why: 'They do not come back.',
  instead: 'Keep a copy.',
  reference: 'https://www.postgresql.org/docs/current/sql-delete.html',
  step: null,
  table: null,
  source: null,
  locks: [],
  evidence: 'static',
  direction: 'up',
  suppression: null,
};

test('goes on in the sentence that it is put into', () => {
  expect(dangerClause(hazard)).toBe('rows are deleted (data-delete)');
});

test.each(['NOT NULL is checked for every row', 'INSTANT changes of a table are numbered'])(
  'keeps the capitals of SQL: %s',
  (title) => {
    expect(dangerClause({ ...hazard, title })).toBe(`${title} (data-delete)`);
  },
);

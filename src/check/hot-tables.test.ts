import { expect, test } from 'vitest';
import type { Survey } from '../model/survey.ts';
import { column, foreignKey } from '../testing/build.ts';
import {
  addColumn,
  changeRows,
  createTable,
  lines,
  setColumnDefault,
} from '../testing/operations.ts';
import { casesOf, checkCase } from '../testing/rule-cases/case.ts';
import { pg, posts } from '../testing/rule-cases/schemas.ts';

const DAY = { countedSince: '2026-11-19T00:00:00Z', takenAt: '2026-11-20T00:00:00Z' };

/** So many writes of users in a day; none is known of other tables. */
function surveyOf(writes: number): Survey {
  const sizes = { bytes: null, indexBytes: null, deadRows: null, analyzedAt: null };
  return {
    format: 1,
    server: { name: 'postgresql', version: '16.4' },
    ...DAY,
    settings: [],
    tables: [{ name: 'users', rows: 50, rowsAre: 'estimated', ...sizes, writes, indexes: [] }],
    columns: [],
    activity: { longTransactions: null, publications: null, logicalSlots: null, replicas: null },
  };
}

const child = createTable({ ...posts, foreignKeys: [foreignKey('user_id', 'users')] });
const severityOf = (
  rule: string,
  operations: ReturnType<typeof lines>,
  rest: Parameters<ReturnType<typeof casesOf>['miss']>[3] = {},
) =>
  checkCase(casesOf(rule).miss('', pg(), operations, rest)).find((each) => each.rule === rule)
    ?.severity;

test('a new table is a warning when it refers to one with many writes', () => {
  const known = (writes: number) => ({ options: { survey: surveyOf(writes) } });
  expect(severityOf('create-table-with-fk', lines(child), known(20_000))).toBe('warning');
  expect(severityOf('create-table-with-fk', lines(child), known(100))).toBe('info');
});

test('the writes of a parent are told', () => {
  const options = { survey: surveyOf(20_000) };
  const [found] = checkCase(
    casesOf('create-table-with-fk').miss('', pg(), lines(child), { options }),
  ).filter(({ rule }) => rule === 'create-table-with-fk');
  expect(found?.message).toContain('blocks writes to users (20,000 writes a day) for a moment');
});

test('without a survey, when it refers to a large one', () => {
  const rows = (users: number) => ({ rows: { users } });
  expect(severityOf('create-table-with-fk', lines(child), rows(5_000_000))).toBe('warning');
  expect(severityOf('create-table-with-fk', lines(child), rows(500))).toBe('info');
  expect(severityOf('create-table-with-fk', lines(child))).toBe('info');
});

test('two tables in one transaction are a warning when both may be in heavy use', () => {
  const both = lines(
    addColumn('users', column('nick', 'text')),
    addColumn('orders', column('note', 'text')),
  );
  expect(severityOf('multi-table-locks', both)).toBe('warning');
  expect(severityOf('multi-table-locks', both, { rows: { users: 10, orders: 5_000_000 } })).toBe(
    'info',
  );
});

test('rows that are picked are a warning behind a schema change, all rows of a large table a danger', () => {
  const mixed = (scope: 'whole' | 'part') =>
    lines(addColumn('orders', column('note', 'text')), changeRows('users', 'update', { scope }));
  expect(severityOf('ddl-and-dml-mixed', mixed('whole'))).toBe('danger');
  expect(severityOf('ddl-and-dml-mixed', mixed('part'))).toBe('warning');
});

test('values that the migration holds are few rows', () => {
  const change = setColumnDefault('users', 'age', null);
  const insert = (text: string) =>
    lines(change, changeRows('orders', 'insert', { scope: 'part', text }));
  expect(severityOf('ddl-and-dml-mixed', insert('INSERT INTO orders (id) VALUES (1)'))).toBe(
    undefined,
  );
  expect(severityOf('ddl-and-dml-mixed', insert('INSERT INTO orders SELECT * FROM users'))).toBe(
    'warning',
  );
});

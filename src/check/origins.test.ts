import { expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { OperationBody } from '../model/operation.ts';
import { applied, column } from '../testing/build.ts';
import { addColumn, createTable, dropColumn, lines, renameColumn } from '../testing/operations.ts';
import { pg, posts, view } from '../testing/rule-cases/schemas.ts';
import { followOrigins, NO_ORIGINS, originalColumn, originalTable } from './origins.ts';

function after(...bodies: OperationBody[]) {
  return followOrigins(NO_ORIGINS, applied(pg(), lines(...bodies), applyOperation)).end;
}

test('a table keeps its first name through renames, and its columns theirs', () => {
  const origins = after(
    renameColumn('users', 'name', 'title'),
    { kind: 'renameTable', from: 'users', to: 'people' },
    { kind: 'renameTable', from: 'people', to: 'members' },
  );
  expect(originalTable(origins, 'members')).toBe('users');
  expect(originalColumn(origins, 'members', 'title')).toBe('name');
  expect(originalColumn(origins, 'members', 'email')).toBe('email');
});

test('a column that was added is new under the name that it was given later, and its name is free', () => {
  const origins = after(
    addColumn('users', column('fresh', 'text')),
    renameColumn('users', 'name', 'old_name'),
    renameColumn('users', 'fresh', 'name'),
  );
  expect(originalColumn(origins, 'users', 'name')).toBeNull();
  expect(originalColumn(origins, 'users', 'old_name')).toBe('name');
});

test('a column that was dropped and added again is new', () => {
  const origins = after(dropColumn('users', 'name'), addColumn('users', column('name', 'text')));
  expect(originalColumn(origins, 'users', 'name')).toBeNull();
});

test('a table that was created is new with all its columns, from its own step on', () => {
  const { steps, end } = followOrigins(
    NO_ORIGINS,
    applied(pg(), lines(createTable(posts)), applyOperation),
  );
  expect(steps.map((each) => originalTable(each, 'posts'))).toEqual([null]);
  expect(originalColumn(end, 'posts', 'title')).toBeNull();
});

test('a table that takes the name of a renamed one has nothing of it', () => {
  const origins = after(
    renameColumn('users', 'name', 'title'),
    { kind: 'renameTable', from: 'users', to: 'people' },
    createTable({ ...posts, name: 'users' }),
  );
  expect(originalTable(origins, 'users')).toBeNull();
  expect(originalTable(origins, 'people')).toBe('users');
  expect(originalColumn(origins, 'people', 'title')).toBe('name');
});

test('a view that the release makes is new, one that it replaces is not', () => {
  const made = { ...view, name: 'totals', materialized: true };
  const before = pg({ views: [view] });
  const operations = lines(
    { kind: 'createView', view: made, replace: false },
    { kind: 'createView', view, replace: true },
  );
  const origins = followOrigins(NO_ORIGINS, applied(before, operations, applyOperation)).end;
  expect(originalTable(origins, 'totals')).toBeNull();
  expect(originalTable(origins, view.name)).toBe(view.name);
});

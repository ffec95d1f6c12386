import { expect, test } from 'vitest';
import type { Hazard } from '../model/hazard.ts';
import { checkCase } from '../testing/rule-cases/case.ts';
import { refutedCases } from '../testing/rule-cases/refuted.ts';

function found(name: string): Hazard | undefined {
  const given = refutedCases.find((each) => each.name === name);
  return given && checkCase(given).find(({ rule }) => rule === given.rule);
}

test('a translation that is left over is no danger', () => {
  const hazard = found('a translation alone breaks nothing');
  expect(hazard?.severity).toBe('info');
  expect(hazard?.instead).toContain('by themselves they break nothing');
});

test('the query for duplicates quotes a word of SQL', () => {
  expect(found('a column whose name is a word of SQL')?.instead).toContain(
    'SELECT `key`, count(*) FROM users',
  );
});

test('a table that is rebuilt by hand keeps its rows, one that is replaced by an empty one does not', () => {
  expect(found('a table that gives its place to a copy')?.severity).toBe('warning');
  expect(found('a table that gives its name to an empty one')?.severity).toBe('danger');
});

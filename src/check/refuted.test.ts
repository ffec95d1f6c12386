import { expect, test } from 'vitest';
import type { Hazard } from '../model/hazard.ts';
import { column } from '../testing/build.ts';
import { addColumn, lines } from '../testing/operations.ts';
import { casesOf, checkCase } from '../testing/rule-cases/case.ts';
import { serverOf } from '../testing/rule-cases/known.ts';
import { refutedCases } from '../testing/rule-cases/refuted.ts';
import { my } from '../testing/rule-cases/schemas.ts';

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

test('a project of SQL gets the query for duplicates as SQL', () => {
  expect(found('a query for a project of SQL')?.instead).toMatch(
    /to find no row: SELECT name, count\(\*\) FROM users .* > 1\.$/,
  );
});

test('a table that is rebuilt by hand keeps its rows, one that is replaced by an empty one does not', () => {
  expect(found('a table that gives its place to a copy')?.severity).toBe('warning');
  expect(found('a table that gives its name to an empty one')?.severity).toBe('danger');
});

test('MariaDB is shown its own manual', () => {
  const operations = lines(addColumn('users', column('nick', 'varchar(255)')));
  const given = casesOf('no-lock-timeout').hit('', my(), operations, '');
  const found = checkCase({ ...given, options: serverOf('mariadb', 11) }).find(
    ({ rule }) => rule === 'no-lock-timeout',
  );
  expect(found?.reference).toMatch(/^https:\/\/mariadb\.com\//);
  expect(found?.why).toContain('86,400 on MariaDB');
});

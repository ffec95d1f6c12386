import { expect, test } from 'vitest';
import type { OperationBody } from '../model/operation.ts';
import { column, index, table } from '../testing/build.ts';
import { addColumn, addIndex, createTable, lines } from '../testing/operations.ts';
import { casesOf, checkCase, OUTSIDE } from '../testing/rule-cases/case.ts';
import { my } from '../testing/rule-cases/schemas.ts';

const RULE = 'non-idempotent-nontransactional';

function severity(...operations: readonly OperationBody[]): string | undefined {
  const given = casesOf(RULE).hit('', my(), lines(...operations), '', OUTSIDE);
  return checkCase(given).find(({ rule }) => rule === RULE)?.severity;
}

test('what stays behind of a new table alone is for information', () => {
  const fresh = createTable(table('plans', [column('id', 'bigint'), column('code', 'int')]));
  expect(severity(fresh, addIndex('plans', index('i', ['code'])))).toBe('info');
  expect(severity(fresh, addColumn('users', column('nick', 'text')))).toBe('warning');
});

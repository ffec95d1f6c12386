import { expect, test } from 'vitest';
import { everyCellWorkbook } from '../../testing/workbook.ts';
import { columnLetters } from './address.ts';
import { resolveFormula } from './formulas.ts';
import { planWorkbook, type SheetPlan } from './plan.ts';

const plans = planWorkbook(everyCellWorkbook());

function planOf(name: string): SheetPlan {
  const plan = plans.find(({ sheet }) => sheet.name === name);
  if (plan === undefined) throw new Error(`There is no sheet ${name}`);
  return plan;
}

test('a key with @ is the cell of its own row, past the column of marks', () => {
  const formula = resolveFormula('[@end]-[@start]', plans, planOf('Run sheet'), 7);
  expect(formula).toBe('I7-H7');
});

test('a key of a sheet is its whole column, spare rows included', () => {
  const formula = resolveFormula('COUNTA([Run sheet!id])', plans, planOf('Summary'), null);
  expect(formula).toBe("COUNTA('Run sheet'!$B$5:$B$12)");
});

test('what is not there is an error', () => {
  const plan = planOf('Summary');
  expect(() => resolveFormula('[@nothing]', plans, plan, 5)).toThrow('no column nothing');
  expect(() => resolveFormula('[Nowhere!id]', plans, plan, 5)).toThrow('not there');
  expect(() => resolveFormula('[@gate]', plans, plan, null)).toThrow('no row');
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

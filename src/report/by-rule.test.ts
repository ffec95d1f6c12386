import { expect, test } from 'vitest';
import { byRule, idRanges, remedyNote } from './by-rule.ts';

const finding = (id: string, rule: string, instead = 'do it later') => ({ id, rule, instead });

test('findings of a rule stand together, where the first of them stood', () => {
  const groups = byRule([finding('R1', 'a'), finding('R2', 'b'), finding('R3', 'a')]);
  expect(groups.map(({ all }) => all.map(({ id }) => id))).toEqual([['R1', 'R3'], ['R2']]);
});

test('three or more ids in a row are given as their first and last', () => {
  expect(idRanges(['R3', 'R4', 'R5', 'R7', 'R9', 'R10'])).toBe('R3 to R5, R7, R9, R10');
});

test('a remedy that names other tables is said to', () => {
  const noteOf = (...given: readonly ReturnType<typeof finding>[]) => byRule(given).map(remedyNote);
  expect(noteOf(finding('R1', 'a'))).toEqual(['']);
  expect(noteOf(finding('R1', 'a'), finding('R2', 'a'))).toEqual(['R1, and R2 alike']);
  expect(noteOf(finding('R1', 'a', 'x'), finding('R2', 'a', 'y'))).toEqual([
    'R1, and R2 alike with their own names',
  ]);
});

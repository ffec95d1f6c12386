import { loadPrism } from '@ruby/prism';
import { expect, test } from 'vitest';
import { allCases } from '../testing/rule-cases/all.ts';
import { checkCase } from '../testing/rule-cases/case.ts';

const parse = await loadPrism();

/** Sentences begin with a capital letter and end with a full stop; all else is Ruby. */
const isProse = (text: string) => /^[A-Z][^\n]*\.$/.test(text);

const advice = allCases.flatMap((each) => {
  const hazards = checkCase(each);
  return hazards.map(({ rule, instead }) => [rule, instead] as const);
});

const code = [
  ...new Map(advice.filter(([, text]) => !isProse(text)).map((pair) => [pair[1], pair])),
];

test('there is code to look at', () => {
  expect(code.length).toBeGreaterThan(40);
});

test.each(code.map(([, pair]) => pair))('what %s advises is Ruby that can be pasted', (_, text) => {
  const { errors } = parse(text);
  expect({ text, errors: errors.map(({ message }) => message) }).toEqual({ text, errors: [] });
});

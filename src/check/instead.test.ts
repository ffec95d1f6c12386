import { loadPrism } from '@ruby/prism';
import { expect, test } from 'vitest';
import { addedColumnCases } from '../testing/rule-cases/added-columns.ts';
import { byServerCases } from '../testing/rule-cases/by-server.ts';
import { checkCase } from '../testing/rule-cases/case.ts';
import { columnCases } from '../testing/rule-cases/columns.ts';
import { columnsByVersionCases } from '../testing/rule-cases/columns-by-version.ts';
import { foreignKeyCases } from '../testing/rule-cases/foreign-keys.ts';
import { indexAndPartitionCases } from '../testing/rule-cases/indexes-and-partitions.ts';
import { objectCases } from '../testing/rule-cases/objects.ts';
import { releaseCases } from '../testing/rule-cases/release.ts';
import { rowCases } from '../testing/rule-cases/rows.ts';
import { structureCases } from '../testing/rule-cases/structure.ts';
import { surroundingCases } from '../testing/rule-cases/surroundings.ts';
import { surveyedCases } from '../testing/rule-cases/surveyed.ts';
import { typeAndPrivilegeCases } from '../testing/rule-cases/types-and-privileges.ts';
import { wayBackCases } from '../testing/rule-cases/way-back.ts';

const parse = await loadPrism();

/** Sentences begin with a capital letter and end with a full stop; all else is Ruby. */
const isProse = (text: string) => /^[A-Z][^\n]*\.$/.test(text);

const advice = [
  ...columnCases,
  ...structureCases,
  ...foreignKeyCases,
  ...objectCases,
  ...releaseCases,
  ...rowCases,
  ...surroundingCases,
  ...wayBackCases,
  ...addedColumnCases,
  ...columnsByVersionCases,
  ...indexAndPartitionCases,
  ...typeAndPrivilegeCases,
  ...byServerCases,
  ...surveyedCases,
].flatMap((each) => {
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

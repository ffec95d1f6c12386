import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, expect, test } from 'vitest';
import { buildReport } from '../../report/index.ts';
import { sampleProposal, unchangedProposal } from '../../testing/proposal.ts';
import { proposalSchema } from '../../testing/proposal-schema.ts';
import { renderFacts } from './index.ts';

let schema: object;
let validate: ValidateFunction;

beforeAll(() => {
  schema = proposalSchema();
  validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
});

test('facts are written with an indent of two and a newline at the end', () => {
  const { facts } = buildReport(sampleProposal());
  const text = renderFacts(facts);
  expect(text.startsWith('{\n  "formatVersion": 1,\n  "tool": {\n')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
  expect(JSON.parse(text)).toEqual(facts);
});

test('the published schema is the one of the type', async () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../schemas/proposal.schema.json');
});

test('the schema says what fields mean, in the words of the type', () => {
  const text = JSON.stringify(schema);
  expect(text).toContain('Id of the first step that cannot be undone exactly; null when all can.');
  expect(text).toContain('"$id":"proposal.schema.json"');
});

test.each([
  ['a proposal with every kind of change', sampleProposal()],
  ['a proposal that changes nothing', unchangedProposal()],
])('what is written for %s is valid', (_, proposal) => {
  validate(JSON.parse(renderFacts(buildReport(proposal).facts)));
  expect(validate.errors ?? []).toEqual([]);
});

test('a wrong value, a missing field and an unknown field are refused', () => {
  const { facts } = buildReport(sampleProposal());
  const { verdict, ...rest } = facts;
  expect(validate({ ...facts, verdict: { ...verdict, review: 'quick' } })).toBe(false);
  expect(validate(rest)).toBe(false);
  expect(validate({ ...facts, extra: 1 })).toBe(false);
});

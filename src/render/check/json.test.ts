import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, expect, test } from 'vitest';
import { buildCheckReport } from '../../report/check/index.ts';
import { checkInput } from '../../testing/check-input.ts';
import { jsonSchemaOf } from '../../testing/json-schema.ts';
import { renderCheckJson } from './json.ts';

let schema: object;
let validate: ValidateFunction;

beforeAll(() => {
  schema = jsonSchemaOf({
    file: 'report/check/document.ts',
    type: 'CheckDocument',
    id: 'check.schema.json',
    title: 'what `migdocs check --format json` prints',
  });
  validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
});

test('the published schema is the one of the type', async () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../schemas/check.schema.json');
});

test.each([
  ['findings of every kind', checkInput()],
  ['no findings', checkInput([])],
  ['no migrations', checkInput([], { migrations: [], steps: [] })],
])('what is written for %s is valid', (_, input) => {
  validate(JSON.parse(renderCheckJson(buildCheckReport(input))));
  expect(validate.errors ?? []).toEqual([]);
});

test('a wrong value, a missing field and an unknown field are refused', () => {
  const { document } = buildCheckReport(checkInput());
  const { findings, ...rest } = document;
  expect(validate({ ...document, reviewLevel: 'quick' })).toBe(false);
  expect(validate(rest)).toBe(false);
  expect(validate({ ...document, extra: 1 })).toBe(false);
  expect(validate({ ...document, findings: [{ ...findings[0], severity: 'error' }] })).toBe(false);
});

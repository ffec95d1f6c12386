import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../model/errors.ts';
import { jsonSchemaOf } from '../testing/json-schema.ts';
import { readSurvey } from './survey-file.ts';

const SURVEY = {
  format: 1,
  server: { name: 'postgresql', version: '16.4' },
  takenAt: '2026-11-20T08:15:00Z',
  countedSince: null,
  settings: [{ name: 'lock_timeout', value: '0' }],
  activity: { longTransactions: 0, publications: 1, logicalSlots: null, replicas: null },
  tables: [
    {
      name: 'users',
      rows: null,
      rowsAre: 'estimated',
      bytes: 8192,
      indexBytes: 0,
      deadRows: 0,
      writes: 3,
      analyzedAt: '2026-11-19T01:02:03Z',
      indexes: [{ name: 'users_pkey', bytes: 8192, scans: null, valid: true }],
    },
  ],
  columns: [
    { table: 'users', column: 'email', rows: 4, nulls: 1, distinct: 3, longest: null },
    { table: 'users', column: 'name', rows: 4, matching: [{ pattern: '^a', rows: 2 }] },
  ],
};

let schema: object;
let validate: ValidateFunction;

beforeAll(() => {
  schema = jsonSchemaOf({
    file: 'model/survey.ts',
    type: 'Survey',
    id: 'survey.schema.json',
    title: 'what `migdocs survey` writes',
  });
  validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
});

test('the published schema is the one of the type', async () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schemas/survey.schema.json');
});

test('a survey comes back as it was written', () => {
  expect(readSurvey(JSON.stringify(SURVEY), 'migdocs.survey.json')).toEqual(SURVEY);
  expect(validate(SURVEY)).toBe(true);
});

function report(text: string): string {
  try {
    readSurvey(text, 'migdocs.survey.json');
  } catch (error) {
    if (error instanceof InputError) return error.report;
    throw error;
  }
  return 'read';
}

describe('what is no survey is refused by the reader and by the published schema', () => {
  const [table] = SURVEY.tables;
  test.each([
    [{ ...SURVEY, extra: 1 }, /is not a survey: the file: .*"extra"/],
    [{ ...SURVEY, format: 2 }, /format: this form is not known/],
    [{ ...SURVEY, takenAt: undefined }, /takenAt: /],
    [{ ...SURVEY, server: { name: 'oracle', version: '23' } }, /server\.name: /],
    [{ ...SURVEY, tables: [{ ...table, rows: 'many' }] }, /tables\.0\.rows: /],
    [
      { ...SURVEY, columns: [{ table: 'users', column: 'a', rows: 1, values: [] }] },
      /columns\.0: /,
    ],
    [[], /the file: /],
  ])('%#', (survey, message) => {
    const text = JSON.stringify(survey);
    expect(report(text)).toMatch(message);
    expect(report(text)).toMatch(/\n {2}Take the survey again/);
    expect(validate(JSON.parse(text))).toBe(false);
  });

  test('figures are whole and not negative, times are of UTC', () => {
    const text = JSON.stringify(SURVEY);
    expect(report(text.replace('"writes":3', '"writes":-3'))).toMatch(/tables\.0\.writes: /);
    expect(report(text.replace('"writes":3', '"writes":0.5'))).toMatch(/tables\.0\.writes: /);
    expect(report(text.replace('08:15:00Z', '08:15:00+01:00'))).toMatch(/takenAt: /);
  });

  test('text that is no JSON is refused with its line', () => {
    expect(report('{\n  "format": 1,\n  oops\n}')).toMatch(
      /^migdocs\.survey\.json:3: not valid JSON/,
    );
  });
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { InputError } from '../model/errors.ts';
import { configSchema, parseConfig } from './config.ts';
import { teamPolicyOf } from './review-settings.ts';

function reportOf(text: string): string {
  try {
    parseConfig(text, 'migdocs.yml');
  } catch (error) {
    if (error instanceof InputError) return error.report;
    throw error;
  }
  return 'accepted';
}

test('an empty file is a configuration without settings', () => {
  expect(parseConfig('', 'migdocs.yml')).toEqual({});
});

test('settings come through as they are written', () => {
  const config = parseConfig('classification: Internal\nrows:\n  users: 8000000\n', 'migdocs.yml');
  expect(config).toEqual({ classification: 'Internal', rows: { users: 8_000_000 } });
});

test('an unknown key is an error with its line and the nearest known key', () => {
  expect(reportOf('title: A\nclasification: Internal\n')).toMatch(
    /^migdocs\.yml:2: unknown key "clasification"; did you mean "classification"\?/,
  );
});

test('an unknown key inside a list entry names its own line and the keys known there', () => {
  expect(reportOf('roles:\n  - id: dba\n    titel: DBA\n')).toMatch(
    /^migdocs\.yml:3: unknown key "titel"; did you mean "title"\?\n {2}Known keys here: id, title, statement\./,
  );
});

test('a value of the wrong kind is an error with its path and line', () => {
  expect(reportOf('title: A\nrows:\n  users: many\n')).toMatch(/^migdocs\.yml:3: rows\.users: /);
});

test('text that is no YAML is an error with its line', () => {
  expect(reportOf('title: A\nroles: [\n')).toMatch(/^migdocs\.yml:\d+: not valid YAML: /);
});

test('the published JSON Schema is that of the configuration', async () => {
  const schema = {
    $id: 'migdocs.schema.json',
    title: 'migdocs.yml',
    ...z.toJSONSchema(configSchema),
  };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schemas/migdocs.schema.json');
});

test.each([
  ['thresholds: {small: 10, large: 5}', /thresholds: small is larger than large/],
  ['roles: [{id: a, title: A}, {id: a, title: B}]', /roles: two roles have the same id/],
  ['engine_version: 16', /engine_version: write it in quotes, such as "16"/],
  ['output: ../elsewhere', /output: lies outside of the project.*--out/],
  ['output: /tmp/elsewhere', /output: lies outside of the project/],
])('%s is refused, with what is wrong about it', (text, message) => {
  expect(() => parseConfig(text, 'migdocs.yml')).toThrow(message);
});

test('a folder with dots in its name lies in the project', () => {
  expect(parseConfig('output: docs/..changes', 'migdocs.yml').output).toBe('docs/..changes');
});

const REVIEW = `review:
  policy:
    - class: add-index-small
      level: thorough
      reason: index names are ours to choose
    - class: rename-column
      level: mandatory
      draft: person
      reason: there is one deploy a week
  tables:
    - tables: ["payments*"]
      level: mandatory
      reason: money
  modifiers:
    - modifier: raw-sql
      effect: none
      reason: everybody here writes SQL
`;

test('a team says how it reviews', () => {
  const { review } = parseConfig(REVIEW, 'migdocs.yml');
  expect(teamPolicyOf(review)).toEqual({
    classes: [
      { class: 'add-index-small', level: 'thorough', reason: 'index names are ours to choose' },
      {
        class: 'rename-column',
        level: 'mandatory',
        draft: 'person',
        reason: 'there is one deploy a week',
      },
    ],
    tables: [{ tables: ['payments*'], level: 'mandatory', reason: 'money' }],
    modifiers: [{ modifier: 'raw-sql', effect: 'none', reason: 'everybody here writes SQL' }],
  });
});

test('an unknown class of the review policy is an error with its line and the nearest known one', () => {
  const text = REVIEW.replace('class: rename-column', 'class: rename-colum');
  expect(reportOf(text)).toMatch(
    /^migdocs\.yml:6: unknown class "rename-colum"; did you mean "rename-column"\?\n {2}Known here: /,
  );
});

test('an unknown key of an override names the keys known there', () => {
  expect(reportOf(REVIEW.replace('draft:', 'drafted:'))).toMatch(
    /^migdocs\.yml:8: unknown key "drafted"; did you mean "draft"\?\n {2}Known keys here: class, level, draft, rollback, reason\./,
  );
});

test.each([
  ['rollback', 'assisted'],
  ['level', 'thorough'],
])('no %s of drop-column is loosened', (key, value) => {
  const text = `review:\n  policy:\n    - {class: drop-column, ${key}: ${value}, reason: we are quick}\n`;
  expect(reportOf(text)).toMatch(
    /^migdocs\.yml:3: review\.policy\.0\.\w+: drop-column stays a human's work/,
  );
});

test('an override without a reason is refused', () => {
  const text = 'review:\n  policy:\n    - {class: rename-column, level: spot}\n';
  expect(reportOf(text)).toMatch(/^migdocs\.yml:3: review\.policy\.0\.reason: say why, in words/);
});

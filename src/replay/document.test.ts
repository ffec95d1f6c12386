import { Ajv, type ValidateFunction } from 'ajv';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migdocs } from '../testing/command-line.ts';
import { jsonSchemaOf } from '../testing/json-schema.ts';
import { type TestRepository, testRepository } from '../testing/repository.ts';

let repository: TestRepository;
let schema: object;
let validate: ValidateFunction;

beforeAll(() => {
  schema = jsonSchemaOf({
    file: 'replay/document.ts',
    type: 'ReplayDocument',
    id: 'replay.schema.json',
    title: 'what `migdocs replay --format json` prints',
  });
  validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
});

beforeEach(() => {
  repository = testRepository();
});

afterEach(() => {
  repository.remove();
});

/** Commits a schema file and a migration that runs these lines. */
function commit(version: number, columns: readonly string[], lines: readonly string[]): void {
  const table = columns.map((column) => `    t.string "${column}"\n`).join('');
  repository.commit({
    'db/schema.rb': `ActiveRecord::Schema[7.1].define(version: ${version}) do\n  create_table "users", force: :cascade do |t|\n${table}  end\n\nend\n`,
    [`db/migrate/${version}_step.rb`]: `class Step < ActiveRecord::Migration[7.1]\n  def change\n${lines.join('\n')}\n  end\nend\n`,
  });
}

async function replayed(): Promise<{ readonly cases: readonly unknown[] }> {
  const { stdout } = await migdocs(
    ...['replay', repository.root, '--engine', 'postgresql', '--format', 'json'],
  );
  return JSON.parse(stdout);
}

test('the published schema is the one of the type', async () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schemas/replay.schema.json');
});

test('what is printed for cases of every kind is valid', async () => {
  commit(20260101000000, ['a'], ['create_table(:users) { |t| t.string :a }']);
  commit(20260102000000, ['a', 'b'], ['add_column :users, :b, :string']);
  commit(20260103000000, ['a', 'c', 'b'], ['add_column :users, :c, :string']);
  commit(20260104000000, ['a', 'c', 'b', 'd'], ['add_column :users, :d, :text']);
  commit(20260105000000, ['a', 'c', 'b', 'd', 'e', 'zebra'], ['add_column :users, :e, :string']);
  commit(20260106000000, ['a'], ['drop_table :accounts']);
  commit(20260107000000, ['a', 'g'], ['add_column :users, unknown(1), :string', '# g']);
  const document = await replayed();
  expect(document).toMatchObject({
    formatVersion: 1,
    summary: { exact: 1, same: 1, different: 2, drifted: 1, refused: 1, shallow: false },
  });
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('what is printed for a history without cases is valid', async () => {
  commit(20260101000000, ['a'], ['create_table(:users) { |t| t.string :a }']);
  const document = await replayed();
  expect(document).toMatchObject({ cases: [], summary: { judged: 0, percent: null } });
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('an unknown outcome and an unknown field are refused', async () => {
  commit(20260101000000, ['a'], ['create_table(:users) { |t| t.string :a }']);
  const document = await replayed();
  expect(validate({ ...document, extra: 1 })).toBe(false);
  expect(validate({ ...document, cases: [{ outcome: 'fine' }] })).toBe(false);
});

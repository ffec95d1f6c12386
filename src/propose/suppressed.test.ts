import { afterEach, expect, test } from 'vitest';
import { loadProject } from '../project/load.ts';
import { type TestProject, testProject } from '../testing/project.ts';
import { judgeProject } from './judge.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "name"
    t.string "nick"
    t.string "email"
  end
end
`;

const projects: TestProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** Rule, severity, who suppresses it and why, of each finding on a migration whose class begins on line 1. */
async function found(
  text: string,
  path = 'db/migrate/20260201000000_step.rb',
  others: { readonly [path: string]: string } = {},
) {
  const schema = path.endsWith('.rb')
    ? { 'db/schema.rb': SCHEMA }
    : { 'db/schema.sql': 'CREATE TABLE users (\n    id bigint,\n    name character varying\n);\n' };
  const config = { 'migdocs.yml': 'engine: postgresql\n' };
  const project = testProject({ ...config, ...schema, ...others, [path]: text });
  projects.push(project);
  const loaded = loadProject({
    root: project.root,
    schema: null,
    database: null,
    migrations: [path],
    base: null,
    to: null,
    engine: null,
  });
  const { hazards } = await judgeProject(loaded);
  return hazards.map(({ rule, severity, source, suppression, message }) => ({
    rule,
    severity,
    line: source?.line,
    by: suppression?.by ?? null,
    reason: suppression?.reason ?? null,
    message,
  }));
}

function ruby(body: string): string {
  return `class Step < ActiveRecord::Migration[7.1]\n${body}\nend\n`;
}

test('a comment with its reason covers the statement below it, and no other', async () => {
  const hazards = await found(
    ruby(`def change
    # migdocs:ignore drop-column -- nobody has read it since March
    remove_column :users, :name, :string
    remove_column :users, :nick, :string
  end`),
  );
  expect(hazards.filter(({ rule }) => rule === 'drop-column')).toMatchObject([
    { severity: 'danger', line: 5, by: null },
    { severity: 'warning', line: 4, by: 'comment', reason: 'nobody has read it since March' },
  ]);
});

test('a comment above change_table covers what is in its block', async () => {
  const hazards = await found(
    ruby(`def change
    # migdocs:ignore drop-column -- unused
    change_table :users do |t|
      t.remove :name, type: :string
      t.remove :nick, type: :string
    end
  end`),
  );
  const drops = hazards.filter(({ rule }) => rule === 'drop-column');
  expect(drops.map(({ line, by }) => [line, by])).toEqual([
    [5, 'comment'],
    [6, 'comment'],
  ]);
});

test('a comment in another place, or for another rule, is said to be of no use', async () => {
  const hazards = await found(
    ruby(`def change
    # migdocs:ignore drop-table -- wrong rule

    remove_column :users, :name, :string # migdocs:ignore all -- wrong word
  end`),
  );
  expect(hazards.find(({ rule }) => rule === 'drop-column')).toMatchObject({ by: null });
  const hygiene = hazards.filter(({ rule }) => rule === 'suppression-hygiene');
  expect(hygiene.map(({ line }) => line)).toEqual([3, 5]);
});

test('safety_assured counts, with the reason that online_migrations takes', async () => {
  const hazards = await found(
    ruby(`def change
    safety_assured("the table is empty") { remove_column :users, :name, :string }
    safety_assured { remove_column :users, :nick, :string }
  end`),
  );
  expect(hazards.filter(({ rule }) => rule === 'drop-column')).toMatchObject([
    { line: 3, severity: 'warning', by: 'safety_assured', reason: 'the table is empty' },
    { line: 4, severity: 'warning', by: 'safety_assured', reason: null },
  ]);
});

test('a finding on the way back is suppressed by its rule, or by unsafe-down', async () => {
  const back = (comment: string) =>
    ruby(`def up
    rename_column :users, :name, :title
  end

  def down
    remove_column :users, :title ${comment}
  end`);
  const drop = async (comment: string) =>
    (await found(back(comment))).find(
      ({ rule, message }) => rule === 'unsafe-down' && message.includes('(drop-column)'),
    );
  expect(await drop('')).toMatchObject({ severity: 'danger', by: null });
  for (const rule of ['drop-column', 'unsafe-down']) {
    expect(await drop(`# migdocs:ignore ${rule} -- kept in the archive`)).toMatchObject({
      severity: 'warning',
      by: 'comment',
      reason: 'kept in the archive',
    });
  }
});

test('safety_assured on the way forward counts on a change that is turned around', async () => {
  const hazards = await found(
    ruby(`def change
    safety_assured { remove_column :users, :name, :string, null: false }
  end`),
  );
  expect(
    hazards.find(({ message }) => message.includes('(add-column-not-null-no-default)')),
  ).toMatchObject({ rule: 'unsafe-down', severity: 'warning', by: 'safety_assured' });
});

test('a comment for the file covers findings about the way back as a whole', async () => {
  const hazards = await found(
    `# migdocs:ignore-file unsafe-down -- rolled back by hand\n${ruby(`def up
    add_column :users, :age, :integer
  end

  def down
  end`)}`,
  );
  expect(hazards.filter(({ rule }) => rule === 'unsafe-down')).toMatchObject([
    { severity: 'info', by: 'comment', reason: 'rolled back by hand' },
  ]);
  expect(hazards.filter(({ rule }) => rule === 'suppression-hygiene')).toEqual([]);
});

test('comments of SQL migrations count alike, on the way down too', async () => {
  const hazards = await found(
    `-- migrate:up
-- migdocs:ignore drop-column -- unused
ALTER TABLE users DROP COLUMN name;
-- migrate:down
ALTER TABLE users ADD COLUMN name character varying NOT NULL; -- migdocs:ignore add-column-not-null-no-default -- the table is empty
`,
    'db/migrations/20260201000000_step.sql',
  );
  expect(hazards.find(({ rule }) => rule === 'drop-column')).toMatchObject({
    severity: 'warning',
    line: 3,
    reason: 'unused',
  });
  expect(hazards.find(({ rule }) => rule === 'unsafe-down')).toMatchObject({
    severity: 'warning',
    line: 5,
    reason: 'the table is empty',
  });
});

test('a file of its own for the way down has comments of its own', async () => {
  const path = 'db/migrations/000002_step.up.sql';
  const down = 'ALTER TABLE users DROP COLUMN mail;\n';
  const hazards = await found('ALTER TABLE users RENAME COLUMN name TO mail;\n', path, {
    'db/migrations/000002_step.down.sql': `-- migdocs:ignore-file unsafe-down -- never run\n${down}`,
  });
  const back = hazards.filter(({ rule }) => rule === 'unsafe-down');
  expect(
    back.map(({ message, reason }) => [message.includes('(drop-column)'), reason]),
  ).toContainEqual([true, 'never run']);
  expect(hazards.filter(({ rule }) => rule === 'suppression-hygiene')).toEqual([]);
});

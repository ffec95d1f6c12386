import { afterEach, expect, test } from 'vitest';
import type { Hazard } from '../model/hazard.ts';
import { loadProject } from '../project/load.ts';
import { type TestProject, testProject } from '../testing/project.ts';
import { judgeProject } from './judge.ts';
import { predictProject } from './predict.ts';
import { waysBack } from './way-back.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "full_name"
    t.string "email", null: false
    t.integer "age", default: 18
    t.index ["email"], name: "index_users_on_email", unique: true
  end
end
`;

const TOOL_SCHEMA =
  'CREATE TABLE users (\n    id bigint NOT NULL,\n    email character varying\n);\n';

const projects: TestProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** A project of Rails whose migrations have these bodies, in order. */
function load(...bodies: readonly string[]) {
  const migrations = bodies.map((body, position) => [
    `db/migrate/2026020${position + 1}000000_step${position + 1}.rb`,
    `class Step${position + 1} < ActiveRecord::Migration[7.1]\n${body}\nend\n`,
  ]);
  return loaded({ 'db/schema.rb': SCHEMA, ...Object.fromEntries(migrations) });
}

function loaded(files: { readonly [path: string]: string }, migrations: readonly string[] = []) {
  const project = testProject({ 'migdocs.yml': 'engine: postgresql\n', ...files });
  projects.push(project);
  return loadProject({
    root: project.root,
    schema: null,
    database: null,
    migrations,
    base: null,
    to: null,
    engine: null,
  });
}

async function ways(...bodies: readonly string[]) {
  const project = load(...bodies);
  return waysBack(project, await predictProject(project));
}

async function unsafe(...bodies: readonly string[]): Promise<readonly Hazard[]> {
  const { hazards } = await judgeProject(load(...bodies));
  return hazards.filter(({ rule }) => rule === 'unsafe-down');
}

test('the last migration goes back first, each over what the later one left', async () => {
  const [last, first] = await ways(
    'def change\nadd_column :users, :nick, :string\nend',
    'def change\nrename_column :users, :nick, :handle\nend',
  );
  expect(last?.applied.map(({ operation }) => operation.kind)).toEqual(['renameColumn']);
  expect(first?.applied.map(({ operation }) => operation)).toMatchObject([
    { kind: 'dropColumn', column: 'nick' },
  ]);
  expect(first?.found).toBe(last?.left);
});

test('one that refuses keeps its reason, and those ahead of it find it undone', async () => {
  const [last, first] = await ways(
    'def change\nadd_column :users, :nick, :string\nend',
    'def change\nremove_column :users, :nick\nend',
  );
  expect(last).toMatchObject({
    applied: [],
    refused: [{ reason: 'remove_column is only reversible if given a type', source: { line: 3 } }],
  });
  expect(first).toMatchObject({ refused: [], applied: [{ operation: { kind: 'dropColumn' } }] });
});

test('one that does not apply keeps the reason and the place', async () => {
  const [way] = await ways(
    'def up\nadd_column :users, :nick, :string\nend\ndef down\nremove_column :users, :nik\nend',
  );
  expect(way).toMatchObject({ applied: [], refused: [{ source: { line: 6 } }] });
  expect(way?.refused[0]?.reason).toContain('nik');
});

test('what goes wrong in reading it costs no more than the way back', async () => {
  const project = load('def up\nadd_column :users, :nick, :string\nend\ndef down\nend');
  const predicted = await predictProject(project);
  const read = () => {
    throw new TypeError('the disk is gone.');
  };
  const [way] = await waysBack({ ...project, files: { read, list: () => [] } }, predicted);
  expect(way).toMatchObject({
    applied: [],
    refused: [{ unread: true, reason: 'migdocs could not work it out (the disk is gone)' }],
  });
});

test('a down that drops what up renamed deletes the data of before', async () => {
  const [hazard, ...others] = await unsafe(
    'def up\nrename_column :users, :full_name, :name\nend\ndef down\nremove_column :users, :name\nend',
  );
  expect(hazard).toMatchObject({
    severity: 'danger',
    direction: 'down',
    step: null,
    table: 'users',
    source: { line: 6 },
    message:
      'Rolling back Step1: users.name is dropped, which is full_name under its new name, so that the data of before the release is deleted for good (drop-column).',
    instead: '# On the way down\nrename_column :users, :name, :full_name',
    locks: [{ table: 'users', blocksReads: true }],
  });
  // The rename of up, which nothing takes back.
  expect(others.map(({ message, source }) => [source?.line, message])).toEqual([
    [
      3,
      'Rolling back Step1: the schema is not what it was before the migration: column users.full_name is not there again.',
    ],
  ]);
});

test('a down that drops the column which another migration of the release renamed, too', async () => {
  const found = await unsafe(
    'def change\nrename_column :users, :full_name, :name\nend',
    'def up\nadd_column :users, :nick, :string\nend\ndef down\nremove_column :users, :name\nend',
  );
  expect(found[0]).toMatchObject({
    severity: 'danger',
    message: expect.stringContaining('users.name is dropped, which is full_name'),
  });
});

test('a down that drops the table which up renamed deletes its rows', async () => {
  const found = await unsafe(
    'def up\nrename_table :users, :people\nend\ndef down\ndrop_table :people\nend',
  );
  expect(found[0]).toMatchObject({
    severity: 'danger',
    message: expect.stringMatching(/^Rolling back Step1: .*people.*\(drop-table\)\.$/),
  });
});

test('a down that adds a column back NOT NULL without a default fails on rows', async () => {
  const found = await unsafe(
    'def up\nremove_column :users, :email\nend\ndef down\nadd_column :users, :email, :string, null: false\nend',
  );
  expect(found[0]).toMatchObject({
    severity: 'danger',
    direction: 'down',
    source: { line: 6 },
    message: expect.stringMatching(
      /^Rolling back Step1: users\.email is NOT NULL without a default: .*\(add-column-not-null-no-default\)\.$/,
    ),
  });
});

test('so does a change that Rails turns around', async () => {
  const found = await unsafe('def change\nremove_column :users, :email, :string, null: false\nend');
  expect(found.map(({ message }) => message).join('\n')).toContain(
    'users.email is NOT NULL without a default',
  );
});

test('a down that drops another object than up made loses it', async () => {
  const found = await unsafe(
    'def up\nadd_column :users, :years, :integer\nend\ndef down\nremove_column :users, :age\nend',
  );
  expect(found[0]?.instead).toBe(
    'Leave users.age where it is on the way down: Step1 did not add it.',
  );
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['danger', expect.stringContaining('Rolling back Step1: Dropping users.age deletes its data')],
    [
      'warning',
      'Rolling back Step1: the schema is not what it was before the migration: column users.years stays, column users.age is not there again.',
    ],
  ]);
});

test('an empty down is said to undo nothing, where up changed the schema', async () => {
  const found = await unsafe(
    'def up\nadd_column :users, :years, :integer\nend\ndef down\n# nothing to do\nend',
  );
  expect(found.map(({ message }) => message)).toEqual([
    'Rolling back Step1: it undoes nothing: column users.years stays.',
  ]);
  expect(await unsafe('def up\nexecute "UPDATE users SET age = 1"\nend\ndef down\nend')).toEqual(
    [],
  );
});

test('an index that was built concurrently is not to be dropped while others wait', async () => {
  const up =
    'disable_ddl_transaction!\ndef up\nadd_index :users, :age, algorithm: :concurrently\nend';
  const [hazard, ...others] = await unsafe(`${up}\ndef down\nremove_index :users, :age\nend`);
  expect(hazard).toMatchObject({
    severity: 'info',
    message: expect.stringContaining(
      'wait while index_users_on_age is dropped, which was built concurrently (drop-index)',
    ),
    instead: expect.stringContaining('name: "index_users_on_age", algorithm: :concurrently'),
  });
  expect(others).toEqual([]);
  expect(
    await unsafe(`${up}\ndef down\nremove_index :users, :age, algorithm: :concurrently\nend`),
  ).toEqual([]);
});

test('a column that comes back without its default is named with what differs', async () => {
  const found = await unsafe('def change\nremove_column :users, :age, :integer\nend');
  expect(found.map(({ message }) => message)).toEqual([
    'Rolling back Step1: the schema is not what it was before the migration: column users.age differs in default.',
  ]);
});

test('what a later migration left behind is not held against an earlier one', async () => {
  const found = await unsafe(
    'def change\nadd_column :users, :nick, :string\nend',
    'def up\nadd_column :users, :years, :integer\nend\ndef down\nend',
  );
  expect(found.map(({ message }) => message)).toEqual([
    'Rolling back Step2: it undoes nothing: column users.years stays.',
  ]);
});

test('a way back that fails is a danger', async () => {
  const found = await unsafe(
    'def up\nadd_column :users, :nick, :string\nend\ndef down\nremove_column :users, :nik\nend',
  );
  expect(found).toMatchObject([
    {
      severity: 'danger',
      message: expect.stringMatching(/^Rolling back Step1: it stops, because /),
    },
  ]);
});

test.each([
  ['a column that is added', 'add_column :users, :nick, :string, null: false, default: ""'],
  ['a table that is created', 'create_table(:posts) { |t| t.string :title }'],
  ['an index', 'add_index :users, :age'],
  ['a rename', 'rename_column :users, :full_name, :name'],
  [
    'NOT NULL and a default together',
    'change_column_null :users, :full_name, false\nchange_column_default :users, :full_name, from: nil, to: ""',
  ],
  ['a NOT NULL', 'change_column_null :users, :age, false'],
  ['a default', 'change_column_default :users, :age, from: 18, to: 21'],
  ['a check', 'add_check_constraint :users, "age > 0", name: "adult"'],
  ['what Rails refuses, which irreversible tells', 'remove_column :users, :age'],
  ['what Rails cannot turn around', 'execute "UPDATE users SET age = 1"'],
])('the way back of %s is no finding', async (_, statement) => {
  expect(await unsafe(`def change\n${statement}\nend`)).toEqual([]);
});

test('a column that was added and renamed is new: dropping it loses nothing of before', async () => {
  expect(
    await unsafe(
      'def change\nadd_column :users, :nick, :string\nend',
      'def up\nrename_column :users, :nick, :handle\nend\ndef down\nrename_column :users, :handle, :nick\nend',
    ),
  ).toEqual([]);
});

test('rows that a change writes are written again, which is said once', async () => {
  const files = 'class User < ApplicationRecord; end\n';
  const change = 'def change\nUser.update_all(age: 1)\nUser.where(age: 2).delete_all\nend';
  const project = loaded({
    'db/schema.rb': SCHEMA,
    'app/models/user.rb': files,
    'db/migrate/20260201000000_step1.rb': `class Step1 < ActiveRecord::Migration[7.1]\n${change}\nend\n`,
  });
  const { hazards } = await judgeProject(project);
  expect(hazards.filter(({ rule }) => rule === 'unsafe-down')).toMatchObject([
    {
      severity: 'warning',
      table: 'users',
      message:
        'Rolling back Step1: its change writes rows at line 3, which Rails cannot turn around: the same code runs again.',
    },
  ]);
});

test('a down that writes rows by itself is judged as such', async () => {
  const found = await unsafe('def up\nend\ndef down\nexecute "DELETE FROM users"\nend');
  expect(found.map(({ message }) => message).join('\n')).toContain('(data-delete)');
});

test('a down that deletes some rows of a table into which up inserts takes them back', async () => {
  const up = `def up\nexecute "INSERT INTO users (email) VALUES ('a')"\nend`;
  const down = (sql: string) => `${up}\ndef down\nexecute "${sql}"\nend`;
  expect(await unsafe(down("DELETE FROM users WHERE email = 'a'"))).toEqual([]);
  expect(await unsafe(down('DELETE FROM users'))).toMatchObject([
    { message: expect.stringContaining('(data-delete)') },
  ]);
});

test('renames that build on each other go back without a finding', async () => {
  expect(
    await unsafe(
      'def change\nrename_table :users, :people\nrename_column :people, :age, :years\nadd_index :people, :years\nend',
    ),
  ).toEqual([]);
});

test('a table that is made anew is judged by what it lacks, not as a new one', async () => {
  const found = await unsafe(
    'def up\ndrop_table :users\nend\ndef down\ncreate_table :users, id: :integer do |t|\nt.string :email\nend\nend',
  );
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('the schema is not what it was before the migration'),
  ]);
});

test('an update that the way forward has as well is told once', async () => {
  const update = (age: number) => `execute "UPDATE users SET age = ${age} WHERE email = 'a'"`;
  expect(await unsafe(`def up\n${update(1)}\nend\ndef down\n${update(2)}\nend`)).toEqual([]);
});

test('NOT NULL that comes back costs less than one that is new', async () => {
  const found = await unsafe('def change\nchange_column_null :users, :email, true\nend');
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', expect.stringContaining('Setting users.email NOT NULL goes through users')],
  ]);
});

test('an index that comes back while writes wait is built concurrently instead', async () => {
  const [hazard] = await unsafe(
    'def up\nremove_index :users, :email\nend\ndef down\nadd_index :users, :email, unique: true\nend',
  );
  expect(hazard).toMatchObject({
    severity: 'warning',
    instead: expect.stringMatching(/^# On the way down\nadd_index :users, :email, .*concurrently$/),
  });
});

test('a column that takes the place of another in one statement goes before it comes back', async () => {
  const found = await unsafe(
    'def change\nchange_table :users, bulk: true do |t|\nt.remove :full_name, type: :string\nt.text :full_name\nend\nend',
  );
  expect(found.filter(({ message }) => message.includes('it stops'))).toEqual([]);
});

test('what Rails turns around by itself is not to be made safe to repeat', async () => {
  const drop = 'remove_index :users, :email, unique: true, if_exists: true';
  const found = await unsafe(
    `disable_ddl_transaction!\ndef change\n${drop}\nadd_column :users, :nick, :string, if_not_exists: true\nend`,
  );
  expect(found.filter(({ message }) => message.includes('cannot be run again'))).toEqual([]);
});

test('that a constraint stays validated, and an extension, bothers nobody', async () => {
  const found = await unsafe(
    'def change\nadd_check_constraint :users, "age > 0", name: "adult", validate: false\nend',
    'def up\nenable_extension "pg_trgm"\nvalidate_check_constraint :users, name: "adult"\nend\ndef down\nend',
  );
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['info', 'Rolling back Step2: it undoes nothing: extension pg_trgm stays.'],
  ]);
});

test('the way down of a SQL tool is judged too, with its advice in SQL', async () => {
  const path = 'db/migrations/20260201000000_mail.sql';
  const up = '-- migrate:up\nALTER TABLE users RENAME COLUMN email TO mail;\n';
  const down = '-- migrate:down\nALTER TABLE users DROP COLUMN mail;\n';
  const project = loaded({ 'db/schema.sql': TOOL_SCHEMA, [path]: `${up}\n${down}` }, [path]);
  const { hazards } = await judgeProject(project);
  const [found, other] = hazards.filter(({ rule }) => rule === 'unsafe-down');
  expect(other?.instead).toMatch(/^Run the migration and its way back on a copy: /);
  expect(found).toMatchObject({
    severity: 'danger',
    source: { path, line: 5 },
    message: expect.stringContaining('users.mail is dropped, which is email under its new name'),
    instead: expect.stringMatching(
      /^-- On the way down\nALTER TABLE "?users"? RENAME COLUMN "?mail"? TO "?email"?;$/,
    ),
  });
});

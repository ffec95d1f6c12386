import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { migdocs } from '../testing/command-line.ts';
import { type TestProject, testProject } from '../testing/project.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  enable_extension "plpgsql"

  create_table "users", force: :cascade do |t|
    t.string "email", null: false
  end
end
`;

function migration(body: string): string {
  return `class Step < ActiveRecord::Migration[7.1]\n${body}end\n`;
}

let project: TestProject | null = null;

afterEach(() => {
  project?.remove();
  project = null;
});

/** Proposes, and shows the one message; the message must be all that there is. */
async function refused(files: { readonly [path: string]: string | Uint8Array }): Promise<string> {
  project = testProject(files);
  const before = project.files();
  const { exitCode, stdout, stderr } = await migdocs('propose', '--root', project.root);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.match(/^error: /gm)).toHaveLength(1);
  expect(project.files()).toEqual(before);
  return stderr.replaceAll(project.root, 'ROOT');
}

const STEP = 'db/migrate/20260102000000_step.rb';

describe('bad input gives one clear message, exit code 2, and leaves nothing behind:', () => {
  test('an empty folder', async () => {
    expect(await refused({})).toMatch(
      /there is no db\/schema\.rb and no db\/structure\.sql in ROOT\n.*--root DIR.*--schema FILE/,
    );
  });

  test('a folder inside of a project: the way to its root is told', async () => {
    project = testProject({ 'db/schema.rb': SCHEMA, 'app/models/user.rb': '' });
    const root = join(project.root, 'app/models');
    const { exitCode, stderr } = await migdocs('propose', '--root', root);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /there is no db\/schema\.rb and no .* in .*\n.*pass --root \.\.\/\.\.\./,
    );
  });

  test('a schema.rb that is none', async () => {
    const message = await refused({ 'db/schema.rb': 'class User\nend\n', [STEP]: migration('') });
    expect(message).toMatch(/db\/schema\.rb.*ActiveRecord::Schema/s);
  });

  test('a schema.rb with a Ruby syntax error', async () => {
    const broken = SCHEMA.replace('t.string "email", null: false', 't.string "email", null: (');
    const message = await refused({ 'db/schema.rb': broken, [STEP]: migration('') });
    expect(message).toMatch(/db\/schema\.rb:[5-8]: /);
  });

  test('a schema.rb with conflict markers', async () => {
    const conflict = SCHEMA.replace(
      '    t.string "email", null: false\n',
      '<<<<<<< HEAD\n    t.string "email"\n=======\n    t.text "email"\n>>>>>>> other\n',
    );
    const message = await refused({ 'db/schema.rb': conflict, [STEP]: migration('') });
    expect(message).toMatch(/db\/schema\.rb:5: .*conflict/);
  });

  test('a schema.rb of binary garbage', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256);
    const message = await refused({ 'db/schema.rb': bytes, [STEP]: migration('') });
    expect(message).toMatch(/db\/schema\.rb is not a text file/);
  });

  test('a schema.rb in Latin-1', async () => {
    const latin = Buffer.from(SCHEMA.replace('email', 'größe'), 'latin1');
    const message = await refused({ 'db/schema.rb': latin, [STEP]: migration('') });
    expect(message).toMatch(/db\/schema\.rb is not UTF-8 text/);
  });

  test('a migration with a Ruby syntax error', async () => {
    const text = migration('  def change\n    add_column :users,\n  end\n');
    const message = await refused({ 'db/schema.rb': SCHEMA, [STEP]: text });
    expect(message).toMatch(/db\/migrate\/20260102000000_step\.rb:\d: /);
  });

  test('a migration file without a class', async () => {
    const message = await refused({ 'db/schema.rb': SCHEMA, [STEP]: 'puts 1\n' });
    expect(message).toMatch(/db\/migrate\/20260102000000_step\.rb.*class/);
  });

  test('a migration of binary garbage', async () => {
    const message = await refused({ 'db/schema.rb': SCHEMA, [STEP]: Uint8Array.of(0, 1, 2, 255) });
    expect(message).toMatch(/db\/migrate\/20260102000000_step\.rb is not a text file/);
  });

  test('a migration that drops a table that is not there', async () => {
    const text = migration('  def change\n    drop_table :user\n  end\n');
    const message = await refused({ 'db/schema.rb': SCHEMA, [STEP]: text });
    expect(message).toMatch(/db\/migrate\/20260102000000_step\.rb:3: .*user\b.*\n.*users/);
  });

  test('a migration that changes a column that is not there', async () => {
    const text = migration('  def change\n    change_column_null :users, :emial, false\n  end\n');
    const message = await refused({ 'db/schema.rb': SCHEMA, [STEP]: text });
    expect(message).toMatch(/db\/migrate\/20260102000000_step\.rb:3: .*emial.*\n.*email/);
  });

  test('a structure.sql that every engine could have', async () => {
    const message = await refused({ 'db/structure.sql': 'CREATE TABLE users (id bigint);\n' });
    expect(message).toMatch(/cannot tell the engine.*\n.*--engine postgresql/);
  });

  test('a misspelt key in migdocs.yml', async () => {
    const message = await refused({
      'db/schema.rb': SCHEMA,
      [STEP]: migration('  def change; end\n'),
      'migdocs.yml': 'project: Shop\ngruops: []\n',
    });
    expect(message).toMatch(/migdocs\.yml:2: unknown key "gruops"; did you mean "groups"\?/);
  });

  test('a folder of migrations in migdocs.yml that is not there', async () => {
    const message = await refused({
      'db/schema.rb': SCHEMA,
      [STEP]: migration('  def change; end\n'),
      'migdocs.yml': 'migrations: db/migration\n',
    });
    expect(message).toMatch(
      /migdocs\.yml says migrations: db\/migration, and there is no such folder/,
    );
  });

  test('a folder in the place of schema.rb', async () => {
    project = testProject({ 'db/schema.rb/keep': '' });
    const result = await migdocs('propose', '--root', project.root, '--schema', 'db/schema.rb');
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toMatch(/error: db\/schema\.rb is a folder, not a file/);
  });

  test('a schema.rb that cannot be read', async () => {
    project = testProject({ 'db/other.rb': '' });
    symlinkSync('schema.rb', join(project.root, 'db/schema.rb'));
    const result = await migdocs('propose', '--root', project.root, '--schema', 'db/schema.rb');
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toMatch(/error: cannot read db\/schema\.rb: too many symbolic links/);
  });
});

test('a disk that takes no more leaves nothing half-written', () => {
  project = testProject({
    'db/schema.rb': SCHEMA,
    [STEP]: migration('  def change\n    add_column :users, :name, :string\n  end\n'),
  });
  const before = project.files();
  const bin = fileURLToPath(new URL('../bin.ts', import.meta.url));
  // A limit of 8 blocks of 1024 bytes per file stands for the full disk: writing fails midway.
  const result = spawnSync(
    'bash',
    [
      '-c',
      'ulimit -f 8; exec "$@"',
      'bash',
      process.execPath,
      '--import',
      'tsx',
      bin,
      'propose',
      '--root',
      project.root,
    ],
    { encoding: 'utf8', cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  );
  expect(result.stderr).toMatch(/^error: cannot write to .*\n.*Nothing was written/);
  expect(result.status).toBe(2);
  expect(project.files()).toEqual(before);
});

describe('the command line itself', () => {
  test('an unknown option is refused with the nearest known one', async () => {
    const { exitCode, stderr } = await migdocs('propose', '--shcema', 'x');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/unknown option '--shcema'\n?.*--schema/s);
  });

  test('an unknown command is refused with the nearest known one', async () => {
    const { exitCode, stderr } = await migdocs('porpose');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/propose/);
  });

  test('--to and migrations exclude each other', async () => {
    const { exitCode, stderr } = await migdocs('diff', '--to', 'x.rb', 'db/migrate');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/--to takes no migrations/);
  });

  test('a named migration that is not there is an error', async () => {
    project = testProject({ 'db/schema.rb': SCHEMA });
    const { exitCode, stderr } = await migdocs('diff', '--root', project.root, 'db/migrate/1_x.rb');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/there is no migration db\/migrate\/1_x\.rb/);
  });
});

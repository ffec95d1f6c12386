import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../project/files.ts';
import { migdocs } from '../testing/command-line.ts';
import { type TestProject, testProject } from '../testing/project.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_table "users", force: :cascade do |t|
    t.string "email", null: false
  end
end
`;

const MIGRATION = `class AddNameToUsers < ActiveRecord::Migration[7.1]
  def change
    add_column :users, :name, :string
    execute "SELECT frobnicate('users')" if Frobnicator.ready?
  end
end
`;

const AFTER = SCHEMA.replace('2026_01_01', '2026_01_02').replace(
  'null: false\n',
  'null: false\n    t.string "name"\n',
);

let project: TestProject;

beforeEach(() => {
  project = testProject({
    'db/schema.rb': SCHEMA,
    'db/migrate/20260102000000_add_name_to_users.rb': MIGRATION,
  });
});

afterEach(() => {
  project.remove();
});

describe('predict', () => {
  test('prints the schema file as it will be, and what was not understood on stderr with its place', async () => {
    const { exitCode, stdout, stderr } = await migdocs('predict', '--root', project.root);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(AFTER);
    expect(stderr).toMatch(
      /^db\/migrate\/20260102000000_add_name_to_users\.rb:4: not understood, because /,
    );
  });

  test('--strict exits with 1 when something was not understood', async () => {
    const { exitCode } = await migdocs('predict', '--root', project.root, '--strict');
    expect(exitCode).toBe(1);
  });

  test('--out writes the file and prints nothing', async () => {
    const out = join(project.root, 'after.rb');
    const { stdout } = await migdocs('predict', '--root', project.root, '--out', out);
    expect(stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(AFTER);
  });
});

test('predict says which view is shown as its author wrote it, not as the server prints it', async () => {
  project.write(
    'db/migrate/20260103000000_create_names.rb',
    'class CreateNames < ActiveRecord::Migration[7.1]\n  def change\n    create_view :names\n  end\nend\n',
  );
  const assumed = /^assumed: The query of view names stands as its author wrote it/m;
  project.write('db/views/names_v01.sql', 'SELECT frobnicate(email) AS name FROM users\n');
  const { stderr: ofUnknown } = await migdocs('predict', '--root', project.root);
  expect(ofUnknown).toMatch(assumed);
  project.write('db/views/names_v01.sql', 'SELECT upper(email) AS name FROM users\n');
  const { stdout, stderr } = await migdocs('predict', '--root', project.root);
  expect(stderr).not.toMatch(assumed);
  expect(stdout).toContain('SELECT upper((users.email)::text) AS name');
});

describe('diff', () => {
  test('prints the change as text', async () => {
    const { exitCode, stdout } = await migdocs('diff', '--root', project.root);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\+.*name.*character varying/);
  });

  test('as JSON it is data', async () => {
    const { stdout } = await migdocs('diff', '--root', project.root, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      changes: [{ kind: 'added', object: { type: 'column', table: 'users', name: 'name' } }],
    });
  });

  test('as schema it is the unified diff of the schema file', async () => {
    const { stdout } = await migdocs('diff', '--root', project.root, '--format', 'schema');
    expect(stdout).toContain('+    t.string "name"\n');
    expect(stdout).toContain('-ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do\n');
  });

  test('--to compares two schema files and calls a likely rename possible, not certain', async () => {
    project.write('db/other.rb', SCHEMA.replace('"email"', '"mail"'));
    const { stdout } = await migdocs('diff', '--root', project.root, '--to', 'db/other.rb');
    expect(stdout).toMatch(/email/);
    expect(stdout).toMatch(/mail/);
    expect(stdout).toMatch(/possibl/i);
  });
});

describe('propose', () => {
  test('for a pipe it prints YAML that names the files, which are there', async () => {
    const { exitCode, stdout, stderr } = await migdocs('propose', '--root', project.root);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const summary = parse(stdout);
    expect(summary).toMatchObject({
      title: 'Add name to users',
      schema: 'db/schema.rb',
      engine: 'postgresql',
      migrations: ['db/migrate/20260102000000_add_name_to_users.rb'],
      folder: 'out/add-name-to-users',
    });
    expect(summary.not_understood).toHaveLength(1);
    expect(summary.files).toEqual([
      'schema.pdf',
      'proposal.docx',
      'tracker.xlsx',
      'diff.txt',
      'diff.md',
      'schema.after.rb',
      'proposal.json',
      'manifest.json',
    ]);
    for (const file of summary.files) {
      expect(existsSync(join(project.root, 'out/add-name-to-users', file))).toBe(true);
    }
  });

  test('the manifest holds the digest of every input and output, those that tell the engine among them', async () => {
    project.write(
      'config/database.yml',
      'production:\n  adapter: postgresql\n  password: secret\n',
    );
    const { stdout } = await migdocs('propose', '--root', project.root);
    const folder = join(project.root, parse(stdout).folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(
      manifest.inputs.map(({ path, role }: { path: string; role: string }) => [path, role]),
    ).toEqual([
      ['db/schema.rb', 'schema'],
      ['db/migrate/20260102000000_add_name_to_users.rb', 'migration'],
      ['config/database.yml', 'engine sign'],
    ]);
    for (const { path, sha256: digest } of manifest.outputs) {
      expect(sha256(readFileSync(join(folder, path)))).toBe(digest);
    }
    for (const file of project.files().filter((path) => path.startsWith('out/'))) {
      expect(readFileSync(join(project.root, file)).includes('secret')).toBe(false);
    }
  });

  test('a finding at the threshold exits with 1, and the documents are written all the same', async () => {
    const { exitCode, stdout } = await migdocs(
      'propose',
      '--root',
      project.root,
      '--fail-on',
      'info',
    );
    expect(exitCode).toBe(1);
    expect(existsSync(join(project.root, parse(stdout).folder, 'schema.pdf'))).toBe(true);
  });

  test('without new migrations it says so and writes nothing', async () => {
    project.write('db/schema.rb', AFTER);
    const { exitCode, stdout, stderr } = await migdocs('propose', '--root', project.root);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^Nothing to propose: /);
    expect(parse(stdout)).toMatchObject({ schema: 'db/schema.rb', migrations: [], files: [] });
    expect(existsSync(join(project.root, 'out'))).toBe(false);
  });

  test('a second database of the project is read from its own files', async () => {
    project.write('db/cache_schema.rb', SCHEMA.replace('"users"', '"entries"'));
    project.write(
      'db/cache_migrate/20260103000000_add_name.rb',
      MIGRATION.replace(':users', ':entries'),
    );
    const result = await migdocs('predict', '--root', project.root, '--database', 'cache');
    expect(result.stdout).toContain('create_table "entries"');
    expect(result.stdout).toContain('t.string "name"');
  });

  test('what an upgrade of Rails spells otherwise in the committed schema is no drift', async () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: project.root,
      });
    git('init', '-q', '-b', 'main');
    git('add', 'db/schema.rb');
    git('commit', '-q', '-m', 'start');
    project.write('Gemfile.lock', 'GEM\n  specs:\n    activerecord (8.0.2)\n    pg (1.5.9)\n');
    project.write(
      'db/migrate/20260102000000_add_name_to_users.rb',
      MIGRATION.replace('[7.1]', '[8.0]'),
    );
    const { stdout: dumped } = await migdocs('predict', '--root', project.root);
    expect(dumped).toContain('enable_extension "pg_catalog.plpgsql"');
    project.write('db/schema.rb', dumped);
    const { stdout } = await migdocs('propose', '--root', project.root);
    expect(parse(stdout).drift).toEqual([]);
  });

  test('the committed schema with a table of another branch is drift, named', async () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: project.root,
      });
    project.write('db/schema.rb', SCHEMA);
    git('init', '-q', '-b', 'main');
    git('add', 'db/schema.rb');
    git('commit', '-q', '-m', 'start');
    const stray = '  create_table "strays", force: :cascade do |t|\n    t.string "name"\n  end\n\n';
    project.write(
      'db/schema.rb',
      AFTER.replace('  create_table "users"', `${stray}  create_table "users"`),
    );
    const { stdout } = await migdocs('propose', '--root', project.root);
    expect(parse(stdout).drift).toEqual([expect.stringMatching(/strays/)]);
  });
});

describe('help', () => {
  test.each(['propose', 'check', 'rules', 'diff', 'predict', 'replay', 'completion'])(
    '%s --help has examples',
    async (command) => {
      const { exitCode, stdout } = await migdocs(command, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^Usage: migdocs /);
      expect(stdout).toMatch(/Examples:\n {2}/);
    },
  );

  test('--version prints the version of the package', async () => {
    const { exitCode, stdout } = await migdocs('--version');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('completion', () => {
  test('bash accepts the script and completes commands, options and their values', async () => {
    const { stdout: script } = await migdocs('completion', 'bash');
    const complete = (...words: string[]) => {
      const setUp = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _migdocs; echo "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', `${script}\n${setUp}`], { encoding: 'utf8' }).stdout.trim();
    };
    expect(complete('migdocs', 'pro')).toBe('propose');
    expect(complete('migdocs', 'diff', '--for')).toBe('--format');
    expect(complete('migdocs', 'diff', '--format', 'm')).toBe('markdown');
    expect(complete('migdocs', 'check', '--format', 's')).toBe('sarif');
    expect(complete('migdocs', 'rules', 'add-index-b')).toBe('add-index-blocking');
    expect(complete('migdocs', 'replay', '--mig')).toBe('--migrations');
    expect(complete('migdocs', 'replay', '--tool', 'db')).toBe('dbmate');
  });

  test.each(['zsh', 'fish'])(
    'the %s script names every command, option and rule',
    async (shell) => {
      const { stdout } = await migdocs('completion', shell);
      for (const word of [
        'propose',
        'check',
        'rules',
        'add-index-blocking',
        'diff',
        'predict',
        'replay',
        'completion',
        'base',
        'format',
        'strict',
      ]) {
        expect(stdout).toContain(word);
      }
    },
  );
});

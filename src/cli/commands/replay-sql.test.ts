import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migdocs } from '../../testing/command-line.ts';
import { type TestRepository, testRepository } from '../../testing/repository.ts';

let repository: TestRepository;

beforeEach(() => {
  repository = testRepository();
});

afterEach(() => {
  repository.remove();
});

/** What `dbmate dump` writes of an SQLite database. */
function dbmateDump(users: string, versions: readonly string[]): string {
  const rows = versions.map((version) => `  ('${version}')`).join(',\n');
  return `CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
CREATE TABLE users (${users});
-- Dbmate schema migrations
INSERT INTO "schema_migrations" (version) VALUES
${rows};
`;
}

const CREATE_USERS =
  '-- migrate:up\nCREATE TABLE users (id integer primary key);\n\n-- migrate:down\nDROP TABLE users;\n';
const ADD_EMAIL =
  '-- migrate:up\nALTER TABLE users ADD COLUMN email text;\n\n-- migrate:down\nALTER TABLE users DROP COLUMN email;\n';

const START = {
  'db/migrations/20260101000000_create_users.sql': CREATE_USERS,
  'db/schema.sql': dbmateDump('id integer primary key', ['20260101000000']),
};
const EMAIL = {
  'db/migrations/20260102000000_add_email.sql': ADD_EMAIL,
  'db/schema.sql': dbmateDump('id integer primary key, email text', [
    '20260101000000',
    '20260102000000',
  ]),
};

const dump = (columns: string) => `CREATE TABLE users (${columns});\n`;

describe('migdocs replay of SQL migrations', () => {
  test('finds the folder and the dump of dbmate, and predicts its list of versions', async () => {
    repository.commit(START);
    repository.commit(EMAIL);
    const { cases, summary } = await replayed('--engine', 'sqlite');
    expect(cases).toMatchObject([
      { outcome: 'exact', migrations: ['db/migrations/20260102000000_add_email.sql'] },
    ]);
    expect(summary).toMatchObject({ exact: 1, judged: 1 });
  });

  test('takes down files for the way back of their up file, whether added or edited', async () => {
    repository.commit({
      'migrations/1_users.up.sql': dump('id integer'),
      'migrations/1_users.down.sql': 'DROP TABLE users;\n',
      'schema.sql': dump('id integer'),
    });
    repository.commit({
      'migrations/1_users.down.sql': 'DROP TABLE IF EXISTS users;\n',
      'migrations/10_add_age.up.sql': 'ALTER TABLE users ADD COLUMN age integer;\n',
      'migrations/10_add_age.down.sql': 'ALTER TABLE users DROP COLUMN age;\n',
      'migrations/9_add_name.up.sql': 'ALTER TABLE users ADD COLUMN name text;\n',
      'schema.sql': dump('id integer, name text, age integer'),
    });
    const { cases, summary } = await replayed('--engine', 'sqlite');
    expect(cases).toMatchObject([
      {
        outcome: 'exact',
        migrations: ['migrations/9_add_name.up.sql', 'migrations/10_add_age.up.sql'],
      },
    ]);
    expect(summary.leftOut).toMatchObject({ editsMigrations: 0 });
  });

  test('runs a repeatable migration of Flyway again when its text changed', async () => {
    const view = (columns: string) => `CREATE VIEW names AS SELECT ${columns} FROM users;\n`;
    const again = (columns: string) => `DROP VIEW IF EXISTS names;\n${view(columns)}`;
    repository.commit({
      'sql/V1__users.sql': dump('id integer, name text'),
      'sql/U1__users.sql': 'DROP TABLE users;\n',
      'sql/R__names.sql': again('id'),
      'schema.sql': dump('id integer, name text') + view('id'),
    });
    repository.commit({
      'sql/R__names.sql': again('name'),
      'sql/V2__add_age.sql': 'ALTER TABLE users ADD COLUMN age integer;\n',
      'sql/U2__add_age.sql': 'ALTER TABLE users DROP COLUMN age;\n',
      'schema.sql': dump('id integer, name text, age integer') + view('name'),
    });
    const { cases } = await replayed('--engine', 'sqlite');
    expect(cases).toMatchObject([
      { outcome: 'exact', migrations: ['sql/V2__add_age.sql', 'sql/R__names.sql'] },
    ]);
  });

  test('--schema, --migrations and --tool name them, below the root of a bare repository too', async () => {
    repository.commit({
      'backend/sql/steps/1.sql': dump('id integer'),
      'backend/sql/dump.sql': dump('id integer'),
    });
    repository.commit({
      'backend/sql/steps/2_add_age.sql': 'ALTER TABLE users ADD COLUMN age integer;\n',
      'backend/sql/dump.sql': dump('id integer, age integer'),
    });
    const bare = `${repository.root}/bare.git`;
    repository.git('clone', '-q', '--bare', '.', bare);
    const files = ['--schema', 'backend/sql/dump.sql', '--migrations', 'backend/sql/steps/'];
    const named = [...files, '--tool', 'plain', '--engine', 'sqlite'];
    const { stdout } = await migdocs('replay', bare, ...named, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      cases: [{ outcome: 'exact', migrations: ['backend/sql/steps/2_add_age.sql'] }],
    });
  });

  test('tells the tool by the files as they were at the commit', async () => {
    repository.commit(START);
    const commit = repository.commit(EMAIL);
    repository.commit({
      'db/migrations/20260101000000_create_users.sql': null,
      'db/migrations/20260102000000_add_email.sql': null,
      'db/migrations/20260103000000_goose.sql': '-- +goose Up\nDROP TABLE users;\n',
    });
    const { cases } = await replayed('--engine', 'sqlite');
    expect(cases).toMatchObject([{ commit, outcome: 'exact' }]);
  });

  test('gives the reason where the tool refuses the folder', async () => {
    repository.commit(START);
    repository.commit({
      'db/migrations/1_users.up.sql': 'SELECT 1;\n',
      'db/migrations/01_again.up.sql': 'SELECT 1;\n',
      'db/schema.sql': EMAIL['db/schema.sql'],
    });
    repository.commit({ 'db/migrations/01_again.up.sql': null });
    const { cases } = await replayed('--tool', 'golang-migrate');
    expect(cases).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('has the same version as') },
    ]);
  });

  test('a project of Rails stays one, whatever else it holds', async () => {
    const rails = (body: string) => `class Step < ActiveRecord::Migration[7.1]
  def change
    ${body}
  end
end
`;
    const structure = (columns: string, version: string) =>
      `${dump(columns)}INSERT INTO "schema_migrations" (version) VALUES\n('${version}');\n`;
    repository.commit({
      'config/database.yml': 'production:\n  adapter: sqlite3\n',
      'db/migrations/1_other.sql': 'CREATE TABLE others (id integer);\n',
      'db/structure.sql': structure('id integer', '20260101000000'),
    });
    repository.commit({
      'db/migrate/20260102000000_step.rb': rails('drop_table :users'),
      'db/migrations/2_other.sql': 'CREATE TABLE more (id integer);\n',
      'db/structure.sql':
        'INSERT INTO "schema_migrations" (version) VALUES\n(\'20260102000000\');\n',
    });
    const { cases } = await replayed();
    expect(cases).toMatchObject([{ migrations: ['db/migrate/20260102000000_step.rb'] }]);
  });

  test.each([
    [['--migrations', 'db/steps'], 'there is no folder db/steps at HEAD'],
    [[], 'several folders hold migrations: db/migrations (dbmate), migrations (dbmate)'],
  ])('%j ends with 2 and says what to name', async (args, message) => {
    repository.commit(START);
    repository.commit({ 'migrations/1_x.sql': CREATE_USERS });
    const { exitCode, stdout, stderr } = await migdocs('replay', repository.root, ...args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('--migrations FOLDER');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});

interface Replayed {
  readonly cases: readonly { readonly outcome: string; readonly migrations: readonly string[] }[];
  readonly summary: { readonly leftOut: unknown };
}

async function replayed(...args: readonly string[]): Promise<Replayed> {
  const { stdout } = await migdocs('replay', repository.root, ...args, '--format', 'json');
  return JSON.parse(stdout);
}

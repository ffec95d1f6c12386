import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, describe, expect, test } from 'vitest';
import { loadProject } from '../../project/load.ts';
import { propose } from '../../propose/propose.ts';
import { describeChange } from '../../report/words/index.ts';
import { migdocs } from '../../testing/command-line.ts';
import { type TestRepository, testRepository } from '../../testing/repository.ts';
import { type InputOptions, loadRequest, withInputOptions } from '../options.ts';

let repository: TestRepository | null = null;

afterEach(() => {
  repository?.remove();
  repository = null;
});

type Files = { readonly [path: string]: string };

function project(...commits: readonly Files[]): TestRepository {
  repository?.remove();
  repository = testRepository();
  for (const files of commits) repository.commit(files);
  return repository;
}

/** A dump of PostgreSQL with these columns of one table. */
function dump(...columns: readonly string[]): string {
  const lines = columns.map((column) => `    ${column}`).join(',\n');
  return `--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE public.users (\n${lines}\n);\n`;
}

const GOOSE = {
  'migrations/00001_users.sql': '-- +goose Up\nCREATE TABLE users (id integer);\n',
  'schema.sql': dump('id integer'),
};

const ADD_NAME = {
  'migrations/00002_name.sql':
    '-- +goose Up\nALTER TABLE users ADD COLUMN name text;\n-- +goose Down\nALTER TABLE users DROP COLUMN name;\n',
};

interface Summary {
  readonly migrations: readonly string[];
  readonly tools: readonly string[];
  readonly inputs: readonly string[];
  readonly changes: readonly string[];
  readonly base: string;
  readonly assumed: readonly string[];
  readonly drift: unknown;
}

/** What `propose` says, without the documents. */
async function proposed(...args: readonly string[]): Promise<Summary> {
  const command = withInputOptions(new Command()).parse([...args], { from: 'user' });
  const options = { ...command.opts<InputOptions>(), root: repository?.root ?? '' };
  const project = loadProject(loadRequest(command.args, options));
  const proposal = await propose(project, {
    title: null,
    changeId: null,
    requester: null,
    failOn: null,
    toolVersion: '0',
  });
  return {
    migrations: proposal.migrations.map(({ path }) => path),
    tools: proposal.migrations.map(({ tool }) => tool),
    inputs: proposal.inputs.map(({ path }) => path),
    changes: proposal.changes.map(describeChange),
    base: proposal.base.description,
    assumed: proposal.assumptions,
    drift: proposal.drift,
  };
}

async function refused(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await migdocs('propose', '--root', repository?.root ?? '', ...args);
  expect(exitCode).toBe(2);
  return stderr;
}

describe('a repository without Rails', () => {
  test('propose --schema dump.sql migrations/: new is what is not committed yet', async () => {
    project(GOOSE);
    for (const [path, text] of Object.entries(ADD_NAME)) repository?.write(path, text);
    const summary = await proposed('--schema', 'schema.sql', 'migrations/');
    expect(summary).toMatchObject({
      migrations: ['migrations/00002_name.sql'],
      changes: ['Column users.name added: text.'],
      base: 'schema.sql as it is in the working tree',
      drift: null,
    });
    expect(summary.assumed).toContain(
      'The migrations are read as goose runs them: migrations/00001_users.sql has a line `-- +goose Up`.',
    );
    expect(summary.assumed).toContain('New are the migrations that HEAD does not have.');
    expect(summary.assumed).toContain(
      'What ran already: schema.sql has no table goose_db_version.',
    );
  });

  test('new is what the branch adds, while the dump is as it was', async () => {
    project(GOOSE).git('checkout', '-q', '-b', 'feature');
    repository?.commit(ADD_NAME);
    expect(await proposed()).toMatchObject({
      migrations: ['migrations/00002_name.sql'],
      base: 'schema.sql as it is in the working tree',
      drift: null,
    });
  });

  test('a dump that the branch renewed is compared with what it should be', async () => {
    project(GOOSE).git('checkout', '-q', '-b', 'feature');
    repository?.commit({ ...ADD_NAME, 'schema.sql': dump('id integer', 'name varchar(9)') });
    const summary = await proposed();
    expect(summary.base).toMatch(/^schema\.sql at the merge base with main/);
    expect(summary.drift).toHaveLength(1);
  });

  test('--base takes what was added since', async () => {
    project(GOOSE, ADD_NAME);
    expect(await proposed('--base', 'HEAD~1')).toMatchObject({
      migrations: ['migrations/00002_name.sql'],
    });
  });

  test('a named file is taken alone; the way down is none', async () => {
    project({
      'schema.sql': dump('id integer'),
      'migrations/1_users.up.sql': 'CREATE TABLE users (id integer);',
      'migrations/2_name.up.sql': 'ALTER TABLE users ADD COLUMN name text;',
      'migrations/2_name.down.sql': 'ALTER TABLE users DROP COLUMN name;',
    });
    expect(await proposed('migrations/2_name.up.sql')).toMatchObject({
      migrations: ['migrations/2_name.up.sql'],
    });
    expect(await refused('migrations/2_name.down.sql')).toMatch(
      /migrations\/2_name\.down\.sql takes migrations\/2_name\.up\.sql back: name that one/,
    );
  });

  test('a file anywhere is taken as it stands', async () => {
    project({ 'schema.sql': dump('id integer') });
    repository?.write('change.sql', 'ALTER TABLE users ADD COLUMN name text;\n');
    const summary = await proposed('change.sql');
    expect(summary.migrations).toEqual(['change.sql']);
    expect(summary.assumed).toContain(
      'The migrations are read as plain SQL files: nothing in change.sql tells of a tool.',
    );
  });

  test('rows of the tool’s table in the dump tell what ran', async () => {
    const rows =
      'COPY public.goose_db_version (id, version_id, is_applied) FROM stdin;\n1\t1\tt\n\\.\n';
    project({ ...GOOSE, ...ADD_NAME, 'schema.sql': dump('id integer') + rows });
    const summary = await proposed();
    expect(summary.migrations).toEqual(['migrations/00002_name.sql']);
    expect(summary.assumed).toContain(
      'What ran already: schema.sql lists those that ran in goose_db_version.',
    );
  });

  test('the way down is among the inputs, and the tool is named', async () => {
    project({ 'schema.sql': dump('id integer') });
    repository?.write('m/1_a.up.sql', 'ALTER TABLE users ADD COLUMN a text;');
    repository?.write('m/1_a.down.sql', 'ALTER TABLE users DROP COLUMN a;');
    const { inputs, tools } = await proposed('m');
    expect(inputs).toEqual(['schema.sql', 'm/1_a.up.sql', 'm/1_a.down.sql']);
    expect(tools).toEqual(['golang-migrate']);
  });
});

describe('what is not clear is an error that says what to do', () => {
  test('a folder for two tools', async () => {
    project({ ...GOOSE, 'migrations/3_x.sql': '-- migrate:up\n-- migrate:down\n' });
    expect(await refused('migrations')).toMatch(/cannot tell which tool runs migrations.*--tool/s);
    expect(await refused('migrations', '--tool', 'gose')).toMatch(/argument 'gose' is invalid/);
  });

  test('no schema file', async () => {
    project(ADD_NAME);
    expect(await refused()).toMatch(
      /there is no schema file such as db\/schema\.sql.*--schema FILE/s,
    );
  });

  test('without git and without rows nothing tells what is new', async () => {
    const { root } = project(GOOSE);
    rmSync(join(root, '.git'), { recursive: true });
    expect(await refused()).toMatch(
      /cannot tell which migrations are new: schema\.sql has no table goose_db_version\n.*Name the new ones/,
    );
  });

  test('migdocs.yml states folder, tool and values', async () => {
    const value = '$'.concat('{name}');
    project({
      'schema.sql': dump('id integer'),
      'sql/V1__users.sql': 'CREATE TABLE users (id integer);',
      'migdocs.yml':
        'migrations:\n  path: sql\n  tool: flyway\n  variables:\n    name: nick\nschema: schema.sql\n',
    });
    repository?.write('sql/V2__name.sql', `ALTER TABLE users ADD COLUMN ${value} text;`);
    const summary = await proposed();
    expect(summary.changes).toEqual(['Column users.nick added: text.']);
    expect(summary.assumed).toContain(
      'The migrations are read as Flyway runs them: migdocs.yml says so.',
    );
  });
});

describe('predict --from-scratch', () => {
  test('runs all SQL migrations and compares; the tool’s own table is no difference', async () => {
    const own = 'CREATE TABLE public.goose_db_version (\n    id integer NOT NULL\n);\n';
    const schema = dump('id integer', 'name text') + own;
    const { root } = project({ ...GOOSE, ...ADD_NAME, 'schema.sql': schema });
    const { exitCode, stdout } = await migdocs(
      'predict',
      '--from-scratch',
      '--root',
      root,
      '--strict',
    );
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^(\d+) of \1 objects are in schema\.sql as 2 migrations make them/,
      ),
    });
  });

  test('without a schema file writes what they make', async () => {
    const { root } = project({
      'migrations/00001_users.sql': '-- +goose Up\nCREATE TABLE users (id serial PRIMARY KEY);\n',
    });
    const out = join(root, 'made.sql');
    const args = ['predict', '--from-scratch', '--root', root, '--out', out];
    const { stdout } = await migdocs(...args);
    expect(stdout).toMatch(/^1 migrations make \d+ objects; there is no schema file to compare/);
    expect(readFileSync(out, 'utf8')).toMatch(
      /^CREATE TABLE public\.users \(\n {4}id integer NOT NULL\n\);/m,
    );
  });
});

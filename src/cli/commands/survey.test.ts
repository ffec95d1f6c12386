import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSurvey } from '../../project/survey-file.ts';
import { migdocs } from '../../testing/command-line.ts';
import { type TestProject, testProject } from '../../testing/project.ts';

const RESULTS = `kind,name,value
server,postgresql,16.4 (Debian 16.4-1)
taken_at,,2026-11-20T08:15:00Z
kind,name,value
setting,lock_timeout,5000ms
kind,table_name,partition_of,row_count,bytes,index_bytes,dead_rows,writes,analyzed_at
table,users,,7654321,400000000,90000000,12,5,2026-11-19T01:02:03Z
table,new,,,8192,0,0,0,
`;

let project: TestProject;
let out: string;

beforeEach(() => {
  project = testProject({
    'survey.csv': RESULTS,
    'db/schema.rb': `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  enable_extension "plpgsql"

  create_table "users", force: :cascade do |t|
    t.string "email", null: false
  end
end
`,
    'db/migrate/20260102000000_add_index.rb': `class AddIndex < ActiveRecord::Migration[7.1]
  def change
    add_index :users, :email
  end
end
`,
  });
  out = join(project.root, 'migdocs.survey.json');
});

afterEach(() => {
  project.remove();
});

function fromCsv(...args: readonly string[]) {
  return migdocs('survey', '--from-csv', join(project.root, 'survey.csv'), '--out', out, ...args);
}

interface Checked {
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

async function checked(...args: readonly string[]): Promise<Checked> {
  const { stdout } = await migdocs('check', '--root', project.root, '--format', 'json', ...args);
  return JSON.parse(stdout);
}

describe('migdocs survey --from-csv', () => {
  test('writes the survey, and says what it holds', async () => {
    const { exitCode, stdout, stderr } = await fromCsv();
    expect(stderr).toBe('');
    expect(stdout).toBe(
      `${out}: PostgreSQL 16.4, 2 tables, on 2026-11-20; 1 table without statistics, which ANALYZE makes\n`,
    );
    expect(exitCode).toBe(0);
    const survey = readSurvey(readFileSync(out, 'utf8'), out);
    expect(survey.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['new', null],
      ['users', 7_654_321],
    ]);
  });

  test('--tables keeps some of them', async () => {
    await fromCsv('--tables', 'new');
    const survey = readSurvey(readFileSync(out, 'utf8'), out);
    expect(survey.tables.map(({ name }) => name)).toEqual(['new']);
  });

  test('--tables with a name that there is not is refused', async () => {
    const { exitCode, stderr } = await fromCsv('--tables', 'new,user');
    expect(stderr).toBe('error: the database has no table user; did you mean users?\n');
    expect(exitCode).toBe(2);
  });

  test('a broken file is told with its line, and nothing is written', async () => {
    project.write('survey.csv', RESULTS.replace('7654321', 'many'));
    const { exitCode, stdout, stderr } = await fromCsv();
    expect(stderr).toContain('survey.csv:7: this is no row of the survey: row_count is a count');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(project.files()).not.toContain('migdocs.survey.json');
  });
});

describe('a survey in the project', () => {
  test('tells the size of a table and the version of the server', async () => {
    expect(JSON.stringify(await checked())).not.toContain('7,654,321');
    await fromCsv();
    const judged = await checked();
    expect(judged).toMatchObject({
      engineVersion: '16.4',
      engineVersionDecidedBy: 'migdocs.survey.json says so',
    });
    const finding = judged.findings.find(({ rule }) => rule === 'add-index-blocking');
    expect(finding?.message).toContain('users (7,654,321 rows, 2026-11-20)');
  });

  test('yields to what the command line and migdocs.yml say', async () => {
    await fromCsv();
    expect(await checked('--engine-version', '17')).toMatchObject({ engineVersion: '17' });
    project.write('migdocs.yml', 'engine_version: "14"\nrows: {users: 12}\n');
    const judged = await checked();
    expect(judged).toMatchObject({ engineVersion: '14' });
    expect(JSON.stringify(judged)).not.toContain('7,654,321');
  });

  test('can lie elsewhere, by --survey or in migdocs.yml', async () => {
    await migdocs(
      'survey',
      '--from-csv',
      join(project.root, 'survey.csv'),
      '--out',
      join(project.root, 'facts/db.json'),
    );
    expect(await checked()).not.toMatchObject({ engineVersion: '16.4' });
    expect(await checked('--survey', 'facts/db.json')).toMatchObject({ engineVersion: '16.4' });
    project.write('migdocs.yml', 'survey: facts/db.json\n');
    expect(await checked()).toMatchObject({ engineVersion: '16.4' });
  });

  test.each([
    ['{}', 'migdocs.survey.json is not a survey: '],
    ['{', 'migdocs.survey.json'],
  ])('that is none is refused: %s', async (text, message) => {
    project.write('migdocs.survey.json', text);
    const { exitCode, stderr } = await migdocs('check', '--root', project.root);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Take the survey again');
    expect(exitCode).toBe(2);
  });

  test('of another engine is refused', async () => {
    project.write('survey.csv', RESULTS.replace('server,postgresql', 'server,mariadb'));
    await fromCsv();
    const { exitCode, stderr } = await migdocs('check', '--root', project.root);
    expect(stderr).toContain('is a survey of mysql, and the schema is one of postgresql');
    expect(exitCode).toBe(2);
  });
});

describe('migdocs survey --print-sql', () => {
  test.each(['postgresql', 'mysql', 'mariadb'])(
    'prints a script for %s that reads in a read-only transaction',
    async (engine) => {
      const args = ['--columns', 'users.email,orders.no?te', '--matching', "users.email=^a'?"];
      const { exitCode, stdout } = await migdocs(
        'survey',
        '--print-sql',
        '--engine',
        engine,
        ...args,
      );
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^(BEGIN|START TRANSACTION) READ ONLY;$/m);
      expect(stdout).toMatch(/\n\nROLLBACK;\n$/);
      const statements = stdout.replace(/^--.*\n/gm, '').split(/;\n/);
      const others = statements.filter((sql) => !/^\s*SELECT /.test(sql)).map((sql) => sql.trim());
      expect(others.filter((sql) => !/^(BEGIN|START|SET|ROLLBACK|$)/.test(sql))).toEqual([]);
      expect(stdout).toContain("'^a''?'");
      expect(stdout).toContain("'no?te' AS name");
      expect(stdout).not.toMatch(/\$\d| \? /);
    },
  );

  test('narrows to schemas', async () => {
    const args = ['--print-sql', '--engine', 'postgresql', '--schema', "app,o'neill"];
    const { stdout } = await migdocs('survey', ...args);
    expect(stdout).toContain("ANY (ARRAY['app', 'o''neill']::text[])");
  });
});

describe('a command line that cannot be is refused, and shows no secret', () => {
  test.each([
    [['--print-sql'], '--print-sql needs --engine'],
    [['--engine', 'mysql', '--database-url', 'postgres://a:hunter2@h/d'], '--engine goes with'],
    [['--print-sql', '--engine', 'mysql', '--from-csv', 'x.csv'], 'exclude each other'],
    [['--print-sql', '--engine', 'mysql', '--schema', 'app'], 'only PostgreSQL has schemas'],
    [['--database-url', 'mysql://a:hunter2@h/d', '--schema', 'app'], 'only PostgreSQL has schemas'],
    [['--from-csv', 'x.csv', '--columns', 'a.b'], 'belong to the queries'],
    [['--database-url', 'env:MIGDOCS_NO_SUCH_VARIABLE'], 'the environment has no MIGDOCS_NO_SUCH'],
    [['--database-url', 'postgres://a:hunter2@h/d', '--columns', 'email'], 'email names no column'],
    [['--database-url', 'postgres://a:hunter2@h/d', '--matching', 'a.b'], 'names no pattern'],
    [['--database-url', 'postgres://a:hunter2@h/d', '--statement-timeout', '30'], '30s or 2min'],
    [['--databse-url=postgres://a:hunter2@h/d'], "unknown option '--databse-url=postgres://…"],
    [['postgres://a:hunter2@h/d'], 'too many arguments'],
    [['--database-url', 'postgres://a:hunter2@127.0.0.1:1/d'], 'nothing answers at its host'],
    [['--database-url', 'mysql://a:hunter2@127.0.0.1:1/d'], 'nothing answers at its host'],
    [['--database-url', 'oracle://a:hunter2@h/d'], 'names no database that can be surveyed'],
    [['--database-url', 'sqlite3:/nowhere/x.sqlite3'], 'there is no such file'],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await migdocs('survey', ...args, '--out', out);
    expect(stderr).toContain(message);
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
    expect(exitCode).toBe(2);
    expect(project.files()).not.toContain('migdocs.survey.json');
  });
});

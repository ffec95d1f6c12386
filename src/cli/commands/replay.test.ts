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

/** A schema file of Rails 7.1 with one table of these lines. */
function schema(version: string, lines: readonly string[]): string {
  return [
    `ActiveRecord::Schema[7.1].define(version: ${version}) do`,
    '  create_table "users", force: :cascade do |t|',
    ...lines.map((line) => `    t.${line}`),
    '  end',
    '',
    'end',
    '',
  ].join('\n');
}

function migration(name: string, ...lines: readonly string[]): string {
  const body = lines.map((line) => `    ${line}\n`).join('');
  return `class ${name} < ActiveRecord::Migration[7.1]\n  def change\n${body}  end\nend\n`;
}

const START = {
  'config/database.yml': 'production:\n  adapter: postgresql\n',
  'db/schema.rb': schema('2026_01_01_000000', ['string "name"']),
};

const EXACT = {
  'db/migrate/20260102000000_add_email.rb': migration(
    'AddEmail',
    'add_column :users, :email, :string',
  ),
  'db/schema.rb': schema('2026_01_02_000000', ['string "name"', 'string "email"']),
};

/** Says NOT NULL, and the dump does not. */
const DIFFERENT = {
  'db/migrate/20260103000000_add_age.rb': migration(
    'AddAge',
    'add_column :users, :age, :integer, null: false',
  ),
  'db/schema.rb': schema('2026_01_03_000000', ['string "name"', 'string "email"', 'integer "age"']),
};

describe('migdocs replay', () => {
  test('says how often the prediction was exact, and shows a difference next to its migration', async () => {
    repository.commit(START);
    repository.commit(EXACT);
    const commit = repository.commit(DIFFERENT, '2026-01-03T10:00:00Z');
    const { exitCode, stdout, stderr } = await migdocs('replay', repository.root);
    expect(stderr).toBe('');
    expect(stdout).toBe(`different  ${commit.slice(0, 12)}  2026-01-03
  db/migrate/20260103000000_add_age.rb
    table users, line 5
    -     t.integer "age", null: false
    +     t.integer "age"
      db/migrate/20260103000000_add_age.rb:3  add_column :users, :age, :integer, null: false

2 predictions compared with what was committed
  exact         1  50.0 %
  same          0  0.0 %  but for the order of columns or the version line
  different     1  50.0 %
  refused       0  0.0 %  no prediction was possible
`);
    expect(exitCode).toBe(0);
  });

  test('takes columns in another order for the same', async () => {
    repository.commit(START);
    repository.commit({
      ...EXACT,
      'db/schema.rb': schema('2026_01_02_000000', ['string "email"', 'string "name"']),
    });
    const { summary } = await replayed();
    expect(summary).toMatchObject({ exact: 0, same: 1, different: 0 });
  });

  test('sets apart a dump that holds what no migration names', async () => {
    repository.commit(START);
    repository.commit({
      ...EXACT,
      'db/schema.rb': schema('2026_01_02_000000', [
        'string "name"',
        'string "email"',
        'date "born"',
      ]),
    });
    const { cases, summary } = await replayed();
    expect(summary).toMatchObject({ drifted: 1, judged: 0, percent: null });
    expect(cases).toMatchObject([{ drift: [{ type: 'column', table: 'users', name: 'born' }] }]);
  });

  test('gives the reason where no prediction is possible', async () => {
    repository.commit(START);
    repository.commit({
      ...EXACT,
      'db/migrate/20260102000000_add_email.rb': migration('AddEmail', 'drop_table :accounts'),
    });
    const { cases, summary } = await replayed();
    expect(summary).toMatchObject({ refused: 1 });
    expect(cases[0]?.reason).toMatch(
      /^db\/migrate\/20260102000000_add_email\.rb:3: there is no table "accounts"/,
    );
  });

  test('reads a bare git directory, and a project below its root', async () => {
    repository.commit(below(START));
    repository.commit(below(EXACT));
    const bare = `${repository.root}/bare.git`;
    repository.git('clone', '-q', '--bare', '.', bare);
    const { summary } = await replayed(bare, '--schema', 'backend/db/schema.rb');
    expect(summary).toMatchObject({ exact: 1, judged: 1 });
    const folder = await replayed(`${repository.root}/backend`);
    expect(folder.summary).toMatchObject({ exact: 1, judged: 1 });
  });

  test('reads the files that a migration uses as they were at the commit', async () => {
    repository.commit(START);
    const view = { 'db/views/names_v01.sql': 'SELECT 1 AS one\n' };
    const create = migration('CreateNames', 'create_view :names');
    repository.commit({
      ...view,
      'db/migrate/20260102000000_create_names.rb': create,
      'db/schema.rb': schema('2026_01_02_000000', ['string "name"']),
    });
    repository.commit({ 'db/views/names_v01.sql': null });
    const { cases } = await replayed();
    expect(cases).toMatchObject([{ opaque: [] }]);
    expect(JSON.stringify(cases[0]?.differences)).toContain('AS one');
  });

  test('a partial clone counts what it lacks, and fetches nothing', async () => {
    repository.commit(START);
    repository.commit(EXACT);
    repository.commit(DIFFERENT);
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const bare = `${repository.root}/bare.git`;
    const from = `file://${repository.root}`;
    repository.git('clone', '-q', '--bare', '--filter=blob:none', from, bare);
    const { cases, summary } = await replayed(bare);
    expect({ cases, summary }).toMatchObject({
      cases: [],
      summary: { leftOut: { unreadable: 2 } },
    });
  });

  test('counts a merge only when its commits are no cases of their own', async () => {
    repository.commit(START);
    repository.git('checkout', '-q', '-b', 'whole');
    repository.commit(EXACT);
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', 'whole', '-m', 'Merge');
    repository.git('checkout', '-q', '-b', 'halves');
    repository.commit({
      'db/migrate/20260103000000_add_age.rb': DIFFERENT['db/migrate/20260103000000_add_age.rb'],
    });
    repository.commit({ 'db/schema.rb': DIFFERENT['db/schema.rb'] });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', 'halves', '-m', 'Merge');
    const { cases, summary } = await replayed();
    expect(cases.map(({ outcome }) => outcome).sort()).toEqual(['different', 'exact']);
    expect(summary.leftOut).toMatchObject({ inItsCommits: 1, noDump: 1 });
  });

  test('leaves out commits that edit older migrations as well', async () => {
    repository.commit(START);
    repository.commit(EXACT);
    repository.commit({
      ...DIFFERENT,
      'db/migrate/20260102000000_add_email.rb': migration('AddEmail'),
    });
    const { summary } = await replayed();
    expect(summary).toMatchObject({ judged: 1, leftOut: { editsMigrations: 1 } });
  });

  test('--limit takes the newest cases, --since those from a day on', async () => {
    repository.commit(START, '2026-01-01T00:00:00Z');
    repository.commit(EXACT, '2026-01-02T00:00:00Z');
    repository.commit(DIFFERENT, '2026-01-03T00:00:00Z');
    const newest = await replayed(repository.root, '--limit', '1');
    expect(newest.cases.map(({ outcome }) => outcome)).toEqual(['different']);
    const since = await replayed(repository.root, '--since', '2026-01-03');
    expect(since.cases.map(({ outcome }) => outcome)).toEqual(['different']);
  });

  test('--fail-under exits with 1 below the share', async () => {
    repository.commit(START);
    repository.commit(EXACT);
    repository.commit(DIFFERENT);
    expect((await migdocs('replay', repository.root, '--fail-under', '50')).exitCode).toBe(0);
    expect((await migdocs('replay', repository.root, '--fail-under', '51')).exitCode).toBe(1);
  });

  test('sets apart what a Rails older than 5 dumped', async () => {
    const lock = '    activerecord (4.2.11)\n';
    repository.commit({ ...START, 'Gemfile.lock': lock });
    repository.commit(EXACT);
    expect((await replayed()).summary).toMatchObject({ tooOld: 1, judged: 0 });
  });

  test.each([
    [['/no/such/folder'], 'there is no folder /no/such/folder'],
    [['.', '--since', 'last week'], 'Give a day as 2026-03-01.'],
    [['.', '--limit', '0'], 'Give a number from 1.'],
    [['.', '--schema', 'db/structure.sql'], 'there is no db/structure.sql at HEAD'],
  ])('%j ends with 2 and says why', async (args, message) => {
    const { exitCode, stdout, stderr } = await migdocs('replay', ...args);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  test('a folder in no repository, and a repository without commits, end with 2', async () => {
    const empty = await migdocs('replay', repository.root);
    expect(empty).toMatchObject({ exitCode: 2, stdout: '' });
    expect(empty.stderr).toContain('holds no commit');
    repository.commit({ 'README.md': 'Nothing here' });
    const bare = await migdocs('replay', repository.root);
    expect(bare).toMatchObject({ exitCode: 2, stdout: '' });
    expect(bare.stderr).toContain('there is no db/schema.rb at HEAD');
    const outside = await migdocs('replay', '/');
    expect(outside.stderr).toContain('/ is in no git repository');
  });
});

function below(files: { readonly [path: string]: string }) {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`backend/${path}`, text]));
}

interface Replayed {
  readonly cases: readonly {
    readonly outcome: string;
    readonly reason: string | null;
    readonly differences: readonly unknown[];
  }[];
  readonly summary: { readonly leftOut: unknown };
}

async function replayed(...args: readonly string[]): Promise<Replayed> {
  const named = args.length > 0 ? args : [repository.root];
  const { stdout } = await migdocs('replay', ...named, '--format', 'json');
  return JSON.parse(stdout);
}

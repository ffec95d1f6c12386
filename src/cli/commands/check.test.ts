import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migdocs } from '../../testing/command-line.ts';
import { type TestProject, testProject } from '../../testing/project.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "email", null: false
  end
end
`;

const MIGRATION = `class IndexUsers < ActiveRecord::Migration[7.1]
  def change
    add_index :users, :email
  end
end
`;

const PATH = 'db/migrate/20260102000000_index_users.rb';

let project: TestProject;

beforeEach(() => {
  project = testProject({
    'db/schema.rb': SCHEMA,
    [PATH]: MIGRATION,
    'migdocs.yml': 'engine: postgresql\nengine_version: "16"\n',
  });
});

afterEach(() => {
  project.remove();
});

function check(...args: string[]) {
  return migdocs('check', '--root', project.root, ...args);
}

/** A table of so many rows, in a project for that server. */
function configure(rows: number, thresholds = ''): void {
  project.write(
    'migdocs.yml',
    `engine: postgresql\nengine_version: "16"\nrows:\n  users: ${rows}\n${thresholds}`,
  );
}

describe('exit code', () => {
  test('a danger is 1, with the place, the source line, the reason and the replacement', async () => {
    const { exitCode, stdout, stderr } = await check('--rule', 'add-index-blocking');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain(
      `${PATH}:3:5 danger add-index-blocking: Building index_users_on_email`,
    );
    expect(stdout).toContain('  3 |     add_index :users, :email\n    |     ^\n');
    expect(stdout).toContain('CREATE INDEX holds SHARE');
    expect(stdout).toMatch(/\n {10}add_index :users, :email, .*algorithm: :concurrently\n/);
  });

  test.each([
    ['never', 0],
    ['danger', 0],
    ['warning', 1],
    ['info', 1],
  ] as const)('a warning with --fail-on %s is %i', async (failOn, expected) => {
    configure(50_000);
    const { exitCode } = await check('--rule', 'add-index-blocking', '--fail-on', failOn);
    expect(exitCode).toBe(expected);
  });

  test('thresholds.fail_on of migdocs.yml counts where the command line says nothing', async () => {
    configure(50_000, 'thresholds:\n  fail_on: warning\n');
    expect((await check('--rule', 'add-index-blocking')).exitCode).toBe(1);
    const overruled = await check('--rule', 'add-index-blocking', '--fail-on', 'danger');
    expect(overruled.exitCode).toBe(0);
  });

  test('what safety_assured suppresses is listed and does not count', async () => {
    project.write(
      PATH,
      MIGRATION.replace('add_index :users, :email', 'safety_assured { add_index :users, :email }'),
    );
    const { exitCode, stdout } = await check('--rule', 'add-index-blocking', '--fail-on', 'info');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Suppressed\n {2}db\/migrate\/.* add-index-blocking: /m);
    expect(stdout).toContain('; 1 suppressed.');
  });
});

describe('without new migrations', () => {
  beforeEach(() => {
    project.write('db/schema.rb', SCHEMA.replace('2026_01_01', '2026_01_02'));
  });

  test('it says so', async () => {
    const { exitCode, stdout } = await check();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Nothing to check: db\/schema\.rb .* holds every migration\./);
  });

  test('data is data, with nothing in it', async () => {
    const { exitCode, stdout } = await check('--format', 'json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ failed: false, findings: [], migrations: [] });
    const sarif = JSON.parse((await check('--format', 'sarif')).stdout);
    expect(sarif.runs[0].results).toEqual([]);
  });
});

describe('which rules are shown', () => {
  test('--rule shows those only, --except all others', async () => {
    const rulesOf = async (...args: string[]) =>
      JSON.parse((await check('--format', 'json', ...args)).stdout).findings.map(
        ({ rule }: { rule: string }) => rule,
      );
    const all = await rulesOf();
    expect(all).toContain('add-index-blocking');
    expect(await rulesOf('--rule', 'add-index-blocking')).toEqual(['add-index-blocking']);
    expect(await rulesOf('--except', 'add-index-blocking')).toEqual(
      all.filter((rule: string) => rule !== 'add-index-blocking'),
    );
    expect(
      await rulesOf('--rule', 'add-index-blocking,drop-table', '--rule', 'set-not-null'),
    ).toEqual(['add-index-blocking']);
  });

  test('an unknown rule is refused, with the nearest known one', async () => {
    const { exitCode, stderr } = await check('--rule', 'add-index-blockin');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'there is no rule "add-index-blockin"; did you mean "add-index-blocking"?',
    );
  });
});

test('--out writes the file; the counts go to stderr', async () => {
  const out = join(project.root, 'check.sarif');
  const { exitCode, stdout, stderr } = await check('--format', 'sarif', '--out', out);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^1 danger.* in 1 migration\. Exit code 1: /);
  expect(JSON.parse(readFileSync(out, 'utf8')).version).toBe('2.1.0');
});

test('a second schema file has no migrations to judge', async () => {
  const { exitCode, stderr } = await check('--to', 'db/schema.rb');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('check judges migrations, and --to has none');
});

test('a finding in code that a migration calls stands where it is called', async () => {
  project.write(
    PATH,
    MIGRATION.replace('add_index :users, :email', 'Indexes.build(self)').replace(
      'class',
      'require_relative "../../lib/indexes"\n\nclass',
    ),
  );
  project.write(
    'lib/indexes.rb',
    'module Indexes\n  def self.build(migration)\n    migration.add_index :users, :email\n  end\nend\n',
  );
  const { stdout } = await check('--rule', 'add-index-blocking');
  expect(stdout).toContain(`${PATH}:5:5 danger add-index-blocking: `);
  expect(stdout).toContain('  5 |     Indexes.build(self)\n    |     ^\n');
});

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../golden/check/', import.meta.url));

describe.each(['add-order-status', 'track-parcels-structure-sql', 'ship-orders-golang-migrate'])(
  'examples/%s',
  (name) => {
    let folder: string;

    beforeAll(() => {
      // Outside of the repository, whose folders would stand in the paths of SARIF and annotations.
      folder = mkdtempSync(join(tmpdir(), 'migdocs-check-'));
      cpSync(join(EXAMPLES, name), folder, { recursive: true });
    });

    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    test.each([
      ['text', 'txt'],
      ['json', 'json'],
      ['sarif', 'sarif.json'],
      ['github', 'github.txt'],
      ['markdown', 'md'],
    ])('%s is as expected', async (format, extension) => {
      const { stdout, stderr } = await migdocs('check', '--root', folder, '--format', format);
      expect(stderr).toBe('');
      await expect(stdout).toMatchFileSnapshot(join(GOLDEN, `${name}.${extension}`));
    });

    test('the JSON is valid', async () => {
      const path = fileURLToPath(new URL('../../../schemas/check.schema.json', import.meta.url));
      const validate = new Ajv({ allowUnionTypes: true }).compile(
        JSON.parse(readFileSync(path, 'utf8')),
      );
      const { stdout } = await migdocs('check', '--root', folder, '--format', 'json');
      validate(JSON.parse(stdout));
      expect(validate.errors ?? []).toEqual([]);
    });
  },
);

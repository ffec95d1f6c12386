import { afterEach, describe, expect, test } from 'vitest';
import type { MigrationTool } from '../../model/migration-tool.ts';
import { type TestProject, testProject } from '../../testing/project.ts';
import { flywayChecksum } from './flyway-checksum.ts';
import { folderInTree } from './folder.ts';
import { heldIn } from './held.ts';
import type { ListedMigration } from './listed.ts';
import { migrationsFromEmpty, migrationsOf } from './migration-set.ts';
import { findMigrations, type MigrationSource, type StatedMigrations } from './source.ts';
import { TOOLS } from './tools.ts';

let project: TestProject | null = null;

afterEach(() => {
  project?.remove();
  project = null;
});

type Files = { readonly [path: string]: string };

function root(files: Files): string {
  project?.remove();
  project = testProject(files);
  return project.root;
}

function list(tool: MigrationTool, files: Files, folder = 'm'): readonly ListedMigration[] {
  return TOOLS[tool].list(folderInTree(root(files), folder));
}

const names = (migrations: readonly ListedMigration[]) =>
  migrations.map(({ path }) => path.slice(2));

const UNSTATED: StatedMigrations = { folder: null, tool: null, variables: {} };

function found(files: Files, stated: Partial<StatedMigrations> = {}): MigrationSource {
  return findMigrations(root(files), { ...UNSTATED, ...stated });
}

function failure(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof Error && 'report' in error) return String(error.report);
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Files of these names, with nothing in them. */
function empty(...paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [`m/${path}`, '']));
}

describe('the order is that of each tool', () => {
  test('dbmate sorts by name', () => {
    expect(names(list('dbmate', empty('10_b.sql', '9_a.sql', 'notes.sql', '9_a.txt')))).toEqual([
      '10_b.sql',
      '9_a.sql',
    ]);
  });

  test('goose sorts by number, timestamps behind sequence numbers, and knows no version 0', () => {
    const files = empty(
      '20240101000000_c.sql',
      '00010_b.sql',
      '00009_a.sql',
      '0_zero.sql',
      'x.sql',
    );
    expect(names(list('goose', files))).toEqual([
      '00009_a.sql',
      '00010_b.sql',
      '20240101000000_c.sql',
    ]);
  });

  test('golang-migrate sorts by number, and finds the way down by the number', () => {
    const files = empty(
      '10_b.up.sql',
      '9_a.up.sql',
      '9_another.down.sql',
      '10_b.down.sql',
      '3_c.sql',
    );
    expect(list('golang-migrate', files)).toMatchObject([
      { path: 'm/9_a.up.sql', downPath: 'm/9_another.down.sql', version: '9', name: 'a' },
      { path: 'm/10_b.up.sql', downPath: 'm/10_b.down.sql' },
    ]);
  });

  test('Flyway compares versions part by part, then come the repeatable ones by description', () => {
    const files = empty(
      'V1.10__d.sql',
      'V1.9__c.sql',
      'V2__e.sql',
      'deeper/V1_2__b.sql',
      'V001__a.sql',
      'U1.9__c.sql',
      'R__views.sql',
      'R__rights.sql',
      'V3_no_separator.sql',
      'afterMigrate.sql',
    );
    const listed = list('flyway', files);
    expect(names(listed)).toEqual([
      'V001__a.sql',
      'deeper/V1_2__b.sql',
      'V1.9__c.sql',
      'V1.10__d.sql',
      'V2__e.sql',
      'R__rights.sql',
      'R__views.sql',
    ]);
    expect(listed.map(({ version }) => version)).toEqual([
      '1',
      '1.2',
      '1.9',
      '1.10',
      '2',
      null,
      null,
    ]);
    expect(listed[2]?.downPath).toBe('m/U1.9__c.sql');
  });

  test('Flyway with an empty prefix takes what begins with a version', () => {
    const files = empty('20240102__b.sql', '20240101__a.sql');
    expect(names(list('flyway', files))).toEqual(['20240101__a.sql', '20240102__b.sql']);
  });

  test('Flyway reads executeInTransaction in the file next to a migration', () => {
    const files = { ...empty('V1__a.sql'), 'm/V1__a.sql.conf': 'executeInTransaction=false\n' };
    expect(list('flyway', files)[0]?.transaction).toBe(false);
  });

  test('Sqitch takes the plan from top to bottom; a reworked change first stands with its tag', () => {
    const plan = [
      '%syntax-version=1.0.0',
      '%project=app',
      '',
      'schema 2026-01-01T00:00:00Z A <a@example.org> # the schema',
      'tables/users [schema] 2026-01-02T00:00:00Z A <a@example.org>',
      '@v1.0 2026-01-03T00:00:00Z A <a@example.org>',
      '',
      'tables/users [tables/users@v1.0] 2026-01-04T00:00:00Z A <a@example.org>',
    ].join('\n');
    const files = {
      'm/sqitch.plan': plan,
      ...empty('deploy/schema.sql', 'deploy/tables/users.sql', 'deploy/tables/users@v1.0.sql'),
      ...empty('revert/tables/users.sql', 'revert/tables/users@v1.0.sql'),
    };
    expect(list('sqitch', files)).toMatchObject([
      { key: 'schema', path: 'm/deploy/schema.sql', downPath: null, version: null },
      {
        key: 'tables/users',
        path: 'm/deploy/tables/users@v1.0.sql',
        downPath: 'm/revert/tables/users@v1.0.sql',
      },
      { key: 'tables/users#2', path: 'm/deploy/tables/users.sql', name: 'tables/users' },
    ]);
  });

  test('node-pg-migrate takes 17 digits for a date, which it compares with milliseconds', () => {
    const files = empty('20240102000000000_b.sql', '1704067200000_a.sql', '1704240000001_c.sql');
    expect(names(list('node-pg-migrate', files))).toEqual([
      '1704067200000_a.sql',
      '20240102000000000_b.sql',
      '1704240000001_c.sql',
    ]);
  });

  test('sql-migrate sorts by number, and what has none comes last', () => {
    expect(names(list('sql-migrate', empty('a.sql', '10-b.sql', '9_c.sql')))).toEqual([
      '9_c.sql',
      '10-b.sql',
      'a.sql',
    ]);
  });

  test('SQLx takes single files and pairs', () => {
    const files = empty('2_b.up.sql', '2_b.down.sql', '1_a.sql', '10_c.sql');
    expect(list('sqlx', files)).toMatchObject([
      { path: 'm/1_a.sql', downPath: null },
      { path: 'm/2_b.up.sql', downPath: 'm/2_b.down.sql' },
      { path: 'm/10_c.sql' },
    ]);
  });

  test('Diesel takes folders with an up.sql, by version without hyphens', () => {
    const files = {
      ...empty(
        '2024-02-01-000000_b/up.sql',
        '20240101000000_a/up.sql',
        '20240101000000_a/down.sql',
      ),
      'm/2024-02-01-000000_b/metadata.toml': 'run_in_transaction = false\n',
    };
    expect(list('diesel', files)).toMatchObject([
      { key: '20240101000000', downPath: 'm/20240101000000_a/down.sql', name: 'a' },
      { key: '20240201000000', downPath: null, transaction: false },
    ]);
  });

  test('Prisma takes folders with a migration.sql, by name', () => {
    const files = empty('20240102_b/migration.sql', '20240101_a/migration.sql');
    expect(list('prisma', files).map(({ key }) => key)).toEqual(['20240101_a', '20240102_b']);
  });

  test('Drizzle takes what its journal lists', () => {
    const entries = [
      { idx: 1, when: 20, tag: '0001_b' },
      { idx: 0, when: 10, tag: '0000_a' },
    ];
    const journal = JSON.stringify({ dialect: 'postgresql', entries });
    const files = {
      ...empty('0000_a.sql', '0001_b.sql', '0002_c.sql'),
      'm/meta/_journal.json': journal,
    };
    expect(names(list('drizzle', files))).toEqual(['0000_a.sql', '0001_b.sql']);
  });

  test('plain files go by number, then by name, each with its way down', () => {
    const files = empty(
      'b.sql',
      '10_x.up.sql',
      '10_x.down.sql',
      '2-y.sql',
      'a.up.sql',
      'a.down.sql',
    );
    expect(list('plain', files).map(({ path, downPath }) => [path, downPath])).toEqual([
      ['m/2-y.sql', null],
      ['m/10_x.up.sql', 'm/10_x.down.sql'],
      ['m/a.up.sql', 'm/a.down.sql'],
      ['m/b.sql', null],
    ]);
  });

  test.each([
    ['goose', '1_a.sql', '01_b.sql'],
    ['golang-migrate', '1_a.up.sql', '01_b.up.sql'],
    ['flyway', 'V1__a.sql', 'V1.0__b.sql'],
    ['rails', '1_a.rb', '1_b.rb'],
  ] as const)('%s refuses two migrations of one version, with both names', (tool, one, other) => {
    expect(failure(() => list(tool, empty(one, other)))).toMatch(
      /has the same version as .*rename one/s,
    );
  });
});

test('from the empty database on, Flyway begins with its newest baseline', () => {
  const files = empty('V1__a.sql', 'B2__ab.sql', 'V2__b.sql', 'V3__c.sql', 'R__r.sql');
  const source = found(files, { folder: 'm' });
  const at = project?.root ?? '';
  expect(names(migrationsFromEmpty(at, source))).toEqual(['B2__ab.sql', 'V3__c.sql', 'R__r.sql']);
  expect(names(migrationsOf(at, source))).toEqual([
    'V1__a.sql',
    'V2__b.sql',
    'V3__c.sql',
    'R__r.sql',
  ]);
});

describe('the tool is recognised', () => {
  test.each<[MigrationTool, string, Files]>([
    ['dbmate', 'db/migrations', { 'db/migrations/1_a.sql': '-- migrate:up\n-- migrate:down\n' }],
    ['goose', 'migrations', { 'migrations/1_a.sql': '-- +goose Up\n' }],
    ['sql-migrate', 'sql', { 'dbconfig.yml': 'production:\n  dir: sql\n', 'sql/1_a.sql': '' }],
    ['sql-migrate', 'migrations', { 'migrations/1_a.sql': '-- +migrate Up\n' }],
    ['node-pg-migrate', 'migrations', { 'migrations/1_a.sql': '-- Up Migration\n' }],
    ['golang-migrate', 'migrations', { 'migrations/1_a.up.sql': '' }],
    [
      'sqlx',
      'migrations',
      { 'migrations/1_a.up.sql': '', 'Cargo.toml': '[dependencies]\nsqlx = "0.8"\n' },
    ],
    [
      'flyway',
      'src/main/resources/db/migration',
      { 'src/main/resources/db/migration/V1__a.sql': '' },
    ],
    [
      'flyway',
      'ddl',
      { 'flyway.conf': 'flyway.locations=filesystem:./ddl\n', 'ddl/V1__a.sql': '' },
    ],
    [
      'flyway',
      'ddl',
      { 'flyway.toml': '[flyway]\nlocations = ["filesystem:ddl"]\n', 'ddl/V1__a.sql': '' },
    ],
    [
      'sqitch',
      'sql',
      {
        'sqitch.conf': '[core]\n\tengine = pg\n\ttop_dir = sql\n',
        'sql/sqitch.plan': '%project=a\n\nb 2026-01-01T00:00:00Z A <a@b>\n',
        'sql/deploy/b.sql': '',
      },
    ],
    ['sqitch', '', { 'sqitch.plan': '%project=a\n\nb 2026-01-01T00:00:00Z A <a@b>\n' }],
    ['diesel', 'migrations', { 'migrations/1_a/up.sql': '' }],
    [
      'diesel',
      'ddl',
      { 'diesel.toml': '[migrations_directory]\ndir = "ddl"\n', 'ddl/1_a/up.sql': '' },
    ],
    [
      'prisma',
      'prisma/migrations',
      {
        'prisma/migrations/1_a/migration.sql': '',
        'prisma/migrations/migration_lock.toml': 'provider = "mysql"\n',
      },
    ],
    ['atlas', 'migrations', { 'migrations/1_a.sql': '', 'migrations/atlas.sum': 'h1:x\n' }],
    ['plain', 'migrations', { 'migrations/1_a.sql': '' }],
    ['rails', 'db/migrate', { 'db/migrate/1_a.rb': '', 'migrations/1_a.sql': '' }],
  ])('%s in %j', (tool, folder, files) => {
    expect(found(files)).toMatchObject({ tool, folder });
  });

  test('what tells it is said', () => {
    const files = { 'db/migrations/1_a.sql': '-- migrate:up\n-- migrate:down\n' };
    expect(found(files).because).toBe('db/migrations/1_a.sql has a line `-- migrate:up`');
  });

  test('files for two tools are refused, with both and how to name the one', () => {
    const files = { 'm/1_a.sql': '-- migrate:up\n', 'm/2_b.sql': '-- +goose Up\n' };
    const stated = { folder: 'm' };
    expect(failure(() => found(files, stated))).toBe(
      'cannot tell which tool runs m: m/1_a.sql is written for dbmate, and m/2_b.sql is written for goose\n' +
        '  Pass --tool dbmate or the one that it is, or say so in migdocs.yml: migrations: { path: m, tool: dbmate }.',
    );
    const tool = { tool: 'goose', by: '--tool' } as const;
    expect(found(files, { ...stated, tool })).toMatchObject({
      tool: 'goose',
      because: '--tool says so',
    });
  });

  test('names for two tools are refused', () => {
    const files = { 'm/V1__a.sql': '', 'm/2_b.up.sql': '' };
    expect(failure(() => found(files, { folder: 'm' }))).toMatch(
      /named for Flyway.*golang-migrate/,
    );
  });

  test('two folders of migrations are refused, with both', () => {
    const files = {
      'migrations/1_a.up.sql': '',
      'db/migrations/1_a.sql': '-- migrate:up\n-- migrate:down\n',
    };
    expect(failure(() => found(files))).toMatch(
      /^several folders hold migrations: db\/migrations \(dbmate\), migrations \(golang-migrate\)\n.*migdocs propose db\/migrations/,
    );
  });

  test('Liquibase is named as what is not read', () => {
    const files = { 'm/1_a.sql': '--liquibase formatted sql\n--changeset a:1\n' };
    expect(failure(() => found(files, { folder: 'm' }))).toMatch(
      /written for Liquibase.*--tool plain/s,
    );
  });

  test('its configuration tells the engine and the values of placeholders', () => {
    const conf =
      'flyway.url=jdbc:mariadb://db/app\nflyway.locations=filesystem:m\nflyway.placeholders.owner=app\n';
    const files = { 'flyway.conf': conf, 'm/V1__a.sql': '' };
    expect(found(files, { variables: { extra: '1' } })).toMatchObject({
      engine: { engine: 'mysql', by: 'flyway.conf' },
      settings: { variables: { owner: 'app', extra: '1' }, replacesPlaceholders: true },
    });
  });
});

describe('a dump tells what ran', () => {
  const TABLE = 'CREATE TABLE public.users (id int);\n';

  /** Keys of the listed migrations that the dump holds; null when it does not tell. */
  function held(tool: MigrationTool, files: Files, dump: string): readonly string[] | null {
    const source = found(files, { folder: 'm', tool: { tool, by: 'test' } });
    const migrations = migrationsOf(project?.root ?? '', source);
    const result = heldIn({ path: 'dump.sql', text: TABLE + dump }, source, migrations);
    return result.isKnown
      ? migrations.filter((one) => result.holds(one)).map(({ key }) => key)
      : null;
  }

  test.each<[MigrationTool, Files, string, readonly string[]]>([
    [
      'dbmate',
      empty('1_a.sql', '2_b.sql'),
      "INSERT INTO public.schema_migrations (version) VALUES\n    ('1');\n",
      ['1'],
    ],
    [
      'goose',
      empty('1_a.sql', '2_b.sql', '3_c.sql'),
      'COPY public.goose_db_version (id, version_id, is_applied, tstamp) FROM stdin;\n1\t0\tt\tx\n2\t1\tt\tx\n3\t2\tt\tx\n4\t2\tf\tx\n\\.\n',
      ['1'],
    ],
    [
      'golang-migrate',
      empty('1_a.up.sql', '02_b.up.sql', '3_c.up.sql'),
      'INSERT INTO `schema_migrations` VALUES (2,0);\n',
      ['1', '2'],
    ],
    [
      'flyway',
      empty('V1__a.sql', 'V1.1__b.sql', 'V2__c.sql', 'V3__d.sql'),
      "INSERT INTO `flyway_schema_history` VALUES (1,'1','<< Flyway Baseline >>','BASELINE','x',NULL,'me','t',0,1),(2,'1.1','b','SQL','V1.1__b.sql',5,'me','t',3,1),(3,'2','c','SQL','V2__c.sql',5,'me','t',3,0),(4,'3','d','SQL','V3__d.sql',5,'me','t',3,1),(5,'3','d','UNDO_SQL','U3__d.sql',5,'me','t',3,1);\n",
      ['V1', 'V1.1'],
    ],
    [
      'node-pg-migrate',
      empty('1_a.sql', '2_b.sql'),
      "INSERT INTO public.pgmigrations (id, name, run_on) VALUES (1, '1_a', '2026-01-01');\n",
      ['1_a'],
    ],
    [
      'sql-migrate',
      empty('1_a.sql', '2_b.sql'),
      "INSERT INTO gorp_migrations VALUES('1_a.sql','2026-01-01');\n",
      ['1_a.sql'],
    ],
    [
      'sqlx',
      empty('1_a.sql', '2_b.sql'),
      'COPY public._sqlx_migrations (version, description) FROM stdin;\n1\ta\n\\.\n',
      ['1'],
    ],
    [
      'diesel',
      empty('2024-01-01_a/up.sql', '2_b/up.sql'),
      'COPY public.__diesel_schema_migrations (version, run_on) FROM stdin;\n20240101\tx\n\\.\n',
      ['20240101'],
    ],
    [
      'prisma',
      empty('1_a/migration.sql', '2_b/migration.sql'),
      "INSERT INTO _prisma_migrations VALUES('id','sum','t','1_a',NULL,NULL,'t',1),('id2','sum',NULL,'2_b',NULL,NULL,'t',0);\n",
      ['1_a'],
    ],
    [
      'atlas',
      empty('1_a.sql', '2_b.sql'),
      "INSERT INTO atlas_schema_revisions (version, description) VALUES ('1', 'a');\n",
      ['1'],
    ],
  ])('%s', (tool, files, dump, keys) => {
    expect(held(tool, files, dump)).toEqual(keys);
  });

  test('Sqitch: a reworked change counts as often as it was deployed', () => {
    const plan =
      '%project=a\n\nb 2026-01-01T00:00:00Z A <a@b>\n@v1 2026-01-01T00:00:00Z A <a@b>\nb 2026-01-02T00:00:00Z A <a@b>\n';
    const files = { 'm/sqitch.plan': plan };
    const rows = 'COPY sqitch.changes (change_id, script_hash, change, project) FROM stdin;\n';
    expect(held('sqitch', files, `${rows}1\t2\tb\ta\n\\.\n`)).toEqual(['b']);
    expect(held('sqitch', files, 'COPY public.changes (change) FROM stdin;\nb\n\\.\n')).toBeNull();
  });

  test('Flyway: a repeatable migration is new when its text changed', () => {
    const files = { 'm/R__v.sql': 'SELECT 1;\n' };
    const rows = (checksum: number) =>
      `INSERT INTO flyway_schema_history VALUES (1,NULL,'v','SQL','R__v.sql',${checksum},'me','t',1,1);\n`;
    const checksum = flywayChecksum('SELECT 1;\n');
    expect(held('flyway', files, rows(checksum))).toEqual([`Rv@${checksum}`]);
    expect(held('flyway', files, rows(checksum + 1))).toEqual([]);
  });

  test('no rows tell nothing, and a dump without tables holds nothing', () => {
    const table = 'CREATE TABLE public.goose_db_version (id int);\n';
    expect(held('goose', empty('1_a.sql'), table)).toBeNull();
    expect(
      heldIn({ path: 'd.sql', text: '-- nothing\n' }, found(empty('1_a.sql'), { folder: 'm' }), [])
        .isKnown,
    ).toBe(true);
  });
});

test('the checksum of Flyway is CRC-32 over the lines without their breaks', () => {
  expect(flywayChecksum('SELECT 1;\n')).toBe(flywayChecksum('\uFEFFSELECT 1;\r\n'));
  // The check value of CRC-32.
  expect(flywayChecksum('123456789')).toBe(0xcb_f4_39_26 | 0);
});

import { describe, expect, test } from 'vitest';
import { dialectFor } from '../../dialect/index.ts';
import type { MigrationTool } from '../../model/migration-tool.ts';
import { migration } from '../../testing/build.ts';
import { versionChecks } from './version-checks.ts';

function asked(tool: MigrationTool, path: string, version: string | null, name = 'step') {
  const one = migration({ tool, path, version, name });
  return versionChecks([one, one], dialectFor('postgresql')).map(({ when, sql, expected }) => [
    when,
    sql.replace('SELECT COUNT(*) AS found FROM ', ''),
    expected,
  ]);
}

describe('what ran is asked of the tool’s own table', () => {
  test.each<[MigrationTool, string, string | null, string]>([
    ['rails', 'db/migrate/1_a.rb', '1', `"schema_migrations" WHERE version IN ('1');`],
    ['dbmate', 'db/migrations/1_a.sql', '1', `"schema_migrations" WHERE version IN ('1');`],
    ['goose', 'm/0007_a.sql', '0007', `"goose_db_version" WHERE version_id IN (7) AND is_applied;`],
    ['sqitch', 'deploy/users.sql', null, `"sqitch"."changes" WHERE "change" IN ('users');`],
    ['node-pg-migrate', 'm/1_a.sql', '1', `"pgmigrations" WHERE name IN ('1_a');`],
    ['sql-migrate', 'm/1_a.sql', '1', `"gorp_migrations" WHERE id IN ('1_a.sql');`],
    ['sqlx', 'm/1_a.sql', '1', `"_sqlx_migrations" WHERE version IN (1) AND success;`],
    ['diesel', 'm/1_a/up.sql', '1', `"__diesel_schema_migrations" WHERE version IN ('1');`],
  ])('%s, forward and back', (tool, path, version, query) => {
    expect(asked(tool, path, version, 'users')).toEqual([
      ['forward', query, 'found = 1'],
      ['back', query, 'found = 0'],
    ]);
  });

  test.each<[MigrationTool, string, string]>([
    ['flyway', 'm/V1__a.sql', `"flyway_schema_history" WHERE script IN ('V1__a.sql') AND success;`],
    [
      'prisma',
      'prisma/migrations/1_a/migration.sql',
      `"_prisma_migrations" WHERE migration_name IN ('1_a') AND finished_at IS NOT NULL AND rolled_back_at IS NULL;`,
    ],
  ])('%s, whose rows stay, forward only', (tool, path, query) => {
    expect(asked(tool, path, '1')).toEqual([['forward', query, 'found = 1']]);
  });

  test('golang-migrate has one row, with the newest version', () => {
    const migrations = ['000003', '000004'].map((version) =>
      migration({ tool: 'golang-migrate', path: `m/${version}_a.up.sql`, version }),
    );
    const checks = versionChecks(migrations, dialectFor('mysql'));
    expect(checks.map(({ sql, expected }) => [sql, expected])).toEqual([
      [
        'SELECT COUNT(*) AS found FROM `schema_migrations` WHERE version >= 4 AND NOT dirty;',
        'found = 1',
      ],
      ['SELECT COUNT(*) AS found FROM `schema_migrations` WHERE version >= 3;', 'found = 0'],
    ]);
  });

  test('plain files leave no trace', () => {
    expect(asked('plain', 'm/1_a.sql', '1')).toEqual([]);
  });
});

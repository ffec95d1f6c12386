import type { Dialect } from '../../dialect/dialect.ts';
import type { Migration } from '../../model/migration.ts';
import type { MigrationTool } from '../../model/migration-tool.ts';
import type { Verification } from '../../model/rollback.ts';

/** A tool's table of migrations that ran. */
interface History {
  readonly table: string;
  readonly column: string;
  /** What the column holds of a migration; null when it holds none. */
  readonly value: (migration: Migration) => string | null;
  /** What a row has that tells of success; follows AND. */
  readonly done?: string;
  /** True for a column whose name is a word of SQL: CHANGE is one of MySQL. */
  readonly isWord?: boolean;
  /** True for a number, which stands without quotes. */
  readonly isNumber?: boolean;
  /** Whether taking a migration back takes its row away. */
  readonly goesBack: boolean;
  /** What one row stands for: `version`, unless said otherwise. */
  readonly noun?: string;
}

const version = ({ version: value }: Migration): string | null => value;
const plain = ({ version: value }: Migration): string | null =>
  value?.replace(/^0+(?=\d)/, '') ?? null;
const fileName = ({ path }: Migration): string => path.slice(path.lastIndexOf('/') + 1);
const stem = (migration: Migration): string => fileName(migration).replace(/\.sql$/, '');
const folder = ({ path }: Migration): string => path.split('/').at(-2) ?? path;

const BY_VERSION: History = {
  table: 'schema_migrations',
  column: 'version',
  value: version,
  goesBack: true,
};

/** As the tools write them; src/project/migration-tools says where that is to be read. */
const HISTORIES: { readonly [T in MigrationTool]: History | null } = {
  rails: BY_VERSION,
  dbmate: BY_VERSION,
  // One row for all, which `versionChecks` asks about in its own way.
  'golang-migrate': null,
  // An undo adds a row of its own.
  flyway: {
    table: 'flyway_schema_history',
    column: 'script',
    value: fileName,
    done: 'success',
    goesBack: false,
    noun: 'script',
  },
  goose: {
    table: 'goose_db_version',
    column: 'version_id',
    value: plain,
    done: 'is_applied',
    isNumber: true,
    goesBack: true,
  },
  sqitch: {
    table: 'sqitch.changes',
    column: 'change',
    isWord: true,
    value: ({ name }) => name,
    goesBack: true,
    noun: 'change',
  },
  'node-pg-migrate': {
    table: 'pgmigrations',
    column: 'name',
    value: stem,
    goesBack: true,
    noun: 'migration',
  },
  'sql-migrate': {
    table: 'gorp_migrations',
    column: 'id',
    value: fileName,
    goesBack: true,
    noun: 'migration',
  },
  sqlx: {
    table: '_sqlx_migrations',
    column: 'version',
    value: plain,
    done: 'success',
    isNumber: true,
    goesBack: true,
  },
  diesel: {
    table: '__diesel_schema_migrations',
    column: 'version',
    value: version,
    goesBack: true,
  },
  prisma: {
    table: '_prisma_migrations',
    column: 'migration_name',
    value: folder,
    done: 'finished_at IS NOT NULL AND rolled_back_at IS NULL',
    goesBack: false,
    noun: 'migration',
  },
  atlas: { table: 'atlas_schema_revisions', column: 'version', value: version, goesBack: true },
  // It keeps hashes of the files.
  drizzle: null,
  plain: null,
};

/**
 * Queries on the table in which the tool keeps what ran: all of the release is in it after the
 * migration, none after the rollback. Empty for tools whose table does not tell.
 */
export function versionChecks(
  migrations: readonly Migration[],
  dialect: Dialect,
): readonly Verification[] {
  const tools = [...new Set(migrations.map(({ tool }) => tool))];
  return tools.flatMap((tool) => {
    const own = migrations.filter((migration) => migration.tool === tool);
    if (tool === 'golang-migrate') return newestVersionChecks(own, dialect);
    const history = HISTORIES[tool];
    return history ? checksOf(history, own, dialect) : [];
  });
}

function checksOf(
  history: History,
  migrations: readonly Migration[],
  dialect: Dialect,
): readonly Verification[] {
  const { table, column, value, done, isNumber = false, goesBack, noun = 'version' } = history;
  const values = [...new Set(migrations.flatMap((migration) => value(migration) ?? []))];
  if (values.length === 0) return [];
  const list = values.map((one) => (isNumber ? one : dialect.quoteString(one))).join(', ');
  const shown = history.isWord ? dialect.quoteIdentifier(column) : column;
  const condition = `${shown} IN (${list})${done ? ` AND ${done}` : ''}`;
  const sql = `SELECT COUNT(*) AS found FROM ${dialect.quoteTable(table)} WHERE ${condition};`;
  const words = values.length === 1 ? `the ${noun}` : `all ${values.length} ${noun}s`;
  const back = {
    step: null,
    when: 'back' as const,
    what: `${table} holds no ${noun} of this release.`,
    sql,
    expected: 'found = 0',
  };
  return [
    {
      step: null,
      when: 'forward',
      what: `${table} holds ${words} of this release.`,
      sql,
      expected: `found = ${values.length}`,
    },
    ...(goesBack ? [back] : []),
  ];
}

/** golang-migrate keeps the newest version that ran, and whether it failed midway. */
function newestVersionChecks(
  migrations: readonly Migration[],
  dialect: Dialect,
): readonly Verification[] {
  const versions = migrations.flatMap((migration) => plain(migration) ?? []);
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = `SELECT COUNT(*) AS found FROM ${dialect.quoteTable('schema_migrations')}`;
  return [
    {
      step: null,
      when: 'forward',
      what: `schema_migrations says that version ${last} ran, and not that it failed.`,
      sql: `${from} WHERE version >= ${last} AND NOT dirty;`,
      expected: 'found = 1',
    },
    {
      step: null,
      when: 'back',
      what: `schema_migrations says that what ran is older than version ${first}.`,
      sql: `${from} WHERE version >= ${first};`,
      expected: 'found = 0',
    },
  ];
}

/** What runs migrations that are written in SQL. */
export type SqlMigrationTool =
  /** A file a migration, with a sister file for the way back or none; whatever runs them. */
  | 'plain'
  | 'dbmate'
  | 'flyway'
  | 'goose'
  | 'golang-migrate'
  | 'sqitch'
  | 'node-pg-migrate'
  | 'sql-migrate'
  | 'sqlx'
  | 'diesel'
  | 'prisma'
  | 'drizzle'
  | 'atlas';

/** What runs a project's migrations. */
export type MigrationTool = 'rails' | SqlMigrationTool;

/** A tool's name as its makers write it. */
export const MIGRATION_TOOL_NAMES: { readonly [T in MigrationTool]: string } = {
  rails: 'Rails',
  plain: 'plain SQL files',
  dbmate: 'dbmate',
  flyway: 'Flyway',
  goose: 'goose',
  'golang-migrate': 'golang-migrate',
  sqitch: 'Sqitch',
  'node-pg-migrate': 'node-pg-migrate',
  'sql-migrate': 'sql-migrate',
  sqlx: 'SQLx',
  diesel: 'Diesel',
  prisma: 'Prisma',
  drizzle: 'Drizzle',
  atlas: 'Atlas',
};

export const MIGRATION_TOOLS: readonly MigrationTool[] = [
  'rails',
  'plain',
  'dbmate',
  'flyway',
  'goose',
  'golang-migrate',
  'sqitch',
  'node-pg-migrate',
  'sql-migrate',
  'sqlx',
  'diesel',
  'prisma',
  'drizzle',
  'atlas',
];

import type { MigrationTool } from '../../model/migration-tool.ts';
import { atlas } from './atlas.ts';
import { dbmate } from './dbmate.ts';
import { diesel } from './diesel.ts';
import { drizzle } from './drizzle.ts';
import { flyway } from './flyway.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import { nodePgMigrate } from './node-pg-migrate.ts';
import { plain } from './plain.ts';
import { prisma } from './prisma.ts';
import { rails } from './rails.ts';
import type { ToolRules } from './rules.ts';
import { sqitch } from './sqitch.ts';
import { sqlMigrate } from './sql-migrate.ts';
import { sqlx } from './sqlx.ts';

export const TOOLS: { readonly [T in MigrationTool]: ToolRules } = {
  rails,
  plain,
  dbmate,
  flyway,
  goose,
  'golang-migrate': golangMigrate,
  sqitch,
  'node-pg-migrate': nodePgMigrate,
  'sql-migrate': sqlMigrate,
  sqlx,
  diesel,
  prisma,
  drizzle,
  atlas,
};

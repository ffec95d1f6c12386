import type { SqlMigrationTool } from '../../model/migration-tool.ts';
import { dbmateScripts } from './dbmate.ts';
import {
  atlasScripts,
  dieselScripts,
  drizzleScripts,
  golangMigrateScripts,
  plainScripts,
  prismaScripts,
  sqitchScripts,
  sqlxScripts,
} from './file-pairs.ts';
import { flywayScripts } from './flyway.ts';
import { gooseScripts } from './goose.ts';
import { nodePgMigrateScripts } from './node-pg-migrate.ts';
import type { ScriptsOf } from './script.ts';
import { sqlMigrateScripts } from './sql-migrate.ts';

/** How each tool takes its files apart. */
export const SCRIPTS: { readonly [T in SqlMigrationTool]: ScriptsOf } = {
  plain: plainScripts,
  dbmate: dbmateScripts,
  flyway: flywayScripts,
  goose: gooseScripts,
  'golang-migrate': golangMigrateScripts,
  sqitch: sqitchScripts,
  'node-pg-migrate': nodePgMigrateScripts,
  'sql-migrate': sqlMigrateScripts,
  sqlx: sqlxScripts,
  diesel: dieselScripts,
  prisma: prismaScripts,
  drizzle: drizzleScripts,
  atlas: atlasScripts,
};

import type { Engine } from '../../model/engine.ts';
import { clientScript } from './client.ts';
import type { SqlMigrationFile } from './file.ts';
import { plainPart, type ScriptsOf, type Transaction, wholeFile } from './script.ts';

/**
 * The tools that keep the two ways in two files, or have no way back, and send a file as it stands.
 */
function pair(
  transactionOf: (file: SqlMigrationFile, text: string, engine: Engine) => Transaction,
): ScriptsOf {
  return (file, engine) => ({
    up: wholeFile(file, transactionOf(file, file.text, engine)),
    down: file.down && wholeFile(file.down, transactionOf(file, file.down.text, engine)),
  });
}

/**
 * golang-migrate sends the file as one query, without a transaction of its own but on SQLite; there a
 * file that begins one itself can run only with `x-no-tx-wrap`, as SQLite refuses a BEGIN within another.
 * golang-migrate v4.19, database/postgres/postgres.go, database/mysql/mysql.go,
 * database/sqlite3/sqlite3.go: Run
 */
export const golangMigrateScripts = pair((_file, text, engine) =>
  engine === 'sqlite' && !/^\s*BEGIN(?:\s+\w+)*\s*;/im.test(text) ? 'file' : 'batch',
);

/**
 * SQLx begins a transaction, unless the file begins with `-- no-transaction`.
 * SQLx 0.9, sqlx-core/src/migrate/source.rs; sqlx-postgres/src/migrate.rs: apply
 */
export const sqlxScripts = pair((_, text) =>
  text.startsWith('-- no-transaction') ? 'batch' : 'file',
);

/**
 * Diesel begins a transaction, unless `metadata.toml` next to the file says `run_in_transaction = false`.
 * Diesel 2.3, diesel_migrations/src/migration_harness.rs: run_migration
 */
export const dieselScripts = pair(({ transaction }) => (transaction === false ? 'batch' : 'file'));

/**
 * Prisma sends the file as one query and begins no transaction.
 * https://www.prisma.io/docs/orm/prisma-migrate/workflows/customizing-migrations
 */
export const prismaScripts = pair(() => 'batch');

/**
 * Atlas runs a file in a transaction of its own unless its header says `-- atlas:txmode none`.
 * https://atlasgo.io/versioned/apply#transaction-configuration
 */
export const atlasScripts = pair((_, text) =>
  /^(?:--[^\n]*\n)*--\s*atlas:txmode\s+none\b/.test(text) ? 'statements' : 'file',
);

const bothWays: ScriptsOf = (file, engine) => ({
  up: clientScript(file, engine, file.variables),
  down: file.down && clientScript(file.down, engine, file.variables),
});

/** Files for the engine's client, or for whatever runs them: none but the file begins a transaction. */
export const plainScripts: ScriptsOf = bothWays;

/**
 * A change of Sqitch: its deploy script and its revert script, which psql, mysql or sqlite3 runs
 * statement by statement.
 * Sqitch 1.5, lib/App/Sqitch/Engine/pg.pm, mysql.pm, sqlite.pm: run_file
 */
export const sqitchScripts: ScriptsOf = bothWays;

/**
 * A migration of Drizzle: statements between `--> statement-breakpoint` lines, sent one by one in
 * the transaction that all of the new migrations share.
 * drizzle-orm 0.44, src/migrator.ts: readMigrationFiles; src/pg-core/dialect.ts: migrate
 */
export const drizzleScripts: ScriptsOf = (file) => {
  const breaks = [...file.text.matchAll(/--> statement-breakpoint/g)];
  const ends = [...breaks.map(({ index }) => index), file.text.length];
  const starts = [0, ...breaks.map((match) => match.index + match[0].length)];
  const parts = starts.map((start, position) =>
    plainPart(file.text, start, ends[position] ?? start),
  );
  return { up: { file, parts, transaction: 'file', clientCommands: 0 }, down: null };
};

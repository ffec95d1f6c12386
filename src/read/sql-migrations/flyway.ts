import type { SqlMigrationFile } from './file.ts';
import { dollarPlaceholders, filledPart } from './placeholders.ts';
import type { Script, ScriptsOf } from './script.ts';

/**
 * Statements that PostgreSQL refuses inside of a transaction; with one of them Flyway runs the
 * whole file outside of one.
 * Flyway 11, PostgreSQLParser.java: detectCanExecuteInTransaction; ParserSqlScript.java
 */
const OUTSIDE_TRANSACTION =
  /(?:^|;)(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:(?:CREATE|DROP)\s+(?:DATABASE|TABLESPACE|SUBSCRIPTION)\b|ALTER\s+SYSTEM\b|(?:CREATE|DROP)\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\b|REINDEX\s+(?:VERBOSE\s+)?(?:SCHEMA|DATABASE|SYSTEM)\b|VACUUM\b|DISCARD\s+ALL\b)/i;

/**
 * A Flyway migration: the file is the way up, the undo migration `U` of its version the way down.
 * Placeholders `${name}` are replaced everywhere, in strings and comments too.
 * https://documentation.red-gate.com/flyway/reference/usage/flyway-concepts/migrations
 */
export const flywayScripts: ScriptsOf = (file) => ({
  up: script(file, file),
  down: file.down && script(file, file.down),
});

function script(
  migration: SqlMigrationFile,
  file: { readonly path: string; readonly text: string },
): Script {
  const { variables, replacesPlaceholders } = migration;
  const placeholders = replacesPlaceholders
    ? dollarPlaceholders(file.text, (text) => `no file tells the value of the placeholder ${text}`)
    : [];
  const stretch = { start: 0, end: file.text.length, whole: false };
  const transaction = migration.transaction ?? !OUTSIDE_TRANSACTION.test(file.text);
  return {
    file,
    parts: [filledPart(file.text, stretch, placeholders, variables)],
    transaction: transaction ? 'file' : 'statements',
    clientCommands: 0,
  };
}

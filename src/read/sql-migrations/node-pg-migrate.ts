import type { SqlMigrationFile } from './file.ts';
import { plainPart, type Script, type ScriptsOf } from './script.ts';

/**
 * A SQL migration of node-pg-migrate: a comment `-- Up Migration`, one `-- Down Migration`; without
 * the first the whole file is the way up, and up to the second or down to the file's end if it
 * comes later. Each way runs in a transaction.
 * node-pg-migrate 8, src/sqlMigration.ts: getActions; src/migration.ts: _apply
 */
export const nodePgMigrateScripts: ScriptsOf = (file) => {
  const { text } = file;
  const up = text.search(/^\s*--[\s-]*up\s+migration/im);
  const down = text.search(/^\s*--[\s-]*down\s+migration/im);
  return {
    up: up < 0 ? script(file, 0, text.length) : script(file, up, down > up ? down : text.length),
    down: down < 0 ? null : script(file, down, up > down ? up : text.length),
  };
};

function script(file: SqlMigrationFile, start: number, end: number): Script {
  const parts = [plainPart(file.text, start, end)];
  return { file, parts, transaction: 'file', clientCommands: 0 };
}

import { dirname, relative, resolve } from 'node:path';
import { InputError } from '../model/errors.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import { displayPath, isFile, readTextIfPresent } from './files.ts';

/** Where dumps lie in projects that run SQL migrations, the place of dbmate first. */
export const DUMPS = [
  'db/schema.sql',
  'schema.sql',
  'structure.sql',
  'database/schema.sql',
  'sql/schema.sql',
  'migrations/schema.sql',
];

export interface SchemaPathQuestion {
  /** As the user names it; null when not. */
  readonly stated: string | null;
  /** Name of the database in a multi-database project; null for the primary one. */
  readonly database: string | null;
  readonly tool: MigrationTool;
}

/**
 * The path of the schema file: as named, else the places where Rails keeps it, and for SQL
 * migrations those where others keep a dump.
 *
 * @throws {InputError} when none is named and none is there.
 */
export function findSchemaFile(root: string, question: SchemaPathQuestion): string {
  const path = schemaFileIn(root, question);
  if (path !== null) return path;
  const { tool } = question;
  const [ruby, sql] = placesOfRails(question);
  const places =
    tool === 'rails' ? `no ${ruby} and no ${sql}` : `no schema file such as ${DUMPS[0]}`;
  throw new InputError(`there is ${places} in ${root}`, {
    remedy: remedyOf(root, [ruby, sql], tool),
  });
}

/** The path of the schema file; null when none is named and none is there. */
export function schemaFileIn(root: string, question: SchemaPathQuestion): string | null {
  const { stated, tool } = question;
  if (stated !== null) return displayPath(root, stated);
  const others = tool === 'rails' ? [] : DUMPS;
  const places = [formOfDumps(root, ...placesOfRails(question)), ...others];
  return places.find((place) => isFile(resolve(root, place))) ?? null;
}

function placesOfRails({ database }: SchemaPathQuestion): readonly [ruby: string, sql: string] {
  const prefix = database === null ? '' : `${database}_`;
  return [`db/${prefix}schema.rb`, `db/${prefix}structure.sql`];
}

function remedyOf(root: string, files: readonly string[], tool: MigrationTool): string {
  if (tool !== 'rails') {
    return 'Name a dump of the schema with --schema FILE (pg_dump --schema-only, mysqldump --no-data, sqlite3 .schema), or run all migrations with migdocs predict --from-scratch.';
  }
  const around = rootAround(root, files);
  return around === null
    ? 'Run migdocs in the root of a Rails project, pass --root DIR, or name the file with --schema FILE.'
    : `The project around it has one: pass --root ${around}.`;
}

/** Of two files the one that `config.active_record.schema_format` names; `:ruby` is the default. */
function formOfDumps(root: string, ruby: string, sql: string): string {
  if (!isFile(resolve(root, ruby))) return sql;
  if (!isFile(resolve(root, sql))) return ruby;
  const settings = readTextIfPresent(root, 'config/application.rb') ?? '';
  return /^\s*config\.active_record\.schema_format\s*=\s*:sql\b/m.test(settings) ? sql : ruby;
}

/** The nearest folder above that holds one of the files, relative to the given one; null when none does. */
function rootAround(root: string, files: readonly string[]): string | null {
  for (let folder = root; folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (files.some((file) => isFile(resolve(folder, file)))) return relative(root, folder);
  }
  return null;
}

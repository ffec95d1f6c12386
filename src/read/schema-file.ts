import type { Inflections } from '../dialect/rails/inflections.ts';
import type { Engine, RailsVersion } from '../model/engine.ts';
import type { SchemaFile, SqlSchemaFile } from '../model/schema-file.ts';

/** What a schema file does not say of itself. */
export interface ReadSchemaFileOptions {
  readonly engine: Engine;
  /** Version of the project, for Ruby files that name none; null when not known. */
  readonly rails: RailsVersion | null;
  /** Those of the project, for Ruby files; Rails' own when not given. */
  readonly inflections?: Inflections;
}

type ReadStructure = (text: string, path: string) => Promise<SqlSchemaFile>;

/** A reader's library is loaded when a file of its engine is read. */
const STRUCTURE_READERS: { readonly [E in Engine]: () => Promise<ReadStructure> } = {
  postgresql: async () => (await import('./postgresql/structure/index.ts')).readPostgresqlStructure,
  mysql: async () => (await import('./mysql/structure/index.ts')).readMysqlStructure,
  sqlite: async () => (await import('./sqlite/structure/index.ts')).readSqliteStructure,
};

/** True for the path of a SQL schema file; all others are taken for Ruby. */
export function isSqlFile(path: string): boolean {
  return /\.sql$/i.test(path);
}

/**
 * Takes a schema file apart, by the ending of its name: `.sql` is read as a dump of the engine,
 * all else as `schema.rb`.
 *
 * @throws {InputError} on text that is no schema file of that kind.
 */
export async function readSchemaFile(
  text: string,
  path: string,
  options: ReadSchemaFileOptions,
): Promise<SchemaFile> {
  if (isSqlFile(path)) return (await STRUCTURE_READERS[options.engine]())(text, path);
  const { readSchemaRb } = await import('./ruby/index.ts');
  return readSchemaRb(text, path, options);
}

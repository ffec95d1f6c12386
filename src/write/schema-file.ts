import type { Engine } from '../model/engine.ts';
import type { Schema } from '../model/schema.ts';
import type { SchemaFile, SqlSchemaFile } from '../model/schema-file.ts';
import type { WriteSchemaRbOptions } from './ruby/schema/index.ts';
import type { WriteStructureOptions } from './structure/options.ts';

type WriteStructure = (
  file: SqlSchemaFile,
  after: Schema,
  options: WriteStructureOptions,
) => string | Promise<string>;

const STRUCTURE_WRITERS: { readonly [E in Engine]: () => Promise<WriteStructure> } = {
  postgresql: async () =>
    (await import('./structure/postgresql/index.ts')).writePostgresqlStructure,
  mysql: async () => (await import('./structure/mysql/index.ts')).writeMysqlStructure,
  sqlite: async () => (await import('./structure/sqlite/index.ts')).writeSqliteStructure,
};

/** What the writer of either kind of schema file may need to know. */
export type WriteSchemaFileOptions = WriteSchemaRbOptions &
  Pick<WriteStructureOptions, 'ran' | 'applied'>;

/**
 * The text of the schema file as its tool would dump it once the schema is `after`: Rails for
 * `schema.rb`, pg_dump, mysqldump or sqlite3 for SQL. What did not change keeps its text.
 */
export async function writeSchemaFile(
  file: SchemaFile,
  after: Schema,
  options: WriteSchemaFileOptions,
): Promise<string> {
  if (file.format === 'ruby') {
    return (await import('./ruby/schema/index.ts')).writeSchemaRb(file, after, options);
  }
  const write = await STRUCTURE_WRITERS[file.schema.engine]();
  const { ran, rails = null, everythingAnew = false, applied } = options;
  const stated = { ran, rails, everythingAnew };
  return write(file, after, applied ? { ...stated, applied } : stated);
}

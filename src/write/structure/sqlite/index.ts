import type { Schema } from '../../../model/schema.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import { loadSqlite } from '../../../sqlite/library.ts';
import type { WriteStructureOptions } from '../options.ts';
import { versionsEdit } from '../versions.ts';
import { runDifference, runSchema } from './difference.ts';
import { DumpedSchema } from './dumped-schema.ts';
import { edited, objectEdits } from './edits.ts';
import { type SchemaLines, schemaLines } from './schema-lines.ts';
import { runSteps } from './steps.ts';

/**
 * The `structure.sql` that `.schema` of sqlite3 prints once the migrations have run: the statements
 * as SQLite itself keeps them, in the order in which the objects were made.
 *
 * SQLite runs in memory what the migrations send over what the file holds. Statements that stay as
 * they are keep their text and their place; those of new objects, and of tables that Active Record
 * copies, come behind all others. Without `options.applied` what differs between the two schemas is
 * sent as Active Record would.
 */
export async function writeSqliteStructure(
  file: SqlSchemaFile,
  after: Schema,
  options: WriteStructureOptions,
): Promise<string> {
  await loadSqlite();
  const lines = schemaLines(file, options.rails);
  if (options.everythingAnew) return anew(file, after, options, lines);
  const dumped = new DumpedSchema(file, lines);
  try {
    if (options.applied) runSteps(options.applied, options.rails, dumped);
    else runDifference(file.schema, after, dumped);
    const versions = versionsEdit(file, options);
    const objects = objectEdits(file, dumped, lines);
    return edited(file.text, versions ? [...objects, versions] : objects);
  } finally {
    dumped.database.close();
  }
}

function anew(
  file: SqlSchemaFile,
  after: Schema,
  options: WriteStructureOptions,
  lines: SchemaLines,
): string {
  const empty = { ...file, statements: [], text: '', versions: [] };
  const dumped = new DumpedSchema(empty, lines);
  try {
    runSchema(after, dumped);
    const shown = dumped.rows().filter(lines.shows);
    const text = shown.map((row) => `${lines.of(row, dumped.database)}\n`).join('');
    const ran = [...file.versions, ...options.ran];
    const list = versionsEdit({ ...empty, text }, { ...options, ran });
    return list ? `${text}${list.text}` : text;
  } finally {
    dumped.database.close();
  }
}

import { InputError } from '../model/errors.ts';
import type { Migration } from '../model/migration.ts';
import type { OpaqueStatement, Schema } from '../model/schema.ts';
import type { LoadedProject } from '../project/load.ts';
import { isListed } from '../propose/predict.ts';
import { readMigrations } from '../read/migrations.ts';
import { assumptionsFrom, readInflections } from '../read/ruby/index.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { writeSchemaFile } from '../write/schema-file.ts';
import { newDatabase } from './new-database.ts';
import { type Agreement, compareObjects } from './objects.ts';

/** What all migrations come to, held against the schema file. */
export interface FromScratch extends Agreement {
  readonly migrations: number;
  /** False when the project has no schema file; then all objects are those that the migrations make. */
  readonly compared: boolean;
  /** What no migration holds, and the schema file shows. */
  readonly assumptions: readonly string[];
  /** Migrations that could not be applied, and were passed over. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly opaque: readonly Pick<OpaqueStatement, 'reason' | 'source'>[];
  /** The schema file as the migrations alone would make it. */
  readonly text: string;
}

/**
 * Runs every migration of a project from the empty schema on.
 *
 * What no migration holds is taken from the schema file, and told as `assumptions`: on MySQL the
 * character set and collation of new tables and how they are spelt, whether times have fractions of
 * seconds, the type that keys had before Rails 5.1, and when Rails 3.1 or 3.2 made timestamps NOT
 * NULL. Nothing else of the file is looked at.
 *
 * @throws {InputError} when the schema file cannot be read.
 */
export async function predictFromScratch(project: LoadedProject): Promise<FromScratch> {
  const { engine, rails, base, schemaPath } = project;
  const inflections = await readInflections(project.files);
  const options = { engine: engine.engine, rails, inflections };
  const read = (text: string) => readSchemaFile(text, schemaPath, options);
  const file = await read(base.schemaText);
  const run = await runAll(project, file.schema);
  const after = { ...run.schema, version: file.schema.version };
  const ran = run.migrations.filter(isListed).flatMap(({ version }) => version ?? []);
  const text = await writeSchemaFile(file, after, {
    ran,
    rails,
    inflections,
    everythingAnew: true,
  });
  // A dump does not tell everything apart that a database does: what it shows is compared.
  const shown = await read(text);
  const compared = base.committedText !== null;
  const isRails = run.migrations.some(({ tool }) => tool === 'rails');
  return {
    ...compareObjects(shown.schema, compared ? file.schema : shown.schema),
    migrations: base.migrations.length,
    compared,
    assumptions: isRails ? assumptionsFrom(file.schema, { rails, project: project.files }) : [],
    refused: run.refused,
    opaque: run.migrations
      .flatMap(({ operations }) => operations)
      .flatMap((operation) =>
        operation.kind === 'opaque' ? [{ reason: operation.reason, source: operation.source }] : [],
      ),
    text,
  };
}

interface Run {
  readonly schema: Schema;
  readonly migrations: readonly Migration[];
  readonly refused: FromScratch['refused'];
}

async function runAll({ base, rails, files }: LoadedProject, evidence: Schema): Promise<Run> {
  let schema = newDatabase(evidence, base.migrations);
  const migrations: Migration[] = [];
  const refused: { path: string; reason: string }[] = [];
  const onRefused = (path: string, reason: string) => refused.push({ path, reason });
  for (const file of base.migrations) {
    try {
      const options = { rails, project: files, evidence, onRefused };
      const result = await readMigrations([file], schema, options);
      schema = result.after;
      migrations.push(...result.migrations);
    } catch (error) {
      // A file that cannot be read at all, such as one without a class.
      if (!(error instanceof InputError)) throw error;
      onRefused(file.path, error.message);
    }
  }
  return { schema, migrations, refused };
}

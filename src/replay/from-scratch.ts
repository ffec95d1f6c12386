import { InputError } from '../model/errors.ts';
import type { Migration } from '../model/migration.ts';
import { emptySchema, type OpaqueStatement, type Schema } from '../model/schema.ts';
import type { LoadedProject } from '../project/load.ts';
import type { MigrationFile } from '../project/selection.ts';
import { readInflections, readMigrations, readSchemaRb } from '../read/ruby/index.ts';
import { writeSchemaRb } from '../write/ruby/schema/index.ts';
import { type Agreement, compareObjects } from './objects.ts';

/** What all migrations come to, held against the schema file. */
export interface FromScratch extends Agreement {
  readonly migrations: number;
  /** Migrations that could not be applied, and were passed over. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly opaque: readonly Pick<OpaqueStatement, 'reason' | 'source'>[];
  /** The schema file as the migrations alone would make it. */
  readonly text: string;
}

/**
 * Runs every migration of a project from the empty schema on.
 *
 * @throws {InputError} when the schema file cannot be read.
 */
export async function predictFromScratch(project: LoadedProject): Promise<FromScratch> {
  const { engine, rails, base, schemaPath } = project;
  const inflections = await readInflections(project.files);
  const options = { engine: engine.engine, rails, inflections };
  const read = (text: string) => readSchemaRb(text, schemaPath, options);
  const file = await read(base.schemaText);
  const run = await runAll(project, newDatabase(file.schema));
  const after = { ...run.schema, version: file.schema.version };
  const text = writeSchemaRb(file, after, { rails, inflections, everythingAnew: true });
  // A dump does not tell everything apart that a database does: what it shows is compared.
  const shown = await read(text);
  return {
    ...compareObjects(shown.schema, file.schema),
    migrations: base.migrations.length,
    refused: run.refused,
    opaque: run.migrations
      .flatMap(({ operations }) => operations)
      .flatMap((operation) =>
        operation.kind === 'opaque' ? [{ reason: operation.reason, source: operation.source }] : [],
      ),
    text,
  };
}

/** PostgreSQL puts plpgsql into each new database; no migration does. */
function newDatabase(committed: Schema): Schema {
  return {
    ...emptySchema(committed.engine),
    extensions: committed.extensions.filter(({ name }) => /^(?:pg_catalog\.)?plpgsql$/.test(name)),
  };
}

interface Run {
  readonly schema: Schema;
  readonly migrations: readonly Migration[];
  readonly refused: FromScratch['refused'];
}

async function runAll({ base, rails, files }: LoadedProject, empty: Schema): Promise<Run> {
  let schema = empty;
  const migrations: Migration[] = [];
  const refused: { path: string; reason: string }[] = [];
  for (const file of base.migrations) {
    const result = await runOne(file, schema);
    if (typeof result === 'string') refused.push({ path: file.path, reason: result });
    else {
      schema = result.after;
      migrations.push(...result.migrations);
    }
  }
  return { schema, migrations, refused };

  async function runOne(file: MigrationFile, before: Schema) {
    try {
      return await readMigrations([file], before, { rails, project: files });
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
  }
}

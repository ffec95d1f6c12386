import type { RailsVersion } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { ProjectFiles, RubySchemaFile } from '../../model/schema-file.ts';
import { readMigrations, readRollback, readSchemaRb } from '../../read/ruby/index.ts';
import { writeSchemaRb } from '../../write/ruby/schema/index.ts';
import type { Judge, JudgedGroup, JudgedMigration } from './cases.ts';

/** What migdocs says of one direction of a migration. */
export interface Predicted {
  /** The schema file afterwards; null when the direction is refused as a whole. */
  readonly schema: string | null;
  /** Why it is refused, or what of it was not understood; empty when it is all known. */
  readonly flagged: readonly string[];
}

/** Predicts one direction of a migration over a schema file that Active Record dumped. */
export async function predict(
  direction: 'up' | 'down',
  migration: JudgedMigration,
  group: JudgedGroup,
  before: string,
  { engine, rails }: Judge,
): Promise<Predicted> {
  const schemaFile = await readSchemaRb(before, 'db/schema.rb', { engine, rails });
  const others = group.cases.map(({ name, text }) => ({ path: pathOf(name), text }));
  const options = { rails, project: filesOf(others) };
  const file = { path: pathOf(migration.name), text: migration.text };
  try {
    if (direction === 'down') {
      const back = await readRollback(file, schemaFile.schema, options);
      if (back.refused.length > 0) {
        return { schema: null, flagged: back.refused.map(({ reason }) => reason) };
      }
      return told(schemaFile, back.after, back.operations, rails);
    }
    const { after, migrations } = await readMigrations([file], schemaFile.schema, options);
    const operations = migrations.flatMap((each) => each.operations);
    // The recorder runs a migration without a version of its own, so that of the dump stays.
    const version = schemaFile.schema.version;
    return told(schemaFile, { ...after, version }, operations, rails);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { schema: null, flagged: [error.message] };
  }
}

function told(
  schemaFile: RubySchemaFile,
  after: Schema,
  operations: readonly Operation[],
  rails: RailsVersion,
): Predicted {
  const flagged = operations.flatMap((operation) =>
    operation.kind === 'opaque' ? [operation.reason] : [],
  );
  return { schema: writeSchemaRb(schemaFile, after, { rails }), flagged };
}

/** The path of a migration's file, by the name of its class. */
export function pathOf(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
  return `db/migrate/1_${words}.rb`;
}

/** A project of nothing but these files. */
export function filesOf(
  files: readonly { readonly path: string; readonly text: string }[],
): ProjectFiles {
  return {
    read: (path) => files.find((file) => file.path === path)?.text ?? null,
    list: (folder) => files.map(({ path }) => path).filter((path) => path.startsWith(folder)),
  };
}

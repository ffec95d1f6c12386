import { applyOperation } from '../apply/index.ts';
import { dumpingVersion } from '../dialect/rails/dumping-version.ts';
import { diffSchemas } from '../diff/index.ts';
import type { Change } from '../model/change.ts';
import { parseRailsVersion, type RailsVersion } from '../model/engine.ts';
import type { AppliedOperation, Migration } from '../model/migration.ts';
import type { Schema } from '../model/schema.ts';
import type { ProjectFiles, SchemaFile } from '../model/schema-file.ts';
import type { LoadedProject } from '../project/load.ts';
import type { MigrationFile } from '../project/selection.ts';
import { compareVersions } from '../project/versions.ts';
import { readMigrations } from '../read/migrations.ts';
import {
  dumpsPrograms,
  dumpsViewsByName,
  printsSpacedHashes,
  readInflections,
} from '../read/ruby/index.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { writeSchemaFile } from '../write/schema-file.ts';
import { withNewestVersion } from '../write/structure/newest-version-row.ts';

/** What the schema will be, and how it gets there. */
export interface PredictedProject {
  readonly file: SchemaFile;
  readonly before: Schema;
  readonly after: Schema;
  readonly afterText: string;
  readonly migrations: readonly Migration[];
  readonly applied: readonly AppliedOperation[];
  readonly changes: readonly Change[];
  /** The Rails in whose form the file is predicted; null when neither lock nor file names one. */
  readonly dumpedBy: RailsVersion | null;
  /** The project's Rails; null when it is not known. */
  readonly locked: RailsVersion | null;
  /** The Rails by whose rules the migrations were read; null when nothing names one. */
  readonly rails: RailsVersion | null;
}

/**
 * Reads the schema file and runs the migrations over it, or reads the target schema file.
 *
 * @throws {InputError} when a file is not what it should be, or a migration does not apply.
 */
export async function predictProject(project: LoadedProject): Promise<PredictedProject> {
  const { engine, rails, base, schemaPath, target, files } = project;
  const inflections = await readInflections(files);
  const options = { engine: engine.engine, rails, inflections };
  const file = await readSchemaFile(base.schemaText, schemaPath, options);
  if (target) {
    const after = (await readSchemaFile(target.text, target.path, options)).schema;
    const changes = diffSchemas(file.schema, after);
    return {
      file,
      before: file.schema,
      after,
      afterText: target.text,
      migrations: [],
      applied: [],
      changes,
      dumpedBy: rails,
      locked: rails,
      rails,
    };
  }
  const prediction = await predictSchemaFile(file, base.migrations, { rails, files });
  const { applied } = prediction;
  const renames = applied.map(({ operation }) => operation);
  return {
    file,
    before: file.schema,
    after: prediction.after,
    afterText: prediction.text,
    dumpedBy: prediction.dumpedBy,
    locked: rails,
    rails: prediction.rails,
    migrations: prediction.migrations,
    applied,
    changes: diffSchemas(file.schema, prediction.after, { renames }),
  };
}

/** What the schema and its file will be once migrations have run. */
export interface PredictedSchemaFile {
  /** The Rails in whose form the text is; null when neither lock nor file names one. */
  readonly dumpedBy: RailsVersion | null;
  /** The Rails by whose rules the migrations were read; null when nothing names one. */
  readonly rails: RailsVersion | null;
  readonly after: Schema;
  readonly applied: readonly AppliedOperation[];
  readonly text: string;
  readonly migrations: readonly Migration[];
}

/**
 * Runs migrations over a schema file.
 *
 * @param options.rails - the project's version; null when it is not known.
 * @throws {InputError} when a migration is not what it should be, or does not apply.
 */
export async function predictSchemaFile(
  file: SchemaFile,
  migrations: readonly MigrationFile[],
  { rails, files }: { readonly rails: RailsVersion | null; readonly files: ProjectFiles },
): Promise<PredictedSchemaFile> {
  const classes = migrations.flatMap(({ text }) => classVersions(text));
  const dumping = dumpingRails(file, classes, rails);
  // What the adapter does can hang on a release, which the form of a dump does not name.
  const isLocked = dumping?.major === rails?.major && dumping?.minor === rails?.minor;
  const readBy = (isLocked ? rails : dumping) ?? railsNamedBy(file) ?? newestOf(classes);
  const prediction = await readMigrations(migrations, file.schema, {
    rails: readBy,
    project: files,
    dumpsSql: file.format === 'sql',
  });
  const after = withVersion(prediction.after, prediction.migrations);
  const applied = applyInOrder(file.schema, prediction.migrations);
  return {
    dumpedBy: dumping,
    rails: readBy,
    after,
    applied,
    text: withNewestOf(
      prediction.migrations,
      await writeSchemaFile(file, after, {
        ran: prediction.migrations.filter(isListed).flatMap(({ version }) => version ?? []),
        rails: dumping,
        applied,
        inflections: await readInflections(files),
        spacedHashes: printsSpacedHashes(files) === true,
        viewsByName: dumpsViewsByName(files),
        dumpsPrograms: dumpsPrograms(files),
      }),
    ),
    migrations: prediction.migrations,
  };
}

/** A SQL dump has the form of the database's own tool; Rails adds the list of versions. */
function dumpingRails(
  file: SchemaFile,
  classes: readonly RailsVersion[],
  locked: RailsVersion | null,
): RailsVersion | null {
  if (file.format === 'sql') return locked;
  const { schema, text, rails: named } = file;
  return dumpingVersion({ engine: schema.engine, text, named, classes, locked });
}

/** The version that the schema file names; null for SQL, which names none. */
export function railsNamedBy(file: SchemaFile): RailsVersion | null {
  return file.format === 'ruby' ? file.rails : null;
}

function newestOf(versions: readonly RailsVersion[]): RailsVersion | null {
  return versions.toSorted((a, b) => a.major - b.major || a.minor - b.minor).at(-1) ?? null;
}

function classVersions(text: string): readonly RailsVersion[] {
  const brackets = [...text.matchAll(/\bMigration\[(\d+\.\d+)\]/g)];
  return brackets.flatMap(([, version = '']) => parseRailsVersion(version) ?? []);
}

/** A dump can hold the one row of golang-migrate, which is the newest version. */
function withNewestOf(migrations: readonly Migration[], dump: string): string {
  const last = migrations.findLast(({ tool }) => tool === 'golang-migrate');
  return last?.version ? withNewestVersion(dump, last.version) : dump;
}

/** Rails and dbmate write into the dump which versions ran; of the others it shows what rows it holds. */
export function isListed({ tool }: Pick<Migration, 'tool'>): boolean {
  return tool === 'rails' || tool === 'dbmate';
}

/** Rails dumps the newest version that ran (`ActiveRecord::SchemaDumper#define_params`). */
function withVersion(schema: Schema, migrations: readonly Migration[]): Schema {
  const versions = [schema.version, ...migrations.filter(isListed).map(({ version }) => version)];
  const known = versions.filter((version) => version !== null);
  return { ...schema, version: known.toSorted(compareVersions).at(-1) ?? null };
}

/** Every operation of the migrations with the schema right before and right after it. */
export function applyInOrder(
  before: Schema,
  migrations: readonly Migration[],
): readonly AppliedOperation[] {
  let schema = before;
  return migrations.flatMap((migration) =>
    migration.operations.map((operation) => {
      const step = {
        operation,
        before: schema,
        after: applyOperation(schema, operation),
        migration,
      };
      schema = step.after;
      return step;
    }),
  );
}

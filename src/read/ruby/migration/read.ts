import { dialectFor } from '../../../dialect/index.ts';
import type { RailsVersion } from '../../../model/engine.ts';
import type { Migration } from '../../../model/migration.ts';
import type { Schema } from '../../../model/schema.ts';
import type { Prediction, ProjectFiles, RollbackPrediction } from '../../../model/schema-file.ts';
import { withPostgresqlParser } from '../../postgresql/parse.ts';
import { readInflections } from '../inflections.ts';
import { Session } from '../session.ts';
import { loadRubyParser, type RubySource } from '../source.ts';
import { viewKeeperOf } from '../stored-views.ts';
import { readClassBody } from './class-body.ts';
import { Code } from './code.ts';
import { downOf } from './down.ts';
import { findMigrationClass, type MigrationClass } from './find-class.ts';
import { migrationFinder } from './find-file.ts';
import { ProjectCode } from './project-code.ts';
import { MigrationRun } from './run.ts';

/** What runs a migration whose base class names no version, when the project's is not known either. */
const NEWEST: RailsVersion = { major: 8, minor: 1 };

export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

/** Runs migrations over a schema in the order given, and tells what each one does. */
export async function readMigrations(
  files: readonly MigrationFile[],
  before: Schema,
  options: { readonly rails: RailsVersion | null; readonly project: ProjectFiles },
): Promise<Prediction> {
  const parse = await loadRubyParser();
  const find = migrationFinder(files, options.project, parse);
  const project = new ProjectCode(options.project, parse);
  const inflections = await readInflections(options.project);
  const views = viewKeeperOf(before, options.project, options.rails);
  let schema = before;
  const migrations: Migration[] = [];
  for (const file of files) {
    const source = parse(file.text, file.path);
    const found = findMigrationClass(source);
    const rails = found.rails ?? options.rails ?? NEWEST;
    const incomplete = migrations.some(({ operations }) =>
      operations.some(({ kind }) => kind === 'opaque'),
    );
    const schemaBefore = schema;
    const run = await withPostgresqlParser(() => {
      const session = new Session(schemaBefore, {
        rails,
        installed: options.rails ?? rails,
        dumped: false,
        project: options.project,
        inflections,
        views,
      });
      const attempt = new MigrationRun(session, new Code(project, session), find, incomplete);
      attempt.runClass(found, source);
      return attempt;
    });
    migrations.push(describe(file, source, found, run));
    schema = { ...run.session.schema, version: newer(schema.version, versionOf(file.path)) };
  }
  return { before, after: schema, migrations };
}

/**
 * Takes one migration back, as `rails db:rollback` does: by its `change` turned around, or by its
 * `down`. A migration with an `up` alone leaves the schema as it is, since the base class has an
 * empty `down`.
 */
export async function readRollback(
  file: MigrationFile,
  before: Schema,
  options: {
    readonly rails: RailsVersion | null;
    readonly project: ProjectFiles;
    /** The other migrations, which this one may revert. */
    readonly files?: readonly MigrationFile[];
  },
): Promise<RollbackPrediction> {
  const parse = await loadRubyParser();
  const source = parse(file.text, file.path);
  const found = findMigrationClass(source);
  const rails = found.rails ?? options.rails ?? NEWEST;
  const find = migrationFinder([...(options.files ?? []), file], options.project, parse);
  const project = new ProjectCode(options.project, parse);
  const inflections = await readInflections(options.project);
  const run = await withPostgresqlParser(() => {
    const session = new Session(before, {
      rails,
      installed: options.rails ?? rails,
      dumped: false,
      project: options.project,
      inflections,
      views: viewKeeperOf(before, options.project, options.rails),
    });
    const attempt = new MigrationRun(session, new Code(project, session), find, false, 'down');
    attempt.runClass(found, source, 'down');
    return attempt;
  });
  const { session } = run;
  const refused = run.refusals ?? [];
  return refused.length > 0
    ? { before, after: before, operations: [], refused }
    : { before, after: session.schema, operations: session.operations, refused };
}

function describe(
  file: MigrationFile,
  source: RubySource,
  found: MigrationClass,
  run: MigrationRun,
): Migration {
  const { calls } = readClassBody(found.body);
  const { session } = run;
  return {
    path: file.path,
    version: versionOf(file.path),
    name: found.name,
    rails: session.rails,
    transactional:
      dialectFor(session.schema.engine).supportsTransactionalDdl &&
      !calls.has('disable_ddl_transaction!'),
    operations: session.operations,
    down: downOf(found, source, run.irreversible),
    asksEnvironment: run.asksEnvironment,
    text: file.text,
  };
}

/** Digits before the first `_` of the file's name. */
function versionOf(path: string): string | null {
  return /(?:^|\/)(\d+)_[^/]*$/.exec(path)?.[1] ?? null;
}

/** Rails compares versions as numbers. */
function newer(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return BigInt(left) >= BigInt(right) ? left : right;
}

import { dialectFor } from '../../../dialect/index.ts';
import { type Engine, type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { Migration } from '../../../model/migration.ts';
import type { Schema } from '../../../model/schema.ts';
import type { Prediction, ProjectFiles, RollbackPrediction } from '../../../model/schema-file.ts';
import { withSqlite } from '../../../sqlite/library.ts';
import { withMysqlLibraries } from '../../mysql/libraries/load.ts';
import { withPostgresqlParser } from '../../postgresql/parse.ts';
import { refusalOf } from '../../refusal.ts';
import { strictTimestamps } from '../commands/columns/old-timestamps.ts';
import { readInflections } from '../inflections.ts';
import { Session } from '../session.ts';
import { loadRubyParser, type RubySource } from '../source.ts';
import { viewKeeperOf } from '../stored-views.ts';
import { readClassBody } from './class-body.ts';
import { Code } from './code.ts';
import { downOf } from './down.ts';
import { findMigrationClass, type MigrationClass, UNVERSIONED } from './find-class.ts';
import { migrationFinder } from './find-file.ts';
import { ProjectCode } from './project-code.ts';
import { newestRailsOf } from './releases.ts';
import { MigrationRun } from './run.ts';
import { suppressionsIn } from './suppressions.ts';

/** What runs a migration whose base class names no version, when the project's is not known either. */
const NEWEST: RailsVersion = { major: 8, minor: 1 };

export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Runs migrations over a schema in the order given, and tells what each one does.
 *
 * @param options.evidence - a dump of the same database, for what no migration holds: the character
 *   set and collation of new tables and how they are spelt, whether times have fractions of seconds,
 *   the type that keys had before Rails 5.1, and when Rails 3.1 or 3.2 made timestamps. It is the schema as it stands when none is given.
 *   With it the migrations are a history: one whose class names no version, which Rails refuses
 *   since 5.1, runs on the newest adapter of its day.
 * @param options.onRefused - is told of a migration that does not apply, which is passed over then.
 *   As in the database, what ran before the refusal stays where DDL is not transactional.
 * @throws {InputError} when a migration does not apply, and `onRefused` is not given.
 */
export async function readMigrations(
  files: readonly MigrationFile[],
  before: Schema,
  options: {
    readonly rails: RailsVersion | null;
    readonly project: ProjectFiles;
    readonly evidence?: Schema;
    /** True where the schema file is SQL, which shows every view; a Ruby one must show one, or have a gem that does. */
    readonly dumpsSql?: boolean;
    readonly onRefused?: (path: string, reason: string) => void;
  },
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
    const { run, refusal } = await withParsers(() => {
      const session = new Session(schemaBefore, {
        rails,
        installed: installedFor(file.path, found, rails, options),
        dumped: false,
        project: options.project,
        inflections,
        views,
        evidence: options.evidence ?? null,
        dumpsSql: options.dumpsSql === true,
      });
      const attempt = new MigrationRun(session, new Code(project, session), find, incomplete);
      const refusal = refusalOf(() => attempt.runClass(found, source));
      if (refusal && !options.onRefused) throw refusal;
      return { run: attempt, refusal };
    });
    const migration = describe(file, source, found, run);
    if (refusal) options.onRefused?.(file.path, refusal.message);
    if (refusal && migration.transactional) continue;
    migrations.push(migration);
    schema = { ...run.session.schema, version: newer(schema.version, versionOf(file.path)) };
  }
  return { before, after: schema, migrations };
}

/** The project's Rails, but for a migration that it would refuse. */
function installedFor(
  path: string,
  found: MigrationClass,
  rails: RailsVersion,
  options: Parameters<typeof readMigrations>[2],
): RailsVersion {
  const installed = options.rails ?? rails;
  const isPast = options.evidence !== undefined && found.rails === UNVERSIONED;
  if (!isPast || !railsAtLeast(installed, 5, 1)) return installed;
  const span = strictTimestamps({ given: options.evidence ?? null, project: options.project });
  return newestRailsOf(versionOf(path), span);
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
    /** As for {@link readMigrations}. */
    readonly dumpsSql?: boolean;
    /** True when the way forward held something that was not understood, so that `before` may lack it. */
    readonly incomplete?: boolean;
  },
): Promise<RollbackPrediction> {
  const parse = await loadRubyParser();
  const source = parse(file.text, file.path);
  const found = findMigrationClass(source);
  const rails = found.rails ?? options.rails ?? NEWEST;
  const find = migrationFinder([...(options.files ?? []), file], options.project, parse);
  const project = new ProjectCode(options.project, parse);
  const inflections = await readInflections(options.project);
  const { incomplete = false } = options;
  const run = await withParsers(() => {
    const session = new Session(before, {
      rails,
      installed: options.rails ?? rails,
      dumped: false,
      project: options.project,
      inflections,
      views: viewKeeperOf(before, options.project, options.rails),
      dumpsSql: options.dumpsSql === true,
    });
    const attempt = new MigrationRun(session, new Code(project, session), find, incomplete, 'down');
    attempt.runClass(found, source, 'down');
    return attempt;
  });
  const { session } = run;
  const refused = run.reversal.refusals ?? [];
  const transactional = isTransactional(found, run, before.engine);
  return refused.length > 0
    ? { before, after: before, operations: [], refused, transactional }
    : { before, after: session.schema, operations: session.operations, refused, transactional };
}

/** Rails wraps a migration in a transaction where the engine can undo DDL and its class does not object. */
function isTransactional(
  { body }: MigrationClass,
  { disablesTransaction }: MigrationRun,
  engine: Engine,
): boolean {
  if (disablesTransaction) return false;
  const { calls } = readClassBody(body);
  return dialectFor(engine).supportsTransactionalDdl && !calls.has('disable_ddl_transaction!');
}

/** SQL in a migration needs its engine's parser, which is loaded once it does. */
function withParsers<T>(read: () => T): Promise<T> {
  return withSqlite(() => withMysqlLibraries(() => withPostgresqlParser(read)));
}

function describe(
  file: MigrationFile,
  source: RubySource,
  found: MigrationClass,
  run: MigrationRun,
): Migration {
  const { session } = run;
  const suppressions = suppressionsIn(source);
  return {
    path: file.path,
    tool: 'rails',
    version: versionOf(file.path),
    name: found.name,
    rails: session.rails,
    transactional: isTransactional(found, run, session.schema.engine),
    operations: session.operations,
    down: downOf(found, source, run.reversal.irreversible),
    asksEnvironment: run.asksEnvironment,
    ...(suppressions.length > 0 ? { suppressions } : {}),
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

import { basename, resolve } from 'node:path';
import type { Engine, RailsVersion } from '../model/engine.ts';
import { InputError, UsageError } from '../model/errors.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import type { EngineChoice, InputFile } from '../model/proposal.ts';
import type { ProjectFiles } from '../model/schema-file.ts';
import type { Survey } from '../model/survey.ts';
import { type Base, chooseBase } from './base.ts';
import { type Config, parseConfig } from './config.ts';
import { chooseEngine, railsOfLock, type StatedVersion } from './engine.ts';
import { displayPath, isFolder, projectFiles, readText, readTextIfPresent } from './files.ts';
import { describeInputs } from './inputs.ts';
import { migrationsFromEmpty, readMigrationFile } from './migration-tools/migration-set.ts';
import type { MigrationSource } from './migration-tools/source.ts';
import { sourceOf } from './migration-tools/stated-source.ts';
import { findSchemaFile, schemaFileIn } from './schema-path.ts';
import { type LoadedSurvey, loadSurvey } from './survey-input.ts';

const CONFIG_NAME = 'migdocs.yml';

/** What the schema file of a project is called that has none, when all migrations make one. */
const NO_SCHEMA_FILE = 'schema.sql';

/** What the command line asks to be loaded. */
export interface LoadRequest {
  readonly root: string;
  readonly schema: string | null;
  readonly database: string | null;
  /** Paths of migrations or folders; empty for those that the schema does not hold. */
  readonly migrations: readonly string[];
  readonly base: string | null;
  /** A second schema file as the target, instead of migrations. */
  readonly to: string | null;
  readonly engine: Engine | null;
  /** Version of the server in production; null for what the configuration or the dump says. */
  readonly engineVersion?: string | null;
  /** A survey of the database; null for the one that the configuration names or the root holds. */
  readonly survey?: string | null;
  /** What runs the migrations; null for what the files show. */
  readonly tool?: MigrationTool | null;
  /** Every migration of the project, on an empty schema; the schema file is what they should come to. */
  readonly fromScratch?: boolean;
}

/** A project's inputs as they were read, before anyone has interpreted them. */
export interface LoadedProject {
  readonly root: string;
  /** Name of the database in a multi-database project; null for the primary one. */
  readonly database: string | null;
  readonly name: string;
  readonly config: Config;
  readonly engine: EngineChoice;
  readonly rails: RailsVersion | null;
  readonly schemaPath: string;
  readonly base: Base;
  readonly target: { readonly path: string; readonly text: string } | null;
  /** What the database said of itself; null when there is no survey. */
  readonly survey: Survey | null;
  readonly files: ProjectFiles;
  /** The inputs so far with their digests; call it after the migrations were interpreted, so that the files that they read are among them. */
  readonly inputs: () => readonly InputFile[];
}

/** @throws {InputError} when an input is missing, unreadable or not what it should be. */
export function loadProject(request: LoadRequest): LoadedProject {
  const root = resolve(request.root);
  if (!isFolder(root)) throw new UsageError(`there is no folder ${request.root}`);
  const configText = readTextIfPresent(root, CONFIG_NAME);
  const config = configText === null ? {} : parseConfig(configText, CONFIG_NAME);
  const source = findSource(root, request, config);
  const schemaPath = schemaPathOf(root, request, config, source);
  const base =
    request.to === null
      ? findBase(root, request, source, schemaPath)
      : fileAsBase(root, schemaPath);
  const target = request.to === null ? null : readTarget(root, request.to);
  const survey = loadSurvey(root, request.survey ?? config.survey ?? null);
  const engine = chooseEngine({
    read: (path) => readTextIfPresent(root, path),
    stated: statedEngine(request, config),
    version: statedVersion(request, config, survey),
    database: request.database,
    schemaPath,
    schemaText: base.schemaText,
    ofTool: source.engine,
    migrations: base.migrations,
  });
  if (survey) survey.mustBeOf(engine.engine);
  const lock = readTextIfPresent(root, 'Gemfile.lock');
  const files = projectFiles(root);
  return {
    root,
    database: request.database,
    name: config.project ?? basename(root),
    config,
    engine,
    rails: railsOfLock(lock),
    schemaPath,
    base,
    target,
    survey: survey?.survey ?? null,
    files,
    inputs: () =>
      describeInputs({
        config: configText === null ? null : { path: CONFIG_NAME, text: configText },
        schemaPath,
        base,
        target,
        survey,
        seen: files.seen,
        signs: signsRead(root),
      }),
  };
}

function statedVersion(
  request: LoadRequest,
  config: Config,
  survey: LoadedSurvey | null,
): StatedVersion | null {
  if (request.engineVersion) return { version: request.engineVersion, by: '--engine-version' };
  const { engine_version: version } = config;
  if (version !== undefined) return { version, by: CONFIG_NAME };
  if (!survey) return null;
  const { version: surveyed, name } = survey.survey.server;
  return { version: surveyed, by: survey.path, of: name };
}

function statedEngine(request: LoadRequest, config: Config) {
  if (request.engine !== null) return { engine: request.engine, by: '--engine' };
  return config.engine ? { engine: config.engine, by: CONFIG_NAME } : null;
}

function schemaPathOf(
  root: string,
  request: LoadRequest,
  config: Config,
  { tool }: MigrationSource,
): string {
  const configured = request.database === null ? (config.schema ?? null) : null;
  const stated = request.schema ?? configured;
  const question = { stated, database: request.database, tool };
  if (request.fromScratch && tool !== 'rails')
    return schemaFileIn(root, question) ?? NO_SCHEMA_FILE;
  return findSchemaFile(root, question);
}

/** Where the migrations lie; with a second schema file there are none to look for. */
function findSource(root: string, request: LoadRequest, config: Config): MigrationSource {
  const configured = typeof config.migrations === 'object' ? config.migrations : {};
  const named = typeof config.migrations === 'string' ? config.migrations : configured.path;
  const folder = request.database === null ? named : `db/${request.database}_migrate`;
  if (request.database === null && folder !== undefined && !isFolder(resolve(root, folder))) {
    throw new InputError(`${CONFIG_NAME} says migrations: ${folder}, and there is no such folder`);
  }
  const tool = statedTool(request, configured.tool);
  const { variables = {} } = configured;
  const migrations = request.to === null ? request.migrations : [];
  return sourceOf(root, migrations, { folder: folder ?? null, tool, variables });
}

function statedTool(request: LoadRequest, configured: MigrationTool | undefined) {
  if (request.tool) return { tool: request.tool, by: '--tool' };
  return configured ? { tool: configured, by: CONFIG_NAME } : null;
}

function findBase(
  root: string,
  request: LoadRequest,
  source: MigrationSource,
  schemaPath: string,
): Base {
  if (request.fromScratch) return emptyBase(root, schemaPath, source);
  const { migrations, base } = request;
  // A folder of SQL migrations is named to say where they lie, not to run them all again.
  const named =
    source.tool === 'rails'
      ? migrations
      : migrations.filter((path) => !isFolder(resolve(root, path)));
  return chooseBase({ root, schemaPath, source, named, ref: base });
}

function emptyBase(root: string, schemaPath: string, source: MigrationSource): Base {
  const migrations = migrationsFromEmpty(root, source);
  if (migrations.length === 0) throw new InputError(`${source.folder} holds no migrations`);
  const isThere = source.tool === 'rails' || schemaPath !== NO_SCHEMA_FILE;
  const text = isThere ? readText(root, schemaPath) : readTextIfPresent(root, schemaPath);
  return {
    choice: { description: 'the empty schema', commit: null },
    schemaText: text ?? '',
    migrations: migrations.map((migration) => readMigrationFile(root, migration, source)),
    committedText: text,
    notes: [],
  };
}

function fileAsBase(root: string, schemaPath: string): Base {
  return {
    choice: { description: schemaPath, commit: null },
    schemaText: readText(root, schemaPath),
    migrations: [],
    committedText: null,
    notes: [],
  };
}

function readTarget(root: string, path: string) {
  const shown = displayPath(root, path);
  return { path: shown, text: readText(root, path) };
}

/** The files that tell the engine and the version of Rails, as far as they are there. */
function signsRead(root: string): ReadonlyMap<string, string> {
  const paths = ['config/database.yml', 'Gemfile.lock'];
  return new Map(
    paths.flatMap((path) => {
      const text = readTextIfPresent(root, path);
      return text === null ? [] : [[path, text] as const];
    }),
  );
}

import { basename, dirname, relative, resolve } from 'node:path';
import type { Engine, RailsVersion } from '../model/engine.ts';
import { InputError, UsageError } from '../model/errors.ts';
import type { EngineChoice, InputFile } from '../model/proposal.ts';
import type { ProjectFiles } from '../model/schema-file.ts';
import { type Base, chooseBase } from './base.ts';
import { type Config, parseConfig } from './config.ts';
import { chooseEngine, railsOfLock } from './engine.ts';
import {
  displayPath,
  isFile,
  isFolder,
  projectFiles,
  readText,
  readTextIfPresent,
  sha256,
} from './files.ts';
import { migrationsIn, readMigrationFile, refuseDuplicateVersions } from './selection.ts';

const CONFIG_NAME = 'migdocs.yml';

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
  /** Every migration of the project, on an empty schema; the schema file is what they should come to. */
  readonly fromScratch?: boolean;
}

/** A project's inputs as they were read, before anyone has interpreted them. */
export interface LoadedProject {
  readonly root: string;
  readonly name: string;
  readonly config: Config;
  readonly engine: EngineChoice;
  readonly rails: RailsVersion | null;
  readonly schemaPath: string;
  readonly base: Base;
  readonly target: { readonly path: string; readonly text: string } | null;
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
  const schemaPath = findSchemaFile(root, request, config);
  const base =
    request.to === null
      ? findBase(root, request, config, schemaPath)
      : fileAsBase(root, schemaPath);
  const target = request.to === null ? null : readTarget(root, request.to);
  const engine = chooseEngine({
    read: (path) => readTextIfPresent(root, path),
    stated: statedEngine(request, config),
    version: config.engine_version ?? null,
    database: request.database,
    schemaPath,
    schemaText: base.schemaText,
  });
  const lock = readTextIfPresent(root, 'Gemfile.lock');
  const files = projectFiles(root);
  return {
    root,
    name: config.project ?? basename(root),
    config,
    engine,
    rails: railsOfLock(lock),
    schemaPath,
    base,
    target,
    files,
    inputs: () =>
      describeInputs({
        configText,
        schemaPath,
        base,
        target,
        seen: files.seen,
        signs: signsRead(root),
      }),
  };
}

function statedEngine(request: LoadRequest, config: Config) {
  if (request.engine !== null) return { engine: request.engine, by: '--engine' };
  return config.engine ? { engine: config.engine, by: CONFIG_NAME } : null;
}

/** The schema file: as named, else the places where Rails keeps it. */
function findSchemaFile(root: string, request: LoadRequest, config: Config): string {
  const prefix = request.database === null ? '' : `${request.database}_`;
  const stated = request.schema ?? (request.database === null ? config.schema : undefined);
  const ruby = `db/${prefix}schema.rb`;
  const sql = `db/${prefix}structure.sql`;
  const path = stated ? displayPath(root, stated) : formOfDumps(root, ruby, sql);
  if (!stated && !isFile(resolve(root, path))) {
    const around = rootAround(root, [ruby, sql]);
    throw new InputError(`there is no ${ruby} and no ${sql} in ${root}`, {
      remedy:
        around === null
          ? 'Run migdocs in the root of a Rails project, pass --root DIR, or name the file with --schema FILE.'
          : `The project around it has one: pass --root ${around}.`,
    });
  }
  return path;
}

/** Of two files the one that `config.active_record.schema_format` names; `:ruby` is the default. */
function formOfDumps(root: string, ruby: string, sql: string): string {
  if (!isFile(resolve(root, ruby))) return sql;
  if (!isFile(resolve(root, sql))) return ruby;
  const settings = readTextIfPresent(root, 'config/application.rb') ?? '';
  return /^\s*config\.active_record\.schema_format\s*=\s*:sql\b/m.test(settings) ? sql : ruby;
}

/** The nearest folder above that holds one of the files, relative to the given one; null when none does. */
function rootAround(root: string, files: readonly string[]): string | null {
  for (let folder = root; folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (files.some((file) => isFile(resolve(folder, file)))) return relative(root, folder);
  }
  return null;
}

function findBase(root: string, request: LoadRequest, config: Config, schemaPath: string): Base {
  const folder = request.database === null ? 'db/migrate' : `db/${request.database}_migrate`;
  const configured = request.database === null ? config.migrations : undefined;
  if (configured !== undefined && !isFolder(resolve(root, configured))) {
    throw new InputError(
      `${CONFIG_NAME} says migrations: ${configured}, and there is no such folder`,
    );
  }
  const migrationsFolder = configured ?? folder;
  if (request.fromScratch) return emptyBase(root, schemaPath, migrationsFolder);
  return chooseBase({
    root,
    schemaPath,
    migrationsFolder,
    named: request.migrations,
    ref: request.base,
  });
}

function emptyBase(root: string, schemaPath: string, folder: string): Base {
  const paths = migrationsIn(root, folder);
  if (paths.length === 0) throw new InputError(`${folder} holds no migrations`);
  refuseDuplicateVersions(paths);
  const text = readText(root, schemaPath);
  return {
    choice: { description: 'the empty schema', commit: null },
    schemaText: text,
    migrations: paths.map((path) => readMigrationFile(root, path)),
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

function describeInputs(read: {
  readonly configText: string | null;
  readonly signs: ReadonlyMap<string, string>;
  readonly schemaPath: string;
  readonly base: Base;
  readonly target: { readonly path: string; readonly text: string } | null;
  readonly seen: ReadonlyMap<string, string>;
}): readonly InputFile[] {
  const { base, target } = read;
  const migrations = new Set(base.migrations.map((migration) => migration.path));
  const others = [...read.seen]
    .filter(([path]) => !migrations.has(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    describe(read.schemaPath, base.schemaText, 'schema'),
    ...(target ? [describe(target.path, target.text, 'target schema')] : []),
    ...base.migrations.map(({ path, text }) => describe(path, text, 'migration')),
    ...others.map(([path, text]) => describe(path, text, roleOf(path))),
    ...(read.configText === null ? [] : [describe(CONFIG_NAME, read.configText, 'configuration')]),
    ...[...read.signs].map(([path, text]) => describe(path, text, 'engine sign')),
  ];
}

function describe(path: string, text: string, role: InputFile['role']): InputFile {
  return { path, role, sha256: sha256(text), bytes: Buffer.byteLength(text) };
}

function roleOf(path: string): InputFile['role'] {
  if (path.includes('/functions/')) return 'function definition';
  if (path.includes('/triggers/')) return 'trigger definition';
  return path.endsWith('.rb') ? 'migration' : 'view definition';
}

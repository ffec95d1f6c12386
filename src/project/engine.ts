import { parse } from 'yaml';
import type { Engine, RailsVersion } from '../model/engine.ts';
import { ENGINE_NAMES, ENGINES, parseRailsRelease } from '../model/engine.ts';
import { InputError } from '../model/errors.ts';
import { own } from '../model/own.ts';
import type { EngineChoice } from '../model/proposal.ts';
import {
  defaultServer,
  parseServerVersion,
  type Server,
  type ServerName,
  type ServerVersion,
} from '../model/server.ts';
import { signsOfEngine } from '../read/ruby/index.ts';
import { isSqlFile } from '../read/schema-file.ts';
import { signsOfEngineInSql } from '../read/sql-signs.ts';

/** Adapters of Active Record and of the gems that add one. */
const ADAPTERS: { readonly [adapter: string]: Engine } = {
  postgresql: 'postgresql',
  postgis: 'postgresql',
  cockroachdb: 'postgresql',
  mysql2: 'mysql',
  trilogy: 'mysql',
  sqlite3: 'sqlite',
  litedb: 'sqlite',
};

/** Database gems, in the order in which they decide when several are there: a project that runs on PostgreSQL often keeps sqlite3 for tests. */
const GEMS: readonly (readonly [gem: string, engine: Engine])[] = [
  ['pg', 'postgresql'],
  ['activerecord-postgis-adapter', 'postgresql'],
  ['mysql2', 'mysql'],
  ['trilogy', 'mysql'],
  ['sqlite3', 'sqlite'],
];

export interface EngineQuestion {
  /** A file of the project, by its path below the root; null when there is none. */
  readonly read: (path: string) => string | null;
  /** `--engine` or the configuration, with which of the two said it. */
  readonly stated: { readonly engine: Engine; readonly by: string } | null;
  /** The server's version as a person or a survey stated it, with who; null when nobody did. */
  readonly version: StatedVersion | null;
  /** Name of the database in a multi-database project; null for the primary one. */
  readonly database: string | null;
  readonly schemaPath: string;
  readonly schemaText: string;
  /** What the configuration of the migrations' tool says; null when it does not. */
  readonly ofTool?: { readonly engine: Engine; readonly by: string } | null;
  /** SQL migrations, whose words can tell where nothing else does. */
  readonly migrations?: readonly { readonly path: string; readonly text: string }[];
}

/** A version as someone stated it. */
export interface StatedVersion {
  /** `16`, `8.0.36`, `10.11.6-MariaDB`. */
  readonly version: string;
  /** Who: `--engine-version`, `migdocs.yml`, a survey's file. */
  readonly by: string;
  /** The server that has it, where that is known: a survey was taken of one. */
  readonly of?: ServerName;
}

/**
 * Decides for an engine and its server: what was stated, else `config/database.yml`, else `Gemfile.lock`, else
 * what the schema file itself shows.
 *
 * @throws {InputError} when nothing decides.
 */
export function chooseEngine(question: EngineQuestion): EngineChoice {
  const choice = engineOf(question);
  const version = question.version ?? versionOfDump(question);
  return { ...choice, version: version?.version ?? null, server: serverOf(choice.engine, version) };
}

/** The first release of MariaDB that has no number of MySQL's: 5.5 came before 10.0, and MySQL went on with 5.6. */
const MARIADB_FROM = 10;

/** PostgreSQL 9 and SQLite 3 are the oldest that anyone runs; a survey says of which server it is. */
const OLDEST: { readonly [E in Engine]: number } = { postgresql: 9, mysql: 5, sqlite: 3 };

/** False for a version that another server has, and for one with other words than a server prints. */
function isVersionOf(engine: Engine, [first = 0]: ServerVersion, text: string): boolean {
  if (/mariadb|mysql/i.test(text) && engine !== 'mysql') return false;
  return first >= OLDEST[engine] && !(engine === 'sqlite' && first > OLDEST.sqlite);
}

/** The server by what was stated of it: a version is MariaDB's that names it or that MySQL has none of. */
function serverOf(engine: Engine, stated: StatedVersion | null): Server {
  const version = stated && parseServerVersion(stated.version);
  // Whether a survey is of this engine is asked where its file is known.
  if (stated && !stated.of && !(version && isVersionOf(engine, version, stated.version))) {
    throw new InputError(
      `${stated.by} says "${stated.version}", which is no version of ${ENGINE_NAMES[engine]}`,
      { remedy: 'Say it as the server does: 16, 8.0.36, 10.11.6-MariaDB, 3.45.1.' },
    );
  }
  const isMariadb = /mariadb/i.test(stated?.version ?? '') || (version?.[0] ?? 0) >= MARIADB_FROM;
  const name: ServerName = engine === 'mysql' && isMariadb ? 'mariadb' : engine;
  return version ? { name, version, decidedBy: `${stated.by} says so` } : defaultServer(name);
}

function engineOf(question: EngineQuestion): Omit<EngineChoice, 'version' | 'server'> {
  const { read, stated } = question;
  if (stated) return { engine: stated.engine, decidedBy: `${stated.by} says so` };
  const fromConfig = adapterInDatabaseYml(read('config/database.yml'), question.database);
  if (fromConfig) {
    return {
      engine: fromConfig.engine,
      decidedBy: `config/database.yml says adapter: ${fromConfig.adapter}`,
    };
  }
  if (question.ofTool) {
    const { engine, by } = question.ofTool;
    return { engine, decidedBy: `${by} says so` };
  }
  // Signs that only one engine's dump can show outweigh gems that may be there for tests.
  const isSql = isSqlFile(question.schemaPath);
  const sign = (isSql ? signsOfEngineInSql : signsOfEngine)(question.schemaText);
  const fromGems = engineInGemfileLock(read('Gemfile.lock'));
  if (fromGems && (!sign || sign.engine === fromGems.engine)) {
    return { engine: fromGems.engine, decidedBy: `Gemfile.lock holds ${fromGems.gem}` };
  }
  if (sign) {
    return { engine: sign.engine, decidedBy: `${question.schemaPath} shows ${sign.sign}` };
  }
  const written = isSql ? engineOfMigrations(question.migrations ?? []) : null;
  if (written) return written;
  if (!isSql && !question.schemaText.includes('ActiveRecord::Schema')) {
    throw new InputError(
      `${question.schemaPath} is not a Rails schema file: it has no ActiveRecord::Schema.define block`,
      { remedy: 'Name the file that `rails db:schema:dump` writes with --schema.' },
    );
  }
  throw new InputError('cannot tell the engine of the database', {
    remedy: `Pass --engine ${ENGINES.join('|')}, or set "engine" in migdocs.yml.`,
  });
}

function engineOfMigrations(
  migrations: NonNullable<EngineQuestion['migrations']>,
): Pick<EngineChoice, 'engine' | 'decidedBy'> | null {
  for (const { path, text } of migrations) {
    const sign = /\.sql$/i.test(path) ? signsOfEngineInSql(text) : null;
    if (sign) return { engine: sign.engine, decidedBy: `${path} shows ${sign.sign}` };
  }
  return null;
}

/** The server's version, where pg_dump or mysqldump wrote it into the head of a dump; null where not. */
function versionOfDump({ schemaText, schemaPath }: EngineQuestion): StatedVersion | null {
  const head = schemaText.slice(0, HEAD_OF_DUMP);
  const stated =
    /^-- (?:Dumped from database version |Server version\s+)(\d+(?:\.\d+)*(?:-MariaDB)?)/m;
  const version = stated.exec(head)?.[1];
  return version === undefined ? null : { version, by: schemaPath };
}

/** The comments of a dump stand in its first lines. */
const HEAD_OF_DUMP = 2000;

/**
 * The adapter of the production database. ERB tags are cut out, never run; of the whole file only
 * `adapter` is read, and the scheme of `url`.
 */
function adapterInDatabaseYml(
  text: string | null,
  database: string | null,
): { readonly engine: Engine; readonly adapter: string } | null {
  if (text === null) return null;
  const config = parseLeniently(text.replace(/<%[\s\S]*?%>/g, ''));
  for (const environment of ['production', 'default', 'development']) {
    const settings = field(config, environment);
    const candidates = [
      database ? field(settings, database) : null,
      field(settings, 'primary'),
      settings,
    ];
    for (const candidate of candidates) {
      const adapter = adapterOf(candidate);
      const engine = adapter ? own(ADAPTERS, adapter) : undefined;
      if (adapter && engine) return { engine, adapter };
    }
  }
  return null;
}

function adapterOf(settings: unknown): string | null {
  const adapter = field(settings, 'adapter');
  if (typeof adapter === 'string') return adapter;
  const url = field(settings, 'url');
  const scheme = typeof url === 'string' ? /^(\w+):/.exec(url)?.[1] : undefined;
  return scheme === 'postgres' ? 'postgresql' : (scheme ?? null);
}

function parseLeniently(text: string): unknown {
  try {
    return parse(text, { merge: true, logLevel: 'silent' });
  } catch {
    // Without its ERB the file need not be YAML; then other signs decide.
    return null;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : null;
}

function engineInGemfileLock(
  text: string | null,
): { readonly engine: Engine; readonly gem: string } | null {
  if (text === null) return null;
  const found = GEMS.find(([gem]) => gemVersion(text, gem) !== null);
  return found ? { gem: found[0], engine: found[1] } : null;
}

function gemVersion(lock: string, gem: string): string | null {
  return new RegExp(`^ {4}${gem} \\(([^)]+)\\)$`, 'm').exec(lock)?.[1] ?? null;
}

/** The release of Active Record that `Gemfile.lock` pins; null when it does not say. */
export function railsOfLock(lock: string | null): RailsVersion | null {
  if (lock === null) return null;
  const version = gemVersion(lock, 'activerecord') ?? gemVersion(lock, 'rails');
  return version ? parseRailsRelease(version) : null;
}

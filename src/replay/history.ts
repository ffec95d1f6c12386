import type { Engine } from '../model/engine.ts';
import { UsageError } from '../model/errors.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import { casesOf } from '../project/history/cases.ts';
import { type HistorySource, migrationsAtHead } from '../project/history/head.ts';
import type { HistoryQuestion, LeftOut } from '../project/history/plans.ts';
import { openRepository, type Repository } from '../project/history/repository.ts';
import { DUMPS } from '../project/schema-path.ts';
import { type ReplayedCase, type ReplayOptions, replayCase } from './replay.ts';

/** Which history to replay. */
export interface ReplayRequest {
  /** A working tree, a folder inside of one, or a bare git directory. */
  readonly repository: string;
  /**
   * From the folder named; null for `db/schema.rb`, or else `db/structure.sql` (with a database
   * `db/<database>_schema.rb`, `db/<database>_structure.sql`), or else where other tools keep their
   * dumps, such as `db/schema.sql`.
   */
  readonly schema: string | null;
  /**
   * Folder of the migrations, from the folder named; null or left out for `db/migrate` (with a
   * database `db/<database>_migrate`), or for SQL where the tool keeps them.
   */
  readonly migrations?: string | null;
  /** What runs the migrations; null or left out for what their files show. */
  readonly tool?: MigrationTool | null;
  /** Name of the database in a multi-database project; null for the primary one. */
  readonly database: string | null;
  /** Null to find out at each commit. */
  readonly engine: Engine | null;
  /** Only commits since then, `2026-03-01T00:00:00Z`; null for all of them. */
  readonly since: string | null;
}

/** A history that can be replayed. */
export interface History {
  /** True when the clone lacks older commits (`git clone --depth`). */
  readonly shallow: boolean;
  /**
   * Predicts each commit that adds migrations and changes the schema file, newest first, and
   * compares with what was committed. Nothing of the repository is run or changed.
   *
   * @param leftOut - counts the commits that make no case, while the history is read.
   * @throws {InputError} when git cannot read the history.
   */
  readonly cases: (leftOut: LeftOut) => AsyncGenerator<ReplayedCase>;
}

/**
 * @throws {UsageError} when there is no such repository, or no such schema file or folder of
 *   migrations at its HEAD.
 */
export function openHistory(request: ReplayRequest): History {
  const repository = openRepository(request.repository);
  const { question, options } = questionOf(repository, request);
  return {
    shallow: repository.shallow,
    async *cases(leftOut) {
      for await (const found of casesOf(question, leftOut)) yield await replayCase(found, options);
    },
  };
}

function questionOf(
  repository: Repository,
  request: ReplayRequest,
): { readonly question: HistoryQuestion; readonly options: ReplayOptions } {
  const { schema, database, engine, since } = request;
  const name = database === null ? '' : `${database}_`;
  const named = schema?.replace(/^\.\//, '') ?? usualSchemaFile(repository, name);
  // `backend/db/schema.rb` in a bare repository: the project is in backend/.
  const [, below = '', schemaPath = named] = /^(.*\/)?(db\/[^/]+)$/.exec(named) ?? [];
  const prefix = `${repository.prefix}${below}`;
  if (!repository.holds(`${prefix}${schemaPath}`)) throw noSchemaFile(named);
  return {
    question: {
      repository,
      prefix,
      schemaPath,
      ...sourceOf(repository, { prefix, below, schemaPath }, request),
      since,
      known: ['Gemfile.lock', 'config/database.yml'],
    },
    options: { schemaPath, database, engine },
  };
}

/** A history of Rails' Ruby dumps is not looked into: it has its folder. */
function sourceOf(
  repository: Repository,
  project: { readonly prefix: string; readonly below: string; readonly schemaPath: string },
  { database, migrations = null, tool = null }: ReplayRequest,
): HistorySource {
  const { prefix, below, schemaPath } = project;
  const ofDatabase = database === null ? null : `db/${database}_migrate`;
  const folder = migrations === null ? ofDatabase : folderBelow(migrations, below);
  const isRails =
    tool === 'rails' || (tool === null && (database !== null || /\.rb$/.test(schemaPath)));
  if (isRails && migrations === null) {
    return { migrationsFolder: ofDatabase ?? 'db/migrate', sql: null };
  }
  const stated = tool ?? (isRails ? 'rails' : null);
  return migrationsAtHead(repository, prefix, {
    folder,
    tool: stated && { tool: stated, by: '--tool' },
    variables: {},
  });
}

/** From the root of the project, which lies in the folder `below`. */
function folderBelow(migrations: string, below: string): string {
  const path = migrations.replace(/^(?:\.\/)+|\/+$/g, '');
  return path.startsWith(below) ? path.slice(below.length) : path;
}

/** `schema.rb`, or the dump in SQL where HEAD does not hold that one. */
function usualSchemaFile({ prefix, holds }: Repository, name: string): string {
  const ruby = `db/${name}schema.rb`;
  const others = [`db/${name}structure.sql`, ...(name === '' ? DUMPS : [])];
  if (holds(`${prefix}${ruby}`)) return ruby;
  return others.find((path) => holds(`${prefix}${path}`)) ?? ruby;
}

function noSchemaFile(named: string): UsageError {
  return new UsageError(`there is no ${named} at HEAD`, {
    remedy: 'Name the folder of the project, or its schema file with --schema FILE.',
  });
}

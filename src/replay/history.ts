import type { Engine } from '../model/engine.ts';
import { UsageError } from '../model/errors.ts';
import { casesOf } from '../project/history/cases.ts';
import type { HistoryQuestion, LeftOut } from '../project/history/plans.ts';
import { openRepository, type Repository } from '../project/history/repository.ts';
import { type ReplayedCase, type ReplayOptions, replayCase } from './replay.ts';

/** Which history to replay. */
export interface ReplayRequest {
  /** A working tree, a folder inside of one, or a bare git directory. */
  readonly repository: string;
  /**
   * From the folder named; null for `db/schema.rb`, or else `db/structure.sql` (with a database
   * `db/<database>_schema.rb`, `db/<database>_structure.sql`).
   */
  readonly schema: string | null;
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

/** @throws {UsageError} when there is no such repository, or no such schema file at its HEAD. */
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
  { schema, database, engine, since }: ReplayRequest,
): { readonly question: HistoryQuestion; readonly options: ReplayOptions } {
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
      migrationsFolder: `db/${name}migrate`,
      since,
      known: ['Gemfile.lock', 'config/database.yml'],
    },
    options: { schemaPath, database, engine },
  };
}

/** `schema.rb`, or `structure.sql` where HEAD holds that one alone. */
function usualSchemaFile({ prefix, holds }: Repository, name: string): string {
  const ruby = `db/${name}schema.rb`;
  const sql = `db/${name}structure.sql`;
  return !holds(`${prefix}${ruby}`) && holds(`${prefix}${sql}`) ? sql : ruby;
}

function noSchemaFile(named: string): UsageError {
  return new UsageError(`there is no ${named} at HEAD`, {
    remedy: 'Name the folder of the Rails project, or its schema file with --schema FILE.',
  });
}

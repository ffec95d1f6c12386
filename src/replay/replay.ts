import type { ObjectReference } from '../model/change.ts';
import type { Engine, RailsVersion } from '../model/engine.ts';
import { InputError } from '../model/errors.ts';
import type { OpaqueStatement } from '../model/schema.ts';
import { chooseEngine, railsOfLock } from '../project/engine.ts';
import type { HistoryCase } from '../project/history/cases.ts';
import { predictSchemaFile } from '../propose/predict.ts';
import { readInflections } from '../read/ruby/index.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { type Difference, differencesOf } from './differences.ts';
import { driftOf } from './drift.ts';
import { compareDumps } from './same.ts';

export type Outcome = 'exact' | 'same' | 'different' | 'drifted' | 'refused' | 'tooOld';

/** How a prediction fared against the dump that was committed. */
export interface ReplayedCase {
  readonly commit: string;
  /** Committer date in UTC, `2026-03-01T12:00:00Z`. */
  readonly date: string;
  /** Paths from the root of the project. */
  readonly migrations: readonly string[];
  /**
   * `exact`: the same bytes. `same`: the same but for the version line and the order of columns,
   * in SQL also for the order of versions, random tokens and counters.
   * `different`: neither. `drifted`: different, and the dump changes objects that no migration
   * names. `refused`: there was no prediction, `reason` says why. `tooOld`: a Rails older than 5
   * wrote the schema file.
   */
  readonly outcome: Outcome;
  /** Why there was no prediction; null otherwise. */
  readonly reason: string | null;
  readonly differences: readonly Difference[];
  /** What was not understood, whether it changed the outcome or not. */
  readonly opaque: readonly Pick<OpaqueStatement, 'reason' | 'source'>[];
  /** For `drifted`: what the dump changes on its own. */
  readonly drift: readonly ObjectReference[];
}

export interface ReplayOptions {
  readonly schemaPath: string;
  /** Name of the database in a multi-database project; null for the primary one. */
  readonly database: string | null;
  /** `--engine`; null to find out at each commit. */
  readonly engine: Engine | null;
}

/** Predicts the dump of a commit from its parent's schema file and its migrations, and compares. */
export async function replayCase(
  given: HistoryCase,
  options: ReplayOptions,
): Promise<ReplayedCase> {
  const { commit, date } = given;
  const migrations = given.migrations.map(({ path }) => path);
  const nothing = { reason: null, differences: [], opaque: [], drift: [] };
  try {
    return { commit, date, migrations, ...nothing, ...(await judge(given, options)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { commit, date, migrations, ...nothing, outcome: 'refused', reason: error.report };
  }
}

type Judgement = Pick<ReplayedCase, 'outcome'> & Partial<ReplayedCase>;

async function judge(given: HistoryCase, options: ReplayOptions): Promise<Judgement> {
  if (given.refusal) throw given.refusal;
  const rails = railsOfLock(given.files.read('Gemfile.lock'));
  if (isTooOld(given.after, rails)) return { outcome: 'tooOld' };
  const read = schemaReader(given, options, rails);
  const file = await read(given.before);
  const predicted = await predictSchemaFile(file, given.migrations, { rails, files: given.files });
  const opaque = predicted.migrations
    .flatMap(({ operations }) => operations)
    .flatMap((operation) =>
      operation.kind === 'opaque' ? [{ reason: operation.reason, source: operation.source }] : [],
    );
  const verdict = compareDumps(predicted.text, given.after, file.format);
  if (verdict === 'exact') return { outcome: verdict, opaque };
  const differences = differencesOf(predicted.text, given.after, given.migrations, file.format);
  if (verdict === 'same') return { outcome: verdict, opaque, differences };
  const dumped = await read(given.after);
  const schemas = { before: file.schema, predicted: predicted.after, dumped: dumped.schema };
  const drift = driftOf(schemas, given.migrations);
  return { outcome: drift.length > 0 ? 'drifted' : 'different', opaque, differences, drift };
}

/** Rails 5.0 was the first to dump `t.index` inside of `create_table` (`ActiveRecord::SchemaDumper#indexes_in_create`). */
function isTooOld(dumped: string, rails: RailsVersion | null): boolean {
  return rails === null ? /^ {2}add_index /m.test(dumped) : rails.major < 5;
}

function schemaReader(
  { before, files, migrations, engineOfTool }: HistoryCase,
  { schemaPath, database, engine }: ReplayOptions,
  rails: RailsVersion | null,
) {
  const choice = chooseEngine({
    read: files.read,
    stated: engine === null ? null : { engine, by: '--engine' },
    version: null,
    database,
    schemaPath,
    schemaText: before,
    ofTool: engineOfTool,
    migrations,
  });
  return async (text: string) =>
    readSchemaFile(text, schemaPath, {
      engine: choice.engine,
      rails,
      inflections: await readInflections(files),
    });
}

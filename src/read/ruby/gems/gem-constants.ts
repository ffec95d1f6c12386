import type { Call } from '../evaluate/call.ts';
import { NIL, type ObjectValue, toText, unknown, type Value } from '../evaluate/values.ts';
import { emitUnknownRows } from '../migration/row-changes.ts';
import type { MigrationRun } from '../migration/run.ts';

/** Gems whose constants only hold settings, or work outside of the database. */
const SETTINGS_ONLY =
  /^(?:StrongMigrations|OnlineMigrations|Bullet|Sidekiq|Searchkick|PaperTrail|Chewy|Elasticsearch|File|FileUtils|Dir|Benchmark|ActiveSupport::\w+|Rails::\w+|GC|Signal|Timeout|ProgressBar)(?:::|$)/;

/** Gems that keep what they are told in tables of their own. */
const ROWS_ONLY = /^(?:Flipper|Setting|BlindIndex|Audited|Geocoder|ActsAsTaggableOn)(?:::|$)/;

/** Jobs run later, or right away; either way they are more than the migration's own statements. */
const STARTS_JOB = /^perform_(?:now|later|async|inline|in|at)$/;

/** What a constant answers that a gem defines, as far as it can be known; undefined otherwise. */
export function askGem(call: Call, name: string, run: MigrationRun): Value | undefined {
  if (name === 'Rake::Task' && call.name === '[]') return rakeTask(call);
  if (name === 'Que' && call.name === 'migrate!') {
    // https://github.com/que-rb/que/blob/v2.4.1/lib/que/migrations.rb
    const reason = 'que makes or changes its own tables, functions and triggers by SQL of its own';
    run.session.opaque(call, reason, ['que_jobs']);
    run.reversal.noteIrreversible(call, reason);
    return NIL;
  }
  if (STARTS_JOB.test(call.name)) {
    return unknown(`it starts the job ${name}, which may change rows, or anything else`, call.node);
  }
  if (SETTINGS_ONLY.test(name)) {
    return call.block?.body ? call.evaluator.callBlock(call.block, []) : NIL;
  }
  // https://github.com/ankane/blind_index/blob/v2.7.0/lib/blind_index.rb
  if (name === 'BlindIndex' && call.name !== 'backfill') return unknown('it is a value of a gem');
  if (!ROWS_ONLY.test(name) || call.block?.body) return undefined;
  emitUnknownRows(call, 'unknown', run);
  return NIL;
}

/** `Rake::Task["data:fill"].invoke`. */
function rakeTask(call: Call): ObjectValue {
  const task = call.args[0] ? toText(call.args[0]) : null;
  const reason = `it runs the Rake task ${task ?? 'of a name that is not known'}, which may change rows, or anything else`;
  return {
    kind: 'object',
    name: 'Rake::Task',
    call: (inner) => (inner.name === 'reenable' ? NIL : unknown(reason, inner.node)),
  };
}

import { railsAtLeast } from '../../../model/engine.ts';
import { withoutBulkPrecision } from '../commands/columns/timestamps.ts';
import {
  type Call,
  flagOption,
  NotUnderstood,
  nameArgument,
  nameOf,
  textOption,
  withArgs,
  withOption,
} from '../evaluate/call.ts';
import {
  boolean,
  NIL,
  type ObjectValue,
  option,
  string,
  toText,
  truth,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { changeTableReceiver } from '../receivers/change-table.ts';
import { LOADING } from './loading.ts';
import type { MigrationRun } from './run.ts';

type Control = (call: Call, run: MigrationRun) => Value;

const ignored: Control = () => NIL;

/** Runs the block as if the wrapper were not there. */
const passedThrough: Control = (call) =>
  call.block ? call.evaluator.callBlock(call.block, []) : NIL;

/** online_migrations takes a reason (lib/online_migrations/migration.rb), strong_migrations none. */
function reasonOf({ args: [reason] }: Call): string | null {
  return reason === undefined ? null : toText(reason);
}

/** BEGIN or COMMIT by a method of the connection. */
function transactionStep(purpose: string): Control {
  return (call, run) => {
    run.session.emit({ kind: 'runSql', text: call.source.textOf(call.node), purpose }, call);
    return NIL;
  };
}

/** Methods of a migration that steer it: directions, wrappers, messages. */
export const CONTROLS: { readonly [name: string]: Control } = {
  say: ignored,
  announce: ignored,
  write: ignored,
  verbose: () => boolean(true),
  'verbose=': ignored,
  'disable_ddl_transaction!': ignored,
  commit_db_transaction: transactionStep('ends the transaction'),
  begin_db_transaction: transactionStep('begins a transaction'),
  'clear_cache!': ignored,
  schema_cache: () => ({ kind: 'object', name: 'schema cache', call: () => NIL }),
  say_with_time: passedThrough,
  suppress_messages: passedThrough,
  transaction: (call, run) => {
    run.reversal.transaction(() => passedThrough(call, run));
    return NIL;
  },
  silence_stream: passedThrough,
  safety_assured: (call, run) =>
    run.session.assured(reasonOf(call), () => passedThrough(call, run)),
  connection: (_, run) => run.connection,
  ...LOADING,
  reversible: (call, run) => {
    if (call.block) call.evaluator.runBlock(call.block, [directions(run)]);
    return NIL;
  },
  up_only: (call, run) => {
    const { block } = call;
    const { reversal } = run;
    if (block && !reversal.isReverting) {
      reversal.unrecorded(() => call.evaluator.runBlock(block, []));
    }
    return NIL;
  },
  'reverting?': (_, run) => boolean(run.reversal.isReverting),
  change_table: (call, run) => {
    const table = nameArgument(call, 0);
    if (!run.reversal.isCollecting) run.session.table(table, call);
    const bulk = option(call.options, 'bulk');
    const isBulk = bulk !== undefined && truth(bulk) === true;
    const pass = (inner: Call) => {
      const plain = isBulk ? withoutBulkPrecision(inner, run.session) : inner;
      return run.call(inner.name === 'rename_column' ? withOption(inner, { bulk }) : plain);
    };
    const receiver = changeTableReceiver(table, pass, run.session);
    const { block } = call;
    const change = () => {
      if (block) run.session.changing(table, () => call.evaluator.runBlock(block, [receiver]));
    };
    const { dialect, installed } = run.session;
    // The recorder has heeded `bulk` since Rails 7.1.
    const gathers = isBulk && dialect.engine !== 'sqlite';
    if (gathers && railsAtLeast(installed, 7, 1)) run.reversal.together(change);
    else if (gathers && !run.reversal.isCollecting) run.session.gathering(change);
    else change();
    return NIL;
  },
  revert: (call, run) => {
    const { block } = call;
    runMigrations(call.args.toReversed(), 'down', call, run);
    if (block) run.reversal.revert(() => call.evaluator.runBlock(block, []));
    return NIL;
  },
  run: (call, run) => {
    const given = textOption(call, 'direction') === 'down' ? 'down' : 'up';
    runMigrations(call.args, flagOption(call, 'revert') ? opposite(given) : given, call, run);
    return NIL;
  },
  connection_pool: (_, run) => ({
    kind: 'object',
    name: 'pool',
    call: (call) =>
      call.name === 'with_connection' && call.block
        ? call.evaluator.callBlock(call.block, [run.connection])
        : unknown('it depends on the pool of connections'),
  }),
  proper_table_name: (call) => call.args[0] ?? NIL,
  copy: (call) => {
    throw new NotUnderstood(`${call.name} writes files of migrations`);
  },
  /** Runs the commands that a `change_table` with `bulk: true` gathered: `[[:add_column, […]], …]`. */
  bulk_change_table: (call, run) => {
    const [table = NIL, commands] = call.args;
    if (commands?.kind !== 'array') throw new NotUnderstood('its commands are not known');
    for (const command of commands.items) {
      const [name = NIL, args = NIL] = command.kind === 'array' ? command.items : [];
      const rest = args.kind === 'array' ? args.items.slice(1) : [];
      run.call({ ...withArgs(call, nameOf(name, call.name), [table, ...rest]), block: null });
    }
    return NIL;
  },
  /** `t` of a `change_table`, without its block. */
  update_table_definition: (call, run) =>
    changeTableReceiver(nameArgument(call, 0), (inner) => run.call(inner), run.session),
  adapter_name: (_, run) => string(adapterName(run)),
};

/** MySQL has two adapters; the project's config/database.yml tells which one it is. */
function adapterName({ session: { dialect, project } }: MigrationRun): string {
  const trilogy =
    dialect.engine === 'mysql' &&
    /^\s*adapter:\s*["']?trilogy\b/m.test(project?.read('config/database.yml') ?? '');
  return trilogy ? 'Trilogy' : ADAPTERS[dialect.engine];
}

const ADAPTERS = { postgresql: 'PostgreSQL', mysql: 'Mysql2', sqlite: 'SQLite' } as const;

/** Wrappers of gems and projects that only set timeouts or retry: `disable_statement_timeout { … }`. */
const HARMLESS_WRAPPER = /timeout|lock_retries|retries|advisory_lock|logging|silence|transaction/;

/** Runs the block of such a wrapper; undefined when the call is none. */
export function callWrapper(call: Call): Value | undefined {
  if (!call.block || !HARMLESS_WRAPPER.test(call.name)) return undefined;
  return call.evaluator.callBlock(call.block, []);
}

/** `dir` of `reversible do |dir|`. */
function directions({ reversal }: MigrationRun): ObjectValue {
  return {
    kind: 'object',
    name: 'direction',
    call: (call) => {
      const { block, evaluator } = call;
      if (call.name !== 'up' && call.name !== 'down') return undefined;
      const wanted = reversal.isReverting ? 'down' : 'up';
      if (block && call.name === wanted) reversal.unrecorded(() => evaluator.runBlock(block, []));
      return NIL;
    },
  };
}

type Direction = 'up' | 'down';

function opposite(direction: Direction): Direction {
  return direction === 'up' ? 'down' : 'up';
}

/**
 * `run AddEmailToUsers`, and `revert AddEmailToUsers`, which runs it down. Where commands are turned
 * around, the migration runs the other way with its commands as they stand
 * (`ActiveRecord::Migration#run`).
 */
function runMigrations(
  migrations: readonly Value[],
  direction: Direction,
  call: Call,
  run: MigrationRun,
): void {
  if (run.reversal.isReverting && migrations.length > 0) {
    run.reversal.revert(() => runMigrations(migrations, opposite(direction), call, run));
    return;
  }
  for (const migration of migrations) runMigration(migration, direction, call, run);
}

function runMigration(migration: Value, direction: Direction, call: Call, run: MigrationRun): void {
  const name = toText(migration) ?? '';
  const other = run.findMigration(name);
  if (!other) {
    const does = direction === 'down' ? 'reverts' : 'runs';
    run.session.opaque(call, `the migration ${name}, which it ${does}, is not in db/migrate`);
    return;
  }
  const { session } = run;
  const rails = session.rails;
  session.rails = other.found.rails ?? rails;
  try {
    run.runClass(other.found, other.source, direction);
  } finally {
    session.rails = rails;
  }
}

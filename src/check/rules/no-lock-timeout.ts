import type { LockTimeout } from '../../dialect/dialect.ts';
import type { LockClaim } from '../../model/lock.ts';
import type { Migration } from '../../model/migration.ts';
import type { Operation, OperationKind } from '../../model/operation.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext, Sibling } from '../context.ts';
import { limitsLockWait } from '../lock-timeout.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

/** Kinds that lock rows, or nothing: no table waits for them. */
const NO_TABLE_LOCK: readonly OperationKind[] = ['changeRows', 'runSql', 'opaque'];

export const noLockTimeout = defineRule({
  id: 'no-lock-timeout',
  title: 'Migration waits for its lock without end',
  engines: ['postgresql', 'mysql'],
  severity: 'warning',
  on: ALL_KINDS.filter((kind) => !NO_TABLE_LOCK.includes(kind)),
  docs: {
    why: 'While a schema change waits for its lock behind a long transaction, every query that comes later to the same table waits behind it: a change of a millisecond stops the application for as long as that transaction lasts. A timeout makes the migration fail instead, so that it can be tried again.',
    onEngine: {
      postgresql: 'PostgreSQL waits for ever with its default, lock_timeout = 0.',
      mysql:
        'Every ALTER TABLE needs the metadata lock for a moment, INSTANT ones too. lock_wait_timeout is 31,536,000 seconds by default, 86,400 on MariaDB.',
    },
    instead:
      'Set a lock timeout of a few seconds for all migrations: as a variable in config/database.yml, or in the initializer of strong_migrations or online_migrations. Set it in the migration where it is for this one alone.',
    reference:
      'https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_lock_wait_timeout',
      mariadb: 'https://mariadb.com/kb/en/server-system-variables/#lock_wait_timeout',
    },
  },
  check(operation, context) {
    const { dialect, direction } = context;
    const timeout = dialect.lockTimeout;
    // What limits the way there limits the way back.
    if (timeout === null || direction === 'down') return null;
    const lock = waitedFor({ ...context, operation }, context);
    if (lock === null || limitsLockWait(operation, context, timeout)) return null;
    // Said once, at the first statement that waits.
    if (context.earlier.some((sibling) => waitedFor(sibling, context) !== null)) return null;
    return {
      table: lock.table,
      severity: isUnknown(context) ? 'info' : 'warning',
      message: messageOf(lock, timeout, context),
      instead: remedy(timeout, context.migration),
    };
  },
});

function remedy({ setting, value, statement }: LockTimeout, migration: Migration): string {
  const forAll = [
    '# For all migrations, in config/database.yml:',
    '#   variables:',
    `#     ${setting}: ${value}`,
    '# For this one, before its first change:',
  ];
  return code(
    ...(migration.tool === 'rails' ? forAll : ['# Before its first change:']),
    `execute ${text(statement(migration.transactional))}`,
  );
}

/** The lock on a table in use that an operation waits for; null when it waits for none. */
function waitedFor(
  { operation, locks, isNewTable }: Sibling,
  { dialect }: RuleContext,
): LockClaim | null {
  if (isRowWork(operation)) return null;
  const lock = locks.find(
    (each) => !isNewTable(each.table) && (each.blocksWrites || !dialect.supportsTransactionalDdl),
  );
  return lock ?? null;
}

function isRowWork({ kind }: Operation): boolean {
  return NO_TABLE_LOCK.includes(kind);
}

/** True when nobody looked where a timeout can be set for all migrations. */
function isUnknown({ project, survey }: RuleContext): boolean {
  return !project.settingsRead && survey === null;
}

function whoDoesNot({ project, survey }: RuleContext): string {
  if (survey === null) return "neither the migration nor the project's settings set";
  return !project.settingsRead
    ? 'neither the migration nor the server sets'
    : "none of the migration, the project's settings and the server sets";
}

function messageOf(
  { table, blocksReads }: LockClaim,
  { setting, unlessSet, alsoSetBy }: LockTimeout,
  context: RuleContext,
): string {
  // Behind a metadata lock of MySQL everything queues, whatever the statement lets through later.
  const queue = blocksReads || !context.dialect.supportsTransactionalDdl ? 'queries' : 'writes';
  const waits = `All later ${queue} of ${table} queue behind this statement while it waits for its lock`;
  if (isUnknown(context)) {
    return `${waits}. The migration sets no ${setting}, and whether the connection does is not known; unless it is set, the server waits ${unlessSet(context.server)}.`;
  }
  const unless = context.survey === null ? `, unless ${alsoSetBy} sets it` : '';
  return `${waits}, ${unlessSet(context.server)}: ${whoDoesNot(context)} ${setting}${unless}.`;
}

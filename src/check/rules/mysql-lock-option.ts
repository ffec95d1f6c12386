import { operationTable } from '../../model/operation.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import { defaultLockOf } from '../default-lock.ts';
import { defineRule } from '../rule.ts';

export const mysqlLockOption = defineRule({
  id: 'mysql-lock-option',
  title: 'Others wait because the statement says so',
  engines: ['mysql'],
  severity: 'danger',
  on: ALL_KINDS,
  docs: {
    why: 'LOCK=SHARED keeps writes out until the statement is done, and LOCK=EXCLUSIVE reads as well, also where the server needs no such lock.',
    instead: 'Say LOCK=NONE, so that the server refuses where it cannot do without a lock.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-performance.html#innodb-online-ddl-locking-options',
  },
  check(operation, context) {
    const table = operationTable(operation);
    const { algorithm, lock } = operation.online ?? {};
    if (lock === undefined || lock === 'none' || operation.joined || table === null) return null;
    // A copy keeps writes out by itself, and has a rule of its own.
    if (context.isNewTable(table) || (lock === 'shared' && algorithm === 'copy')) return null;
    const own = defaultLockOf(operation, context);
    if (own === null || own.lock === lock || own.lock === 'exclusive') return null;
    const waits = lock === 'exclusive' ? 'reads and writes' : 'writes';
    return {
      severity: context.severityBySize(table),
      message: `LOCK=${lock.toUpperCase()} makes ${waits} of ${context.withSize(table)} wait until it is done; left out, the server takes LOCK=${own.lock.toUpperCase()}.`,
      instead: `State LOCK=${own.lock.toUpperCase()} for ${table} instead.`,
    };
  },
});

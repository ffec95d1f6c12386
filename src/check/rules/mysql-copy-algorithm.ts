import { operationTable } from '../../model/operation.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import { defaultLockOf } from '../default-lock.ts';
import { defineRule } from '../rule.ts';

export const mysqlCopyAlgorithm = defineRule({
  id: 'mysql-copy-algorithm',
  title: 'Table is copied because the statement says so',
  engines: ['mysql'],
  severity: 'danger',
  on: ALL_KINDS,
  docs: {
    why: 'ALGORITHM=COPY copies the table row by row while writes wait, where the server could do without.',
    instead: 'Leave ALGORITHM out, or state the one that lets writes through.',
    reference: 'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-performance.html',
  },
  check(operation, context) {
    const table = operationTable(operation);
    // One ALTER TABLE states it once.
    if (operation.online?.algorithm !== 'copy' || operation.joined || table === null) return null;
    if (context.isNewTable(table)) return null;
    const own = defaultLockOf(operation, context);
    // Where the server copies in any case, the rule of the operation says so.
    if (own === null || own.algorithm === 'copy') return null;
    const better = own.algorithm.toUpperCase();
    return {
      severity: context.severityBySize(table),
      message: `ALGORITHM=COPY copies ${context.withSize(table)} while writes wait; left out, the server takes ${better}.`,
      instead: `State ALGORITHM=${better} for ${table} instead, so that the server refuses where it cannot.`,
    };
  },
});

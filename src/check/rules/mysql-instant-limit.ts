import type { OperationOf } from '../../model/operation.ts';
import { formatServer, serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { defineRule } from '../rule.ts';

export const mysqlInstantLimit = defineRule({
  id: 'mysql-instant-limit',
  title: 'INSTANT changes of a table are numbered',
  engines: ['mysql'],
  severity: 'warning',
  on: ['addColumn', 'dropColumn'],
  docs: {
    why: 'Each ADD or DROP COLUMN with INSTANT gives the rows of the table another version, up to 64 (255 from MySQL 9.1 on). The next one builds the table anew without a word, unless the statement asks for INSTANT. In 8.0.29 to 8.0.31 such tables could be corrupted, and XtraBackup refuses them.',
    instead:
      'Ask the server for TOTAL_ROW_VERSIONS, and say ALGORITHM=INSTANT, so that it refuses instead of building the table anew.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
  },
  check(operation, context) {
    const { server } = context;
    const { table } = operation;
    if (server.name !== 'mysql' || !serverAtLeast(server, 8, 0, 29)) return null;
    if (context.isNewTable(table) || !isInstant(context) || isLater(operation, context))
      return null;
    // `8.0` without a third number stands for its newest release.
    if (!serverAtLeast(server, 8, 0, 32)) {
      return {
        message: `${formatServer(server)} can corrupt ${table} after ADD or DROP COLUMN with INSTANT, and XtraBackup refuses the table until it is rebuilt.`,
        instead: `Upgrade to 8.0.32 or newer first, or state ALGORITHM=INPLACE for ${table}, which builds it anew while it is written.`,
      };
    }
    const size = context.sizeOf(table);
    // Of a table of unknown size nobody can say that a rebuild hurts.
    if (size.class !== 'large' || size.rows === null) return null;
    if (operation.online?.algorithm === 'instant') return null;
    const limit = serverAtLeast(server, 9, 1) ? 255 : 64;
    return {
      severity: 'info',
      message: `This takes a moment while ${context.withSize(table)} has fewer than ${limit} row versions, and builds it anew without a word once it has them.`,
      instead: `Ask the server first: SELECT TOTAL_ROW_VERSIONS FROM INFORMATION_SCHEMA.INNODB_TABLES WHERE NAME LIKE '%/${table}'; near ${limit} schedule OPTIMIZE TABLE, and state ALGORITHM=INSTANT.`,
    };
  },
});

type ColumnChange = OperationOf<'addColumn' | 'dropColumn'>;

function isInstant({ locks }: RuleContext): boolean {
  const level = locks[0]?.level;
  return level?.engine === 'mysql' && level.algorithm === 'instant';
}

/** True when an earlier operation of the migration has said it of the table. */
function isLater({ table }: ColumnChange, { earlier }: RuleContext): boolean {
  return earlier.some(
    ({ operation }) =>
      (operation.kind === 'addColumn' || operation.kind === 'dropColumn') &&
      operation.table === table,
  );
}

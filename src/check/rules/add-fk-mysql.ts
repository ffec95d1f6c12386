import type { RuleContext } from '../context.ts';
import { defineRule } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const addFkMysql = defineRule({
  id: 'add-fk-mysql',
  title: 'Table is copied to add a foreign key',
  engines: ['mysql'],
  severity: 'danger',
  on: ['addForeignKey'],
  docs: {
    why: 'While foreign_key_checks is on, a foreign key is added by a copy of the table; writes to both tables wait meanwhile.',
    instead:
      'With foreign_key_checks off the key is added in place, but no row is checked: look for orphans before.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-foreign-key-operations',
    references: {
      mariadb:
        'https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-inplace-alter-algorithm/',
    },
  },
  check({ table, foreignKey }, context) {
    if (context.isNewTable(table)) return null;
    const { toTable, columns, toColumns } = foreignKey;
    if (checksAreOff(context)) {
      return {
        severity: 'warning',
        message: `With foreign_key_checks off ${foreignKey.name} is added in place, and no row of ${table} is checked: orphans stay.`,
        instead: `Look for rows of ${table} whose ${columns.join(', ')} has no match in ${toTable}.${toColumns.join(', ')} right before, and set foreign_key_checks back to 1 after.`,
      };
    }
    return {
      severity:
        weightiest([context.severityBySize(table), context.severityBySize(toTable)]) ?? 'danger',
      message: `Adding ${foreignKey.name} copies ${context.withSize(table)}; writes to it${toTable === table ? '' : ` and to ${toTable}`} wait until it is done.`,
      instead: `Look for rows of ${table} whose ${columns.join(', ')} has no match in ${toTable}.${toColumns.join(', ')}, then add the key in a window in which writes may wait.`,
    };
  },
});

/** True when the migration switched the checks of its session off, and not on again. */
function checksAreOff({ earlier }: RuleContext): boolean {
  const last = earlier.findLast(
    ({ operation }) =>
      operation.kind === 'runSql' && /\bforeign_key_checks\b/i.test(operation.text),
  )?.operation;
  return last?.kind === 'runSql' && /\bforeign_key_checks\s*=\s*(?:0|off)\b/i.test(last.text);
}

import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { maintenanceOf } from '../maintenance.ts';
import { defineRule, type Finding } from '../rule.ts';
import { lowered } from '../severity.ts';

export const mysqlTableOptions = defineRule({
  id: 'mysql-table-options',
  title: 'Table is rebuilt for its options',
  engines: ['mysql'],
  severity: 'danger',
  on: ['setTableOptions', 'runSql'],
  docs: {
    why: 'ENGINE, ROW_FORMAT, KEY_BLOCK_SIZE, FORCE and OPTIMIZE TABLE rebuild the table, which takes the space twice; replicas lag behind for as long.',
    instead: 'Run it in a quiet window, or with gh-ost or pt-online-schema-change.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-table-operations',
  },
  check(operation, context) {
    if (operation.kind === 'runSql') return rebuilds(operation, context);
    const { table, options } = operation;
    if (options === undefined || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Setting the options of ${context.withSize(table)} rebuilds it.`,
      instead: `Rebuild ${table} in a quiet window, or with gh-ost or pt-online-schema-change.`,
    };
  },
});

/** OPTIMIZE TABLE, and ALTER TABLE that builds the table anew as it is. */
function rebuilds({ text }: OperationOf<'runSql'>, context: RuleContext): readonly Finding[] {
  const found = maintenanceOf(text, context.before);
  if (found?.verb !== 'optimize') return [];
  return (found.tables ?? [])
    .filter((table) => !context.isNewTable(table))
    .map((table) => ({
      table,
      severity: lowered(context.severityBySize(table)),
      message: `The statement builds ${context.withSize(table)} anew as it is; writes go on, and replicas lag behind for as long.`,
      instead: `Rebuild ${table} in a quiet window, with room for a second copy.`,
    }));
}

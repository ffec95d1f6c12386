import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { maintenanceOf } from '../maintenance.ts';
import { defineRule, type Finding } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const setUnloggedTablespaceClusterVacuumfull = defineRule({
  id: 'set-unlogged-tablespace-cluster-vacuumfull',
  title: 'Table is rewritten under a full lock',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setTableOptions', 'runSql'],
  docs: {
    why: 'SET LOGGED, SET UNLOGGED, SET TABLESPACE, CLUSTER and VACUUM FULL write the whole table anew under ACCESS EXCLUSIVE. An unlogged table is empty after a crash and is not replicated.',
    instead: 'Use pg_repack or pg_squeeze, or a maintenance window.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED',
  },
  check(operation, context) {
    if (operation.kind === 'runSql') return maintains(operation, context);
    const { table } = operation;
    if (context.isNewTable(table) || !context.locks.some(({ work }) => work === 'rewrite'))
      return null;
    return {
      severity: context.severityBySize(table),
      message: `Setting the options of ${context.withSize(table)} rewrites it while reads and writes wait.`,
      instead: `Rewrite ${table} with pg_repack, or in a maintenance window.`,
    };
  },
});

function maintains({ text }: OperationOf<'runSql'>, context: RuleContext): Finding | null {
  const found = maintenanceOf(text, context.before);
  if (found?.verb !== 'cluster' && found?.verb !== 'vacuumFull') return null;
  const tables = found.tables?.filter((table) => !context.isNewTable(table)) ?? null;
  if (tables?.length === 0) return null;
  const words = found.verb === 'cluster' ? 'CLUSTER' : 'VACUUM FULL';
  const what = tables?.map(context.withSize).join(', ') ?? 'every table that it reaches';
  return {
    table: tables?.[0] ?? null,
    severity: tables ? (weightiest(tables.map(context.severityBySize)) ?? 'danger') : 'danger',
    message: `${words} rewrites ${what} while reads and writes wait.`,
    instead: `Rewrite ${tables?.join(', ') ?? 'the tables one by one'} with pg_repack, or in a maintenance window.`,
  };
}

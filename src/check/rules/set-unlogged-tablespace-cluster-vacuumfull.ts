import { defineRule } from '../rule.ts';

export const setUnloggedTablespaceClusterVacuumfull = defineRule({
  id: 'set-unlogged-tablespace-cluster-vacuumfull',
  title: 'Table is rewritten under a full lock',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setTableOptions'],
  docs: {
    why: 'SET LOGGED, SET UNLOGGED and SET TABLESPACE write the whole table anew under ACCESS EXCLUSIVE. An unlogged table is empty after a crash and is not replicated.',
    instead: 'Use pg_repack or pg_squeeze, or a maintenance window.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED',
  },
  check({ table }, context) {
    if (context.isNewTable(table) || !context.locks.some(({ work }) => work === 'rewrite'))
      return null;
    return {
      severity: context.severityBySize(table),
      message: `Setting the options of ${context.withSize(table)} rewrites it while reads and writes wait.`,
      instead: `Rewrite ${table} with pg_repack, or in a maintenance window.`,
    };
  },
});

import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const analyzeAfterIndex = defineRule({
  id: 'analyze-after-index',
  title: 'Statistics are missing until the next ANALYZE',
  engines: ['postgresql'],
  severity: 'info',
  on: ['addIndex', 'createObject'],
  docs: {
    why: 'PostgreSQL gathers statistics of an expression that is indexed, and those of CREATE STATISTICS, at the next ANALYZE only. Until autovacuum gets there it plans with a guess, and can leave the new index aside. Statistics of plain columns are there already.',
    instead: 'Run ANALYZE for the table right after.',
    reference: 'https://www.postgresql.org/docs/current/sql-analyze.html',
  },
  check(operation, context) {
    const { table, name } = subjectOf(operation);
    if (table === null || context.isNewTable(table) || isAnalyzed(table, context)) return null;
    const statement = `ANALYZE ${sqlName(table, context.engine)}`;
    return {
      table,
      message: `Until ${table} is analysed, PostgreSQL plans without statistics for ${name}.`,
      instead: code('# Right after', `execute ${text(statement)}`),
    };
  },
});

/** What needs statistics of its own, and its table; a null table for what needs none. */
function subjectOf(operation: OperationOf<'addIndex' | 'createObject'>): {
  readonly table: string | null;
  readonly name: string;
} {
  if (operation.kind === 'createObject') {
    const { type, table, name } = operation.object;
    return { table: type === 'statistics' ? table : null, name };
  }
  const { table, index } = operation;
  const computes = index.parts.some(({ expression }) => expression !== null);
  return { table: computes ? table : null, name: index.name };
}

function isAnalyzed(table: string, { later, engine }: RuleContext): boolean {
  return later.some(
    ({ operation }) =>
      operation.kind === 'runSql' &&
      /^\s*(?:ANALYZE|VACUUM\b.*\bANALYZE)\b/i.test(operation.text) &&
      (/^\s*ANALYZE\s*;?\s*$/i.test(operation.text) || namesAll(operation.text, [table], engine)),
  );
}

import { serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { type Maintenance, maintenanceOf } from '../maintenance.ts';
import { code, outsideTransaction, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const reindex = defineRule({
  id: 'reindex',
  title: 'Index is built anew while writes wait',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['runSql'],
  docs: {
    why: 'REINDEX takes SHARE on the table, so that writes wait, and ACCESS EXCLUSIVE on each index: queries that plan with it wait as well (measured on 15.18 and 18.6).',
    instead: 'Say CONCURRENTLY, which PostgreSQL 12 and newer know, outside of a transaction.',
    reference: 'https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY',
  },
  check({ text: sql }, context) {
    const found = maintenanceOf(sql, context.before);
    if (found?.verb !== 'reindex' || found.concurrently) return null;
    const tables = found.tables?.filter((table) => !context.isNewTable(table)) ?? null;
    if (tables?.length === 0) return null;
    const what = tables?.map(context.withSize).join(', ') ?? 'every table that it reaches';
    return {
      table: tables?.[0] ?? null,
      severity: tables ? (weightiest(tables.map(context.severityBySize)) ?? 'danger') : 'danger',
      message: `REINDEX blocks writes to ${what} until the indexes are built, and queries that use them.`,
      instead: concurrently(sql, found, context),
    };
  },
});

function concurrently(sql: string, { tables }: Maintenance, context: RuleContext): string {
  // REINDEX SYSTEM has no concurrent form.
  if (/^\s*REINDEX\s*(?:\([^)]*\)\s*)?SYSTEM\b/i.test(sql)) {
    return 'Build the indexes of the system catalogs anew in a maintenance window alone.';
  }
  if (!serverAtLeast(context.server, 12)) {
    return `Build a new index beside the old one of ${tables?.join(', ') ?? 'each table'} concurrently, then drop the old one concurrently.`;
  }
  const statement = sql
    .trim()
    .replace(/;$/, '')
    .replace(/^(REINDEX\s*(?:\([^)]*\)\s*)?(?:INDEX|TABLE|SCHEMA|DATABASE))\b/i, '$1 CONCURRENTLY');
  return code(...outsideTransaction(`execute ${text(statement)}`));
}

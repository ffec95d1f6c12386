import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const matviewRefresh = defineRule({
  id: 'matview-refresh',
  title: 'Readers wait while the view is filled',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['refreshView'],
  docs: {
    why: 'REFRESH MATERIALIZED VIEW holds ACCESS EXCLUSIVE on the view for as long as its query runs.',
    instead: 'Refresh it CONCURRENTLY, which needs a unique index on the view.',
    reference: 'https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html',
  },
  check({ view, concurrently }, context) {
    if (concurrently) return null;
    const sql = `REFRESH MATERIALIZED VIEW CONCURRENTLY ${sqlName(view, context.engine)}`;
    return {
      table: view,
      message: `Nobody can read ${view} until its query has run.`,
      instead: code(`# Needs a unique index on ${view}`, `execute ${text(sql)}`),
    };
  },
});

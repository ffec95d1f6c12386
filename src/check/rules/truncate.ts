import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const truncate = defineRule({
  id: 'truncate',
  title: 'All rows are deleted at once',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'TRUNCATE takes ACCESS EXCLUSIVE on PostgreSQL and empties the table; with CASCADE also every table that refers to it. MySQL cannot roll it back.',
    instead: 'Copy the rows to an archive table, then delete them in batches.',
    reference: 'https://www.postgresql.org/docs/current/sql-truncate.html',
  },
  check({ table, verb, text }, context) {
    if (verb !== 'truncate') return null;
    const cascade = /\bcascade\b/i.test(text) ? ' and of every table that refers to it' : '';
    const what = table === null ? 'the table' : context.withSize(table);
    return {
      message: `TRUNCATE deletes all rows of ${what}${cascade} for good.`,
      instead:
        'Copy the rows to an archive table that the sign-off names, then delete them in batches.',
    };
  },
});

import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const truncate = defineRule({
  id: 'truncate',
  title: 'All rows are deleted at once',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'It empties the table.',
    onEngine: {
      postgresql:
        'TRUNCATE takes ACCESS EXCLUSIVE; with CASCADE it also empties every table that refers to the table.',
      mysql: 'TRUNCATE commits, so that nothing rolls it back.',
    },
    instead: 'Copy the rows to an archive table, then delete them in batches.',
    reference: 'https://www.postgresql.org/docs/current/sql-truncate.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/truncate-table.html',
      sqlite: 'https://www.sqlite.org/lang_delete.html',
      mariadb: 'https://mariadb.com/kb/en/truncate-table/',
    },
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

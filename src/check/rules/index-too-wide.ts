import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

/** strong_migrations warns from the fourth column on; so do we. */
const MOST_COLUMNS = 3;

export const indexTooWide = defineRule({
  id: 'index-too-wide',
  title: 'Index over many columns',
  engines: ENGINES,
  severity: 'info',
  on: ['addIndex'],
  docs: {
    why: 'A non-unique index over more than three columns seldom finds rows faster than one over the first two or three, and every write pays for it.',
    instead: 'Start with the columns that select the fewest rows, and measure.',
    reference: 'https://www.postgresql.org/docs/current/indexes-multicolumn.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/multiple-column-indexes.html',
      sqlite: 'https://www.sqlite.org/queryplanner.html',
    },
  },
  check({ index }) {
    if (index.unique || index.parts.length <= MOST_COLUMNS) return null;
    const columns = index.parts.map(({ column, expression }) => column ?? expression ?? '');
    return {
      message: `${index.name} is over ${columns.length} columns (${columns.join(', ')}), and every write pays for each.`,
      instead: `Try ${columns.slice(0, MOST_COLUMNS).join(', ')} alone first.`,
    };
  },
});

import { findColumn, findTable } from '../../model/schema.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const changeTypeSafe = defineRule({
  id: 'change-type-safe',
  title: 'Statistics of the column are lost',
  engines: ['postgresql'],
  severity: 'info',
  on: ['setColumn'],
  docs: {
    why: 'The rows stay as they are, yet ALTER COLUMN TYPE drops the statistics of the column, and queries can get bad plans until the table is analysed. Going back to the narrower type rewrites the table.',
    instead: 'Run ANALYZE for the column right after.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!current || current.type === column.type || context.isNewTable(name)) return null;
    const works = context.locks.map(({ work }) => work);
    if (works.includes('rewrite') || works.includes('indexBuild')) return null;
    const target = `${sqlName(name, context.engine)} (${sqlName(column.name, context.engine)})`;
    return {
      message: `Changing ${name}.${column.name} from ${current.type} to ${column.type} keeps the rows and loses the statistics of the column.`,
      instead: code('# Right after the change', `execute ${text(`ANALYZE ${target}`)}`),
    };
  },
});

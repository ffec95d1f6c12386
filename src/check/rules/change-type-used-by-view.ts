import { findColumn, findTable } from '../../model/schema.ts';
import { viewsNaming } from '../dependencies/users.ts';
import { code, columnType, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const changeTypeUsedByView = defineRule({
  id: 'change-type-used-by-view',
  title: 'Type of a column that a view uses cannot change',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'PostgreSQL refuses: "cannot alter type of a column used by a view or rule". It holds for every change of type, those without a rewrite too.',
    instead: 'Drop the views and create them again in the same migration, around the change.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!current || current.type === column.type) return null;
    const views = viewsNaming(context.before, name, column.name, context.readSql);
    if (views.length === 0) return null;
    const list = views.map((view) => view.name).join(', ');
    const target = `${symbol(name)}, ${symbol(column.name)}`;
    return {
      message: `PostgreSQL refuses to change the type of ${name}.${column.name} when ${list} reads it.`,
      instead: code(
        ...views.map(
          (view) => `execute ${text(`DROP ${kindOf(view)} ${sqlName(view.name, context.engine)}`)}`,
        ),
        `change_column ${target}, ${columnType(column.type)}`,
        ...views.map((view) => `# create ${view.name} again, as it was`),
      ),
    };
  },
});

function kindOf({ materialized }: { readonly materialized: boolean }): string {
  return materialized ? 'MATERIALIZED VIEW' : 'VIEW';
}

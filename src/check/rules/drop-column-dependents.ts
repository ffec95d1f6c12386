import { ENGINES } from '../../model/engine.ts';
import { findTable } from '../../model/schema.ts';
import { bodiesNaming, namesColumn, viewsNaming } from '../dependencies/naming.ts';
import { defineRule } from '../rule.ts';

export const dropColumnDependents = defineRule({
  id: 'drop-column-dependents',
  title: 'Other objects use the column',
  engines: ENGINES,
  severity: 'danger',
  on: ['dropColumn'],
  docs: {
    why: 'PostgreSQL refuses to drop a column that a view or a generated column uses, and with CASCADE drops them too. Bodies of functions and triggers are text: they break only when they run. MySQL and SQLite notice a broken view when it is read.',
    instead:
      'Change or drop the objects that use it first, in the same migration where they must go together.',
    reference: 'https://www.postgresql.org/docs/current/ddl-depend.html',
  },
  check({ table, column }, context) {
    const { before, engine } = context;
    const generated = (findTable(before, table)?.columns ?? []).filter(
      (each) =>
        each.name !== column &&
        each.generated &&
        namesColumn(each.generated.expression, column, engine),
    );
    const users = [
      ...viewsNaming(before, table, column).map(({ name }) => `view ${name}`),
      ...generated.map(({ name }) => `generated column ${name}`),
      ...bodiesNaming(before, table, column).map(({ type, name }) => `${type} ${name}`),
    ];
    if (users.length === 0) return null;
    const list = users.join(', ');
    return {
      message: `${table}.${column} is dropped, and its name stands in ${list}.`,
      instead: `Change ${list} so that ${users.length === 1 ? 'it does' : 'they do'} not use ${table}.${column}, then drop it.`,
    };
  },
});

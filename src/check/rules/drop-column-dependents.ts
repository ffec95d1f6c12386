import { ENGINES } from '../../model/engine.ts';
import { findTable } from '../../model/schema.ts';
import { namesColumn } from '../dependencies/naming.ts';
import { bodiesNaming, viewsNaming } from '../dependencies/users.ts';
import { defineRule } from '../rule.ts';

export const dropColumnDependents = defineRule({
  id: 'drop-column-dependents',
  title: 'Other objects use the column',
  engines: ENGINES,
  severity: 'danger',
  on: ['dropColumn'],
  docs: {
    why: 'Bodies of functions and triggers are text: they break only when they run.',
    onEngine: {
      postgresql:
        'PostgreSQL refuses to drop a column that a view or a generated column uses, and with CASCADE drops them too.',
      mysql:
        'MySQL refuses to drop a column that a generated column uses; it notices a broken view when it is read, and a broken trigger at the next write.',
      sqlite: 'SQLite refuses when a view or a trigger would not work any more.',
    },
    instead:
      'Change or drop the objects that use it first, in the same migration where they must go together.',
    reference: 'https://www.postgresql.org/docs/current/ddl-depend.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/alter-table-generated-columns.html',
      sqlite: 'https://www.sqlite.org/lang_altertable.html#altertabdropcol',
    },
  },
  check({ table, column }, context) {
    const { before, engine, readSql } = context;
    const generated = (findTable(before, table)?.columns ?? []).filter(
      (each) =>
        each.name !== column &&
        each.generated &&
        namesColumn(each.generated.expression, column, engine),
    );
    const users = [
      ...viewsNaming(before, table, column, readSql).map(({ name }) => `view ${name}`),
      ...generated.map(({ name }) => `generated column ${name}`),
      ...bodiesNaming(before, table, column, readSql).map(({ type, name }) => `${type} ${name}`),
    ];
    if (users.length === 0) return null;
    const list = users.join(', ');
    return {
      message: `${table}.${column} is dropped, and its name stands in ${list}.`,
      instead: `Change ${list} so that ${users.length === 1 ? 'it does' : 'they do'} not use ${table}.${column}, then drop it.`,
    };
  },
});

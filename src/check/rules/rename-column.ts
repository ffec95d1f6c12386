import { ENGINES } from '../../model/engine.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { bodiesNaming } from '../dependencies/users.ts';
import { replaceColumn } from '../recipes/replace-column.ts';
import { defineRule } from '../rule.ts';

export const renameColumn = defineRule({
  id: 'rename-column',
  title: 'Column is renamed under running code',
  engines: ENGINES,
  severity: 'danger',
  on: ['renameColumn'],
  docs: {
    why: 'The old name is gone at once: every process that runs the old code fails on it, and so does new code that starts before the migration has run. Bodies of functions, raw SQL and reports keep the old name.',
    onEngine: {
      postgresql: 'Views follow a rename; bodies of functions do not.',
      mysql: 'Views and triggers that name the column fail from then on.',
    },
    instead:
      'Add a column of the new name, write both, fill the rows that are there, read the new one, then drop the old one.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/alter-table.html',
      sqlite: 'https://www.sqlite.org/lang_altertable.html#altertabmvcol',
    },
  },
  check({ table, from, to }, context) {
    if (context.isNewColumn(table, from)) return null;
    const owner = findTable(context.before, table);
    const old = owner && findColumn(owner, from);
    if (!owner || !old) return null;
    const bodies = bodiesNaming(context.before, table, from, context.readSql);
    return {
      message: `Renaming ${table}.${from} to ${to} breaks every process that still uses ${from}, until it runs the new code${bodies.length === 0 ? '' : `; ${bodies.map(({ type: kind, name }) => `${kind} ${name}`).join(', ')} keep the old name in their text`}.`,
      instead: replaceColumn({ table: owner, old, name: to, type: old.type }, context.engine),
    };
  },
});

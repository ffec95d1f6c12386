import { ENGINES } from '../../model/engine.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { defineRule } from '../rule.ts';

export const dropNotNull = defineRule({
  id: 'drop-not-null',
  title: 'Code that never met NULL can meet it',
  engines: ENGINES,
  severity: 'info',
  on: ['setColumnNull'],
  docs: {
    why: 'Running code can read nil where there was always a value. The way back fails once a row holds NULL.',
    instead: 'Let the code handle nil first, and decide what a rollback writes into the NULLs.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/alter-table.html',
      sqlite: 'https://www.sqlite.org/lang_createtable.html#notnullconst',
    },
  },
  check({ table, column, nullable }, context) {
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    if (!nullable || current?.nullable !== false || context.isNewTable(table)) return null;
    return {
      message: `${table}.${column} can hold NULL from then on, and NOT NULL cannot be set again while a row does.`,
      instead: `Deploy code that handles nil in ${table}.${column} first, and write down which value a rollback gives to NULLs.`,
    };
  },
});

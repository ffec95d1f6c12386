import { ENGINES } from '../../model/engine.ts';
import { code, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const renameTable = defineRule({
  id: 'rename-table',
  title: 'Table is renamed under running code',
  engines: ENGINES,
  severity: 'danger',
  on: ['renameTable'],
  docs: {
    why: 'The old name is gone at once: every process that runs the old code fails on it. Raw SQL and reports keep the old name.',
    onEngine: {
      postgresql:
        'Rails also renames the sequence of the primary key and the indexes with default names; bodies of functions keep the old name.',
    },
    instead:
      'Create a view of the old name in the same transaction, deploy the code that uses the new name, then drop the view. A simple view over one table takes INSERT, UPDATE and DELETE on PostgreSQL and MySQL.',
    reference:
      'https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/view-updatability.html',
      sqlite: 'https://www.sqlite.org/lang_altertable.html#alter_table_rename',
    },
  },
  check({ from, to }, context) {
    if (context.isNewTable(from)) return null;
    const name = (table: string) => sqlName(table, context.engine);
    const view = `CREATE VIEW ${name(from)} AS SELECT * FROM ${name(to)}`;
    return {
      message: `Renaming ${from} to ${to} breaks every process that still uses ${from}, until it runs the new code.`,
      instead:
        context.engine === 'sqlite'
          ? keepsName(from)
          : code(
              '# Release 1',
              `rename_table ${symbol(from)}, ${symbol(to)}`,
              `execute ${text(view)}`,
              '',
              `# Release 2, when no process uses ${from} any more`,
              `execute ${text(`DROP VIEW ${name(from)}`)}`,
            ),
    };
  },
});

/** A view of SQLite takes no writes, so that it cannot stand in for the table. */
function keepsName(from: string): string {
  return code(
    '# In the model of the new name, instead of the migration',
    `self.table_name = ${text(from)}`,
  );
}

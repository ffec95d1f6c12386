import { ENGINES } from '../../model/engine.ts';
import { copyThatReplaces, replacesTable } from '../replaces-table.ts';
import { code, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const dropTable = defineRule({
  id: 'drop-table',
  title: 'Table and its data are dropped',
  engines: ENGINES,
  severity: 'danger',
  on: ['dropTable', 'dropVirtualTable'],
  docs: {
    why: 'All rows are gone, and running code that still uses the table fails.',
    onEngine: {
      postgresql:
        'PostgreSQL also locks the parent of each of its foreign keys with ACCESS EXCLUSIVE until the transaction ends.',
    },
    instead:
      'Rename the table in one release, so that a mistake shows and can be undone at once; dump it; drop its foreign keys one by one; drop it in a later release.',
    reference: 'https://www.postgresql.org/docs/current/sql-droptable.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/drop-table.html',
      sqlite: 'https://www.sqlite.org/lang_droptable.html',
      mariadb: 'https://mariadb.com/kb/en/drop-table/',
    },
  },
  check(operation, context) {
    if (operation.kind === 'dropVirtualTable') {
      const { virtualTable } = operation;
      if (!context.initial.virtualTables.some(({ name }) => name === virtualTable)) return null;
      return {
        table: virtualTable,
        message: `Dropping the virtual table ${virtualTable} deletes what it holds for good, and code that still uses it fails.`,
        instead: `Drop ${virtualTable} in a later release, when no code uses it any more, and write down how it is filled again.`,
      };
    }
    const { table } = operation;
    const exists = context.before.tables.some(({ name }) => name === table);
    if (!exists || context.isNewTable(table)) return null;
    if (replacesTable(operation, context.later)) return null;
    const copy = copyThatReplaces(operation, context);
    if (copy !== null) {
      return {
        severity: 'warning',
        message: `${copy} takes the place of ${context.withSize(table)}: what the INSERT into it left out is gone for good.`,
        instead: `Compare how many rows ${copy} and ${table} have before the DROP TABLE, and keep a dump of ${table}.`,
      };
    }
    return {
      message: `Dropping ${context.withSize(table)} deletes all of its rows for good, and code that still uses it fails.`,
      instead: code(
        '# Release 1, when no code uses the table any more',
        `rename_table ${symbol(table)}, ${symbol(`${table}_dropped`)}`,
        '',
        '# Release 2, after a dump of the table',
        `drop_table ${symbol(`${table}_dropped`)}`,
      ),
    };
  },
});

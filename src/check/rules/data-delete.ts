import { ENGINES } from '../../model/engine.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const dataDelete = defineRule({
  id: 'data-delete',
  title: 'Rows are deleted',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'Deleted rows do not come back: a rollback of the migration knows only the schema.',
    instead: 'Copy the rows to an archive table first, then delete them in batches.',
    reference: 'https://www.postgresql.org/docs/current/sql-delete.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/delete.html',
      sqlite: 'https://www.sqlite.org/lang_delete.html',
    },
  },
  check({ table, verb, scope }, context) {
    if (verb !== 'delete') return null;
    const rows = scope === 'whole' ? 'all rows' : 'rows';
    const from = table === null ? 'a table that could not be told' : context.withSize(table);
    return {
      message: `The migration deletes ${rows} of ${from}; no rollback brings them back.`,
      instead:
        table === null
          ? 'Name the table and the rows in the sign-off, and keep a copy of them first.'
          : code(
              '# Migration 1: keeps what is deleted',
              `execute ${text(`CREATE TABLE ${table}_archive AS SELECT * FROM ${table} WHERE /* the rows */`)}`,
              '',
              '# Migration 2',
              'disable_ddl_transaction!',
              '',
              'def up',
              [
                `records = Class.new(ActiveRecord::Base) { self.table_name = ${text(table)} }`,
                'records.unscoped.where("/* the rows */").in_batches(of: 10_000, &:delete_all)',
              ],
              'end',
            ),
    };
  },
});

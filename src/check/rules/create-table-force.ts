import { ENGINES } from '../../model/engine.ts';
import { replacesTable } from '../replaces-table.ts';
import { code, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const createTableForce = defineRule({
  id: 'create-table-force',
  title: 'Existing table is replaced by an empty one',
  engines: ENGINES,
  severity: 'danger',
  on: ['dropTable'],
  docs: {
    why: 'With force: create_table drops a table of that name first, with all of its rows; with force: :cascade also the foreign keys and views that depend on it.',
    instead: 'Leave force: out, so that the migration stops when the table is there.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/ConnectionAdapters/SchemaStatements.html#method-i-create_table',
  },
  check(operation, context) {
    const { table } = operation;
    if (!replacesTable(operation, context.later) || context.isNewTable(table)) return null;
    const exists = context.before.tables.some(({ name }) => name === table);
    return {
      severity: exists ? 'danger' : 'warning',
      message: exists
        ? `create_table with force: deletes ${context.withSize(table)} and all of its rows before it creates ${table} again.`
        : `create_table with force: deletes a table ${table} with all of its rows, should the database have one that the schema file does not show.`,
      instead: code(
        `create_table ${symbol(table)} do |t|`,
        ['# the columns, without force:'],
        'end',
      ),
    };
  },
});

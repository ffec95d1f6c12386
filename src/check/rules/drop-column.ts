import { ENGINES } from '../../model/engine.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { formatLocation } from '../../model/source.ts';
import { ignoredSince } from '../removed-objects.ts';
import { code, removeColumn, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const dropColumn = defineRule({
  id: 'drop-column',
  title: 'Column and its data are dropped',
  engines: ENGINES,
  severity: 'danger',
  on: ['dropColumn'],
  docs: {
    why: 'Processes that still run the old code name the column in their INSERTs and fail, those of Rails too, as Active Record reads the columns of a table once. The data of the column, its indexes, its foreign key and its constraints go with it, and no rollback brings the data back.',
    instead:
      'Let the model ignore the column in one release, keep a copy of its data where it may be wanted, and drop it in the next release.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/ModelSchema/ClassMethods.html#method-i-ignored_columns-3D',
  },
  check({ table, column }, context) {
    if (context.isNewColumn(table, column)) return null;
    const ignored = ignoredSince(table, column, context);
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    if (ignored) {
      return {
        severity: 'warning',
        message: `Dropping ${table}.${column} deletes its data for good; the model ignores it already (${formatLocation(ignored)}), so that processes which run that code go on.`,
        instead: `Drop ${table}.${column} once no process runs older code, and take it out of ignored_columns in the release after.`,
      };
    }
    return {
      message: `Dropping ${table}.${column} deletes its data for good, and processes that run the old code fail when they write to ${table} until they restart.`,
      instead: code(
        '# Release 1, in the model',
        `self.ignored_columns += [${text(column)}]`,
        '',
        '# Release 2, when no process runs the old code',
        current?.generated === null
          ? removeColumn(table, current)
          : `remove_column ${symbol(table)}, ${symbol(column)}`,
      ),
    };
  },
});

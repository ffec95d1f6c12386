import { ENGINES, railsAtLeast } from '../../model/engine.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { code, defaultValue, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const changeDefaultPartialInserts = defineRule({
  id: 'change-default-partial-inserts',
  title: 'Running code writes the new default without knowing it',
  engines: ENGINES,
  severity: 'warning',
  on: ['setColumnDefault'],
  docs: {
    why: 'With partial inserts Active Record leaves columns out of INSERT that hold their default. A process that still knows the old default shows it to its user, leaves the column out, and the database writes the new one.',
    instead:
      'Set config.active_record.partial_inserts to false, as the defaults of Rails 7.0 do, and deploy that first.',
    reference:
      'https://guides.rubyonrails.org/configuring.html#config-active-record-partial-inserts',
  },
  check({ table, column, default: value }, context) {
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    if (!current || context.isNewColumn(table, column) || !insertsPartially(context)) return null;
    // A rule of its own tells that INSERT then fails.
    if (value === null && !current.nullable) return null;
    if (JSON.stringify(current.default) === JSON.stringify(value)) return null;
    return {
      message: `Processes that started before the migration take ${defaultValue(current.default)} for the default of ${table}.${column}, leave the column out of INSERT, and get ${value?.kind === 'expression' ? value.sql : defaultValue(value)} written.`,
      instead: code(
        '# config/application.rb, deployed before the migration',
        'config.active_record.partial_inserts = false',
        '',
        '# The migration, with the way back in it',
        `change_column_default ${symbol(table)}, ${symbol(column)}, from: ${defaultValue(current.default)}, to: ${defaultValue(value)}`,
      ),
    };
  },
});

/** Before Rails 7.0 there is no other default; from then on it depends on `load_defaults`. */
function insertsPartially({ project, rails, migration }: RuleContext): boolean {
  if (migration.tool !== 'rails') return false;
  if (project.partialInserts !== null) return project.partialInserts;
  return rails !== null && !railsAtLeast(rails, 7, 0);
}

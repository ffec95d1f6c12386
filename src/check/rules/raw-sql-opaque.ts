import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const rawSqlOpaque = defineRule({
  id: 'raw-sql-opaque',
  title: 'Part of the migration could not be read',
  engines: ENGINES,
  severity: 'danger',
  on: ['opaque'],
  docs: {
    why: 'What it changes, locks or deletes is not known here, and neither the predicted schema nor the rollback accounts for it.',
    instead:
      'Have a person read it; write it with Rails methods or as plain SQL without interpolation where that is possible.',
    reference: 'https://guides.rubyonrails.org/active_record_migrations.html',
  },
  check({ reason, touches, language, inChangeTable }) {
    // A line of a change_table block is shown with what is known of the block.
    if (inChangeTable) return null;
    const where = touches.length === 0 ? '' : `; it names ${touches.join(', ')}`;
    return {
      table: touches[0] ?? null,
      message: `This ${language === 'sql' ? 'SQL' : 'Ruby'} was not understood, because ${reason}${where}. What it locks and changes is not known.`,
      instead:
        'Have a person read it and add to the sign-off what it changes, what it locks, and how it is undone.',
    };
  },
});

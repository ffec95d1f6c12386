import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const changeTableOpaque = defineRule({
  id: 'change-table-opaque',
  title: 'Part of a change_table block could not be read',
  engines: ENGINES,
  severity: 'danger',
  on: ['opaque'],
  docs: {
    why: 'The other lines of the block are known and judged one by one; what this one changes or locks is not known, and neither the predicted schema nor the rollback accounts for it.',
    instead:
      'Write the line with a method of change_table, or have a person read it and say in the sign-off what it does.',
    reference: 'https://api.rubyonrails.org/classes/ActiveRecord/ConnectionAdapters/Table.html',
  },
  check({ inChangeTable, reason, touches, text }) {
    if (!inChangeTable) return null;
    const [table] = touches;
    const on = table === undefined ? '' : ` of ${table}`;
    const [line = ''] = text.split('\n', 1);
    return {
      table: table ?? null,
      message: `In the change_table block${on}, ${line} was not understood, because ${reason}. What it changes there is not known.`,
      instead:
        'Have a person read the line and add to the sign-off what it changes, what it locks, and how it is undone.',
    };
  },
});

import { ENGINES } from '../../model/engine.ts';
import { batchedUpdate } from '../recipes/backfill.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const backfillUnbatched = defineRule({
  id: 'backfill-unbatched',
  title: 'All rows are updated in one transaction',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'Every row that is updated stays locked until the transaction ends. The old values are gone: no rollback brings them back.',
    onEngine: {
      postgresql: 'PostgreSQL writes a new version of each row, and replicas lag behind.',
      mysql: 'InnoDB keeps the old version of each row for the undo, and replicas lag behind.',
      sqlite: 'SQLite lets no one else write to the database meanwhile.',
    },
    instead:
      'Update in batches, outside of a transaction, so that it can be stopped and started again.',
    reference: 'https://api.rubyonrails.org/classes/ActiveRecord/Batches.html#method-i-in_batches',
  },
  check({ table, verb, scope, batched }, context) {
    if ((verb !== 'update' && verb !== 'unknown') || batched || scope === 'part') return null;
    if (table !== null && context.isNewTable(table)) return null;
    const what = table === null ? 'a table that could not be told' : context.withSize(table);
    const rows = scope === 'whole' ? 'every row' : 'rows, perhaps all,';
    return {
      severity: table === null ? 'danger' : context.severityBySize(table),
      message: `One statement writes ${rows} of ${what}, and each stays locked until the migration is done.`,
      instead: code(
        ...batchedUpdate(
          table ?? 'table',
          text('/* what is set */'),
          text('/* rows that are not done yet */'),
        ),
      ),
    };
  },
});

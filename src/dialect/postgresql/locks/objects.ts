import type { LockTable } from '../../lock-table.ts';
import { claim } from './claim.ts';

/** Views, triggers and policies lock the table or view that they hang on. */
export const objectLocks: Pick<
  LockTable,
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
> = {
  createView: ({ view }) => [claim(view.name, 'accessExclusive', 'catalog')],
  dropView: ({ view }) => [claim(view, 'accessExclusive', 'catalog')],
  refreshView: ({ view, concurrently }) => [
    concurrently ? claim(view, 'exclusive', 'scan') : claim(view, 'accessExclusive', 'rewrite'),
  ],
  createTrigger: ({ trigger }) =>
    trigger.table === null ? [] : [claim(trigger.table, 'shareRowExclusive', 'catalog')],
  dropTrigger({ trigger, table }, before) {
    const on = table ?? before.triggers.find(({ name }) => name === trigger)?.table ?? null;
    return on === null ? [] : [claim(on, 'accessExclusive', 'catalog')];
  },
  createPolicy: ({ policy }) => [claim(policy.table, 'accessExclusive', 'catalog')],
  dropPolicy: ({ table }) => [claim(table, 'accessExclusive', 'catalog')],
};

import type { LockTable } from '../../lock-table.ts';
import { exclusive } from './claim.ts';

export const objectLocks: Pick<
  LockTable,
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
> = {
  createView: ({ view }) => [exclusive(view.name)],
  dropView: ({ view }) => [exclusive(view)],
  // MySQL has neither materialized views nor policies.
  refreshView: () => [],
  createTrigger: ({ trigger }) => (trigger.table === null ? [] : [exclusive(trigger.table)]),
  dropTrigger({ trigger, table }, before) {
    const on = table ?? before.triggers.find(({ name }) => name === trigger)?.table ?? null;
    return on === null ? [] : [exclusive(on)];
  },
  createPolicy: () => [],
  dropPolicy: () => [],
  // An event hangs on no table.
  createObject: () => [],
  dropObject: () => [],
  // RENAME TABLE renames views as well.
  renameObject: ({ type, from }) => (type === 'view' ? [exclusive(from)] : []),
};

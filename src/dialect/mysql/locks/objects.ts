import type { LockTable } from '../../lock-table.ts';
import { claimsOn } from './claim.ts';

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
  createView: ({ view }, _before, _after, server) => [claimsOn(server).exclusive(view.name)],
  dropView: ({ view }, _before, _after, server) => [claimsOn(server).exclusive(view)],
  // MySQL has neither materialized views nor policies.
  refreshView: () => [],
  createTrigger: ({ trigger }, _before, _after, server) =>
    trigger.table === null ? [] : [claimsOn(server).exclusive(trigger.table)],
  dropTrigger({ trigger, table }, before, _after, server) {
    const on = table ?? before.triggers.find(({ name }) => name === trigger)?.table ?? null;
    return on === null ? [] : [claimsOn(server).exclusive(on)];
  },
  createPolicy: () => [],
  dropPolicy: () => [],
  // An event hangs on no table.
  createObject: () => [],
  dropObject: () => [],
  // RENAME TABLE renames views as well.
  renameObject: ({ type, from }, _before, _after, server) =>
    type === 'view' ? [claimsOn(server).exclusive(from)] : [],
};

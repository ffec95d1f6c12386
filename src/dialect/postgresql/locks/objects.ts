import type { LockClaim, PostgresqlLockLevel } from '../../../model/lock.ts';
import type { SchemaObjectType } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { claim } from './claim.ts';

/** Where an object of a table does not take ACCESS EXCLUSIVE on it. */
const OBJECT_MODES: { readonly [T in SchemaObjectType]?: PostgresqlLockLevel } = {
  comment: 'shareUpdateExclusive',
  statistics: 'shareUpdateExclusive',
};

/** The lock on the table of a rule, a trigger's state and the like. GRANT takes none. */
function objectLock(
  { type, table }: { readonly type: SchemaObjectType; readonly table: string | null },
  definition: string,
): readonly LockClaim[] {
  if (table === null || type === 'grant') return [];
  const mode = type === 'setting' ? settingMode(definition) : OBJECT_MODES[type];
  return [claim(table, mode ?? 'accessExclusive', 'catalog')];
}

/** ENABLE and DISABLE TRIGGER, and the statistics options of a column, leave readers alone. */
function settingMode(definition: string): PostgresqlLockLevel {
  if (/\b(?:EN|DIS)ABLE\b.*\bTRIGGER\b/i.test(definition)) return 'shareRowExclusive';
  const isOptions = /\bSET\s*\(|\bSET\s+STATISTICS\b/i.test(definition);
  return isOptions ? 'shareUpdateExclusive' : 'accessExclusive';
}

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
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
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
  createObject: ({ object }) => objectLock(object, object.definition),
  dropObject(operation, { objects = [] }) {
    const { type, name, table } = operation;
    const dropped = objects.find(
      (one) => one.type === type && one.name === name && one.table === table,
    );
    return objectLock(operation, dropped?.definition ?? '');
  },
  renameObject: ({ type, table, from }) => {
    const locked = type === 'view' ? from : table;
    return locked === null ? [] : [claim(locked, 'accessExclusive', 'catalog')];
  },
};

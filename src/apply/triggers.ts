import type { OperationOf } from '../model/operation.ts';
import type { Schema, Trigger } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { missing, refuse } from './lookup.ts';

export function createTrigger(schema: Schema, operation: OperationOf<'createTrigger'>): Schema {
  const { trigger } = operation;
  const { triggerNamesPerNamespace } = ENGINE_EFFECTS[schema.engine];
  const table = triggerNamesPerNamespace ? null : trigger.table;
  const same = (other: Trigger) => isTrigger(other, trigger.name, table);
  if (!schema.triggers.some(same)) {
    return { ...schema, triggers: [...schema.triggers, trigger] };
  }
  if (/^\s*create\s+or\s+replace\b/i.test(trigger.definition)) {
    const triggers = schema.triggers.map((other) => (same(other) ? trigger : other));
    return { ...schema, triggers };
  }
  throw refuse(
    operation,
    `there is already a trigger "${trigger.name}"${onTable(table)}`,
    'Drop it first.',
  );
}

export function dropTrigger(schema: Schema, operation: OperationOf<'dropTrigger'>): Schema {
  const kept = schema.triggers.filter(
    (trigger) => !isTrigger(trigger, operation.trigger, operation.table),
  );
  if (kept.length < schema.triggers.length) return { ...schema, triggers: kept };
  if (operation.ifExists) return schema;
  throw missing(
    operation,
    `there is no trigger "${operation.trigger}"${onTable(operation.table)}`,
    operation.trigger,
    schema.triggers.map(({ name }) => name),
  );
}

/** Names are unique per table on PostgreSQL; a table that is not known matches any. */
function isTrigger(trigger: Trigger, name: string, table: string | null): boolean {
  return (
    trigger.name === name && (table === null || trigger.table === null || trigger.table === table)
  );
}

function onTable(table: string | null): string {
  return table === null ? '' : ` on ${table}`;
}

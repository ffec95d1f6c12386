import type { Certainty } from '../../model/dependency.ts';
import type { DatabaseFunction, Trigger } from '../../model/schema.ts';
import { type Link, linkIf } from './link.ts';
import { type Looked, mention, namesObject, usesRow } from './looked.ts';

/** Triggers and functions that use a table, or a column of it. */
export function programLinks(
  table: string,
  column: string | null,
  looked: Looked,
): readonly Link[] {
  const { schema } = looked;
  return [
    ...schema.triggers.flatMap((trigger) =>
      linkIf('trigger', trigger.name, triggerUses(trigger, table, column, looked)),
    ),
    ...schema.functions.flatMap((each) =>
      linkIf('function', each.name, functionUses(each, table, column, looked)),
    ),
  ];
}

/** A trigger hangs on its table whatever its text says; of the columns it names some. */
function triggerUses(
  trigger: Trigger,
  table: string,
  column: string | null,
  looked: Looked,
): Certainty | null {
  const isOwn = trigger.table === table;
  if (column === null) {
    return isOwn ? 'declared' : mention(trigger.definition, 'statement', { table, column }, looked);
  }
  const row = isOwn ? usesRow(trigger.definition, column, looked) : null;
  return row ?? mention(trigger.definition, 'statement', { table, column }, looked);
}

/** A function that a trigger of the table runs need not name the table: it says `NEW.column`. */
function functionUses(
  { name, definition }: DatabaseFunction,
  table: string,
  column: string | null,
  looked: Looked,
): Certainty | null {
  const named = mention(definition, 'statement', { table, column }, looked);
  if (named !== null || column === null) return named;
  const runs = looked.schema.triggers.some(
    (trigger) =>
      trigger.table === table &&
      namesObject('functions', withoutArguments(name), trigger.definition, 'statement', looked) !==
        null,
  );
  return runs ? usesRow(definition, column, looked) : null;
}

/** `total` of `total(integer)`. */
export function withoutArguments(name: string): string {
  return name.replace(/\(.*$/s, '');
}

/** Policies of a table, and those of others that look into it. */
export function policyLinks(table: string, column: string | null, looked: Looked): readonly Link[] {
  return looked.schema.policies.flatMap((policy) => {
    const isOwn = policy.table === table;
    const certainty =
      isOwn && column === null
        ? 'declared'
        : mention(policy.definition, 'statement', { table, column }, looked);
    return linkIf('policy', policy.name, certainty, policy.table);
  });
}

import type { Change, ObjectReference } from '../model/change.ts';
import type { Schema } from '../model/schema.ts';
import { describeObject } from './words/index.ts';

/** The object's definition before and after the change, each on one line. */
export interface ChangeDefinitions {
  /** Null when added. */
  readonly before: string | null;
  /** Null when removed. */
  readonly after: string | null;
}

export function changeDefinitions({ object, before, after }: Change): ChangeDefinitions {
  const define = (value: Change['before']) =>
    value === null ? null : describeObject(object.type, value);
  return { before: define(before), after: define(after) };
}

/** The whole text of a view, function, trigger or policy; null for objects that have none. */
export function programText(schema: Schema, { type, table, name }: ObjectReference): string | null {
  const programs = {
    view: schema.views,
    materializedView: schema.views,
    function: schema.functions,
    trigger: schema.triggers.filter((trigger) => trigger.table === table),
    policy: schema.policies.filter((policy) => policy.table === table),
  };
  if (!isProgram(type)) return null;
  return programs[type].find((program) => program.name === name)?.definition ?? null;
}

type ProgramType = 'view' | 'materializedView' | 'function' | 'trigger' | 'policy';

function isProgram(type: ObjectReference['type']): type is ProgramType {
  return ['view', 'materializedView', 'function', 'trigger', 'policy'].includes(type);
}

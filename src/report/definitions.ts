import type { Change } from '../model/change.ts';
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

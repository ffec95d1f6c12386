import type { Entry } from '../print/entry.ts';

/** True for a constraint that ALTER TABLE adds without ONLY: to the partitions of its table too. */
export function isCompletelyAdded({ text }: Entry): boolean {
  return !/^ALTER TABLE ONLY /.test(text);
}

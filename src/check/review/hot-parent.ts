import type { RuleContext } from '../context.ts';
import { heatOf } from '../hot-tables.ts';
import { mandatoryIf, type ReviewEntry } from './entry.ts';

/** Where a foreign key is added or dropped, its parent is locked, too: a sign-off when it is known to be in heavy use. */
export function hotParent(parent: string, context: RuleContext): ReviewEntry | null {
  const isHot = heatOf(parent, context) === 'hot';
  return mandatoryIf(isHot, `${context.withSize(parent)} is in heavy use, and is locked, too`);
}

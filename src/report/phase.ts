import type { StepFact } from './context.ts';

export const PHASES = ['Prepare', 'Expand', 'Backfill', 'Contract', 'Verify'] as const;

export type Phase = (typeof PHASES)[number];

/**
 * The phase of a step in an expand-and-contract release: what adds comes before the new code, what
 * drops, renames or narrows after the old code is gone. Proposed; people may move it.
 */
export function phaseOf({ operation }: StepFact): Phase {
  if (operation === 'changeRows') return 'Backfill';
  return /^(drop|rename|setColumn$|setColumnNull$)/.test(operation) ? 'Contract' : 'Expand';
}

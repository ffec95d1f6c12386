import type { Operation } from '../../model/operation.ts';
import { operationTable } from '../../model/operation.ts';
import {
  isHumanOnly,
  type ModifierOverride,
  type ReviewClass,
  type TeamPolicy,
} from '../../model/review-policy.ts';
import type { RuleContext } from '../context.ts';
import { strictest } from '../severity.ts';
import type { ReviewEntry } from './entry.ts';
import type { ModifierEntry } from './modifiers.ts';
import { POLICY } from './policy.ts';
import { mostHuman, worst } from './worst.ts';

/** What holds for a class once the team was asked. */
export interface ClassTerms extends Required<ReviewEntry> {
  /** True where the team asks for something, and the reason is the team's. */
  readonly asked: boolean;
}

/**
 * The row of the policy as the team wants it. What the policy leaves to people alone stays as
 * strict as it is, whatever the team asks for.
 */
export function termsOf(reviewClass: ReviewClass, reason: string, team: TeamPolicy): ClassTerms {
  const { level, draft, rollback } = POLICY[reviewClass];
  const asked = team.classes.findLast((override) => override.class === reviewClass);
  if (!asked) return { level, draft, rollback, reason, asked: false };
  const wanted = {
    level: asked.level ?? level,
    draft: asked.draft ?? draft,
    rollback: asked.rollback ?? rollback,
    reason: asks(asked.reason),
    asked: true,
  };
  if (!isHumanOnly(reviewClass)) return wanted;
  return {
    ...wanted,
    level: strictest([wanted.level, level]),
    draft: mostHuman([wanted.draft, draft]),
    rollback: worst([wanted.rollback, rollback]),
  };
}

/** What the team asks of the tables that an operation touches or locks. */
export function tableEntries(
  operation: Operation,
  { locks }: RuleContext,
  team: TeamPolicy,
): readonly ReviewEntry[] {
  const own = operationTable(operation);
  const touched = [...(own === null ? [] : [own]), ...locks.map(({ table }) => table)];
  return team.tables
    .filter(({ tables }) => tables.some((pattern) => touched.some((name) => fits(name, pattern))))
    .map(({ level, reason }) => ({ level, reason: asks(reason) }));
}

/** The modifier as the team wants it. */
export function asTeamWants(entry: ModifierEntry, team: TeamPolicy): ModifierEntry {
  const asked = team.modifiers.findLast(({ modifier }) => modifier === entry.modifier);
  if (!asked || entry.effect === 'none') return entry;
  return { ...entry, effect: asked.effect, reason: `${entry.reason}; ${asks(asked.reason)}` };
}

function asks(reason: ModifierOverride['reason']): string {
  return `migdocs.yml asks for it: ${reason}`;
}

/** `*` stands for any characters. */
function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

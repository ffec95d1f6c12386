import { z } from 'zod';
import { REVIEW_LEVELS } from '../model/hazard.ts';
import {
  type ClassOverride,
  DRAFTED_BY,
  isHumanOnly,
  REVIEW_CLASSES,
  REVIEW_MODIFIERS,
  ROLLBACK_CLASSES,
  type TeamPolicy,
} from '../model/review-policy.ts';

const reason = z
  .string('say why, in words')
  .min(1, 'say why, in words')
  .describe('Why, a clause; the documents show it');

const level = z.enum(REVIEW_LEVELS);

const policy = z
  .strictObject({
    class: z.enum(REVIEW_CLASSES).describe('Row of docs/review-policy.md'),
    level: level.optional().describe('Review that it needs, in place of the policy’s'),
    draft: z.enum(DRAFTED_BY).optional().describe('Who may write it'),
    rollback: z.enum(ROLLBACK_CLASSES).optional().describe('How it may be rolled back at best'),
    reason,
  })
  .superRefine((override, context) => {
    const loosened = loosens(override);
    if (loosened === null) return;
    context.addIssue({
      code: 'custom',
      path: [loosened],
      message: `${override.class} stays a human's work: nothing makes its rollback or its review looser`,
    });
  });

/** What an override makes looser in a class that stays as strict as it is; null for nothing. */
function loosens(override: {
  readonly class: ClassOverride['class'];
  readonly level?: ClassOverride['level'] | undefined;
  readonly draft?: ClassOverride['draft'] | undefined;
  readonly rollback?: ClassOverride['rollback'] | undefined;
}): string | null {
  if (!isHumanOnly(override.class)) return null;
  if (override.rollback !== undefined && override.rollback !== 'humanOnly') return 'rollback';
  if (override.level !== undefined && override.level !== 'mandatory') return 'level';
  return null;
}

const tables = z.strictObject({
  tables: z.array(z.string().min(1)).min(1).describe('Table names, or patterns such as `pay_*`'),
  level: level.describe('Least review of what touches or locks them'),
  reason,
});

const modifier = z.strictObject({
  modifier: z.enum(REVIEW_MODIFIERS).describe('Modifier of docs/review-policy.md'),
  effect: z
    .enum(['none', 'raise', ...REVIEW_LEVELS])
    .describe('Nothing, one level more, or at least a level'),
  reason,
});

/** `review` of `migdocs.yml`: what a team asks for besides the review policy, or instead of it. */
export const reviewSettings = z.strictObject({
  policy: z.array(policy).optional().describe('Classes of operations that are reviewed otherwise'),
  tables: z.array(tables).optional().describe('Tables that need more review than others'),
  modifiers: z.array(modifier).optional().describe('Modifiers that work otherwise'),
});

/** The keys known under each key of `review`. */
export const reviewShapes = {
  review: reviewSettings.shape,
  'review.policy': policy.shape,
  'review.tables': tables.shape,
  'review.modifiers': modifier.shape,
};

/** The settings as the review policy takes them. */
export function teamPolicyOf(settings: z.infer<typeof reviewSettings> | undefined): TeamPolicy {
  return {
    classes: (settings?.policy ?? []).map(
      ({ class: name, level: asked, draft, rollback, reason: why }) => ({
        class: name,
        ...(asked === undefined ? {} : { level: asked }),
        ...(draft === undefined ? {} : { draft }),
        ...(rollback === undefined ? {} : { rollback }),
        reason: why,
      }),
    ),
    tables: settings?.tables ?? [],
    modifiers: settings?.modifiers ?? [],
  };
}

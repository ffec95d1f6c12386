import type { Hazard } from '../model/hazard.ts';
import { hazardTexts, suppressed } from './judging.ts';
import type { ReleaseContext } from './release.ts';
import type { ReleaseFinding, Rule } from './rule.ts';
import { allRules } from './rules/index.ts';
import type { Suppressions } from './suppressions.ts';

/**
 * What every rule says about the release as a whole. Those that judge the comments themselves come
 * last, when it is known what each comment suppressed; nothing suppresses what they find.
 */
export function releaseHazards(
  release: Omit<ReleaseContext, 'suppressions' | 'ruleIds'>,
  suppressions: Suppressions,
): readonly Hazard[] {
  const found = (
    rules: readonly Rule[],
    context: ReleaseContext,
  ): readonly (readonly [Hazard, ReleaseFinding])[] =>
    rules.flatMap((rule) =>
      (rule.checkRelease?.(context) ?? []).map(
        (finding) => [hazardOf(rule, finding, release), finding] as const,
      ),
    );
  const ruleIds = allRules.map(({ id }) => id);
  const ofRelease = allRules.filter((rule) => rule.judgesSuppressions !== true);
  const first = found(ofRelease, { ...release, ruleIds, suppressions: [] }).map(
    ([hazard, { repeats }]) => {
      const rules = repeats ? [hazard.rule, repeats.rule] : [hazard.rule];
      const operation = repeats?.operation ?? null;
      return suppressed(hazard, suppressions.of(rules, hazard.source, operation));
    },
  );
  const ofComments = allRules.filter((rule) => rule.judgesSuppressions === true);
  const last = found(ofComments, { ...release, ruleIds, suppressions: suppressions.comments() });
  return [...first, ...last.map(([hazard]) => hazard)];
}

function hazardOf(
  rule: Rule,
  finding: ReleaseFinding,
  { options }: Pick<ReleaseContext, 'options'>,
): Hazard {
  return {
    ...hazardTexts(rule, finding, options.engine, options.server?.name ?? options.engine),
    severity: finding.severity ?? rule.severity,
    step: finding.step ?? null,
    table: finding.table ?? null,
    source: finding.source,
    locks: finding.locks ?? [],
    evidence: 'static',
    direction: finding.direction ?? 'up',
    suppression: null,
  };
}

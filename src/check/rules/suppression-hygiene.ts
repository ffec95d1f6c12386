import { ENGINES } from '../../model/engine.ts';
import { nearest } from '../../model/nearest.ts';
import type { ReleaseContext } from '../release.ts';
import { defineReleaseRule, type ReleaseFinding } from '../rule.ts';

type Suppression = ReleaseContext['suppressions'][number];

export const suppressionHygiene = defineReleaseRule({
  id: 'suppression-hygiene',
  title: 'Suppression says too little, or does nothing',
  engines: ENGINES,
  severity: 'warning',
  judgesSuppressions: true,
  docs: {
    why: 'A suppression is copied from migration to migration: without a reason nobody can tell whether it holds here, and one that suppresses nothing today hides what the next edit brings.',
    instead: 'Name the rule, say why it is safe here, and take out what suppresses nothing.',
    reference: 'https://github.com/ankane/strong_migrations#assuring-safety',
  },
  check(release) {
    return [
      ...release.suppressions.flatMap((each) => ofComment(each, release.ruleIds)),
      ...assuredWithoutReason(release),
    ];
  },
});

function ofComment(
  { comment, used }: Suppression,
  known: readonly string[],
): readonly ReleaseFinding[] {
  const { source, reason, rules } = comment;
  const unknown = rules.filter((rule) => !known.includes(rule));
  const unused = rules.filter((rule) => known.includes(rule) && !used.includes(rule));
  const findings: ReleaseFinding[] = unknown.map((rule) => ({
    source,
    message: `There is no rule ${rule}, so this suppresses nothing.`,
    instead: remedyFor(rule, known),
  }));
  if (rules.length === 0) {
    findings.push({
      source,
      message: 'The comment names no rule, so this suppresses nothing.',
      instead: 'Name the rules that it is about, such as migdocs:ignore drop-column -- reason.',
    });
  }
  if (unused.length > 0) {
    const list = unused.join(', ');
    findings.push({
      source,
      message: `Nothing is found here by ${list}: the comment suppresses nothing.`,
      instead: `Take ${list} out of the comment.`,
    });
  }
  if (reason === null && used.length > 0) {
    findings.push({
      source,
      message: `${used.join(', ')} ${used.length === 1 ? 'is' : 'are'} suppressed without a reason.`,
      instead: `Write the reason behind two dashes, as in migdocs:ignore ${used.join(', ')} -- why it is safe here.`,
    });
  }
  return findings;
}

function remedyFor(rule: string, known: readonly string[]): string {
  const close = nearest(rule, known);
  return close === null
    ? 'Take it out, or write the name of a rule: migdocs rules lists them.'
    : `Write ${close}, if that is meant.`;
}

/**
 * Migrations in which `safety_assured` takes a danger down to a warning and nothing says why; one
 * finding for each, at the first place.
 */
function assuredWithoutReason({ hazards }: ReleaseContext): readonly ReleaseFinding[] {
  const silent = hazards.flatMap(({ rule, severity, suppression }) =>
    suppression?.by === 'safety_assured' && suppression.reason === null && severity === 'warning'
      ? [{ rule, source: suppression.source }]
      : [],
  );
  const paths = [...new Set(silent.map(({ source }) => source.path))];
  return paths.flatMap((path): readonly ReleaseFinding[] => {
    const found = silent.filter(({ source }) => source.path === path);
    const [first] = found;
    if (!first) return [];
    const rules = [...new Set(found.map(({ rule }) => rule))].join(', ');
    return [
      {
        severity: 'info',
        source: first.source,
        message: `safety_assured suppresses ${rules} and gives no reason.`,
        instead: `Write the reason into the migration, as in migdocs:ignore ${rules} -- why it is safe here.`,
      },
    ];
  });
}

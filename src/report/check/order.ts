import { SEVERITIES } from '../../model/hazard.ts';
import type { CheckInput } from './input.ts';

export type FoundHazard = CheckInput['findings'][number];

/** The migration that a finding belongs to: its step's, else that of its place; -1 for the release as a whole. */
export function migrationOf({ hazard }: FoundHazard, { migrations, steps }: CheckInput): number {
  const { step, source, direction } = hazard;
  const owner = step === null ? null : (steps[step]?.migration.path ?? null);
  const path = owner ?? source?.path;
  const own = migrations.findIndex((migration) => migration.path === path);
  if (own >= 0 || direction === 'up' || path === undefined) return own;
  return migrations.findIndex((migration) => migration.path === forwardOf(path));
}

/** The file that a file for the way back undoes, as the tools that have two files name them. */
function forwardOf(path: string): string {
  return path
    .replace(/\bdown(?=\.sql$)/, 'up')
    .replace(/(^|\/)revert\//, '$1deploy/')
    .replace(/(^|\/)U(?=[^/]*__[^/]*$)/, '$1V');
}

/**
 * The findings as one reads the files: by migration in the order in which they run, there by line, on
 * one statement first what running it does, the most severe first, then what taking it back does.
 * Those about the release as a whole come last.
 */
export function inOrder(input: CheckInput): readonly FoundHazard[] {
  const positions = new Map(input.findings.map((each) => [each, migrationOf(each, input)]));
  const rank = (each: FoundHazard): readonly (number | string)[] => {
    const { source, severity, rule, direction } = each.hazard;
    const migration = positions.get(each) ?? -1;
    const inFile = source?.path === input.migrations[migration]?.path;
    return [
      migration < 0 ? Number.POSITIVE_INFINITY : migration,
      inFile ? 0 : 1,
      source?.line ?? 0,
      source?.column ?? 0,
      direction === 'up' ? 0 : 1,
      -SEVERITIES.indexOf(severity),
      rule,
    ];
  };
  return input.findings
    .map((each) => ({ each, key: rank(each) }))
    .toSorted((one, other) => compare(one.key, other.key))
    .map(({ each }) => each);
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [position, left] of one.entries()) {
    const right = other[position] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

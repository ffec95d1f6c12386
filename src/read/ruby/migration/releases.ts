import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';

/** Days on which releases came out whose migrations name no version, and the next one's. */
const RELEASES: readonly (readonly [day: string, version: RailsVersion])[] = [
  ['20090316', { major: 2, minor: 3 }],
  ['20100829', { major: 3, minor: 0 }],
  ['20110831', { major: 3, minor: 1 }],
  ['20120120', { major: 3, minor: 2 }],
  ['20130625', { major: 4, minor: 0 }],
  ['20140408', { major: 4, minor: 1 }],
  ['20141220', { major: 4, minor: 2 }],
];

/** Before migrations had a time in their name, which they have since Rails 2.1. */
const FIRST: RailsVersion = { major: 2, minor: 0 };

/**
 * The newest Rails there was on the day that a migration's version tells, up to 4.2: no newer one
 * can have run the migration when it was written.
 *
 * @param version - `20090406093212`, or `013` as before Rails 2.1; null where the file has none.
 * @param strict - when the project ran Rails 3.1 or 3.2; before that it ran none newer than 3.0.
 * @see {@link https://rubygems.org/gems/activerecord/versions | activerecord, all versions}
 */
export function newestRailsOf(
  version: string | null,
  strict: { readonly from: string; readonly to: string } | null,
): RailsVersion {
  const newest = newestOn(version);
  if (strict === null || version === null || version > strict.to) return newest;
  const bound = version < strict.from ? { major: 3, minor: 0 } : { major: 3, minor: 2 };
  return railsAtLeast(newest, bound.major, bound.minor) ? bound : newest;
}

function newestOn(version: string | null): RailsVersion {
  const day = (version ?? '').slice(0, 8);
  if (version !== null && version.length < 8) return FIRST;
  const [, newest] = RELEASES.findLast(([released]) => released <= day) ?? ['', FIRST];
  return newest;
}

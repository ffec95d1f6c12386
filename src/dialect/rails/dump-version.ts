import type { RailsVersion } from '../../model/engine.ts';

/**
 * The version of Rails that dumped a `schema.rb` which does not name it, as up to 6.1: told by the
 * words of its header, by where `force:` stands, by underscores in the version and by padding.
 */
export function dumpVersionOf(text: string): RailsVersion {
  if (text.includes('when running `bin/rails')) return { major: 6, minor: 1 };
  if (text.includes('when running `rails')) return { major: 6, minor: 0 };
  return { major: 5, minor: isPadded(text) ? 0 : minorOfFive(text) };
}

/** Rails 5.2 moved `force:` behind the table's options and put underscores into the version. */
function minorOfFive(text: string): number {
  const isLast = !/, force: :cascade, /.test(text);
  return isLast && /define\(version: \d{4}_/.test(text) ? 2 : 1;
}

/** Rails 5.0 pads columns so that they line up. */
function isPadded(text: string): boolean {
  return /^ {4}t\.\w+ {2,}"|^ {4}t\.\w+ +"\w+", {2,}\w+:/m.test(text);
}

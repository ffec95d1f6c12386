import type { RailsVersion } from '../../model/engine.ts';

/**
 * The version of Rails that dumped a `schema.rb` which does not name it, as up to 7.0.1: told by
 * the words of its header, by where `force:` stands, by underscores in the version and by padding.
 *
 * @param project - The project's own version, which decides for a file without Rails' words; null
 * when it is not known. It can be newer than the file: many are first dumped anew long after an
 * upgrade.
 */
export function dumpVersionOf(text: string, project: RailsVersion | null = null): RailsVersion {
  // Up to Rails 7.0.1 nothing dumps a precision that a column does not have.
  if (/^ {4}t\.datetime "\w+", .*\bprecision: nil\b/m.test(text)) return { major: 7, minor: 0 };
  if (text.includes('when running `bin/rails')) return { major: 6, minor: 1 };
  if (text.includes('when running `rails')) return { major: 6, minor: 0 };
  if (isPadded(text)) return { major: 5, minor: 0 };
  const isSigned = text.includes('# Note that this schema.rb definition is the authoritative');
  if (!isSigned && project && project.major < 7) return project;
  return { major: 5, minor: minorOfFive(text) };
}

/**
 * Rails 5.2 moved `force:` behind the table's options and put underscores into a version that is a
 * time. The former survives merges by hand, the latter often does not.
 */
function minorOfFive(text: string): number {
  if (/^ {2}create_table .*, force: :cascade, /m.test(text)) return 1;
  if (/^ {2}create_table .*(?:options|comment): "[^"]*", force: :cascade/m.test(text)) return 2;
  return /define\(version: \d{14}\)/.test(text) ? 1 : 2;
}

/**
 * Rails 5.0 pads columns so that they line up, and names btree. A few such lines can be left over
 * in a newer file by a merge.
 */
function isPadded(text: string): boolean {
  const columns = count(text, /^ {4}t\.(?!index )\w+ +"/gm);
  const padded = count(text, /^ {4}t\.(?:\w+ {2,}"|\w+ "\w+", {2,}\w+:)/gm);
  if (padded * 4 >= columns && padded > 0) return true;
  const indexes = count(text, /^ {4}t\.index /gm);
  return count(text, /^ {4}t\.index .* using: :btree\b/gm) * 2 > indexes;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';

/** What changed within a release line, which the header of a dump does not tell apart. */
export interface ReleaseForm {
  /** NOT VALID checks stand after their table, and not in it. */
  readonly invalidChecksOutside: boolean;
  /** Parents of foreign keys whose name is a key word are quoted, as PostgreSQL's regclass prints them. */
  readonly quotesParents: boolean;
  /** The extension plpgsql is named with its schema, pg_catalog. */
  readonly namesCatalog: boolean;
}

/** The form of a release; where only its line is known, what the given file shows. */
export function releaseForm(rails: RailsVersion, text: string): ReleaseForm {
  return {
    invalidChecksOutside: invalidChecksOutside(rails, text),
    quotesParents: quotesParents(rails, text),
    namesCatalog: railsAtLeast(rails, 8, 0) && !keepsBareName(text),
  };
}

/** A file of Rails 8 that was put together by hand; those before it never name the schema. */
function keepsBareName(text: string): boolean {
  const isOld = !/^ActiveRecord::Schema\[(?:[89]|\d\d)\./m.test(text);
  return !isOld && text.includes('\n  enable_extension "plpgsql"');
}

/** Since 7.2.3 and 8.0.1 (`check_constraints_in_create` of the schema dumper). */
function invalidChecksOutside(rails: RailsVersion, text: string): boolean {
  const { major, minor, patch } = rails;
  if (!railsAtLeast(rails, 7, 2) || railsAtLeast(rails, 8, 1)) return railsAtLeast(rails, 8, 1);
  if (text.includes('\n  add_check_constraint "')) return true;
  const hasInvalid = text.includes(', validate: false\n');
  if (hasInvalid && /^ {4}t\.check_constraint .*, validate: false$/m.test(text)) return false;
  const since = major === 8 && minor === 0 ? 1 : 3;
  return patch === undefined ? major === 8 : patch >= since;
}

/** Up to 7.0.4 (`foreign_keys` of the PostgreSQL adapter). */
function quotesParents(rails: RailsVersion, text: string): boolean {
  if (!railsAtLeast(rails, 7, 0)) return true;
  if (railsAtLeast(rails, 7, 1)) return false;
  if (/^ {2}add_foreign_key "[^"]+", "\\"/m.test(text)) return true;
  return rails.patch !== undefined && rails.patch < 5;
}

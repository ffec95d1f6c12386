import type { Engine, RailsVersion } from '../../model/engine.ts';
import { railsAtLeast } from '../../model/engine.ts';
import { dumpVersionOf } from './dump-version.ts';

/** What tells which Rails will dump the schema next. */
export interface DumpingQuestion {
  readonly engine: Engine;
  /** The schema file's text. */
  readonly text: string;
  /** From `ActiveRecord::Schema[7.1]`; null in the older form. */
  readonly named: RailsVersion | null;
  /** Versions of the classes of the migrations that are to run; empty when none names one. */
  readonly classes: readonly RailsVersion[];
  /** The project's version as its lock has it; null when it is not known. */
  readonly locked: RailsVersion | null;
}

/**
 * The version in whose form the schema will be dumped; null when the lock names none.
 *
 * A lock that is ahead of the schema file does not say by itself that the next dump is the first
 * one after the upgrade: migrations and dump often come from a branch that began before it. The
 * generator writes the running version into a new migration's class, so a class as new as the
 * lock tells the upgrade, and only older ones tell that it has not come yet. Of 104 commits in 20
 * public projects with a lock ahead of a file that names its version (or is of Rails 5), 92 are so.
 * From 6.0 to 6.1 and 7.0 the file followed the lock in 22 of 26, whatever the class said.
 */
export function dumpingVersion(question: DumpingQuestion): RailsVersion | null {
  if (question.locked === null) return null;
  const locked = formOfRelease(question.locked);
  const given = question.named ?? dumpVersionOf(question.text);
  if (!isNewer(locked, given)) return locked;
  if (keepsOldHeads(question, given, locked)) return given;
  if (question.named === null && given.major === 6) return locked;
  const { classes } = question;
  const upgraded = classes.length === 0 || classes.some((version) => !isNewer(locked, version));
  return upgraded ? locked : given;
}

/**
 * `ActiveRecord::Schema[7.0]` came with 7.0.2; up to 7.0.1 dumps are those of 6.1
 * (`ActiveRecord::SchemaDumper#header`, `schema_precision`).
 */
function formOfRelease(version: RailsVersion): RailsVersion {
  const { major, minor, patch } = version;
  const isEarly = major === 7 && minor === 0 && patch !== undefined && patch < 2;
  return isEarly ? { major: 6, minor: 1 } : { major, minor };
}

/**
 * 6.1 rewrites the head of every table of MySQL (`charset:` in place of `options:`), so a file of
 * 6.0 whose heads are to stay keeps the rest of the form too.
 */
function keepsOldHeads({ engine, text }: DumpingQuestion, given: RailsVersion, to: RailsVersion) {
  if (engine !== 'mysql' || railsAtLeast(given, 6, 1)) return false;
  return railsAtLeast(to, 6, 1) && !railsAtLeast(to, 7, 0) && / options: "ENGINE=\w+/.test(text);
}

function isNewer(left: RailsVersion, right: RailsVersion): boolean {
  return left.major > right.major || (left.major === right.major && left.minor > right.minor);
}

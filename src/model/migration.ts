import type { RailsVersion } from './engine.ts';
import type { MigrationTool } from './migration-tool.ts';
import type { Operation } from './operation.ts';
import type { Schema } from './schema.ts';
import type { SourceLocation } from './source.ts';

/** One migration file, interpreted against the schema that it finds. */
export interface Migration {
  /** Path relative to the project root, with `/`. */
  readonly path: string;
  /** What runs it; for SQL the one whose form its file has. */
  readonly tool: MigrationTool;
  /**
   * What its tool knows it by: digits before the first `_` of the file's name, for Flyway `1.2`.
   * Null for a file that has none, and for tools that know migrations by their names.
   */
  readonly version: string | null;
  /** Class name, or the file's name without version for SQL. */
  readonly name: string;
  /** `Migration[7.1]` is 7.1; 4.2 when the class names no version; null for SQL. */
  readonly rails: RailsVersion | null;
  /**
   * True when all of it takes effect or nothing. False with `disable_ddl_transaction!`, where the
   * tool of a SQL file opens no transaction and the file does not either, and on engines without
   * transactional DDL.
   */
  readonly transactional: boolean;
  /**
   * True where the tool of a SQL file opens a transaction around it, which a COMMIT in the file ends
   * too soon. Left out where it opens none, and for Rails, where `transactional` tells.
   */
  readonly inToolTransaction?: true;
  /** What running it forward does, in order. */
  readonly operations: readonly Operation[];
  readonly down: MigrationDown;
  /** True when code that it runs, in whatever file, asked `Rails.env`, which is answered with production. */
  readonly asksEnvironment?: boolean;
  /** Commands of psql and its like in a SQL file, such as `\\set`, which are counted and not run; left out when there are none. */
  readonly clientCommands?: number;
  /** Comments that suppress rules, in order; left out when there are none. */
  readonly suppressions?: readonly SuppressionComment[];
  readonly text: string;
}

/** `# migdocs:ignore rule-id, other-id -- reason` in Ruby, `-- migdocs:ignore …` in SQL. */
export interface SuppressionComment {
  readonly rules: readonly string[];
  /** Null where none was given, which is a finding itself. */
  readonly reason: string | null;
  readonly source: SourceLocation;
  /** Lines of the statement that it stands before or in; the whole file for `migdocs:ignore-file`. */
  readonly covers: { readonly from: number; readonly to: number } | 'file';
}

/** The author's way back. */
export interface MigrationDown {
  /**
   * `change`: Rails works it out from the `change` method. `written`: there is a `down`.
   * `none`: there is only an `up`, or the way back raises.
   */
  readonly kind: 'change' | 'written' | 'none';
  /** Operations that `rails db:rollback` cannot undo by itself, with the reason. Empty when it can. */
  readonly irreversible: readonly { readonly source: SourceLocation; readonly reason: string }[];
}

/** An operation with the schema right before and right after it. Not serialised: schemas share structure. */
export interface AppliedOperation {
  readonly operation: Operation;
  readonly before: Schema;
  readonly after: Schema;
  /** The migration that it belongs to. */
  readonly migration: Migration;
}

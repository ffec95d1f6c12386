import type { Certainty } from './dependency.ts';
import type { SourceLocation } from './source.ts';

/** What the project's own files say that a schema does not: who uses an object, and which settings hold. */
export interface ProjectFacts {
  /** Application code and reports that name an object that changes; in the order of the files. */
  readonly references: readonly CodeReference[];
  /** Places that name an object as others are named too, and could mean any of them: counted only. */
  readonly elsewhere: readonly UnplacedNames[];
  /** `lock_timeout` or `lock_wait_timeout` as migrations run with it; null when no file sets it. */
  readonly lockTimeout: StatedSetting | null;
  readonly statementTimeout: StatedSetting | null;
  /**
   * `config.active_record.partial_inserts`: INSERT leaves out columns that have their default. False
   * since the defaults of Rails 7.0; null when no file tells.
   */
  readonly partialInserts: boolean | null;
  /** MySQL: `strict: false` or a `sql_mode` without STRICT in database.yml is false; null when nothing is stated. */
  readonly strictSqlMode: boolean | null;
  /** True when `config/database.yml` was there to read, so that a setting that is null is one that nobody made. */
  readonly settingsRead: boolean;
  /** How many files were looked into; 0 when there is no application to look into. */
  readonly filesRead: number;
  /** Files that could not be read or parsed, and were searched as text. */
  readonly unparsed: readonly string[];
}

/** How often a name stands where it cannot be told whose it is: `status` in a project of many tables. */
export interface UnplacedNames {
  readonly object: ReferencedObject;
  readonly places: number;
  /** Files that hold these places. */
  readonly files: number;
}

/** A setting with the place that states it. */
export interface StatedSetting {
  readonly value: string;
  readonly source: SourceLocation;
}

/** A place in the project's own code that uses a table, a column or an enum. */
export interface CodeReference {
  /** The object that is used, under the name that it has before the release. */
  readonly object: ReferencedObject;
  readonly kind: ReferenceKind;
  readonly certainty: Certainty;
  readonly source: SourceLocation;
  /** The line, trimmed and cut to 160 characters; of an external system its name, owner and note. */
  readonly text: string;
  /** True in tests, factories and fixtures, which fail before production does; left out elsewhere. */
  readonly inTests?: true;
}

/** `name` is the table's for a table, the column's for a column. */
export interface ReferencedObject {
  readonly type: 'table' | 'column' | 'enum' | 'view' | 'function';
  /** The table of a column; null for all others. */
  readonly table: string | null;
  readonly name: string;
}

export type ReferenceKind =
  /** The model of a table: `class User < ApplicationRecord`, `self.table_name = …`. */
  | 'model'
  /** `has_many :orders`, `belongs_to :user, foreign_key: …`. */
  | 'association'
  /** `validates :email`, `validates_presence_of`, `normalizes`, `has_secure_password`. */
  | 'validation'
  /** `scope`, `where(email: …)`, `order(:created_at)`, `pluck`, … */
  | 'query'
  /** A call of the attribute on something that is, or may be, the model. */
  | 'attribute'
  /** Callbacks, `enum`, `attribute`, `store_accessor`, `encrypts`, `alias_attribute`, … */
  | 'declaration'
  | 'serializer'
  | 'graphqlType'
  /** A template: ERB, HAML, Slim, Jbuilder. */
  | 'view'
  | 'sql'
  | 'fixture'
  | 'factory'
  | 'script'
  | 'report'
  /** `self.ignored_columns += ["email"]`: the first phase of a drop was done. */
  | 'ignoredColumn'
  /** A declared external system of `migdocs.yml`. */
  | 'external'
  | 'other';

/** Nothing is known of the project: no code was looked into. */
export const NO_PROJECT_FACTS: ProjectFacts = {
  references: [],
  elsewhere: [],
  lockTimeout: null,
  statementTimeout: null,
  partialInserts: null,
  strictSqlMode: null,
  settingsRead: false,
  filesRead: 0,
  unparsed: [],
};

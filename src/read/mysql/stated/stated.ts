/**
 * What statements say of tables, before the server's own rules add to it. Each reader of CREATE and
 * ALTER TABLE gives these.
 */
export interface StatedTable {
  /** With its database in front where that is written. */
  readonly name: string;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly columns: readonly StatedColumn[];
  /** Primary key, unique keys and indexes, in their order. */
  readonly keys: readonly StatedKey[];
  readonly foreignKeys: readonly StatedForeignKey[];
  readonly checks: readonly StatedCheck[];
  readonly options: StatedOptions;
}

/** Options by the words of SHOW CREATE TABLE; values as written, strings with their quotes. */
export type StatedOptions = ReadonlyMap<string, string>;

export interface StatedColumn {
  readonly name: string;
  /** As written: `int(11) unsigned`, `enum('a','b')`. */
  readonly type: string;
  readonly charset: string | null;
  readonly collation: string | null;
  /** Null when it does not say. */
  readonly nullable: boolean | null;
  /** Null when there is none, or NULL. */
  readonly default: StatedDefault | null;
  /** `CURRENT_TIMESTAMP(6)` of ON UPDATE; null when there is none. */
  readonly onUpdate: string | null;
  readonly autoIncrement: boolean;
  readonly generated: { readonly expression: string; readonly stored: boolean } | null;
  readonly comment: string | null;
  /** What it says of keys: `id int PRIMARY KEY`. */
  readonly key: 'primary' | 'unique' | null;
  readonly checks: readonly StatedCheck[];
  /** What REFERENCES names; MySQL reads it and does nothing, MariaDB makes a foreign key. */
  readonly references: StatedForeignKey | null;
  /** `INVISIBLE`, `SRID 4326`, `COLUMN_FORMAT FIXED` and the like, in their order. */
  readonly attributes: readonly string[];
}

/** `literal`: a string's content, or a number as written. `expression`: SQL as written. */
export type StatedDefault =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'expression'; readonly sql: string };

export interface StatedKey {
  readonly kind: 'primary' | 'unique' | 'index' | 'fulltext' | 'spatial';
  /** Null when the server chooses one. */
  readonly name: string | null;
  readonly parts: readonly StatedKeyPart[];
  readonly using: string | null;
  readonly comment: string | null;
  readonly visible: boolean;
  /** `KEY_BLOCK_SIZE=8`, `WITH PARSER ngram`, in their order. */
  readonly options: readonly string[];
}

/** Exactly one of `column` and `expression` is set; the expression with its parentheses. */
export interface StatedKeyPart {
  readonly column: string | null;
  readonly expression: string | null;
  readonly length: number | null;
  readonly order: 'asc' | 'desc';
}

export interface StatedForeignKey {
  readonly name: string | null;
  /** FOREIGN KEY name (…): what the index is called that the server makes. */
  readonly indexName: string | null;
  readonly columns: readonly string[];
  readonly toTable: string;
  /** Empty when it names none. */
  readonly toColumns: readonly string[];
  /** As written, in capitals: `SET NULL`; null when it does not say. */
  readonly onDelete: string | null;
  readonly onUpdate: string | null;
}

export interface StatedCheck {
  readonly name: string | null;
  /** Between the parentheses of CHECK. */
  readonly expression: string;
  readonly enforced: boolean;
}

/** A definition inside of a table, or behind ADD. */
export type StatedDefinition =
  | { readonly kind: 'column'; readonly column: StatedColumn }
  | StatedConstraint;

export type StatedConstraint =
  | { readonly kind: 'key'; readonly key: StatedKey }
  | { readonly kind: 'foreignKey'; readonly foreignKey: StatedForeignKey }
  | { readonly kind: 'check'; readonly check: StatedCheck };

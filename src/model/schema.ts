import type { Engine } from './engine.ts';
import type { SourceLocation } from './source.ts';

/**
 * A database schema at one moment.
 *
 * Plain, readonly, JSON-serialisable and acyclic: objects name each other. Arrays keep the order
 * of definition. Names are as the engine stores them; an object outside the default schema
 * (`public` on PostgreSQL) carries its schema in front: `billing.invoices`.
 */
export interface Schema {
  readonly engine: Engine;
  /** Newest migration that the schema holds, digits only (`20260101120000`); null when unknown. */
  readonly version: string | null;
  /** Schemas (namespaces) besides the default one. PostgreSQL only. */
  readonly namespaces: readonly string[];
  readonly extensions: readonly Extension[];
  readonly enums: readonly Enum[];
  readonly domains: readonly Domain[];
  readonly sequences: readonly Sequence[];
  readonly tables: readonly Table[];
  /** Views and materialized views, told apart by `materialized`. */
  readonly views: readonly View[];
  readonly functions: readonly DatabaseFunction[];
  readonly triggers: readonly Trigger[];
  readonly policies: readonly Policy[];
  /** SQLite's virtual tables (FTS, R*Tree). */
  readonly virtualTables: readonly VirtualTable[];
  /** Statements of a schema file that no reader understood. */
  readonly opaque: readonly OpaqueStatement[];
}

export interface Table {
  readonly name: string;
  /** All columns in order of definition, those of the primary key among them. */
  readonly columns: readonly Column[];
  /** Null for a table without one. */
  readonly primaryKey: PrimaryKey | null;
  readonly indexes: readonly Index[];
  /** Foreign keys of which this table is the child. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly checkConstraints: readonly CheckConstraint[];
  readonly uniqueConstraints: readonly UniqueConstraint[];
  readonly exclusionConstraints: readonly ExclusionConstraint[];
  readonly comment: string | null;
  /** Storage and other options as SQL (`ENGINE=InnoDB ROW_FORMAT=DYNAMIC`, `PARTITION BY ...`). */
  readonly options: string | null;
  /** Default character set. MySQL only; null when the file does not say. */
  readonly charset: string | null;
  /** Default collation. MySQL only; null when the file does not say. */
  readonly collation: string | null;
}

export interface Column {
  readonly name: string;
  /**
   * In the engine's canonical spelling: `character varying(255)`, `timestamp(6) without time zone`,
   * `bigint`, `text[]`, `int unsigned`, `tinyint(1)`, `varchar`. An enum or domain by its name.
   */
  readonly type: string;
  readonly nullable: boolean;
  /** Null when there is none (or when it is NULL, which is the same). */
  readonly default: ColumnDefault | null;
  /** How the engine numbers new rows, null when it does not. */
  readonly autoIncrement: AutoIncrement | null;
  /** Set for a column computed from others. */
  readonly generated: GeneratedColumn | null;
  /** Null for the engine's or table's default. */
  readonly collation: string | null;
  readonly comment: string | null;
  /**
   * Column options of a Ruby schema file that the model has no field for, as Ruby text, so that
   * they are written back: `{ name: 'geographic', text: 'true' }`. Empty for nearly every column.
   */
  readonly extraOptions: readonly ExtraOption[];
}

export interface ExtraOption {
  readonly name: string;
  /** The Ruby source of the value. */
  readonly text: string;
}

/** `sequence` is PostgreSQL's serial, `identity…` its identity columns, `autoIncrement` MySQL's and SQLite's. */
export type AutoIncrement = 'sequence' | 'identityByDefault' | 'identityAlways' | 'autoIncrement';

/** A JSON value, as literal defaults can hold it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * `literal`: a value in the form that fits the column's type: a number for integers and floats, a
 * string for decimals (`'0.0'`), text, dates and times (`'2020-01-01 00:00:00'`), a boolean, an
 * array or an object for JSON and array columns. `expression`: SQL computed for each row.
 */
export type ColumnDefault =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'expression'; readonly sql: string };

export interface GeneratedColumn {
  readonly expression: string;
  /** True for STORED, false for VIRTUAL. */
  readonly stored: boolean;
}

export interface PrimaryKey {
  /** Constraint name; null when the schema file does not say (the engine then chose its default). */
  readonly name: string | null;
  readonly columns: readonly string[];
}

export interface Index {
  readonly name: string;
  readonly parts: readonly IndexPart[];
  readonly unique: boolean;
  /** Access method in lower case: `btree`, `gin`, `gist`, `hash`; MySQL's `fulltext` and `spatial` are in `kind`. Null when not stated. */
  readonly using: string | null;
  /** MySQL's special indexes; null for an ordinary one. */
  readonly kind: 'fulltext' | 'spatial' | null;
  /** Predicate of a partial index, without WHERE. */
  readonly where: string | null;
  /** Covering columns (INCLUDE). */
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly comment: string | null;
  /** False for an index that exists but is not used: MySQL's INVISIBLE, Rails 8.1's `enabled: false`. */
  readonly enabled: boolean;
}

/**
 * Exactly one of `column` and `expression` is set. A Ruby schema file gives all expressions of an
 * index as one text, so one part can hold several, separated by commas.
 */
export interface IndexPart {
  readonly column: string | null;
  readonly expression: string | null;
  readonly order: 'asc' | 'desc';
  readonly nulls: 'first' | 'last' | null;
  /** Operator class, such as `gin_trgm_ops`. */
  readonly opclass: string | null;
  /** Prefix length (MySQL). */
  readonly length: number | null;
  readonly collation: string | null;
}

export type ReferentialAction = 'noAction' | 'restrict' | 'cascade' | 'setNull' | 'setDefault';

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly toTable: string;
  readonly toColumns: readonly string[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  /** Null when not deferrable, else when it is checked by default. */
  readonly deferrable: 'immediate' | 'deferred' | null;
  /** False while it is NOT VALID: it holds for new rows only. */
  readonly validated: boolean;
}

export interface CheckConstraint {
  readonly name: string;
  /** SQL without CHECK and the outer parentheses. */
  readonly expression: string;
  readonly validated: boolean;
}

export interface UniqueConstraint {
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable: 'immediate' | 'deferred' | null;
  readonly nullsNotDistinct: boolean;
}

export interface ExclusionConstraint {
  readonly name: string;
  /** The elements with their operators: `price WITH =, availability_range WITH &&`. */
  readonly expression: string;
  readonly using: string | null;
  readonly where: string | null;
  readonly deferrable: 'immediate' | 'deferred' | null;
}

export interface Extension {
  readonly name: string;
  /** Null when the schema file does not pin one. */
  readonly version: string | null;
}

export interface Enum {
  readonly name: string;
  /** In sort order. */
  readonly values: readonly string[];
}

export interface Domain {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: ColumnDefault | null;
  readonly checkConstraints: readonly CheckConstraint[];
}

export interface Sequence {
  readonly name: string;
  /** `table.column` whose drop takes the sequence along; null for a free one. */
  readonly ownedBy: string | null;
  /** The rest of CREATE SEQUENCE as SQL, empty for the defaults. */
  readonly options: string;
}

export interface View {
  readonly name: string;
  readonly materialized: boolean;
  /** The query, without `CREATE VIEW ... AS` and without the closing semicolon. */
  readonly definition: string;
  /** Indexes of a materialized view. */
  readonly indexes: readonly Index[];
  readonly comment: string | null;
  /**
   * False for a view that SQL makes in a project whose schema file shows none, as it does without
   * a gem such as scenic; left out for all others.
   */
  readonly dumped?: false;
}

export interface DatabaseFunction {
  readonly name: string;
  /** Whole CREATE statement. */
  readonly definition: string;
}

export interface Trigger {
  readonly name: string;
  /** Null when the definition could not be read far enough to tell. */
  readonly table: string | null;
  /** Whole CREATE statement. */
  readonly definition: string;
}

export interface Policy {
  readonly name: string;
  readonly table: string;
  /** Whole CREATE statement. */
  readonly definition: string;
}

export interface VirtualTable {
  readonly name: string;
  /** `fts5`, `rtree`, … */
  readonly module: string;
  readonly arguments: readonly string[];
}

export interface OpaqueStatement {
  readonly text: string;
  /** Why it was not understood: a clause that can follow "because". */
  readonly reason: string;
  readonly source: SourceLocation;
}

/** A schema with nothing in it. */
export function emptySchema(engine: Engine): Schema {
  return {
    engine,
    version: null,
    namespaces: [],
    extensions: [],
    enums: [],
    domains: [],
    sequences: [],
    tables: [],
    views: [],
    functions: [],
    triggers: [],
    policies: [],
    virtualTables: [],
    opaque: [],
  };
}

/** The table of that name; null when there is none. */
export function findTable(schema: Schema, name: string): Table | null {
  return schema.tables.find((table) => table.name === name) ?? null;
}

/** The column of that name; null when there is none. */
export function findColumn(table: Table, name: string): Column | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

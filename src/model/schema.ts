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
  /** All that only SQL makes and that has no type of its own here; left out when there is none. */
  readonly objects?: readonly SchemaObject[];
  /** Statements of a schema file that no reader understood. */
  readonly opaque: readonly OpaqueStatement[];
  /**
   * The server whose dump the schema file is, and the lowest version that writes what it shows
   * (`8.0.19`, `12`; null when nothing tells). Left out where the file does not tell, as `schema.rb`.
   */
  readonly server?: {
    readonly name: 'postgresql' | 'mysql' | 'mariadb';
    readonly version: string | null;
  };
  /**
   * True where the schema file is SQL, which shows every object of the database. Left out for
   * `schema.rb`, which shows what Active Record dumps.
   */
  readonly complete?: true;
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
  /** PostgreSQL: the table that this one is a partition of. Left out for all others. */
  readonly partition?: PartitionBound;
  /** PostgreSQL: row security, as ENABLE and FORCE set it. Left out while both are off. */
  readonly rowSecurity?: { readonly enabled: boolean; readonly forced: boolean };
  /** PostgreSQL: `FULL`, `NOTHING` or `USING INDEX name`. Left out for the default. */
  readonly replicaIdentity?: string;
  /** PostgreSQL: the index by which CLUSTER sorts. Left out for none. */
  readonly clusteredBy?: string;
  /** PostgreSQL: UNLOGGED. Left out for a logged table. */
  readonly unlogged?: true;
}

/** ATTACH PARTITION of a child to its parent. */
export interface PartitionBound {
  readonly parent: string;
  /** `FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')` or `DEFAULT`, as the server prints it. */
  readonly bound: string;
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
  /**
   * PostgreSQL: the sequence behind `autoIncrement` where its name or its options are not those
   * that the server chooses for the table and column. Left out where they are.
   */
  readonly sequence?: ColumnSequence;
  /** PostgreSQL: `PLAIN`, `EXTERNAL`, `EXTENDED` or `MAIN`. Left out for the type's default. */
  readonly storage?: string;
  /** PostgreSQL: `pglz` or `lz4`. Left out for the default. */
  readonly compression?: string;
  /** PostgreSQL: the statistics target. Left out for the default. */
  readonly statistics?: number;
  /**
   * PostgreSQL 18: the name of the NOT NULL constraint where it is not the server's
   * (`users_email_not_null`). Left out where it is, and before 18.
   */
  readonly notNullName?: string;
  /**
   * PostgreSQL: a column of a table that inherits which its own statement names, so that it stays when
   * the parent's is dropped. Left out where no parent has one of that name, and for partitions.
   */
  readonly local?: true;
  /**
   * MySQL: `CURRENT_TIMESTAMP(6)` of ON UPDATE. Left out where there is none, and where `default` says
   * it as Rails does: `CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP`.
   */
  readonly onUpdate?: string;
  /** MySQL: the display width of an integer. Left out for the type's own. */
  readonly displayWidth?: number;
  /**
   * MySQL: what else SHOW CREATE TABLE says of the column, in its order and without comment marks:
   * `INVISIBLE`, `SRID 4326`, `COLUMN_FORMAT FIXED STORAGE DISK`. Left out for nothing.
   */
  readonly attributes?: string;
  /**
   * MySQL 8: the column's own statement gave the collation of its table, so that SHOW CREATE TABLE
   * prints CHARACTER SET and COLLATE all the same. Left out for others.
   */
  readonly statesCollation?: true;
}

/** The sequence of a serial or identity column. */
export interface ColumnSequence {
  readonly name: string;
  /** `START WITH 100 INCREMENT BY 5`: what differs from the defaults, as pg_dump writes it; empty for none. */
  readonly options: string;
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
  /** PostgreSQL: left out for a key that is not deferrable. */
  readonly deferrable?: 'immediate' | 'deferred';
  /** PostgreSQL: columns of INCLUDE. Left out for none. */
  readonly include?: readonly string[];
  /** As `Index.storage`; MySQL's `USING` and `COMMENT` too. */
  readonly storage?: string;
  /** PostgreSQL 18: the last column says WITHOUT OVERLAPS. Left out for others. */
  readonly withoutOverlaps?: true;
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
  /**
   * PostgreSQL: storage parameters and tablespace as SQL, `WITH (fillfactor='70') TABLESPACE fast`.
   * MySQL: `KEY_BLOCK_SIZE=8`, `WITH PARSER ngram`. Left out for the defaults.
   */
  readonly storage?: string;
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
  /** PostgreSQL: MATCH FULL. Left out for MATCH SIMPLE. */
  readonly matchFull?: true;
  /** PostgreSQL 15: the columns that ON DELETE SET NULL or SET DEFAULT sets. Left out for all of them. */
  readonly setColumns?: readonly string[];
  /** PostgreSQL 18: NOT ENFORCED. Left out for others. */
  readonly enforced?: false;
  /** PostgreSQL 18: the last column, of both sides, says PERIOD. Left out for others. */
  readonly period?: true;
}

export interface CheckConstraint {
  readonly name: string;
  /** SQL without CHECK and the outer parentheses. */
  readonly expression: string;
  readonly validated: boolean;
  /** PostgreSQL: NO INHERIT. Left out for a check that children have, too. */
  readonly inherited?: false;
  /** PostgreSQL: as `Column.local`. */
  readonly local?: true;
  /** PostgreSQL 18 and MySQL: NOT ENFORCED. Left out for others. */
  readonly enforced?: false;
}

export interface UniqueConstraint {
  readonly name: string;
  readonly columns: readonly string[];
  readonly deferrable: 'immediate' | 'deferred' | null;
  readonly nullsNotDistinct: boolean;
  /** PostgreSQL: columns of INCLUDE. Left out for none. */
  readonly include?: readonly string[];
  /** PostgreSQL: as `Index.storage`. */
  readonly storage?: string;
  /** PostgreSQL 18: the last column says WITHOUT OVERLAPS. Left out for others. */
  readonly withoutOverlaps?: true;
}

export interface ExclusionConstraint {
  readonly name: string;
  /** The elements with their operators: `price WITH =, availability_range WITH &&`. */
  readonly expression: string;
  readonly using: string | null;
  readonly where: string | null;
  readonly deferrable: 'immediate' | 'deferred' | null;
  /** PostgreSQL: columns of INCLUDE. Left out for none. */
  readonly include?: readonly string[];
  /** PostgreSQL: as `Index.storage`. */
  readonly storage?: string;
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
   * PostgreSQL: WITH options as SQL, `security_barrier='true', check_option='local'`. MySQL: what
   * stands between CREATE and VIEW, ``ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY
   * DEFINER``. Left out for none.
   */
  readonly options?: string;
  /** PostgreSQL: access method and tablespace of a materialized view. Left out for the defaults. */
  readonly storage?: string;
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

/**
 * An object that is kept by its statement: nothing but its name, its table and what it is about is
 * taken out of it.
 */
export interface SchemaObject {
  readonly type: SchemaObjectType;
  /**
   * As the engine tells it from others of its type and table: a function's with its argument types
   * (`total(integer)`), an operator's with its operands (`===(text, text)`), a cast as
   * `text AS date`. A comment's and a grant's is the object that it is about, with its kind in
   * capitals: `FUNCTION total(integer)`.
   */
  readonly name: string;
  /** The table or view of a rule, a trigger's state and the like; null for the others. */
  readonly table: string | null;
  /** Whole statement without its semicolon, with names as in the rest of the schema. */
  readonly definition: string;
}

export type SchemaObjectType =
  | 'accessMethod'
  | 'aggregate'
  | 'baseType'
  | 'cast'
  | 'collation'
  | 'comment'
  | 'compositeType'
  | 'conversion'
  | 'defaultPrivilege'
  | 'event'
  | 'eventTrigger'
  | 'foreignDataWrapper'
  | 'foreignServer'
  | 'foreignTable'
  | 'grant'
  | 'language'
  | 'operator'
  | 'operatorClass'
  | 'operatorFamily'
  /** ALTER … OWNER TO, named as a comment is. */
  | 'owner'
  | 'publication'
  | 'rangeType'
  | 'rule'
  | 'securityLabel'
  | 'shellType'
  | 'statistics'
  | 'subscription'
  | 'textSearchConfiguration'
  | 'textSearchDictionary'
  | 'textSearchParser'
  | 'textSearchTemplate'
  | 'transform'
  /** ALTER … whose effect has no field: DISABLE TRIGGER, SET (option = value) of a column. */
  | 'setting'
  | 'userMapping';

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

/** True for a type, and for arrays of it. */
export function isOfType(type: string, name: string): boolean {
  return type === name || type === `${name}[]`;
}

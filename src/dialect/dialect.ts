import type { Engine, RailsVersion } from '../model/engine.ts';
import type {
  Column,
  ColumnDefault,
  ForeignKey,
  Index,
  JsonValue,
  Schema,
} from '../model/schema.ts';
import type { Server } from '../model/server.ts';
import type { LiteralForm } from './rails/literals.ts';

/**
 * What an engine can do and how it spells it. Code outside of `dialect/` asks a capability or a
 * spelling here, never which engine it is.
 */
export interface Dialect {
  readonly engine: Engine;
  /** DDL is rolled back with its transaction. PostgreSQL and SQLite yes, MySQL no (implicit commit). */
  readonly supportsTransactionalDdl: boolean;
  readonly supportsConcurrentIndexBuild: boolean;
  /** NOT VALID constraints that are validated later. */
  readonly validatesConstraintsSeparately: boolean;
  readonly supportsEnumTypes: boolean;
  readonly supportsColumnPosition: boolean;
  /** ALTER TABLE can change a column or add a constraint; false where the table is copied (SQLite). */
  readonly altersColumnsInPlace: boolean;
  /** Views go on reading a table or column that is renamed; without it their text names what is gone. */
  readonly viewsFollowRenames: boolean;
  /** Longest identifier: bytes on PostgreSQL (63), characters on MySQL (64); SQLite has no limit of its own, Rails uses 64. */
  readonly maxIdentifierLength: number;
  readonly quoteIdentifier: (name: string) => string;
  /** Quotes each part of a `schema.table` name. */
  readonly quoteTable: (name: string) => string;
  readonly quoteString: (text: string) => string;
  /** A default as SQL: `'draft'`, `0`, `now()`. */
  readonly defaultSql: (value: ColumnDefault, type: string) => string;
  readonly types: DialectTypes;
  /**
   * Indexes that the engine makes by itself for a foreign key (MySQL, when no index begins with
   * its columns); null where it makes none.
   */
  readonly implicitForeignKeyIndex: (
    foreignKey: ForeignKey,
    indexes: readonly Index[],
    primaryKey: readonly string[],
  ) => Index | null;
  /**
   * An SQL expression as the engine gives it back after it was stored. PostgreSQL prints the
   * expression anew; MySQL and SQLite give the text. What is not known for sure is given as it is.
   */
  readonly storedExpression: (sql: string, context: StoredExpressionContext) => string;
  /**
   * Which of several servers that speak the engine's SQL the schema is of, as far as it shows: MySQL
   * or MariaDB. Null when nothing tells, and for other engines.
   */
  readonly serverOf: (schema: Schema) => DatabaseServer | null;
  /** Indexes hold a column's first characters (`length:`); elsewhere Rails leaves the option out. */
  readonly supportsPrefixLength: boolean;
  /** Each table has a character set and collation of its own, which a dump names (MySQL). */
  readonly tablesHaveCharset: boolean;
  /** A column is changed by stating it whole (MODIFY): what Rails leaves out of it is lost. */
  readonly restatesColumns: boolean;
  /** The catalog gives the parent of a foreign key quoted where a key word needs it (PostgreSQL's regclass). */
  readonly printsParentsQuoted: boolean;
  /** Unquoted names are folded to lower case, and longer ones than `maxIdentifierLength` are cut with a notice (PostgreSQL). */
  readonly foldsAndCutsNames: boolean;
  /** What stands before the dot of a qualified table: a schema of the same database, or another database. */
  readonly qualifier: 'schema' | 'database';
  /** What limits how long a statement waits for the locks of tables; null where nothing does. */
  readonly lockTimeout: LockTimeout | null;
}

/** A server's setting for how long a statement waits for a lock on a table. */
export interface LockTimeout {
  readonly setting: string;
  /** A value that fits, as config/database.yml takes it. */
  readonly value: string;
  /** How long the server waits where nobody set it: a clause. */
  readonly unlessSet: (server: Server) => string;
  /** What can set it beside the project: `the role or the server`. */
  readonly alsoSetBy: string;
  /** Whether a value, as the server or a file gives it (`5s`, `5000`, `0`), ends the wait in reasonable time. */
  readonly isLimit: (value: string) => boolean;
  /** The statement that sets it for a migration. */
  readonly statement: (inTransaction: boolean) => string;
}

/** Servers that speak MySQL's SQL and print it differently. */
export type DatabaseServer = 'mysql' | 'mariadb';

/** Where an expression stands, and what it may name. */
export interface StoredExpressionContext {
  /**
   * `predicate` of a partial index or exclusion constraint, `check`, `generated` column, `default`,
   * or `indexParts`: the expressions of an index as one text, with their orders.
   */
  readonly place: 'predicate' | 'check' | 'generated' | 'default' | 'indexParts';
  /** Columns of the table; empty where none can be named. */
  readonly columns: readonly Column[];
  /** Names of the schema's enum types. */
  readonly enums: readonly string[];
  /** The server that stores it, from `Dialect.serverOf`; null or left out when it is not known. */
  readonly server?: DatabaseServer | null;
  /** True where the schema file is the server's own dump, not what Active Record makes of it. */
  readonly complete?: boolean;
}

/** A Rails column type with the options that the schema dumper and migrations give it. */
export interface RailsType {
  /** `string`, `decimal`, `timestamptz`, … as in `t.string`; anything that Rails does not know is spelt as SQL. */
  readonly name: string;
  /** Null when not given. */
  readonly limit: number | null;
  readonly precision: number | null;
  /** True when `precision: nil` was given, which since Rails 7.0 differs from leaving it out. */
  readonly precisionNil: boolean;
  readonly scale: number | null;
  readonly array: boolean;
  readonly unsigned: boolean;
  /** MySQL's `size: :medium`. */
  readonly size: 'tiny' | 'medium' | 'long' | null;
  /** PostgreSQL's `enum_type:`. */
  readonly enumType: string | null;
}

interface DialectTypes {
  /**
   * The canonical type that a Rails type stands for.
   *
   * @param rails - version whose defaults hold: that of the schema file's form or of `Migration[x.y]`.
   */
  readonly fromRails: (type: RailsType, rails: RailsVersion) => string;
  /**
   * The Rails type that the schema dumper of that version writes for a canonical type, with only
   * those options set that it writes. A type that Rails does not know is given back as its name.
   */
  readonly toRails: (type: string, rails: RailsVersion) => RailsType;
  /** The canonical spelling of a type as SQL text may spell it: `varchar(255)` is `character varying(255)`. */
  readonly canonical: (sql: string) => string;
  /**
   * A literal default, as Ruby gives it, in the form that fits the type: `'0'` for an integer is
   * `0`, `'{}'` for an array is `[]`. A string for a JSON column stays one, as Active Record stores it.
   */
  readonly castLiteral: (value: JsonValue, type: string) => JsonValue;
  /** A literal default, as SQL gives it without quotes: like `castLiteral`, but `{}` for a JSON column is an object. */
  readonly literalFromSql: (text: string, type: string) => JsonValue;
  /** What kind of value a literal default of that type is. */
  readonly literalForm: (type: string) => LiteralForm;
  /** Column that Rails makes for a primary key of that type (`bigint`, `integer`, `uuid`, …). */
  readonly primaryKeyColumn: (name: string, type: RailsType, rails: RailsVersion) => Column;
}

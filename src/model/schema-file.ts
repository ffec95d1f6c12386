import type { RailsVersion } from './engine.ts';
import type { Migration, MigrationDown } from './migration.ts';
import type { Operation } from './operation.ts';
import type { Schema } from './schema.ts';

/** A schema file as it was read: what it says, and where in the text it says it. */
export type SchemaFile = RubySchemaFile | SqlSchemaFile;

/** `db/schema.rb`. */
export interface RubySchemaFile {
  readonly format: 'ruby';
  readonly path: string;
  readonly text: string;
  readonly schema: Schema;
  /** From `ActiveRecord::Schema[7.1]`; null in the older form, which names none. */
  readonly rails: RailsVersion | null;
  readonly layout: readonly SchemaFileBlock[];
}

/** `db/structure.sql`, or any other dump of a schema. */
export interface SqlSchemaFile {
  readonly format: 'sql';
  readonly path: string;
  readonly text: string;
  readonly schema: Schema;
  /** Null when nothing in the file tells. */
  readonly dumpedBy: DumpTool | null;
  /** In the order of the file; between them there are comments and blank space only. */
  readonly statements: readonly SqlFileStatement[];
  /** What the file inserts into `schema_migrations`, in its order; empty when it inserts nothing. */
  readonly versions: readonly string[];
  /** What was passed over, not being schema: commands of psql and mysql, rows of COPY and INSERT. */
  readonly skipped: { readonly clientCommands: number; readonly rows: number };
}

/** What wrote a dump. */
export interface DumpTool {
  readonly name: 'pg_dump' | 'mysqldump' | 'mariadb-dump' | 'sqlite3';
  /** The lowest version, as `17.6` or `8.0`, that writes the file's form; null when it tells none. */
  readonly version: string | null;
}

/** One statement of a SQL schema file, or one command of the client that runs it. */
export interface SqlFileStatement {
  /**
   * `schema`: makes or changes an object, or is not understood. `session`: sets the session up.
   * `rows`: COPY with its data, INSERT. `versions`: inserts into `schema_migrations`. `client`: a
   * command of psql or mysql, such as `\restrict` or DELIMITER.
   */
  readonly kind: 'schema' | 'session' | 'rows' | 'versions' | 'client';
  /** Start in the text, in UTF-16 code units; the end is exclusive, behind the semicolon. */
  readonly start: number;
  readonly end: number;
  /** What it asks for; empty for those that are not `schema`. */
  readonly operations: readonly Operation[];
}

/**
 * A stretch of whole lines of a Ruby schema file. The blocks cover the text from first to last
 * line without gap or overlap; joined, they give it back.
 */
export interface SchemaFileBlock {
  readonly kind: /** Before the first statement inside `define`: comments, the `define` line. */
    | 'preamble'
    | 'namespace'
    | 'extension'
    | 'enum'
    | 'table'
    | 'virtualTable'
    | 'foreignKey'
    /** `add_check_constraint` and the like outside of a table's block. */
    | 'constraint'
    | 'view'
    | 'function'
    | 'trigger'
    | 'blank'
    | 'comment'
    | 'opaque'
    /** The closing `end` and what follows. */
    | 'end';
  /** Table (for `foreignKey` the child), view, enum, … that the block is about; null where none is. */
  readonly name: string | null;
  /** For `foreignKey`: its constraint's name. */
  readonly constraint: string | null;
  /** Start in the text, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** For `table`: its lines, each with the column, index or constraint that it defines. Empty otherwise. */
  readonly lines: readonly SchemaFileLine[];
}

export interface SchemaFileLine {
  readonly kind:
    | 'head'
    | 'column'
    | 'index'
    | 'checkConstraint'
    | 'uniqueConstraint'
    | 'exclusionConstraint'
    | 'other'
    | 'end';
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
}

/** What a reader of migrations may ask the project for. Paths are relative to the project root. */
export interface ProjectFiles {
  /** The file's text; null when there is none. */
  readonly read: (path: string) => string | null;
  /** Paths of the files right in that folder, sorted; empty when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** Paths of the folders right in that folder, sorted. Left out where there is nothing to ask. */
  readonly folders?: (folder: string) => readonly string[];
}

/** What running migrations over a schema gives. */
export interface Prediction {
  readonly before: Schema;
  readonly after: Schema;
  /** In the order in which they ran. */
  readonly migrations: readonly Migration[];
}

/** What `rails db:rollback` of one migration gives, or the way down of a SQL tool. */
export interface RollbackPrediction {
  /** The schema that the migration left. */
  readonly before: Schema;
  /** Its version is still that of `before`. With a refusal, the same as `before`. */
  readonly after: Schema;
  readonly operations: readonly Operation[];
  /** What makes Rails raise before anything is undone, in order; empty when it goes back. */
  readonly refused: MigrationDown['irreversible'];
  /** True when all of it takes effect or nothing. */
  readonly transactional: boolean;
}

import { applyOperation } from '../../../apply/index.ts';
import { type SqliteStatement, splitSqlite } from '../../../dialect/sqlite/statements.ts';
import { InputError } from '../../../model/errors.ts';
import type { Operation } from '../../../model/operation.ts';
import {
  emptySchema,
  type OpaqueStatement,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import type { DumpTool, SqlFileStatement, SqlSchemaFile } from '../../../model/schema-file.ts';
import type { SourceLocation } from '../../../model/source.ts';
import { SqliteDatabase } from '../../../sqlite/database.ts';
import { loadSqlite } from '../../../sqlite/library.ts';
import { type Extent, locator } from '../../places.ts';
import { readTable } from '../catalog/tables.ts';
import { statementOperations } from '../statements/index.ts';
import { catalogStatement, rowsIn, versionsIn } from './inserts.ts';
import { isShadowTable } from './shadow-tables.ts';

/**
 * Reads `structure.sql` as the `.schema` of sqlite3 writes it, its `.dump`, or any other file of SQL
 * for SQLite.
 *
 * The statements that make objects are run by SQLite itself in a database in memory, one by one, and
 * read back through its catalog; rows are never written. A statement that SQLite refuses is opaque,
 * with its own message, and costs no other.
 */
export async function readSqliteStructure(text: string, path: string): Promise<SqlSchemaFile> {
  await loadSqlite();
  const database = new SqliteDatabase();
  try {
    database.run('BEGIN');
    const reader = new StructureReader(text, path, database);
    for (const statement of splitSqlite(text)) reader.read(statement);
    return reader.file();
  } finally {
    database.close();
  }
}

/** What a statement is, and what it asks for. */
type ReadStatement = Pick<SqlFileStatement, 'kind' | 'operations'>;

class StructureReader {
  readonly #text: string;
  readonly #path: string;
  readonly #database: SqliteDatabase;
  readonly #locate: (extent: Extent) => SourceLocation;
  readonly #statements: SqlFileStatement[] = [];
  readonly #versions: string[] = [];
  readonly #opaque: OpaqueStatement[] = [];
  readonly #skipped = { clientCommands: 0, rows: 0 };
  #schema: Schema = emptySchema('sqlite');

  constructor(text: string, path: string, database: SqliteDatabase) {
    this.#text = text;
    this.#path = path;
    this.#database = database;
    this.#locate = locator(text, path);
  }

  file(): SqlSchemaFile {
    const version = this.#versions.reduce<string | null>(newer, null);
    return {
      format: 'sql',
      path: this.#path,
      text: this.#text,
      schema: { ...this.#schema, tables: this.#tables(), version, opaque: this.#opaque },
      dumpedBy: dumpToolOf(this.#text),
      statements: this.#statements,
      versions: this.#versions,
      skipped: this.#skipped,
    };
  }

  /** A foreign key that names no columns means the key of its parent, which can come behind it. */
  #tables(): readonly Table[] {
    const { tables } = this.#schema;
    const places = new Map(tables.map(({ name }, place) => [name.toLowerCase(), place]));
    return tables.map((table, place) => {
      const isLate = table.foreignKeys.some(
        ({ toTable }) => (places.get(toTable.toLowerCase()) ?? -1) > place,
      );
      return isLate ? (readTable(this.#database, table.name) ?? table) : table;
    });
  }

  read(statement: SqliteStatement): void {
    const { start, end } = statement;
    this.#statements.push({ ...this.#readStatement(statement), start, end });
  }

  #readStatement(statement: SqliteStatement): ReadStatement {
    if (statement.kind === 'command') {
      this.#skipped.clientCommands += 1;
      return { kind: 'client', operations: [] };
    }
    const versions = versionsIn(statement);
    if (versions) {
      this.#versions.push(...versions);
      return { kind: 'versions', operations: [] };
    }
    const made = catalogStatement(statement);
    if (made) return this.#readSchema(made, statement);
    const rows = rowsIn(statement);
    if (rows === null) return this.#readSchema(statement, statement);
    this.#skipped.rows += rows;
    return { kind: 'rows', operations: [] };
  }

  /** @param placed - the statement as it stands in the file. */
  #readSchema(statement: SqliteStatement, placed: SqliteStatement): ReadStatement {
    const source = this.#locate(placed);
    const before = this.#schema;
    let operations = statementOperations(statement, this.#database, before)
      .filter(({ body }) => !isShadowTable(body, before))
      .map(
        ({ body, impliedBy }): Operation => ({
          ...body,
          source,
          condition: null,
          assured: false,
          impliedBy,
        }),
      );
    try {
      for (const operation of operations) {
        this.#schema = applyOperation(this.#schema, operation);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#schema = before;
      operations = [refused(statement, error, source)];
    }
    this.#opaque.push(...operations.flatMap(opaqueOf));
    const isSession = operations.length > 0 && operations.every(({ kind }) => kind === 'runSql');
    if (isSession && !/^create\b/i.test(statement.text)) return { kind: 'session', operations: [] };
    if (operations.some(({ kind }) => kind === 'changeRows')) {
      return { kind: 'rows', operations: [] };
    }
    return { kind: 'schema', operations: operations.filter(({ kind }) => kind !== 'runSql') };
  }
}

/** A statement that does not apply to what the file holds so far. */
function refused(
  { text }: SqliteStatement,
  { message }: InputError,
  source: SourceLocation,
): Operation {
  return {
    kind: 'opaque',
    text,
    language: 'sql',
    reason: message,
    touches: [],
    source,
    condition: null,
    assured: false,
    impliedBy: null,
  };
}

function opaqueOf(operation: Operation): readonly OpaqueStatement[] {
  if (operation.kind !== 'opaque') return [];
  const { text, reason, source } = operation;
  return [{ text, reason, source }];
}

/** Digits compare by their length first: 10 is newer than 9. */
function newer(one: string | null, other: string): string {
  if (one === null) return other;
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}

/** `.schema` guards tables whose names are quoted, `.dump` begins a transaction. */
function dumpToolOf(text: string): DumpTool | null {
  const isDump =
    /^CREATE TABLE IF NOT EXISTS ["']/m.test(text) ||
    /^CREATE TABLE sqlite_sequence\(name,seq\);$/m.test(text) ||
    /^PRAGMA foreign_keys=OFF;\r?\nBEGIN TRANSACTION;$/m.test(text);
  return isDump ? { name: 'sqlite3', version: null } : null;
}

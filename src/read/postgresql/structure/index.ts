import { applyOperation } from '../../../apply/index.ts';
import { InputError } from '../../../model/errors.ts';
import type { Operation } from '../../../model/operation.ts';
import { emptySchema, type OpaqueStatement, type Schema } from '../../../model/schema.ts';
import type { SqlFileStatement, SqlSchemaFile } from '../../../model/schema-file.ts';
import type { SourceLocation } from '../../../model/source.ts';
import { locator } from '../../places.ts';
import { loadPostgresqlParser, type ParsedStatement, parseOne } from '../parse.ts';
import { type SqlPiece, splitPostgresql } from '../split.ts';
import { statementOperations } from '../statements/index.ts';
import { dumpToolOf } from './dump-tool.ts';
import { GrowingSchema } from './growing-schema.ts';
import { reachOf } from './reach.ts';
import { rowsOfData, rowsOfInsert } from './rows.ts';
import { SearchPath } from './search-path.ts';
import { Settings } from './settings.ts';
import { versionsOfData, versionsOfInsert } from './versions.ts';

/**
 * Reads `structure.sql` as pg_dump writes it, or any other file of SQL for PostgreSQL.
 *
 * Nothing is run. Commands of psql and rows are passed over and counted; a statement that is not
 * understood is opaque and costs no other.
 */
export async function readPostgresqlStructure(text: string, path: string): Promise<SqlSchemaFile> {
  await loadPostgresqlParser();
  const reader = new StructureReader(text, path);
  for (const piece of splitPostgresql(text)) reader.read(piece);
  return reader.file();
}

type Kind = SqlFileStatement['kind'];

/** What a statement is, and what it asks for. */
interface ReadStatement {
  readonly kind: Kind;
  readonly operations: readonly Operation[];
}

const SESSION: ReadStatement = { kind: 'session', operations: [] };
const ROWS: ReadStatement = { kind: 'rows', operations: [] };
const VERSIONS: ReadStatement = { kind: 'versions', operations: [] };

class StructureReader {
  readonly #text: string;
  readonly #path: string;
  readonly #locate: (piece: SqlPiece) => SourceLocation;
  readonly #statements: SqlFileStatement[] = [];
  readonly #versions: string[] = [];
  readonly #opaque: OpaqueStatement[] = [];
  readonly #skipped = { clientCommands: 0, rows: 0 };
  /** The statement before, whose data may follow; null when it is no COPY. */
  #copy: ParsedStatement | null = null;
  readonly #settings = new Settings();
  readonly #schema = new GrowingSchema({ ...emptySchema('postgresql'), complete: true });

  constructor(text: string, path: string) {
    this.#text = text;
    this.#path = path;
    this.#locate = locator(text, path);
  }

  file(): SqlSchemaFile {
    const version = this.#versions.reduce<string | null>(newer, null);
    const dumpedBy = dumpToolOf(this.#text);
    const server = dumpedBy && { name: 'postgresql' as const, version: dumpedBy.version };
    const whole = this.#schema.whole();
    const schema = server ? { ...whole, server } : whole;
    return {
      format: 'sql',
      path: this.#path,
      text: this.#text,
      schema: { ...schema, version, opaque: this.#opaque },
      dumpedBy,
      statements: this.#statements,
      versions: this.#versions,
      skipped: this.#skipped,
    };
  }

  read(piece: SqlPiece): void {
    if (piece.kind === 'client') {
      this.#skipped.clientCommands += 1;
      this.#statements.push({ ...piece, kind: 'client', operations: [] });
    } else if (piece.kind === 'data') {
      this.#readData(piece);
    } else {
      const statement = this.#parse(this.#text.slice(piece.start, piece.end));
      const { start, end } = piece;
      this.#copy = statement.node && 'CopyStmt' in statement.node ? statement : null;
      this.#statements.push({ ...this.#readStatement(statement, piece), start, end });
    }
  }

  #parse(text: string): ParsedStatement {
    const { namespace } = this.#settings;
    if (namespace === null) return parseOne(text);
    const path = new SearchPath(namespace, (name) => this.#schema.hasType(name));
    const statement = parseOne(path.text(text));
    path.qualify(statement);
    return statement;
  }

  /** Data belongs to the statement before it. */
  #readData({ start, end }: SqlPiece): void {
    const data = this.#text.slice(start, end);
    const versions = this.#copy && versionsOfData(this.#copy, data);
    if (versions) this.#versions.push(...versions);
    else this.#skipped.rows += rowsOfData(data);
    const copy = this.#statements.pop();
    const kind = versions ? 'versions' : 'rows';
    this.#statements.push({ kind, operations: [], start: copy?.start ?? start, end });
  }

  #readStatement(statement: ParsedStatement, piece: SqlPiece): ReadStatement {
    const versions = versionsOfInsert(statement);
    if (versions) {
      this.#versions.push(...versions);
      return VERSIONS;
    }
    const rows = rowsOfInsert(statement);
    if (rows !== null) {
      this.#skipped.rows += rows;
      return ROWS;
    }
    if (this.#settings.take(statement)) return SESSION;
    return this.#readSchema(statement, this.#locate(piece));
  }

  #readSchema(statement: ParsedStatement, source: SourceLocation): ReadStatement {
    const operations = this.#nearby(statement, source) ?? this.#anywhere(statement, source);
    for (const operation of operations) {
      if (operation.kind === 'opaque') {
        this.#opaque.push({ text: operation.text, reason: operation.reason, source });
      }
    }
    if (operations.every(({ kind }) => kind === 'runSql')) return SESSION;
    if (operations.every(({ kind }) => kind === 'changeRows')) return ROWS;
    return { kind: 'schema', operations: operations.filter(({ kind }) => kind !== 'runSql') };
  }

  /** What a statement asks for that needs nothing but what it names; null for all others. */
  #nearby(statement: ParsedStatement, source: SourceLocation): readonly Operation[] | null {
    const reach = reachOf(statement.node);
    if (reach === null) return null;
    const before = this.#schema.part(reach);
    const { operations, after } = this.#read(statement, source, before);
    // What is not understood so may be understood with all that is there.
    if (operations.some(({ kind }) => kind === 'opaque')) return null;
    this.#schema.put(before, after);
    return operations;
  }

  #anywhere(statement: ParsedStatement, source: SourceLocation): readonly Operation[] {
    const before = this.#schema.whole();
    const { operations, after } = this.#read(statement, source, before);
    this.#schema.put(before, after);
    return operations;
  }

  /** What the statement asks for; where it does not apply, one opaque operation that changes nothing. */
  #read(statement: ParsedStatement, source: SourceLocation, before: Schema) {
    const scope = { schema: before, file: this.#settings };
    const operations: Operation[] = [];
    try {
      for (const { body, impliedBy } of statementOperations(statement, scope)) {
        const operation = { ...body, source, condition: null, assured: false, impliedBy };
        scope.schema = applyOperation(scope.schema, operation);
        operations.push(operation);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { operations: [refused(statement, error, source)], after: before };
    }
    return { operations, after: scope.schema };
  }
}

/** A statement that does not apply, as when its table is not in the file. */
function refused(
  { text }: ParsedStatement,
  { message }: InputError,
  source: SourceLocation,
): Operation {
  const reason = `it does not apply: ${message}`;
  const base = { source, condition: null, assured: false, impliedBy: null };
  return { kind: 'opaque', text, language: 'sql', reason, touches: [], ...base };
}

/** Versions are digits, of which the longer is the newer. */
function newer(newest: string | null, version: string): string | null {
  const digits = version.replace(/\D/g, '');
  if (digits === '') return newest;
  if (newest === null || digits.length > newest.length) return digits;
  return digits.length === newest.length && digits > newest ? digits : newest;
}

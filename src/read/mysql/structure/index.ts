import { InputError } from '../../../model/errors.ts';
import type { Operation, OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import type { SqlFileStatement, SqlSchemaFile } from '../../../model/schema-file.ts';
import { loadMysqlLibraries } from '../libraries/load.ts';
import type { MysqlScope } from '../scope.ts';
import { statementBodies } from '../statements/index.ts';
import { MysqlStatement } from '../statements/statement.ts';
import { type StatementSpan, splitStatements } from '../tokens/split.ts';
import { type DumpOrigin, originOf } from './dumped-by.ts';
import { Lines } from './lines.ts';
import { SchemaSoFar } from './reading.ts';
import { insertedRows } from './rows.ts';

/**
 * Reads a SQL schema file of MySQL or MariaDB: a dump of mysqldump or mariadb-dump, Rails'
 * `db/structure.sql`, or statements that were written by hand. What is not understood is opaque, in
 * its statement and in `schema.opaque`.
 */
export async function readMysqlStructure(text: string, path: string): Promise<SqlSchemaFile> {
  await loadMysqlLibraries();
  return new StructureReading(text, path).read();
}

class StructureReading {
  readonly #text: string;
  readonly #path: string;
  readonly #lines: Lines;
  readonly #origin: DumpOrigin;
  readonly #soFar: SchemaSoFar;
  readonly #scope: MysqlScope;
  readonly #versions: string[] = [];
  #rows = 0;
  #clientCommands = 0;

  constructor(text: string, path: string) {
    this.#text = text;
    this.#path = path;
    this.#lines = new Lines(text, path);
    this.#origin = originOf(text);
    const soFar = new SchemaSoFar(this.#origin.dumpedBy !== null);
    this.#soFar = soFar;
    this.#scope = {
      get schema() {
        return soFar.schema;
      },
      server: this.#origin.server,
      charsets: null,
    };
  }

  read(): SqlSchemaFile {
    const statements = splitStatements(this.#text).flatMap((span) => this.#statement(span) ?? []);
    const versions = this.#versions;
    return {
      format: 'sql',
      path: this.#path,
      text: this.#text,
      schema: { ...this.#soFar.schema, version: newest(versions), ...this.#server() },
      dumpedBy: this.#origin.dumpedBy,
      statements,
      versions,
      skipped: { clientCommands: this.#clientCommands, rows: this.#rows },
    };
  }

  #server(): Pick<Schema, 'server'> {
    const { dumpedBy, server } = this.#origin;
    if (server.name === null) return {};
    return { server: { name: server.name, version: dumpedBy?.version ?? null } };
  }

  /** Null for what holds nothing but comments. */
  #statement(span: StatementSpan): SqlFileStatement | null {
    const { kind, start, end } = span;
    if (kind === 'client') {
      this.#clientCommands += 1;
      return { kind: 'client', start, end, operations: [] };
    }
    const inserted = insertedRows(this.#text, start, span.bodyEnd);
    if (inserted) {
      if (inserted.isVersions) this.#versions.push(...inserted.versions);
      else this.#rows += inserted.count;
      return { kind: inserted.isVersions ? 'versions' : 'rows', start, end, operations: [] };
    }
    const statement = new MysqlStatement(this.#text, span, this.#origin.server);
    if (statement.tokens.length === 0) return { kind: 'session', start, end, operations: [] };
    return this.#schemaStatement(statement);
  }

  #schemaStatement(statement: MysqlStatement): SqlFileStatement {
    const { start, end } = statement.span;
    const operations: Operation[] = [];
    for (const body of statementBodies(statement, this.#scope)) {
      if (body.kind === 'runSql') return { kind: 'session', start, end, operations: [] };
      if (body.kind === 'changeRows') return { kind: 'rows', start, end, operations: [] };
      operations.push(this.#applied(body, statement));
    }
    return { kind: operations.length > 0 ? 'schema' : 'session', start, end, operations };
  }

  /** The operation; one that does not apply to what stands before it is kept as not understood. */
  #applied(body: OperationBody, statement: MysqlStatement): Operation {
    const operation = this.#operation(body, statement);
    try {
      if (operation.kind === 'opaque') this.#soFar.keepOpaque(operation);
      else this.#soFar.apply(operation);
      return operation;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const { text } = statement;
      const opaque = { kind: 'opaque', text, language: 'sql', reason: error.message } as const;
      return this.#applied({ ...opaque, touches: [] }, statement);
    }
  }

  #operation(body: OperationBody, { span }: MysqlStatement): Operation {
    const source = this.#lines.location(span.start, span.bodyEnd);
    return { ...body, source, condition: null, assured: false, impliedBy: null };
  }
}

/** The newest migration, digits only; null when there is none. */
function newest(versions: readonly string[]): string | null {
  const numbers = versions.filter((version) => /^\d+$/.test(version));
  return numbers.reduce<string | null>(
    (most, version) => (most === null || BigInt(version) > BigInt(most) ? version : most),
    null,
  );
}

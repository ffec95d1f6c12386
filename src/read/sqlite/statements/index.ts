import { schemaDdl } from '../../../dialect/sqlite/ddl.ts';
import { type SqliteStatement, splitSqlite } from '../../../dialect/sqlite/statements.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { SqliteDatabase } from '../../../sqlite/database.ts';
import { tablesNamedInText } from '../../tables-in-text.ts';
import { tableText } from '../catalog/table-texts.ts';
import { alter } from './alter.ts';
import { create } from './create.ts';
import { drop } from './drop.ts';
import { type Bodies, type Body, NotTold, type Reading, readerOf } from './reading.ts';
import { rowsOf, sessionOf } from './rows.ts';

/** One operation that SQL asks for, and the statement that does. */
export interface SqliteOperation {
  readonly body: Body & { readonly sql?: string };
  /** What caused an operation that comes along with another one of its statement; null for the first. */
  readonly impliedBy: string | null;
  readonly statement: SqliteStatement;
}

/**
 * What SQL for SQLite asks for, statement by statement. Statements that change the schema are run by
 * SQLite itself, in memory, over the schema as it stands; no row is ever written. What SQLite refuses
 * is opaque, with its own message.
 *
 * @param scope - asked for the schema before each statement: the caller applies its operations
 *   before it takes the next.
 * @param run - `first` for SQL that goes through Active Record, which prepares the text and so runs
 *   its first statement alone.
 * @throws {Error} before SQLite is loaded.
 */
export function* sqliteOperations(
  sql: string,
  scope: { readonly schema: Schema },
  run: 'all' | 'first' = 'all',
): Generator<SqliteOperation> {
  for (const [place, statement] of splitSqlite(sql).entries()) {
    if (run === 'all' || place === 0) yield* operationsOver(statement, scope.schema);
    else yield neverRun(statement);
  }
}

function neverRun(statement: SqliteStatement): SqliteOperation {
  const { text } = statement;
  const purpose = 'is never run: the adapter of SQLite runs the first statement of a text alone';
  return { body: { kind: 'runSql', text, purpose }, impliedBy: null, statement };
}

function operationsOver(statement: SqliteStatement, schema: Schema): readonly SqliteOperation[] {
  if (!changesSchema(statement)) return statementOperations(statement, null, schema);
  const database = new SqliteDatabase();
  try {
    database.run('BEGIN');
    for (const ddl of schemaDdl(namedIn(statement, schema), tableText)) database.run(ddl);
    return statementOperations(statement, database, schema);
  } finally {
    database.close();
  }
}

/** The part of the schema that can matter: for ALTER all of it, as SQLite reads every view and trigger. */
function namedIn({ tokens }: SqliteStatement, schema: Schema): Schema {
  if (/^alter$/i.test(tokens[0]?.text ?? '')) return schema;
  const names = new Set(
    tokens.map(({ name, text }) => (name === '' ? text.slice(1, -1) : name).toLowerCase()),
  );
  const named = ({ name }: { readonly name: string }) => names.has(name.toLowerCase());
  const ofNamed = ({ table }: { readonly table: string | null }) => named({ name: table ?? '' });
  const own = schema.tables.filter(
    (table) =>
      named(table) ||
      table.indexes.some(named) ||
      schema.triggers.some((trigger) => named(trigger) && trigger.table === table.name),
  );
  const parents = new Set(
    own.flatMap(({ foreignKeys }) => foreignKeys.map(({ toTable }) => toTable.toLowerCase())),
  );
  return {
    ...schema,
    tables: schema.tables.filter(
      (table) => own.includes(table) || parents.has(table.name.toLowerCase()),
    ),
    virtualTables: schema.virtualTables.filter(named),
    views: schema.views.filter(named),
    triggers: schema.triggers.filter((trigger) => named(trigger) || ofNamed(trigger)),
  };
}

const SCHEMA_WORDS = new Set(['CREATE', 'ALTER', 'DROP']);

function changesSchema({ tokens }: SqliteStatement): boolean {
  return SCHEMA_WORDS.has(tokens[0]?.text.toUpperCase() ?? '');
}

/**
 * What one statement asks for; where it changes the schema, it has then run in the database.
 *
 * @param database - holds the schema as it stands; null for a statement that leaves it alone.
 */
export function statementOperations(
  statement: SqliteStatement,
  database: SqliteDatabase | null,
  schema: Schema,
): readonly SqliteOperation[] {
  const { text } = statement;
  const alone = (body: OperationBody) => [{ body, impliedBy: null, statement }];
  try {
    if (!database || !changesSchema(statement)) return alone(otherOperation(statement));
    return bodiesOf({ statement, database }).map((body, position) => ({
      body: { ...body, sql: statement.sql },
      impliedBy: position === 0 ? null : 'the same statement',
      statement,
    }));
  } catch (error) {
    if (!(error instanceof NotTold)) throw error;
    const touches = tablesNamedInText(text, schema);
    return alone({ kind: 'opaque', text, language: 'sql', reason: error.reason, touches });
  }
}

function bodiesOf(reading: Reading): Bodies {
  const reader = readerOf(reading.statement);
  if (reader.take('CREATE')) return create(reader, reading);
  return reader.take('DROP') ? drop(reader, reading) : alter(restOfAlter(reader), reading);
}

function restOfAlter(reader: ReturnType<typeof readerOf>): ReturnType<typeof readerOf> {
  reader.take('ALTER');
  return reader;
}

/** @throws {NotTold} for a statement that is none of SQLite's. */
function otherOperation(statement: SqliteStatement): OperationBody {
  const { text, kind } = statement;
  if (kind === 'command') {
    return { kind: 'runSql', text, purpose: "is a command of SQLite's shell" };
  }
  const rows = rowsOf(readerOf(statement));
  if (rows && /^sqlite_(?:schema|master)$/i.test(rows.table ?? '')) {
    throw new NotTold("it writes into SQLite's own catalog");
  }
  if (rows) return { kind: 'changeRows', ...rows, text, language: 'sql', batched: false };
  const session = sessionOf(text, statement.tokens[0]?.text.toUpperCase() ?? '');
  if (session) return session;
  throw new NotTold('it is no statement of SQLite that migdocs knows');
}

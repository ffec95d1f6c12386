import { applyOperation } from '../../../apply/index.ts';
import { InputError } from '../../../model/errors.ts';
import type { Operation, OperationBody } from '../../../model/operation.ts';
import { emptySchema, type Schema } from '../../../model/schema.ts';
import { sqliteOperations } from '../../../read/sqlite/statements/index.ts';
import { operationSql } from '../../../write/sql/index.ts';
import { differencesBetween } from './compare.ts';
import { LiveDatabase } from './live-database.ts';

/** Where migdocs and SQLite part. */
interface Finding {
  /**
   * `accepts`: migdocs takes a statement that SQLite refuses. `refuses`: the other way round.
   * `differs`: the schemas are not the same after what both took.
   */
  readonly kind: 'accepts' | 'refuses' | 'differs';
  /** Those that both took, and then the one that they part on. */
  readonly statements: readonly string[];
  readonly detail: string;
}

/** Gives the next statement over the schema as it stands; null for none, undefined at the end. */
export type NextStatement = (schema: Schema) => string | null | undefined;

export interface Outcome {
  readonly finding: Finding | null;
  readonly accepted: readonly string[];
  readonly refused: number;
}

const SOURCE = { path: 'db/migrate/1_change.sql', line: 1, column: 1, endLine: 1 };

/**
 * Runs statements in SQLite and through migdocs, one after the other, and compares the two schemas
 * after each.
 */
export function runStatements(next: NextStatement): Outcome {
  const database = new LiveDatabase();
  const sequence = new Sequence(database);
  try {
    for (;;) {
      const statement = next(sequence.schema);
      if (statement === undefined || sequence.finding) return sequence.outcome();
      if (statement !== null) runStatement(statement, sequence, database);
    }
  } finally {
    database.close();
  }
}

function runStatement(statement: string, sequence: Sequence, database: LiveDatabase): void {
  const ours = readStatement(statement, sequence.schema);
  const refusal = database.run(statement);
  if (typeof ours === 'string') {
    if (refusal === null) sequence.part('refuses', [statement], ours);
    else sequence.refuse();
  } else if (refusal === null) sequence.take([statement], ours);
  else sequence.part('accepts', [statement], refusal);
}

class Sequence {
  schema: Schema = emptySchema('sqlite');
  finding: Finding | null = null;
  readonly #database: LiveDatabase;
  readonly #accepted: string[] = [];
  #refused = 0;

  constructor(database: LiveDatabase) {
    this.#database = database;
  }

  outcome(): Outcome {
    return { finding: this.finding, accepted: this.#accepted, refused: this.#refused };
  }

  refuse(): void {
    this.#refused += 1;
  }

  /** Both took the statements. */
  take(statements: readonly string[], schema: Schema): void {
    this.#accepted.push(...statements);
    this.schema = schema;
    const lines = differencesBetween(this.#database.schema(), schema);
    if (lines.length > 0) this.part('differs', [], lines.join('\n'));
  }

  part(kind: Finding['kind'], statements: readonly string[], detail: string): void {
    this.finding = { kind, statements: [...this.#accepted, ...statements], detail };
  }
}

/** Gives the next operation over the schema as it stands; null for none, undefined at the end. */
export type NextOperation = (schema: Schema) => OperationBody | null | undefined;

/**
 * Applies operations as Ruby asks for them, and runs in SQLite what Active Record would send for
 * them, one after the other, and compares the two schemas after each.
 */
export function runOperations(next: NextOperation): Outcome {
  const database = new LiveDatabase();
  const sequence = new Sequence(database);
  try {
    for (;;) {
      const body = next(sequence.schema);
      if (body === undefined || sequence.finding) return sequence.outcome();
      if (body !== null) runOperation(body, sequence, database);
    }
  } finally {
    database.close();
  }
}

function runOperation(body: OperationBody, sequence: Sequence, database: LiveDatabase): void {
  const operation: Operation = {
    ...body,
    source: SOURCE,
    condition: null,
    assured: false,
    impliedBy: null,
  };
  const before = sequence.schema;
  const after = applied(before, operation);
  // What migdocs refuses is not sent.
  if (typeof after === 'string') {
    sequence.refuse();
    return;
  }
  const statements = operationSql(operation, before, after).filter((sql) => !isAboutRows(sql));
  const refusal = database.runTogether(statements);
  if (refusal === null) sequence.take(statements, after);
  else sequence.part('accepts', statements, refusal);
}

/** Tables are empty, and keys are checked by nobody. */
function isAboutRows(sql: string): boolean {
  return /^(?:PRAGMA|INSERT|UPDATE)\b/.test(sql);
}

function applied(schema: Schema, operation: Operation): Schema | string {
  try {
    return applyOperation(schema, operation);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** The schema after the statement; why it is not taken otherwise. */
function readStatement(sql: string, before: Schema): Schema | string {
  const scope = { schema: before };
  try {
    for (const { body, impliedBy } of sqliteOperations(sql, scope)) {
      if (body.kind === 'opaque') return body.reason;
      const operation: Operation = {
        ...body,
        source: SOURCE,
        condition: null,
        assured: false,
        impliedBy,
      };
      scope.schema = applyOperation(scope.schema, operation);
    }
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return scope.schema;
}

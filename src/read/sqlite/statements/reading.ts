import type { SqliteStatement } from '../../../dialect/sqlite/statements.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type { ShownObjects } from '../../../model/operation-base.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { TokenReader } from '../catalog/token-reader.ts';

/** A statement about to run, over a database that holds the schema as it stands. */
export interface Reading {
  readonly statement: SqliteStatement;
  readonly database: SqliteDatabase;
}

/** What a statement asks for, and what SQLite shows once it has run. */
export type Body = OperationBody & { readonly shown?: ShownObjects };

export type Bodies = readonly Body[];

/** Ends the reading of a statement that is not understood; the reason can follow "because". */
export class NotTold extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The tokens of a statement, where the text that they refer to is that of the statement. */
export function readerOf({ tokens, text, start }: SqliteStatement): TokenReader {
  return new TokenReader(
    tokens.map((token) => ({ ...token, start: token.start - start })),
    text,
  );
}

/** @throws {NotTold} with SQLite's own message when it refuses the statement. */
export function run({ statement, database }: Reading): void {
  const message = database.run(statement.sql);
  if (message !== null) throw new NotTold(`SQLite refuses it: ${message}`);
}

/** For a statement that SQLite takes and that changes nothing, such as one with IF EXISTS. */
export function noEffect({ statement }: Reading, purpose: string): Bodies {
  return [{ kind: 'runSql', text: statement.text, purpose }];
}

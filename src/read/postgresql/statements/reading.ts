import type { Operation, OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import type { ParsedStatement } from '../parse.ts';

/** A statement that is being read, over the schema as it stands. */
export interface Reading {
  readonly statement: ParsedStatement;
  /** As the operations before left it: one ALTER TABLE can build on its own actions. */
  readonly schema: Schema;
  /** What the schema file that is read has set; null for SQL of a migration. */
  readonly file: FileSettings | null;
}

/** Parameters of a dump's session that its statements rely on. */
export interface FileSettings {
  /** `default_tablespace`; null for the database's own. */
  readonly tablespace: string | null;
  /** `default_table_access_method`; null for `heap`. */
  readonly accessMethod: string | null;
}

/** What a statement asks for, or makes the server do along (`impliedBy` says what caused it). */
export type Told = OperationBody &
  Pick<Operation, 'only' | 'joined'> & { readonly impliedBy?: string };

/** Operations one by one: the next is read when the one before has been applied. */
export type Bodies = Iterable<Told>;

/** Thrown where a statement, or a part of it, is more than can be told; the reason follows "because". */
export class NotTold extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** A statement that leaves the schema as a dump shows it. */
export function noEffect({ statement }: Reading, purpose: string): OperationBody {
  return { kind: 'runSql', text: statement.text, purpose };
}

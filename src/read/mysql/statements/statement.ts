import type { Operation, OperationBody } from '../../../model/operation.ts';
import type { MysqlServer } from '../server.ts';
import { shownText } from '../tokens/shown-text.ts';
import type { StatementSpan } from '../tokens/split.ts';
import type { Mark, Token } from '../tokens/token.ts';
import { TokenReader } from '../tokens/token-reader.ts';
import { tokenize } from '../tokens/tokenize.ts';

/** One statement of SQL as its server reads it. */
export class MysqlStatement {
  readonly span: StatementSpan;
  readonly tokens: readonly Token[];
  readonly #source: string;
  readonly #marks: readonly Mark[];

  constructor(source: string, span: StatementSpan, server: MysqlServer) {
    const { tokens, marks } = tokenize(source, span.start, span.bodyEnd, server);
    this.span = span;
    this.tokens = tokens;
    this.#source = source;
    this.#marks = marks;
  }

  /** As it was written, without the delimiter and the marks of conditional comments. */
  get text(): string {
    return this.textFrom(this.span.start);
  }

  /** Its text from a position on. */
  textFrom(start: number): string {
    return shownText(this.#source, start, this.span.bodyEnd, this.#marks);
  }

  /** A reader at its first token. */
  read(): TokenReader {
    return new TokenReader(this.tokens);
  }
}

/** What a statement asks for, or makes the server do along (`impliedBy` says what caused it). */
export type Told = OperationBody &
  Pick<Operation, 'online' | 'joined'> & { readonly impliedBy?: string };

/** Operations one by one: the next is read when the one before has been applied. */
export type Bodies = Iterable<Told>;

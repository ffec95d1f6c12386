import type { ServerCatalog } from './catalog.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A statement that the survey must not send. It is a defect of migdocs, or someone tries it. */
export class RefusedStatement extends Error {
  override readonly name: string = 'RefusedStatement';

  constructor(reason: string) {
    super(`The survey refuses to send a statement: ${reason}.`);
  }
}

/** Words that the survey's own statements are written with. */
const KEYWORDS = new Set(
  `all and any as asc by case cross desc distinct else end exists filter from group in inner interval
   is join left like minute not null on or order regexp second select then union when where`.split(
    /\s+/,
  ),
);

/** Words that read rows out, write, lock or run something; none of them is the name of a column that is asked for. */
const REFUSED = new Set(
  `alter analyze begin call checkpoint cluster commit copy create declare deallocate delete discard do
   drop dumpfile execute explain fetch for grant handler import insert install into kill listen load
   lock merge move notify outfile prepare procedure reassign refresh reindex rename replace reset
   returning revoke rollback savepoint set share show shutdown table truncate unlock update use vacuum
   values with`.split(/\s+/),
);

/** Words after which a list of relations is over. */
const AFTER_RELATIONS = new Set(['where', 'group', 'order', 'union']);

/** Keywords that a parenthesis may follow. */
const BEFORE_PARENTHESIS = new Set(
  'all and any as by case else exists filter from in join not on or select then when where'.split(
    ' ',
  ),
);

const TYPES = new Set(['text', 'bigint', 'numeric']);

/** What a statement may name beside the catalogs. */
export type GuardCatalog = Pick<ServerCatalog, 'server' | 'relations' | 'functions'>;

/**
 * Lets through what is one plain SELECT on the catalogs, or on the tables that a count names, and
 * calls no function but the listed ones. It knows the small SQL that the survey writes, and refuses
 * whatever else there is.
 *
 * @param tables - tables that may be counted, each as it is quoted in SQL.
 * @throws {RefusedStatement} for anything else.
 */
export function assertPlainSelect(
  sql: string,
  catalog: GuardCatalog,
  tables: readonly string[],
): void {
  const tokens = tokensOf(sql, catalog.server);
  if (tokens === null) throw new RefusedStatement('it holds signs that no query of it has');
  if (tokens[0]?.text !== 'select') throw new RefusedStatement('it is no SELECT');
  new Reader(tokens, catalog, new Set(tables)).check();
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #catalog: GuardCatalog;
  readonly #tables: ReadonlySet<string>;
  /** For each open parenthesis, and the statement itself: whether a list of relations is being read. */
  readonly #inRelations: boolean[] = [false];

  constructor(tokens: readonly Token[], catalog: GuardCatalog, tables: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#catalog = catalog;
    this.#tables = tables;
  }

  check(): void {
    const refused = this.#tokens.find(({ kind, text }) => kind === 'word' && REFUSED.has(text));
    if (refused) throw new RefusedStatement(`${refused.text.toUpperCase()} has no place in it`);
    for (const position of this.#tokens.keys()) this.#token(position);
    if (this.#inRelations.length !== 1) throw new RefusedStatement('a parenthesis is left open');
  }

  #token(position: number): void {
    const token = this.#at(position);
    this.#neighbours(position);
    if (token.text === '(') this.#open(position);
    if (token.text === ')') this.#close();
    if (token.text === ',' && this.#inRelations.at(-1)) {
      throw new RefusedStatement('relations stand side by side');
    }
    if (token.text === '::') this.#type(position);
    if (token.kind !== 'word') return;
    if (token.text === 'from' || token.text === 'join') this.#relation(position);
    if (AFTER_RELATIONS.has(token.text)) this.#setInRelations(false);
  }

  /** Two names, or a name after a value, stand side by side only where a word is not known. */
  #neighbours(position: number): void {
    const next = this.#tokens[position + 1];
    if (next === undefined || next.kind === 'symbol') return;
    const token = this.#at(position);
    const isOperand = token.kind === 'symbol' ? [')', ']'].includes(token.text) : !isKeyword(token);
    if (isOperand && !isKeyword(next)) {
      throw new RefusedStatement(`${next.text} is not expected after ${token.text}`);
    }
  }

  #open(position: number): void {
    const callee = this.#tokens[position - 1];
    const qualified = this.#tokens[position - 2]?.text === '.';
    const isCall = callee !== undefined && callee.kind !== 'symbol' && !isKeyword(callee);
    if (isCall && (qualified || !this.#catalog.functions.includes(callee.text))) {
      throw new RefusedStatement(`it calls ${callee.text}`);
    }
    if (callee && isKeyword(callee) && !BEFORE_PARENTHESIS.has(callee.text)) {
      throw new RefusedStatement(`a parenthesis follows ${callee.text}`);
    }
    this.#inRelations.push(false);
  }

  #close(): void {
    this.#inRelations.pop();
    if (this.#inRelations.length === 0) throw new RefusedStatement('a parenthesis is not opened');
  }

  #type(position: number): void {
    const { text } = this.#at(position + 1);
    if (!TYPES.has(text)) throw new RefusedStatement(`it casts to ${text}`);
  }

  #relation(position: number): void {
    this.#setInRelations(true);
    const names: string[] = [];
    for (let at = position + 1; ; at += 2) {
      names.push(this.#at(at).text);
      if (this.#tokens[at + 1]?.text !== '.') break;
    }
    const relation = names.join('.');
    if (!this.#catalog.relations.includes(relation) && !this.#tables.has(relation)) {
      throw new RefusedStatement(`it reads ${relation}`);
    }
  }

  #setInRelations(value: boolean): void {
    this.#inRelations[this.#inRelations.length - 1] = value;
  }

  #at(position: number): Token {
    return this.#tokens[position] ?? { kind: 'symbol', text: 'the end' };
  }
}

function isKeyword({ kind, text }: Token): boolean {
  return kind === 'word' && KEYWORDS.has(text);
}

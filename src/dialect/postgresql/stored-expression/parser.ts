import type { Column } from '../../../model/schema.ts';
import type { SqlToken } from '../../sql-tokens.ts';
import { canonicalType } from '../types.ts';
import { arrayOf, castTo, coerced, commonType } from './coerce.ts';
import { Cursor } from './cursor.ts';
import { Beyond, baseOf, type Expression, typeOf } from './expression.ts';
import { call } from './functions.ts';
import type { EnumNames } from './literals.ts';
import { COMPARISONS, listed, operation, quantified } from './operators.ts';

/** Operators from loose to tight, below comparisons; `null` stands for any other operator. */
const LEVELS: readonly (ReadonlySet<string> | null)[] = [
  null,
  new Set(['+', '-']),
  new Set(['*', '/', '%']),
];
const KNOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '%',
  ...COMPARISONS,
  '!=',
]);
const LIKES: { readonly [word: string]: string } = { LIKE: '~~', ILIKE: '~~*' };
const TESTS: ReadonlySet<string> = new Set(['NULL', 'TRUE', 'FALSE', 'UNKNOWN']);
const QUANTIFIERS: ReadonlySet<string> = new Set(['ANY', 'SOME', 'ALL']);
/** Functions without parentheses, with their types. */
const KEYWORDS: { readonly [word: string]: string } = {
  CURRENT_DATE: 'date',
  CURRENT_TIMESTAMP: 'timestamp with time zone',
  LOCALTIMESTAMP: 'timestamp without time zone',
};
/** Fields of EXTRACT whose printed form is the word in lower case. */
const FIELDS = /^(?:year|month|day|hour|minute|second|epoch|dow|doy|week|quarter|isodow|isoyear)$/;
/** Words that no expression here begins with, nor a column's name without quotes. */
const REFUSED =
  /^(?:select|interval|row|not|and|or|is|in|between|like|exists|array|distinct|all|any)$/;

/**
 * Reads an expression over the columns of a table, by PostgreSQL's precedence, and works out types.
 * Every method throws `Beyond` on what is not known for sure.
 *
 * @see {@link https://www.postgresql.org/docs/15/sql-syntax-lexical.html#SQL-PRECEDENCE | Precedence}
 */
export class Parser {
  readonly cursor: Cursor;
  readonly #columns: readonly Column[];
  readonly #enums: EnumNames;
  readonly #flattens: boolean;

  /** @param flattens - as PostgreSQL reads; false keeps the groups that a printed text shows. */
  constructor(sql: string, columns: readonly Column[], enums: EnumNames, flattens: boolean) {
    this.#flattens = flattens;
    this.cursor = new Cursor(sql);
    this.#columns = columns;
    this.#enums = enums;
  }

  expression(): Expression {
    return this.#joined('OR', () => this.#joined('AND', () => this.#negation()));
  }

  #joined(word: 'AND' | 'OR', next: () => Expression): Expression {
    const first = this.#parenthesizedChain(word, next);
    const parts = [...first.parts];
    while (this.cursor.take(word)) parts.push(next());
    if (parts.length === first.parts.length) return first.whole;
    return { kind: 'logic', word, parts };
  }

  /** gram.y flattens `(a AND b) AND c`, not `a AND (b AND c)`, and not what BETWEEN becomes. */
  #parenthesizedChain(word: 'AND' | 'OR', next: () => Expression) {
    const isGrouped = this.#flattens && this.cursor.peek() === '(';
    const whole = next();
    const isChain = isGrouped && whole.kind === 'logic' && whole.word === word;
    return { whole, parts: isChain ? whole.parts : [whole] };
  }

  #negation(): Expression {
    return this.cursor.take('NOT') ? { kind: 'not', inner: this.#negation() } : this.#tested();
  }

  #tested(): Expression {
    let inner = this.#compared();
    while (this.cursor.take('IS')) {
      const negated = this.cursor.take('NOT');
      if (this.cursor.take('DISTINCT', 'FROM')) inner = this.#distinct(inner, negated);
      else {
        const test = this.cursor.takeOne(TESTS);
        if (test === null || typeOf(inner) === null) throw new Beyond();
        inner = { kind: 'test', inner, test: `IS ${negated ? 'NOT ' : ''}${test}` };
      }
    }
    return inner;
  }

  #distinct(left: Expression, negated: boolean): Expression {
    const right = this.#compared();
    const isNull = right.kind === 'constant' && right.text === 'NULL';
    if (isNull) return { kind: 'test', inner: left, test: negated ? 'IS NULL' : 'IS NOT NULL' };
    const equal = operation('=', left, right, this.#enums);
    if (equal.kind !== 'operator') throw new Beyond();
    const distinct: Expression = { ...equal, operator: 'IS DISTINCT FROM' };
    return negated ? { kind: 'not', inner: distinct } : distinct;
  }

  #compared(): Expression {
    const left = this.#ranged();
    const operator = this.cursor.peek() === '!=' ? '<>' : this.cursor.peek();
    if (!COMPARISONS.has(operator)) return left;
    this.cursor.next();
    return this.#applied(operator, left, () => this.#ranged());
  }

  #ranged(): Expression {
    const left = this.#operators(0);
    const negated = this.cursor.take('NOT');
    if (this.cursor.take('IN')) return listed(left, this.#list(), negated, this.#enums);
    if (this.cursor.take('BETWEEN')) return this.#between(left, negated);
    const like = LIKES[this.cursor.peek()];
    if (like !== undefined) {
      this.cursor.next();
      const operator = negated ? `!${like}` : like;
      return this.#applied(operator, left, () => this.#operators(0));
    }
    if (negated) throw new Beyond();
    return left;
  }

  #between(value: Expression, negated: boolean): Expression {
    const low = this.#operators(0);
    this.cursor.expect('AND');
    const high = this.#operators(0);
    const [under, over] = negated ? ['<', '>'] : ['>=', '<='];
    const parts = [
      operation(under ?? '', value, low, this.#enums),
      operation(over ?? '', value, high, this.#enums),
    ];
    return { kind: 'logic', word: negated ? 'OR' : 'AND', parts };
  }

  #operators(level: number): Expression {
    if (level >= LEVELS.length) return this.#zoned();
    let left = this.#operators(level + 1);
    while (this.#isOperatorOf(level)) {
      const operator = this.cursor.next().text;
      left = this.#applied(operator, left, () => this.#operators(level + 1));
    }
    return left;
  }

  #isOperatorOf(level: number): boolean {
    const text = this.cursor.peek();
    const words = LEVELS[level];
    if (words) return words.has(text);
    return /^[-+*/<>=~!@#%^&|`?]+$/.test(text) && !KNOWN_ELSEWHERE.has(text);
  }

  /** An operator, followed by its right side or by `ANY (array)`. */
  #applied(operator: string, left: Expression, right: () => Expression): Expression {
    const isQuantified = QUANTIFIERS.has(this.cursor.peek()) && this.cursor.peek(1) === '(';
    if (!isQuantified) return operation(operator, left, right(), this.#enums);
    const quantifier = this.cursor.takeOne(QUANTIFIERS) === 'ALL' ? 'ALL' : 'ANY';
    this.cursor.expect('(');
    const array = this.expression();
    this.cursor.expect(')');
    return quantified(operator, quantifier, left, array, this.#enums);
  }

  #zoned(): Expression {
    let inner = this.#signed();
    while (this.cursor.take('AT', 'TIME', 'ZONE')) {
      const zone = coerced(this.#signed(), 'text', this.#enums);
      const { type } = zonedType(inner);
      inner = { kind: 'worded', pieces: ['(', inner, ' AT TIME ZONE ', zone, ')'], type };
    }
    return inner;
  }

  /** gram.y folds the sign into the number (doNegate). */
  #signed(): Expression {
    if (!this.cursor.take('-')) return this.#casted();
    const number = this.#casted();
    const digits = number.kind === 'constant' ? number.text.replaceAll("'", '') : '';
    if (number.kind !== 'constant' || number.type === null || !/^[\d.]+$/.test(digits))
      throw new Beyond();
    return { ...number, text: `'-${digits}'` };
  }

  #casted(): Expression {
    let inner = this.#primary();
    while (this.cursor.take('::')) inner = castTo(inner, this.#type(), this.#enums);
    return inner;
  }

  #type(): string {
    const words = [this.#typeWord()];
    while (/^(?:VARYING|PRECISION|WITH|WITHOUT|TIME|ZONE)$/.test(this.cursor.peek())) {
      words.push(this.cursor.next().text);
    }
    if (this.cursor.peek() === '(') throw new Beyond();
    if (this.cursor.take('[', ']')) words.push('[]');
    const sql = words.join(' ').replace(/ \[\]$/, '[]');
    if (/^char(?:acter)?(?:\[\])?$/i.test(sql)) throw new Beyond();
    return sql === '"char"' ? sql : canonicalType(sql);
  }

  #typeWord(): string {
    const token = this.cursor.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw new Beyond();
    return token.text;
  }

  #primary(): Expression {
    if (this.cursor.take('(')) {
      const inner = this.expression();
      this.cursor.expect(')');
      return inner;
    }
    if (this.cursor.take('CASE')) return this.#case();
    if (this.cursor.take('ARRAY', '[')) return arrayOf(this.#items(']'), this.#enums);
    if (this.cursor.take('EXTRACT', '(')) return this.#extract();
    if (this.cursor.take('CAST', '(')) return this.#castCall();
    if (this.cursor.take('TRIM', '(')) return this.#trim();
    const token = this.cursor.next();
    if (token.text.toUpperCase() === 'INTERVAL') return this.#typedString('interval');
    if (token.text.toUpperCase() === 'DATE' && this.cursor.peek() !== '(')
      return this.#typedStringOrColumn(token);
    return constantOf(token) ?? this.#named(token);
  }

  /** `DATE '2020-01-01'`, unless it is a column of that name. */
  #typedStringOrColumn(token: SqlToken): Expression {
    const isColumn = this.cursor.done || this.cursor.peek() !== '';
    return isColumn ? this.#column(token) : this.#typedString('date');
  }

  #typedString(type: string): Expression {
    const constant = constantOf(this.cursor.next());
    if (constant?.type !== null) throw new Beyond();
    return castTo(constant, type, this.#enums);
  }

  #castCall(): Expression {
    const inner = this.expression();
    this.cursor.expect('AS');
    const cast = castTo(inner, this.#type(), this.#enums);
    this.cursor.expect(')');
    return cast;
  }

  #extract(): Expression {
    const field = this.cursor.next().text.toLowerCase();
    if (!FIELDS.test(field)) throw new Beyond();
    this.cursor.expect('FROM');
    const from = this.expression();
    this.cursor.expect(')');
    if (!/^(?:date|timestamp|interval)/.test(typeOf(from) ?? '')) throw new Beyond();
    return { kind: 'worded', pieces: [`EXTRACT(${field} FROM `, from, ')'], type: 'numeric' };
  }

  /** `trim(x)` is printed with its words. */
  #trim(): Expression {
    this.cursor.take('BOTH', 'FROM');
    const from = coerced(this.expression(), 'text', this.#enums);
    this.cursor.expect(')');
    // The words replace a call by name, so the cast to text is not shown.
    const shown = from.kind === 'cast' && baseOf(from.inner) !== 'text' ? from.inner : from;
    return { kind: 'worded', pieces: ['TRIM(BOTH FROM ', shown, ')'], type: 'text' };
  }

  #case(): Expression {
    const branches: { when: Expression; result: Expression }[] = [];
    // CASE x WHEN … compares x with a placeholder; that form is left as written.
    this.cursor.expect('WHEN');
    do {
      const when = this.expression();
      this.cursor.expect('THEN');
      branches.push({ when, result: this.expression() });
    } while (this.cursor.take('WHEN'));
    const last: Expression = this.cursor.take('ELSE')
      ? this.expression()
      : { kind: 'constant', text: 'NULL', type: null };
    this.cursor.expect('END');
    const type = commonType([...branches.map(({ result }) => result), last]);
    const whens = branches.map(({ when, result }) => ({
      when,
      result: coerced(result, type, this.#enums),
    }));
    return { kind: 'case', whens, otherwise: coerced(last, type, this.#enums), type };
  }

  #named(token: SqlToken): Expression {
    if (token.kind === 'word' && REFUSED.test(token.text.toLowerCase())) throw new Beyond();
    const keyword = token.kind === 'word' ? KEYWORDS[token.text.toUpperCase()] : undefined;
    if (keyword !== undefined && this.cursor.peek() !== '(')
      return { kind: 'call', name: token.text.toUpperCase(), args: null, type: keyword };
    if (this.cursor.take('(')) {
      return call(nameOf(token), this.#items(')'), this.#enums);
    }
    // A column may carry its table; the stored form does not.
    return this.#column(this.cursor.take('.') ? this.cursor.next() : token);
  }

  #column(token: SqlToken): Expression {
    const name = nameOf(token);
    const column = this.#columns.find((other) => other.name === name);
    if (!column || this.cursor.peek() === '[' || this.cursor.peek() === '(') throw new Beyond();
    return { kind: 'column', name, type: column.type };
  }

  #list(): readonly Expression[] {
    this.cursor.expect('(');
    return this.#items(')');
  }

  #items(end: string): readonly Expression[] {
    const items: Expression[] = [];
    while (!this.cursor.take(end)) {
      if (items.length > 0) this.cursor.expect(',');
      items.push(this.expression());
    }
    return items;
  }
}

function nameOf(token: SqlToken): string {
  if (token.kind !== 'word' && token.kind !== 'quoted') throw new Beyond();
  return token.kind === 'quoted' ? token.name : token.name.toLowerCase();
}

function constantOf(token: SqlToken): (Expression & { readonly kind: 'constant' }) | null {
  const { kind, text } = token;
  if (kind === 'string') {
    // E'…', $$…$$ and bit strings are spelt anew.
    if (!text.startsWith("'")) throw new Beyond();
    return { kind: 'constant', text, type: null };
  }
  if (/^(?:0|[1-9]\d{0,8})$/.test(text)) return { kind: 'constant', text, type: 'integer' };
  if (/^[1-9]\d{10,17}$/.test(text)) return { kind: 'constant', text: `'${text}'`, type: 'bigint' };
  if (/^(?:0|[1-9]\d*)\.\d+$/.test(text)) return { kind: 'constant', text, type: 'numeric' };
  if (/^(?:true|false)$/i.test(text) && kind === 'word')
    return { kind: 'constant', text: text.toLowerCase(), type: 'boolean' };
  if (/^null$/i.test(text) && kind === 'word')
    return { kind: 'constant', text: 'NULL', type: null };
  return null;
}

function zonedType(inner: Expression): { readonly type: string } {
  const base = baseOf(inner);
  if (base === 'timestamp with time zone') return { type: 'timestamp without time zone' };
  if (base === 'timestamp without time zone') return { type: 'timestamp with time zone' };
  throw new Beyond();
}

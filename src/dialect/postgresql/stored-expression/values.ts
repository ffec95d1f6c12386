import type { Column } from '../../../model/schema.ts';
import type { SqlToken } from '../../sql-tokens.ts';
import { canonicalType } from '../types.ts';
import { arrayOf, castTo, coerced, commonType } from './coerce.ts';
import type { Cursor } from './cursor.ts';
import { Beyond, baseOf, type Expression, typeOf } from './expression.ts';
import { call } from './functions.ts';
import type { EnumNames } from './literals.ts';

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

/** What a text may name, and how an expression inside of a value is read. */
interface Reading {
  readonly cursor: Cursor;
  readonly columns: readonly Column[];
  readonly enums: EnumNames;
  readonly expression: () => Expression;
}

/** Reads what operators stand between: columns, constants, calls, CASE, with their casts. */
export class Values {
  readonly #cursor: Cursor;
  readonly #columns: readonly Column[];
  readonly #enums: EnumNames;
  readonly #expression: () => Expression;

  constructor({ cursor, columns, enums, expression }: Reading) {
    this.#cursor = cursor;
    this.#columns = columns;
    this.#enums = enums;
    this.#expression = expression;
  }

  /** A value with its casts. @throws {Beyond} */
  casted(): Expression {
    let inner = this.#primary();
    while (this.#cursor.take('::')) inner = castTo(inner, this.#type(), this.#enums);
    return inner;
  }

  #type(): string {
    const words = [this.#typeName()];
    while (/^(?:VARYING|PRECISION|WITH|WITHOUT|TIME|ZONE)$/.test(this.#cursor.peek())) {
      words.push(this.#cursor.next().text);
    }
    if (this.#cursor.peek() === '(') throw new Beyond();
    if (this.#cursor.take('[', ']')) words.push('[]');
    const sql = words.join(' ').replace(/ \[\]$/, '[]');
    if (/^char(?:acter)?(?:\[\])?$/i.test(sql)) throw new Beyond();
    return sql === '"char"' ? sql : canonicalType(sql);
  }

  /** With its schema, `billing.status`, where that is said. */
  #typeName(): string {
    const name = this.#typeWord();
    return this.#cursor.take('.') ? `${name}.${this.#typeWord()}` : name;
  }

  #typeWord(): string {
    const token = this.#cursor.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw new Beyond();
    return token.text;
  }

  #primary(): Expression {
    if (this.#cursor.take('(')) {
      const inner = this.#expression();
      this.#cursor.expect(')');
      return inner;
    }
    if (this.#cursor.take('CASE')) return this.#case();
    if (this.#cursor.take('ARRAY', '[')) return arrayOf(this.items(']'), this.#enums);
    if (this.#cursor.take('EXTRACT', '(')) return this.#extract();
    if (this.#cursor.take('CAST', '(')) return this.#castCall();
    if (this.#cursor.take('TRIM', '(')) return this.#trim();
    const token = this.#cursor.next();
    if (token.text.toUpperCase() === 'INTERVAL') return this.#typedString('interval');
    if (token.text.toUpperCase() === 'DATE' && this.#cursor.peek() !== '(')
      return this.#typedStringOrColumn(token);
    return constantOf(token) ?? this.#named(token);
  }

  /** `DATE '2020-01-01'`, unless it is a column of that name. */
  #typedStringOrColumn(token: SqlToken): Expression {
    const isColumn = this.#cursor.done || this.#cursor.peek() !== '';
    return isColumn ? this.#column(token) : this.#typedString('date');
  }

  #typedString(type: string): Expression {
    const constant = constantOf(this.#cursor.next());
    if (constant?.type !== null) throw new Beyond();
    return castTo(constant, type, this.#enums);
  }

  #castCall(): Expression {
    const inner = this.#expression();
    this.#cursor.expect('AS');
    const cast = castTo(inner, this.#type(), this.#enums);
    this.#cursor.expect(')');
    return cast;
  }

  #extract(): Expression {
    const field = this.#cursor.next().text.toLowerCase();
    if (!FIELDS.test(field)) throw new Beyond();
    this.#cursor.expect('FROM');
    const from = this.#expression();
    this.#cursor.expect(')');
    if (!/^(?:date|timestamp|interval)/.test(typeOf(from) ?? '')) throw new Beyond();
    return { kind: 'worded', pieces: [`EXTRACT(${field} FROM `, from, ')'], type: 'numeric' };
  }

  /** `trim(x)` is printed with its words. */
  #trim(): Expression {
    this.#cursor.take('BOTH', 'FROM');
    const from = coerced(this.#expression(), 'text', this.#enums);
    this.#cursor.expect(')');
    // The words replace a call by name, so the cast to text is not shown.
    const shown = from.kind === 'cast' && baseOf(from.inner) !== 'text' ? from.inner : from;
    return { kind: 'worded', pieces: ['TRIM(BOTH FROM ', shown, ')'], type: 'text' };
  }

  #case(): Expression {
    const branches: { when: Expression; result: Expression }[] = [];
    // CASE x WHEN … compares x with a placeholder; that form is left as written.
    this.#cursor.expect('WHEN');
    do {
      const when = this.#expression();
      this.#cursor.expect('THEN');
      branches.push({ when, result: this.#expression() });
    } while (this.#cursor.take('WHEN'));
    const last: Expression = this.#cursor.take('ELSE')
      ? this.#expression()
      : { kind: 'constant', text: 'NULL', type: null };
    this.#cursor.expect('END');
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
    if (keyword !== undefined && this.#cursor.peek() !== '(')
      return { kind: 'call', name: token.text.toUpperCase(), args: null, type: keyword };
    if (this.#cursor.take('(')) {
      return call(nameOf(token), this.items(')'), this.#enums);
    }
    // A column may carry its table; the stored form does not.
    return this.#column(this.#cursor.take('.') ? this.#cursor.next() : token);
  }

  #column(token: SqlToken): Expression {
    const name = nameOf(token);
    const column = this.#columns.find((other) => other.name === name);
    if (!column || this.#cursor.peek() === '[' || this.#cursor.peek() === '(') throw new Beyond();
    return { kind: 'column', name, type: column.type };
  }

  /** Expressions up to the token that ends them. @throws {Beyond} */
  items(end: string): readonly Expression[] {
    const items: Expression[] = [];
    while (!this.#cursor.take(end)) {
      if (items.length > 0) this.#cursor.expect(',');
      items.push(this.#expression());
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

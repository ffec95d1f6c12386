import type { Column } from '../../../model/schema.ts';
import { coerced } from './coerce.ts';
import { Cursor } from './cursor.ts';
import { Beyond, baseOf, type Expression, typeOf } from './expression.ts';
import type { EnumNames } from './literals.ts';
import { COMPARISONS, listed, operation, quantified } from './operators.ts';
import { Values } from './values.ts';

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

/**
 * Reads an expression over the columns of a table, by PostgreSQL's precedence, and works out types.
 * Every method throws `Beyond` on what is not known for sure.
 *
 * @see {@link https://www.postgresql.org/docs/15/sql-syntax-lexical.html#SQL-PRECEDENCE | Precedence}
 */
export class Parser {
  readonly cursor: Cursor;
  readonly #values: Values;
  readonly #enums: EnumNames;
  readonly #flattens: boolean;

  /** @param flattens - as PostgreSQL reads; false keeps the groups that a printed text shows. */
  constructor(sql: string, columns: readonly Column[], enums: EnumNames, flattens: boolean) {
    this.#flattens = flattens;
    this.cursor = new Cursor(sql);
    this.#enums = enums;
    const expression = (): Expression => this.expression();
    this.#values = new Values({ cursor: this.cursor, columns, enums, expression });
  }

  expression(): Expression {
    return this.#joined('OR', () => this.#joined('AND', () => this.#negation()));
  }

  #joined(word: 'AND' | 'OR', next: () => Expression): Expression {
    const first = this.#parenthesizedChain(word, next);
    const parts = [...first.parts];
    while (this.cursor.take(word)) parts.push(next());
    if (parts.length === first.parts.length) return first.whole;
    return { kind: 'logic', word, parts, isRange: false };
  }

  /** gram.y flattens `(a AND b) AND c`, not `a AND (b AND c)`, and not what BETWEEN becomes. */
  #parenthesizedChain(word: 'AND' | 'OR', next: () => Expression) {
    const isGrouped = this.#flattens && this.cursor.peek() === '(';
    const whole = next();
    const isChain = isGrouped && whole.kind === 'logic' && whole.word === word && !whole.isRange;
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
    return { kind: 'logic', word: negated ? 'OR' : 'AND', parts, isRange: true };
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
    if (!this.cursor.take('-')) return this.#values.casted();
    const number = this.#values.casted();
    const digits = number.kind === 'constant' ? number.text.replaceAll("'", '') : '';
    if (number.kind !== 'constant' || number.type === null || !/^[\d.]+$/.test(digits))
      throw new Beyond();
    return { ...number, text: `'-${digits}'` };
  }

  #list(): readonly Expression[] {
    this.cursor.expect('(');
    return this.#values.items(')');
  }
}

function zonedType(inner: Expression): { readonly type: string } {
  const base = baseOf(inner);
  if (base === 'timestamp with time zone') return { type: 'timestamp without time zone' };
  if (base === 'timestamp without time zone') return { type: 'timestamp with time zone' };
  throw new Beyond();
}

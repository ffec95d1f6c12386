import { Cursor } from './cursor.ts';
import {
  type Arithmetic,
  type Comparison,
  type Expression,
  logic,
  Uncertain,
} from './expression.ts';
import { parsePrimary } from './primary.ts';

/** @throws {Uncertain} for what is not understood. */
export function parseExpression(sql: string, columns: ReadonlyMap<string, string>): Expression {
  const cursor = new Cursor(sql);
  const expression = new Parser(cursor, columns).whole();
  if (!cursor.done) throw new Uncertain(cursor.peek()?.text ?? '');
  return expression;
}

const COMPARISONS: readonly (readonly [text: string, operator: Comparison])[] = [
  ['<=>', '<=>'],
  ['<>', '<>'],
  ['!=', '<>'],
  ['<=', '<='],
  ['>=', '>='],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
];

/** From what binds loosest to what binds tightest. */
const ARITHMETIC: readonly (readonly (readonly [text: string, operator: Arithmetic])[])[] = [
  [['|', '|']],
  [['&', '&']],
  [
    ['<<', '<<'],
    ['>>', '>>'],
  ],
  [
    ['+', '+'],
    ['-', '-'],
  ],
  [
    ['*', '*'],
    ['/', '/'],
    ['%', 'mod'],
    ['mod', 'mod'],
    ['div', 'div'],
  ],
];

const DEEPEST = 100;

/** @see {@link https://dev.mysql.com/doc/refman/8.4/en/operator-precedence.html | Operator precedence} */
class Parser {
  readonly #cursor: Cursor;
  #depth = 0;
  readonly #columns: ReadonlyMap<string, string>;

  constructor(cursor: Cursor, columns: ReadonlyMap<string, string>) {
    this.#cursor = cursor;
    this.#columns = columns;
  }

  /** An expression up to where it ends. */
  whole(): Expression {
    const operands = [this.#and()];
    while (this.#cursor.take('or') || this.#cursor.take('||')) operands.push(this.#and());
    const [only] = operands;
    return only && operands.length === 1 ? only : logic('or', operands);
  }

  #and(): Expression {
    const operands = [this.#not()];
    while (this.#cursor.take('and') || this.#cursor.take('&&')) operands.push(this.#not());
    const [only] = operands;
    return only && operands.length === 1 ? only : logic('and', operands);
  }

  #not(): Expression {
    if (!this.#cursor.take('not')) return this.#comparison();
    return { kind: 'not', operand: this.#deeper(() => this.#not()) };
  }

  /** @throws {Uncertain} beyond a depth that no expression has that a person wrote. */
  #deeper(read: () => Expression): Expression {
    if (this.#depth > DEEPEST) throw new Uncertain('an expression of that depth');
    this.#depth += 1;
    const expression = read();
    this.#depth -= 1;
    return expression;
  }

  #comparison(): Expression {
    let left = this.#arithmetic(0);
    for (;;) {
      const next = this.#test(left) ?? this.#compared(left);
      if (next === null) return left;
      left = next;
    }
  }

  #compared(left: Expression): Expression | null {
    const found = COMPARISONS.find(([text]) => this.#cursor.take(text));
    if (!found) return null;
    return { kind: 'comparison', operator: found[1], left, right: this.#arithmetic(0) };
  }

  /** `is null`, `in (…)`, `between … and …`, `like …` after an operand. */
  #test(operand: Expression): Expression | null {
    if (this.#cursor.take('is')) return this.#is(operand);
    const negated = this.#cursor.take('not');
    if (this.#cursor.take('in')) return this.#in(operand, negated);
    if (this.#cursor.take('between')) {
      const low = this.#arithmetic(0);
      this.#cursor.expect('and');
      return { kind: 'between', operand, low, high: this.#arithmetic(0), negated };
    }
    if (this.#cursor.take('like')) {
      return { kind: 'match', operator: 'like', operand, pattern: this.#arithmetic(0), negated };
    }
    if (this.#cursor.take('regexp') || this.#cursor.take('rlike')) {
      return { kind: 'match', operator: 'regexp', operand, pattern: this.#arithmetic(0), negated };
    }
    if (negated) throw new Uncertain('not');
    return null;
  }

  #is(operand: Expression): Expression {
    const negated = this.#cursor.take('not');
    const test = (['null', 'true', 'false'] as const).find((word) => this.#cursor.take(word));
    if (test === undefined) throw new Uncertain('is');
    return { kind: 'is', operand, test, negated };
  }

  /** The servers keep a list of one value as a comparison. */
  #in(operand: Expression, negated: boolean): Expression {
    this.#cursor.expect('(');
    const items = [this.whole()];
    while (this.#cursor.take(',')) items.push(this.whole());
    this.#cursor.expect(')');
    const [only] = items;
    return only && items.length === 1
      ? { kind: 'comparison', operator: negated ? '<>' : '=', left: operand, right: only }
      : { kind: 'in', operand, items, negated };
  }

  #arithmetic(level: number): Expression {
    const operators = ARITHMETIC[level];
    if (!operators) return this.#unary();
    let left = this.#arithmetic(level + 1);
    for (;;) {
      const found = operators.find(([text]) => this.#cursor.take(text));
      if (!found) return left;
      const right = this.#arithmetic(level + 1);
      left = { kind: 'arithmetic', operator: found[1], left, right };
    }
  }

  #unary(): Expression {
    if (this.#cursor.take('-')) return negative(this.#deeper(() => this.#unary()));
    if (this.#cursor.take('!')) {
      return { kind: 'not', operand: this.#deeper(() => this.#unary()) };
    }
    return parsePrimary({
      cursor: this.#cursor,
      columns: this.#columns,
      whole: () => this.#deeper(() => this.whole()),
    });
  }
}

/** A minus before a number is part of it. */
function negative(operand: Expression): Expression {
  return operand.kind === 'number' && !operand.text.startsWith('-')
    ? { kind: 'number', text: `-${operand.text}` }
    : { kind: 'negative', operand };
}

import type { Column } from '../../model/schema.ts';
import { type SqlToken, tokenizeSql } from '../sql-tokens.ts';
import type { Node } from './nodes.ts';

const COMPARISONS = new Set(['=', '<>', '!=', '<', '>', '<=', '>=']);
/** Words that begin or continue what is not read here. */
const REFUSED = new Set([
  'and',
  'or',
  'not',
  'is',
  'in',
  'null',
  'case',
  'array',
  'any',
  'all',
  'current_date',
  'current_timestamp',
  'interval',
  'between',
  'like',
  'ilike',
  'similar',
]);

/** Reads a predicate over the columns of a table; null for anything that it does not know. */
export function parsePredicate(sql: string, columns: readonly Column[]): Node | null {
  const reader = new Reader(sql, columns);
  const node = reader.or();
  return node !== null && reader.isAtEnd() ? node : null;
}

/** A recursive-descent reader, from the loosest operator to the tightest. Null is "not understood". */
class Reader {
  readonly #tokens: readonly SqlToken[];
  readonly #columns: readonly Column[];
  #position = 0;

  constructor(sql: string, columns: readonly Column[]) {
    const tokens = tokenizeSql(sql, 'postgresql').filter(({ kind }) => kind !== 'space');
    this.#tokens = joined(tokens);
    this.#columns = columns;
  }

  isAtEnd(): boolean {
    return this.#position === this.#tokens.length;
  }

  or(): Node | null {
    return this.#chain('OR', () => this.#chain('AND', () => this.#not()));
  }

  #chain(operator: 'AND' | 'OR', next: () => Node | null): Node | null {
    const operands: Node[] = [];
    do {
      const operand = next();
      if (operand === null) return null;
      // PostgreSQL flattens (a AND b) AND c, not a AND (b AND c): gram.y, makeAndExpr.
      if (operands.length === 0 && operand.kind === 'logic' && operand.operator === operator) {
        operands.push(...operand.operands);
      } else {
        operands.push(operand);
      }
    } while (this.#takes(operator.toLowerCase()));
    const [only] = operands;
    return operands.length === 1 && only ? only : { kind: 'logic', operator, operands };
  }

  #not(): Node | null {
    if (!this.#takes('not')) return this.#comparison();
    const operand = this.#not();
    return operand && { kind: 'not', operand };
  }

  #comparison(): Node | null {
    const left = this.#value();
    if (left === null) return null;
    if (this.#takes('is')) {
      const negated = this.#takes('not');
      const isValue = left.kind === 'column' || left.kind === 'call' || left.kind === 'cast';
      return isValue && this.#takes('null') ? { kind: 'null', operand: left, negated } : null;
    }
    const negated = this.#takes('not');
    if (this.#takes('in')) return this.#list(left, negated);
    if (negated) return null;
    const operator = this.#peek();
    if (!COMPARISONS.has(operator)) return left;
    this.#position += 1;
    const right = this.#value();
    return right && { kind: 'compare', operator: operator === '!=' ? '<>' : operator, left, right };
  }

  #list(operand: Node, negated: boolean): Node | null {
    if (!this.#takes('(')) return null;
    const items = this.#operands();
    return items && items.length > 0 ? { kind: 'in', operand, items, negated } : null;
  }

  /** Values up to the closing parenthesis. */
  #operands(): readonly Node[] | null {
    const operands: Node[] = [];
    if (this.#takes(')')) return operands;
    do {
      const operand = this.#value();
      if (operand === null) return null;
      operands.push(operand);
    } while (this.#takes(','));
    return this.#takes(')') ? operands : null;
  }

  #value(): Node | null {
    let node = this.#primary();
    while (node !== null && this.#takes('::')) {
      const type = this.#type();
      node = type === null ? null : { kind: 'cast', operand: node, type };
    }
    return node;
  }

  /** A type of one word, which is all that predicates need, `character varying` aside. */
  #type(): string | null {
    const token = this.#next();
    if (token?.kind !== 'word') return null;
    const name = token.text.toLowerCase();
    if (name === 'varchar') return 'character varying';
    if (name === 'character' && this.#takes('varying')) return 'character varying';
    return ['text', 'integer', 'bigint', 'numeric', 'uuid', 'date', 'citext', 'boolean'].includes(
      name,
    )
      ? name
      : null;
  }

  #primary(): Node | null {
    if (this.#takes('(')) {
      const inner = this.or();
      return inner !== null && this.#takes(')') ? inner : null;
    }
    const token = this.#next();
    if (token === undefined) return null;
    if (token.kind === 'string')
      return token.text.startsWith("'") ? { kind: 'string', text: token.text } : null;
    if (/^\d+(?:\.\d+)?$/.test(token.text)) return { kind: 'number', text: token.text };
    const word = token.text.toLowerCase();
    if (word === 'true' || word === 'false') return { kind: 'boolean', text: word };
    return this.#name(token);
  }

  #name(token: SqlToken): Node | null {
    if (token.kind !== 'word' && token.kind !== 'quoted') return null;
    const name = token.kind === 'word' ? token.name.toLowerCase() : token.name;
    if (token.kind === 'word' && REFUSED.has(name)) return null;
    if (this.#takes('(')) {
      const operands = this.#operands();
      return operands && { kind: 'call', name, operands };
    }
    const column = this.#columns.find((other) => other.name === name);
    return column ? { kind: 'column', name, type: column.type } : null;
  }

  #peek(): string {
    return this.#tokens[this.#position]?.text.toLowerCase() ?? '';
  }

  #next(): SqlToken | undefined {
    const token = this.#tokens[this.#position];
    this.#position += 1;
    return token;
  }

  #takes(text: string): boolean {
    if (this.#peek() !== text) return false;
    this.#position += 1;
    return true;
  }
}

/** Operators of two characters as one token. */
function joined(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const result: SqlToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    const text = `${last?.text ?? ''}${token.text}`;
    if (last?.kind === 'symbol' && COMPARISONS.has(text) && text.length === 2) {
      result[result.length - 1] = { ...token, text };
    } else {
      result.push(token);
    }
  }
  return result;
}

import { isPlainIdentifier } from '../../../apply/reserved-words.ts';
import type { SqlToken } from '../../../apply/sql-tokens.ts';
import { tokenizeSql } from '../../../apply/sql-tokens.ts';
import { own } from '../../../model/own.ts';
import type { Column } from '../../../model/schema.ts';
import { alike, asText, baseType, listItems } from './coerce.ts';
import { type Expression, typeOf } from './expression.ts';

/** Thrown inside when the text is beyond the part of SQL that is known here for sure. */
class Beyond extends Error {}

/** The expression that a text holds over those columns; null when it is beyond what is known for sure. */
export function parseExpression(sql: string, columns: readonly Column[]): Expression | null {
  const tokens = tokenizeSql(sql, 'postgresql').filter(
    (token) => token.kind !== 'space' && token.kind !== 'comment',
  );
  const parser = new Parser(tokens, columns);
  try {
    const expression = parser.disjunction();
    return parser.done ? expression : null;
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '>', '<=', '>=']);
const ARITHMETIC: readonly ReadonlySet<string>[] = [new Set(['+', '-']), new Set(['*', '/', '%'])];

/** Functions by what they take and give: text functions read varchar as text. */
const TEXT_FUNCTIONS: { readonly [name: string]: string } = {
  lower: 'text',
  upper: 'text',
  btrim: 'text',
  length: 'integer',
  char_length: 'integer',
  md5: 'text',
};

const NIL_FUNCTIONS: { readonly [name: string]: string } = {
  now: 'timestamp with time zone',
  gen_random_uuid: 'uuid',
  uuid_generate_v4: 'uuid',
  uuid_generate_v1: 'uuid',
  clock_timestamp: 'timestamp with time zone',
};

class Parser {
  readonly #tokens: readonly SqlToken[];
  readonly #columns: readonly Column[];
  #at = 0;

  constructor(tokens: readonly SqlToken[], columns: readonly Column[]) {
    this.#tokens = tokens;
    this.#columns = columns;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  #peek(): string {
    const token = this.#tokens[this.#at];
    return token && token.kind !== 'string' && token.kind !== 'quoted'
      ? token.text.toUpperCase()
      : '';
  }

  #take(...words: readonly string[]): boolean {
    const start = this.#at;
    for (const word of words) {
      if (this.#peek() !== word) {
        this.#at = start;
        return false;
      }
      this.#at += 1;
    }
    return true;
  }

  #expect(word: string): void {
    if (!this.#take(word)) throw new Beyond();
  }

  disjunction(): Expression {
    return this.#joined('any', 'OR', () => this.#joined('all', 'AND', () => this.#negation()));
  }

  #joined(kind: 'all' | 'any', word: string, next: () => Expression): Expression {
    const parts = [next()];
    while (this.#take(word)) parts.push(next());
    const [only, ...more] = parts;
    if (only && more.length === 0) return only;
    // PostgreSQL keeps a chain of one connective flat.
    return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
  }

  #negation(): Expression {
    return this.#take('NOT') ? { kind: 'not', inner: this.#negation() } : this.#predicate();
  }

  #predicate(): Expression {
    const left = this.#arithmetic(0);
    const operator = this.#operator();
    if (operator !== null) return this.#compared(operator, left, this.#arithmetic(0));
    if (this.#take('IS')) return this.#test(left);
    const negated = this.#take('NOT');
    if (this.#take('IN')) return this.#list(left, negated);
    if (this.#take('BETWEEN')) return this.#between(left, negated);
    if (this.#take('LIKE')) return this.#like(left, negated ? '!~~' : '~~');
    if (this.#take('ILIKE')) return this.#like(left, negated ? '!~~*' : '~~*');
    if (negated) throw new Beyond();
    return left;
  }

  /** The tokens of `<=` and `!=` are single characters. */
  #operator(): string | null {
    const two = this.#peek() + (this.#tokens[this.#at + 1]?.text ?? '');
    if (COMPARISONS.has(two)) {
      this.#at += 2;
      return two === '!=' ? '<>' : two;
    }
    const one = this.#peek();
    if (!COMPARISONS.has(one)) return null;
    this.#at += 1;
    return one === '!=' ? '<>' : one;
  }

  #compared(operator: string, left: Expression, right: Expression): Expression {
    const sides = alike(left, right);
    if (!sides) throw new Beyond();
    return { kind: 'operator', operator, left: sides[0], right: sides[1], type: 'boolean' };
  }

  #test(inner: Expression): Expression {
    const not = this.#take('NOT') ? 'NOT ' : '';
    for (const word of ['NULL', 'TRUE', 'FALSE', 'UNKNOWN']) {
      if (this.#take(word)) return { kind: 'test', inner, test: `IS ${not}${word}` };
    }
    throw new Beyond();
  }

  #list(left: Expression, negated: boolean): Expression {
    this.#expect('(');
    const items = [this.#arithmetic(0)];
    while (this.#take(',')) items.push(this.#arithmetic(0));
    this.#expect(')');
    const [only] = items;
    if (only && items.length === 1) return this.#compared(negated ? '<>' : '=', left, only);
    const list = listItems(left, items);
    if (!list) throw new Beyond();
    return { kind: 'list', operator: negated ? '<> ALL' : '= ANY', ...list };
  }

  #between(value: Expression, negated: boolean): Expression {
    const low = this.#arithmetic(0);
    this.#expect('AND');
    const high = this.#arithmetic(0);
    if (negated) {
      return {
        kind: 'any',
        parts: [this.#compared('<', value, low), this.#compared('>', value, high)],
      };
    }
    return {
      kind: 'all',
      parts: [this.#compared('>=', value, low), this.#compared('<=', value, high)],
    };
  }

  #like(left: Expression, operator: string): Expression {
    const sides = [asText(left), asText(this.#arithmetic(0))];
    const [one, other] = sides;
    if (!one || !other) throw new Beyond();
    return { kind: 'operator', operator, left: one, right: other, type: 'boolean' };
  }

  #arithmetic(level: number): Expression {
    const operators = ARITHMETIC[level];
    if (!operators) return this.#casted();
    let left = this.#arithmetic(level + 1);
    while (operators.has(this.#peek())) {
      const operator = this.#peek();
      this.#at += 1;
      const sides = alike(left, this.#arithmetic(level + 1));
      const type = sides && typeOf(sides[0]);
      if (!sides || type === null || !/^(?:smallint|integer|bigint|numeric|double)/.test(type))
        throw new Beyond();
      left = { kind: 'operator', operator, left: sides[0], right: sides[1], type: baseType(type) };
    }
    return left;
  }

  #casted(): Expression {
    let inner = this.#primary();
    while (this.#take('::') || this.#take(':', ':')) {
      const token = this.#tokens[this.#at];
      const type = token?.kind === 'word' ? own(CAST_TYPES, token.text.toLowerCase()) : undefined;
      if (!type) throw new Beyond();
      this.#at += 1;
      inner =
        inner.kind === 'constant' && inner.type === null
          ? { ...inner, type }
          : { kind: 'cast', inner, type };
    }
    return inner;
  }

  #primary(): Expression {
    const token = this.#tokens[this.#at];
    if (!token) throw new Beyond();
    if (this.#take('(')) {
      const inner = this.disjunction();
      this.#expect(')');
      return inner;
    }
    this.#at += 1;
    if (token.kind === 'string' && token.text.startsWith("'"))
      return { kind: 'constant', text: token.text, type: null };
    if (/^\d+$/.test(token.text)) return { kind: 'constant', text: token.text, type: 'integer' };
    if (/^\d+\.\d+$/.test(token.text))
      return { kind: 'constant', text: token.text, type: 'numeric' };
    if (/^(?:true|false)$/i.test(token.text))
      return { kind: 'constant', text: token.text.toLowerCase(), type: 'boolean' };
    if (this.#peek() === '(') return this.#call(token);
    if (this.#take('.')) return this.#primary();
    return this.#column(token);
  }

  #column(token: SqlToken): Expression {
    const name = token.kind === 'quoted' ? token.name : token.name.toLowerCase();
    const column = this.#columns.find((other) => other.name === name);
    if (!column || (token.kind !== 'word' && token.kind !== 'quoted')) throw new Beyond();
    const quoted = isPlainIdentifier(name, 'postgresql') ? name : `"${name}"`;
    return { kind: 'column', name, quoted, type: column.type };
  }

  #call(token: SqlToken): Expression {
    const name = token.text.toLowerCase();
    this.#expect('(');
    const args: Expression[] = [];
    while (!this.#take(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#arithmetic(0));
    }
    const none = own(NIL_FUNCTIONS, name);
    if (args.length === 0 && none) return { kind: 'call', name, args, type: none };
    if (name === 'coalesce') return coalesce(args);
    const type = own(TEXT_FUNCTIONS, name);
    const texts = args.map(asText).filter((argument) => argument !== null);
    if (!type || texts.length !== args.length || args.length !== 1) throw new Beyond();
    return { kind: 'call', name, args: texts, type };
  }
}

const CAST_TYPES: { readonly [name: string]: string } = {
  text: 'text',
  integer: 'integer',
  int: 'integer',
  bigint: 'bigint',
  numeric: 'numeric',
  boolean: 'boolean',
  varchar: 'character varying',
  uuid: 'uuid',
  jsonb: 'jsonb',
  json: 'json',
};

/** COALESCE is a form of its own; its strings take the type of the others. */
function coalesce(args: readonly Expression[]): Expression {
  const type = args.map(typeOf).find((other) => other !== null);
  if (type === undefined || type === null) throw new Beyond();
  const base = baseType(type);
  const typed = args.map((argument): Expression => {
    if (argument.kind === 'constant' && argument.type === null) return { ...argument, type: base };
    if (baseType(typeOf(argument) ?? '') !== base) throw new Beyond();
    return argument;
  });
  return { kind: 'call', name: 'COALESCE', args: typed, type: base };
}

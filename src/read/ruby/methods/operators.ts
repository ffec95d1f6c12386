import { own } from '../../../model/own.ts';
import {
  array,
  boolean,
  equal,
  float,
  hashKey,
  integer,
  type NumberValue,
  type PatternValue,
  string,
  toText,
  truth,
  type Value,
} from '../evaluate/values.ts';

import { format } from './format.ts';

type Operate = (left: number, right: number) => number | boolean;

const ARITHMETIC: { readonly [operator: string]: Operate } = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => ((left % right) + right) % right,
  '**': (left, right) => left ** right,
  '<<': (left, right) => left * 2 ** right,
  '>>': (left, right) => Math.floor(left / 2 ** right),
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** A binary operator on two values; undefined when they have no such operator here. */
export function operate(operator: string, left: Value, right: Value): Value | undefined {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (operator === '==' || operator === '!=') {
    const same = equal(left, right);
    return same === null ? undefined : boolean(same === (operator === '=='));
  }
  if (operator === '<=>') return compared(left, right);
  if ('number' in left && 'number' in right) return operateNumbers(operator, left, right);
  if (left.kind === 'string') return operateString(operator, left.text, right);
  if (left.kind === 'array') return operateArray(operator, left.items, right);
  return undefined;
}

/** `<=>`; undefined for what has no order here. */
function compared(left: Value, right: Value): Value | undefined {
  if ('number' in left && 'number' in right) return integer(Math.sign(left.number - right.number));
  if ('text' in left && 'text' in right) {
    return integer(left.text < right.text ? -1 : left.text > right.text ? 1 : 0);
  }
  return left.kind === 'array' && right.kind === 'array'
    ? comparedLists(left.items, right.items)
    : undefined;
}

function comparedLists(left: readonly Value[], right: readonly Value[]): Value | undefined {
  for (const [at, item] of left.entries()) {
    const other = right[at];
    const order = other ? compared(item, other) : integer(1);
    if (order?.kind !== 'integer' || order.number !== 0) return order;
  }
  return integer(Math.sign(left.length - right.length));
}

function operateNumbers(
  operator: string,
  left: NumberValue,
  right: NumberValue,
): Value | undefined {
  const result = own(ARITHMETIC, operator)?.(left.number, right.number);
  if (result === undefined || (operator === '/' && right.number === 0)) return undefined;
  if (typeof result === 'boolean') return boolean(result);
  const whole = left.kind === 'integer' && right.kind === 'integer';
  if (!whole) return float(result);
  if (!Number.isSafeInteger(result)) return operateBig(operator, left.text, right.text);
  return Number.isInteger(result) || operator === '/' ? integer(Math.floor(result)) : float(result);
}

const COMPARE: { readonly [operator: string]: (left: string, right: string) => boolean } = {
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** Longest exponent or shift that is carried out. */
const MAX_EXPONENT = 1000n;

const BIG: { readonly [operator: string]: (left: bigint, right: bigint) => bigint | null } = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '**': (left, right) => (right >= 0n && right <= MAX_EXPONENT ? left ** right : null),
  '<<': (left, right) => (right >= 0n && right <= MAX_EXPONENT ? left << right : null),
};

/** Whole numbers beyond 2^53, exactly. */
function operateBig(operator: string, left: string, right: string): Value | undefined {
  const result = own(BIG, operator)?.(BigInt(left), BigInt(right)) ?? null;
  return result === null
    ? undefined
    : { kind: 'integer', number: Number(result), text: String(result) };
}

function operateString(operator: string, left: string, right: Value): Value | undefined {
  const text = toText(right);
  if (operator === '+' && right.kind === 'string') return string(left + right.text);
  if (operator === '*' && 'number' in right && left.length * right.number < 1_000_000) {
    return string(left.repeat(Math.max(0, right.number)));
  }
  if (operator === '%' && (text !== null || right.kind === 'array')) return format(left, right);
  if (right.kind !== 'string') return undefined;
  const compare = own(COMPARE, operator);
  return compare ? boolean(compare(left, right.text)) : undefined;
}

function operateArray(operator: string, left: Value[], right: Value): Value | undefined {
  if (right.kind !== 'array') {
    const glue = operator === '*' && right.kind === 'string' ? right.text : null;
    return glue === null ? undefined : string(left.map((item) => toText(item) ?? '').join(glue));
  }
  if (operator === '+') return array([...left, ...right.items]);
  if (operator === '-') return array(outside(left, right.items));
  if (operator === '&') {
    const others = keysOf(right.items);
    return array(left.filter((item) => others.has(hashKey(item))));
  }
  if (operator === '|') return array([...left, ...outside(right.items, left)]);
  return undefined;
}

/** Elements that another list does not have; Ruby compares them by `eql?`. */
function outside(items: readonly Value[], others: readonly Value[]): Value[] {
  const keys = keysOf(others);
  return items.filter((item) => !keys.has(hashKey(item)));
}

/** What is not known is the same as nothing. */
function keysOf(items: readonly Value[]): ReadonlySet<string> {
  return new Set(items.filter(({ kind }) => kind !== 'unknown').map(hashKey));
}

/** `pattern === subject`, as `when` asks it; null when it cannot be told. */
export function caseMatches(pattern: Value, subject: Value): boolean | null {
  if (subject.kind === 'unknown') return null;
  if (pattern.kind === 'pattern') {
    const text = toText(subject);
    return text === null ? null : matches(pattern, text);
  }
  if (pattern.kind === 'constant' || pattern.kind === 'object') return isA(subject, pattern.name);
  if (pattern.kind === 'proc' || pattern.kind === 'model') return null;
  if (pattern.kind === 'array') {
    return pattern.items.some((item) => caseMatches(item, subject) === true);
  }
  if (pattern.kind === 'range' && 'number' in subject) {
    const { from, to } = pattern;
    if (!('number' in from && 'number' in to)) return null;
    return from.number <= subject.number && subject.number <= to.number;
  }
  return equal(pattern, subject);
}

const CLASSES: { readonly [name: string]: readonly Value['kind'][] } = {
  String: ['string'],
  Symbol: ['symbol'],
  Integer: ['integer'],
  Float: ['float'],
  Numeric: ['integer', 'float'],
  Hash: ['hash'],
  Array: ['array'],
  NilClass: ['nil'],
  TrueClass: ['boolean'],
  FalseClass: ['boolean'],
  Proc: ['proc'],
};

/** `is_a?`; null when the class is not one of Ruby's own. */
export function isA(value: Value, className: string): boolean | null {
  const kinds = own(CLASSES, className);
  if (!kinds || value.kind === 'unknown') return null;
  if (value.kind === 'boolean') return className === (value.value ? 'TrueClass' : 'FalseClass');
  return kinds.includes(value.kind);
}

/**
 * A regular expression of Ruby in JavaScript's form; null when it has none, or could take long.
 * `^` and `$` are those of each line in Ruby.
 */
export function expressionOf({ source, ignoreCase }: PatternValue, flags = ''): RegExp | null {
  // A quantified group can take exponential time to fail.
  if (/\)[*+{]/.test(source)) return null;
  const plain = source
    .replaceAll('\\A', '(?<![\\s\\S])')
    .replaceAll('\\z', '(?![\\s\\S])')
    .replaceAll('\\Z', '(?=\\n?(?![\\s\\S]))')
    .replaceAll('\\h', '[0-9a-fA-F]')
    .replaceAll(/\[\[:(\w+):\]\]/g, (whole, name) => own(CHARACTERS, name) ?? whole);
  try {
    return new RegExp(plain, `mu${ignoreCase ? 'i' : ''}${flags}`);
  } catch {
    return null;
  }
}

const CHARACTERS: { readonly [name: string]: string } = {
  space: '\\s',
  digit: '\\d',
  alpha: '\\p{L}',
  alnum: '[\\p{L}\\d]',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
};

/** Whether a regular expression of Ruby matches; null when it cannot be told. */
export function matches(pattern: PatternValue, text: string): boolean | null {
  return text.length > 1000 ? null : (expressionOf(pattern)?.test(text) ?? null);
}

/** `!value`; null when it cannot be told. */
export function negate(value: Value): Value {
  const holds = truth(value);
  if (holds !== null) return boolean(!holds);
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
}

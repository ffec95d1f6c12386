import { own } from '../../../model/own.ts';
import {
  array,
  boolean,
  equal,
  float,
  integer,
  type PatternValue,
  string,
  toText,
  truth,
  type Value,
} from '../evaluate/values.ts';

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
  if ('number' in left && 'number' in right) return operateNumbers(operator, left, right);
  if (left.kind === 'string') return operateString(operator, left.text, right);
  if (left.kind === 'array') return operateArray(operator, left.items, right);
  return undefined;
}

function operateNumbers(
  operator: string,
  left: { readonly kind: string; readonly number: number },
  right: { readonly kind: string; readonly number: number },
): Value | undefined {
  const result = own(ARITHMETIC, operator)?.(left.number, right.number);
  if (result === undefined || (operator === '/' && right.number === 0)) return undefined;
  if (typeof result === 'boolean') return boolean(result);
  const whole = left.kind === 'integer' && right.kind === 'integer';
  if (!whole) return float(result);
  return Number.isInteger(result) || operator === '/' ? integer(Math.floor(result)) : float(result);
}

function operateString(operator: string, left: string, right: Value): Value | undefined {
  const text = toText(right);
  if (operator === '+' && right.kind === 'string') return string(left + right.text);
  if (operator === '*' && 'number' in right && left.length * right.number < 1_000_000) {
    return string(left.repeat(Math.max(0, right.number)));
  }
  if (operator === '%' && text !== null) return format(left, right);
  if (right.kind !== 'string') return undefined;
  if (operator === '<') return boolean(left < right.text);
  if (operator === '>') return boolean(left > right.text);
  return undefined;
}

/** `format` with `%s`, `%d` and `%{name}`; undefined for other directives. */
function format(pattern: string, value: Value): Value | undefined {
  const queue = value.kind === 'array' ? [...value.items] : [value];
  let failed = false;
  const text = pattern.replace(/%(?:%|[sd]|\{(\w+)\}|<(\w+)>[sd]|.)/g, (directive, name, typed) => {
    if (directive === '%%') return '%';
    const key = name ?? typed;
    const found =
      key && value.kind === 'hash'
        ? value.entries.get(`symbol::${key}`)?.value
        : /^%[sd]$/.test(directive)
          ? queue.shift()
          : undefined;
    const piece = found ? toText(found) : null;
    if (piece === null) failed = true;
    return piece ?? '';
  });
  return failed ? undefined : string(text);
}

function operateArray(operator: string, left: Value[], right: Value): Value | undefined {
  if (operator === '<<') {
    left.push(right);
    return { kind: 'array', items: left };
  }
  if (right.kind !== 'array') {
    const glue = operator === '*' && right.kind === 'string' ? right.text : null;
    return glue === null ? undefined : string(left.map((item) => toText(item) ?? '').join(glue));
  }
  if (operator === '+') return array([...left, ...right.items]);
  const isIn = (item: Value): boolean => right.items.some((other) => equal(item, other) === true);
  if (operator === '-') return array(left.filter((item) => !isIn(item)));
  if (operator === '&') return array(left.filter(isIn));
  if (operator === '|') {
    const more = right.items.filter((item) => !left.some((other) => equal(item, other) === true));
    return array([...left, ...more]);
  }
  return undefined;
}

/** `pattern === subject`, as `when` asks it; null when it cannot be told. */
export function caseMatches(pattern: Value, subject: Value): boolean | null {
  if (subject.kind === 'unknown') return null;
  if (pattern.kind === 'pattern') {
    const text = toText(subject);
    return text === null ? null : matches(pattern, text);
  }
  if (pattern.kind === 'constant') return isA(subject, pattern.name);
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

/** Whether a regular expression of Ruby matches; null when JavaScript has no such expression. */
export function matches(pattern: PatternValue, text: string): boolean | null {
  // A quantified group can take exponential time to fail.
  if (/\)[*+{]/.test(pattern.source) || text.length > 1000) return null;
  try {
    return expressionOf(pattern).test(text);
  } catch {
    return null;
  }
}

/** JavaScript's expression for one of Ruby's, as far as they are written alike. */
export function expressionOf({ source, ignoreCase }: PatternValue, flags = ''): RegExp {
  const anchored = source.replaceAll('\\A', '^').replaceAll(/\\[zZ]/g, '$');
  return new RegExp(anchored, `u${ignoreCase ? 'i' : ''}${flags}`);
}

/** `!value`; null when it cannot be told. */
export function negate(value: Value): Value {
  const holds = truth(value);
  if (holds !== null) return boolean(!holds);
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
}

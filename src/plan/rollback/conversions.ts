import type { Dialect } from '../../dialect/dialect.ts';
import { type ParsedType, parseType } from '../../dialect/type-change.ts';
import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';

/** What kind of values a type holds, as far as one kind can be turned into another. */
type Kind = 'integer' | 'decimal' | 'float' | 'boolean' | 'text' | 'date' | 'time' | 'instant';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:tinyint|smallint|mediumint|int|integer|bigint)\b/, 'integer'],
  [/^(?:numeric|decimal)\b/, 'decimal'],
  [/^(?:real|float|double)/, 'float'],
  [/^boolean\b/, 'boolean'],
  [/^(?:character|char|varchar|text|tinytext|mediumtext|longtext|citext|clob)\b/, 'text'],
  [/^date\b/, 'date'],
  [/^(?:timestamp|datetime)\b/, 'instant'],
  [/^time\b/, 'time'],
];

function kindOf(type: string): Kind | null {
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/**
 * Conversions between kinds that give up part of every value: the fraction, the time of day, the
 * zeroes in front of a number, all of a number but whether it is 0.
 */
const LOSSY: { readonly [K in Kind]: readonly Kind[] } = {
  integer: ['boolean', 'date', 'time', 'instant'],
  decimal: ['integer', 'float', 'boolean', 'date', 'time', 'instant'],
  float: ['integer', 'decimal', 'boolean', 'date', 'time', 'instant'],
  boolean: [],
  text: ['integer', 'decimal', 'float', 'boolean', 'date', 'time', 'instant'],
  date: ['time'],
  time: ['date'],
  instant: ['date', 'time'],
};

/**
 * Whether turning `from` into `to` silently changes stored values. Values that do not fit are no
 * loss: the engines refuse them (MySQL in the strict mode that Rails sets), and the statement
 * fails. Digits behind the point or the second are: those are rounded.
 *
 * @param using - PostgreSQL's USING; one that is no plain cast may do anything.
 */
export function losesValues(from: Column, to: Column, using: string | null): boolean {
  if (using !== null && !isPlainCast(using, to.name)) return true;
  if (from.type === to.type) return false;
  const kinds = [kindOf(from.type), kindOf(to.type)] as const;
  if (kinds[0] === null || kinds[1] === null) return false;
  if (kinds[0] !== kinds[1]) return LOSSY[kinds[0]].includes(kinds[1]);
  return losesFraction(kinds[0], parseType(from.type), parseType(to.type));
}

function isPlainCast(using: string, column: string): boolean {
  const name = `(?:"${escaped(column)}"|${escaped(column)})`;
  return (
    new RegExp(`^\\(?${name}\\)?(?:::[\\w"\\s().,\\[\\]]+)*$`, 'i').test(using.trim()) ||
    new RegExp(`^cast\\s*\\(\\s*${name}\\s+as\\s+[^()]+(?:\\([\\d, ]+\\))?\\s*\\)$`, 'i').test(
      using.trim(),
    )
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether digits behind the point or the second are rounded away. */
function losesFraction(kind: Kind, from: ParsedType, to: ParsedType): boolean {
  if (kind === 'float') return /^double/.test(from.name) && /^(?:real|float)$/.test(to.name);
  if (kind === 'decimal') return decimals(to) < decimals(from);
  if (kind === 'instant' || kind === 'time') return seconds(to) < seconds(from);
  return false;
}

function decimals({ modifiers: [precision, scale] }: ParsedType): number {
  return precision === undefined ? Number.POSITIVE_INFINITY : (scale ?? 0);
}

/** PostgreSQL's default is six digits; MySQL's `datetime` has none unless it says so. */
function seconds({ name, modifiers: [digits] }: ParsedType): number {
  return digits ?? (/^datetime$|^time$/.test(name) ? 0 : 6);
}

/** Whether every value of one type is a value of the other, so that going back cannot fail. */
export function fits(from: Column, to: Column): boolean {
  const [one, other] = [parseType(from.type), parseType(to.type)];
  const kinds = [kindOf(from.type), kindOf(to.type)] as const;
  if (from.type === to.type) return true;
  if (kinds[1] === 'text' && length(other) === Number.POSITIVE_INFINITY) return true;
  if (kinds[0] !== kinds[1] || kinds[0] === null) {
    return kinds[0] === 'date' && kinds[1] === 'instant';
  }
  if (kinds[0] === 'integer') return bytes(from.type) <= bytes(to.type);
  if (kinds[0] === 'text') return length(one) <= length(other);
  if (kinds[0] === 'decimal')
    return digits(one) <= digits(other) && decimals(one) <= decimals(other);
  return true;
}

const INTEGER_BYTES: { readonly [name: string]: number } = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  integer: 4,
  bigint: 8,
};

/** An unsigned integer reaches further up than a signed one of its size. */
function bytes(type: string): number {
  const name = /^\w+/.exec(type)?.[0] ?? type;
  return (own(INTEGER_BYTES, name) ?? 8) + (type.includes('unsigned') ? 0.5 : 0);
}

function length({ modifiers: [limit] }: ParsedType): number {
  return limit ?? Number.POSITIVE_INFINITY;
}

/** Digits in front of the point. */
function digits({ modifiers: [precision, scale] }: ParsedType): number {
  return precision === undefined ? Number.POSITIVE_INFINITY : precision - (scale ?? 0);
}

/**
 * PostgreSQL's USING expression that turns the column back. Only `integer` has a cast to and from
 * `boolean`; other numbers go through it.
 */
export function castBack(current: Column, wanted: Column, dialect: Dialect): string {
  const name = dialect.quoteIdentifier(wanted.name);
  const kinds = [kindOf(current.type), kindOf(wanted.type)];
  const numbers: readonly (Kind | null | undefined)[] = ['integer', 'decimal', 'float'];
  const betweenNumberAndBoolean =
    kinds.includes('boolean') && kinds.some((kind) => numbers.includes(kind));
  const via = betweenNumberAndBoolean ? '::integer' : '';
  return `${name}${via}::${wanted.type}`;
}

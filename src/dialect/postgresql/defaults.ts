import { own } from '../../model/own.ts';
import type { ColumnDefault, JsonValue } from '../../model/schema.ts';
import { castToForm, type LiteralForm } from '../rails/literals.ts';
import { quoteString } from './quoting.ts';
import { canonicalRange, RANGE_BOUNDS } from './ranges.ts';
import { splitType } from './types.ts';

const FORMS: { readonly [base: string]: LiteralForm } = {
  smallint: { kind: 'integer' },
  integer: { kind: 'integer' },
  bigint: { kind: 'integer' },
  oid: { kind: 'integer' },
  real: { kind: 'float' },
  'double precision': { kind: 'float' },
  // OID::Money is a decimal with two digits.
  money: { kind: 'decimal', scale: 2 },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  'timestamp without time zone': { kind: 'datetime' },
  'timestamp with time zone': { kind: 'datetime' },
  'time without time zone': { kind: 'time' },
  json: { kind: 'json' },
  jsonb: { kind: 'json' },
  hstore: { kind: 'hstore' },
};

/** What kind of value a literal default of a canonical type is. */
export function literalForm(type: string): LiteralForm {
  const { base, modifier, array } = splitType(type);
  const scale = modifier === null ? null : Number(modifier.split(',')[1] ?? 0);
  const bounds = own(RANGE_BOUNDS, base);
  const form = base === 'numeric' ? { kind: 'decimal' as const, scale } : own(FORMS, base);
  const element = bounds ? { kind: 'range' as const, of: bounds } : (form ?? { kind: 'string' });
  return array ? { kind: 'array', of: element } : element;
}

/** Casts a default as Ruby gives it; text for an array is PostgreSQL's own notation. */
export function castLiteral(value: JsonValue, type: string): JsonValue {
  const form = literalForm(type);
  if (form.kind === 'array' && typeof value === 'string') {
    return castToForm(parseArray(value) ?? value, form);
  }
  if (form.kind === 'range' && typeof value === 'string') return canonicalRange(value, form.of);
  const cast = castToForm(value, form);
  return splitType(type).base === 'jsonb' ? withSortedKeys(cast) : cast;
}

/**
 * A jsonb keeps the keys of its objects by length, then by their bytes.
 *
 * @see {@link https://www.postgresql.org/docs/17/datatype-json.html}
 */
function withSortedKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, withSortedKeys(inner)] as const,
  );
  return Object.fromEntries(entries.sort(([left], [right]) => byLengthThenBytes(left, right)));
}

function byLengthThenBytes(left: string, right: string): number {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length - b.length || Buffer.compare(a, b);
}

/** Casts a default as SQL gives it. @see castLiteral */
export function literalFromSql(text: string, type: string): JsonValue {
  const form = literalForm(type);
  if (form.kind === 'json') return parseJson(text);
  if (form.kind === 'hstore') return parseHstore(text) ?? text;
  return castLiteral(text, type);
}

/** A default as SQL. Strings are quoted, and left without a cast: PostgreSQL gives them the column's type. */
export function defaultSql(value: ColumnDefault, type: string): string {
  if (value.kind === 'expression') return value.sql;
  return literalSql(value.value, literalForm(type));
}

function literalSql(value: JsonValue, form: LiteralForm): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean')
    return form.kind === 'json' ? quoteString(String(value)) : String(value);
  if (form.kind === 'json') return quoteString(JSON.stringify(value));
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isNumeric(form) ? value : quoteString(value);
  if (Array.isArray(value)) return quoteString(formatArray(value));
  return quoteString(form.kind === 'hstore' ? formatHstore(value) : JSON.stringify(value));
}

function isNumeric(form: LiteralForm): boolean {
  return form.kind === 'integer' || form.kind === 'decimal';
}

function parseJson(text: string): JsonValue {
  try {
    const parsed: JsonValue = JSON.parse(text);
    return parsed;
  } catch {
    return text;
  }
}

/** `{a,"b c",NULL}` as `['a', 'b c', null]`, nested arrays too; null when it is no array. */
function parseArray(text: string): JsonValue | null {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|[{},]|[^{},"\s][^{},"]*/gs);
  if (tokens?.[0] !== '{') return null;
  const open: JsonValue[][] = [];
  for (const token of tokens) {
    if (token === '{') {
      open.push([]);
    } else if (token === '}') {
      const closed = open.pop() ?? [];
      const parent = open.at(-1);
      if (!parent) return closed;
      parent.push(closed);
    } else if (token !== ',') {
      open.at(-1)?.push(arrayItem(token));
    }
  }
  return null;
}

function arrayItem(token: string): JsonValue {
  if (token.startsWith('"')) return token.slice(1, -1).replace(/\\(.)/gs, '$1');
  return /^null$/i.test(token.trim()) ? null : token.trim();
}

function formatArray(items: readonly JsonValue[]): string {
  const formatted = items.map((item) => {
    if (item === null) return 'NULL';
    if (Array.isArray(item)) return formatArray(item);
    if (typeof item !== 'string')
      return typeof item === 'object' ? JSON.stringify(item) : String(item);
    const plain = item !== '' && !/[{},"\\\s]/.test(item) && !/^null$/i.test(item);
    return plain ? item : `"${item.replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${formatted.join(',')}}`;
}

/** `"a"=>"1"` as `{ a: '1' }`; null when it is no hstore. */
function parseHstore(text: string): JsonValue | null {
  const pair = /\s*"((?:\\.|[^"\\])*)"\s*=>\s*(?:"((?:\\.|[^"\\])*)"|NULL)\s*(?:,|$)/gsy;
  const entries: [string, JsonValue][] = [];
  while (pair.lastIndex < text.length) {
    const match = pair.exec(text);
    if (!match) return null;
    entries.push([
      unescapeHstore(match[1] ?? ''),
      match[2] === undefined ? null : unescapeHstore(match[2]),
    ]);
  }
  return Object.fromEntries(entries);
}

function unescapeHstore(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function formatHstore(value: { readonly [key: string]: JsonValue } | readonly JsonValue[]): string {
  const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  return Object.entries(value)
    .map(([key, item]) => `${quote(key)}=>${item === null ? 'NULL' : quote(String(item))}`)
    .join(', ');
}

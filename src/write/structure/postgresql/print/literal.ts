import { defaultSql, literalForm } from '../../../../dialect/postgresql/defaults.ts';
import { quoteString } from '../../../../dialect/postgresql/quoting.ts';
import { splitType } from '../../../../dialect/postgresql/types.ts';
import type { JsonValue } from '../../../../model/schema.ts';
import { qualified } from '../names.ts';

const MAX_INTEGER = 2147483647;

/**
 * A literal default as pg_get_expr() prints it: with the type of the constant, which is not always
 * that of the column (get_const_expr in ruleutils.c).
 *
 * @param isUserType - whether the type of that name stands in the default schema.
 */
export function literalDefault(
  value: JsonValue,
  type: string,
  isUserType: (name: string) => boolean,
): string {
  const form = literalForm(type);
  if (typeof value === 'boolean' && form.kind === 'boolean') return String(value);
  if (form.kind === 'integer' && typeof value === 'number') return integer(value);
  if (form.kind === 'float' && typeof value === 'number') return decimal(floatText(value));
  if (form.kind === 'decimal' && isNumber(value)) return decimal(String(value));
  return `${literalText(value, type)}::${constantType(type, isUserType)}`;
}

/** A whole number that fits is of type integer; a sign is part of the constant, which is quoted then. */
function integer(value: number): string {
  const fits = value <= MAX_INTEGER && value >= -MAX_INTEGER - 1;
  if (fits) return value < 0 ? `'${value}'::integer` : String(value);
  return `'${value}'::bigint`;
}

/** A number with a point is of type numeric. */
function decimal(text: string): string {
  return text.startsWith('-') ? `'${text}'::numeric` : text;
}

/** Ruby prints a float with its point, so that Rails sends `0.0`. */
function floatText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function isNumber(value: JsonValue): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value))
  );
}

function literalText(value: JsonValue, type: string): string {
  if (splitType(type).base === 'jsonb' && !splitType(type).array) return quoteString(jsonb(value));
  const text = defaultSql({ kind: 'literal', value: timeOnly(value, type) }, type);
  return text.startsWith("'") ? text : quoteString(text);
}

/** Rails gives a time of day a date, which the server does not. */
function timeOnly(value: JsonValue, type: string): JsonValue {
  if (typeof value !== 'string' || !/^time\b/.test(type)) return value;
  return value.replace(/^2000-01-01 /, '');
}

/** jsonb_out() puts a blank behind colons and commas. */
function jsonb(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonb).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${jsonb(inner)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** format_type() of the constant, which has no length or precision. */
function constantType(type: string, isUserType: (name: string) => boolean): string {
  const { base, array } = splitType(type);
  const suffix = array ? '[]' : '';
  if (base === 'character') return `bpchar${suffix}`;
  if (base === 'bit' || base === 'char') return `"${base}"${suffix}`;
  const name = isUserType(base) || base.includes('.') ? qualified(base) : base;
  return `${name}${suffix}`;
}

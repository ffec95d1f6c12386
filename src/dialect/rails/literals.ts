import type { JsonValue } from '../../model/schema.ts';

/** What kind of value a column's literal default is, whatever the engine. */
export type LiteralForm =
  | { readonly kind: 'integer' | 'float' | 'boolean' | 'string' | 'date' | 'datetime' | 'time' }
  | { readonly kind: 'decimal'; readonly scale: number | null }
  | { readonly kind: 'json' | 'hstore' }
  | { readonly kind: 'array'; readonly of: LiteralForm }
  /** PostgreSQL's ranges, kept as PostgreSQL prints them: `[1,10)`, `(,)`. */
  | { readonly kind: 'range'; readonly of: LiteralForm };

/** What Active Model's boolean type takes for false; all else but an empty string is true. */
const FALSE_VALUES: ReadonlySet<JsonValue> = new Set([
  ...[false, 0, '0', 'f', 'F', 'false', 'FALSE', 'off', 'OFF'],
]);

/** The day that Active Model gives to times of day. */
const TIME_EPOCH = '2000-01-01';

/**
 * Casts a literal as Active Model's type for the column does before the dumper writes it.
 * A value that has no sense in the form comes back as it is, so that nothing is lost.
 */
export function castToForm(value: JsonValue, form: LiteralForm): JsonValue {
  if (value === null) return null;
  switch (form.kind) {
    case 'integer':
      return castInteger(value);
    case 'float':
      return castFloat(value);
    case 'decimal':
      return castDecimal(value, form.scale);
    case 'boolean':
      return value === '' ? null : !FALSE_VALUES.has(value);
    case 'string':
      return castString(value);
    case 'date':
      return typeof value === 'string' ? value.replace(/[T ].*$/, '') : value;
    case 'datetime':
      return castDatetime(value);
    case 'time':
      return castTime(value);
    case 'hstore':
      return value === '' ? {} : value;
    // Active Record serialises a string as a JSON string: default: '{}' really is the text "{}".
    case 'json':
    case 'range':
      return value;
    case 'array':
      return Array.isArray(value) ? value.map((item) => castItem(item, form)) : value;
  }
}

/** An item of an array, which may be an array again: PostgreSQL's arrays have any number of dimensions. */
function castItem(item: JsonValue, form: Extract<LiteralForm, { kind: 'array' }>): JsonValue {
  return castToForm(item, Array.isArray(item) ? form : form.of);
}

function castInteger(value: JsonValue): JsonValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value !== 'string') return value;
  const digits = /^\s*[+-]?\d+/.exec(value)?.[0];
  if (digits === undefined) return value === '' ? null : 0;
  // A bigint that a double cannot hold stays text.
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits.trim();
}

function castFloat(value: JsonValue): JsonValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return value;
  const parsed = Number.parseFloat(value);
  // JSON has no word for what is infinite, so that it stays text.
  return Number.isFinite(parsed) ? parsed : value;
}

/** BigDecimal's plain notation: `"0.0"` for 0, `"1.5"` for 1.50; without a fraction where the scale is 0. */
function castDecimal(value: JsonValue, scale: number | null): JsonValue {
  if (typeof value === 'boolean') return castDecimal(value ? '1' : '0', scale);
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(plainNumber(value));
  if (!match || `${match[2]}${match[3] ?? ''}` === '') return value;
  const rounded = roundDigits(match[2] ?? '', match[3] ?? '', scale);
  const whole = rounded.whole.replace(/^0+(?=\d)/, '');
  const fraction = rounded.fraction.replace(/0+$/, '');
  const isZero = /^0*$/.test(whole) && fraction === '';
  const sign = match[1] === '-' && !isZero ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction || '0'}`;
}

/** Rounds half away from zero, as BigDecimal#round does. */
function roundDigits(
  whole: string,
  fraction: string,
  scale: number | null,
): { readonly whole: string; readonly fraction: string } {
  if (scale === null || fraction.length <= scale) return { whole: whole || '0', fraction };
  const up = (fraction.charCodeAt(scale) ?? 0) >= '5'.charCodeAt(0) ? 1n : 0n;
  const digits = (BigInt(`0${whole}${fraction.slice(0, scale)}`) + up)
    .toString()
    .padStart(scale + 1, '0');
  return {
    whole: digits.slice(0, digits.length - scale),
    fraction: digits.slice(-scale || digits.length),
  };
}

/** Without an exponent: `1e3` is `1000`. */
function plainNumber(value: string | number): string {
  const text = String(value);
  const match = /^\s*([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d+)\s*$/.exec(text);
  if (!match) return text;
  const digits = `${match[2]}${match[3] ?? ''}`;
  const point = (match[2] ?? '').length + Number(match[4]);
  if (point <= 0) return `${match[1]}0.${'0'.repeat(-point)}${digits}`;
  return `${match[1]}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
}

function castString(value: JsonValue): JsonValue {
  if (typeof value === 'number') return String(value);
  // Active Model's string type stores true as t and false as f.
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value;
}

/** `2020-01-31` and `2020-01-31T08:00:00.000Z` as `2020-01-31 08:00:00`: the dumper writes whole seconds. */
function castDatetime(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(?:Z|UTC|\+00(?::?00)?)?)?$/.exec(
      value,
    );
  return match ? `${match[1]} ${match[2] ?? '00:00'}${match[3] ?? ':00'}` : value;
}

function castTime(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  const match = /^(?:\d{4}-\d\d-\d\d[T ])?(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z| UTC)?$/.exec(value);
  return match ? `${TIME_EPOCH} ${match[1]}${match[2] ?? ':00'}` : value;
}

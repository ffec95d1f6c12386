import { printedInterval } from '../../../dialect/postgresql/written-intervals.ts';
import { own } from '../../../model/own.ts';
import { Beyond } from '../query/query.ts';
import { jsonbValue } from './jsonb.ts';
import type { Types } from './types.ts';

/** Types that keep a string as it is written. */
const VERBATIM = new Set([
  'text',
  'varchar',
  'bpchar',
  'citext',
  'json',
  'regclass',
  'name',
  'xml',
]);

type Reader = (text: string, types: Types) => string | null;

/** How a type writes back what it read; null where that is not known for sure. */
const READERS: { readonly [type: string]: Reader } = {
  bool: booleanValue,
  int2: integerValue,
  int4: integerValue,
  int8: integerValue,
  oid: integerValue,
  numeric: numericValue,
  float4: floatValue,
  float8: floatValue,
  uuid: (text) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null,
  date: dateValue,
  timestamp: timestampValue,
  timestamptz: zonedValue,
  time: (text) =>
    /^\d\d:\d\d:\d\d$/.test(text) ? text : /^\d\d:\d\d$/.test(text) ? `${text}:00` : null,
  interval: printedInterval,
  jsonb: jsonbValue,
  // regconfigout names no schema that is on the search path, and pg_catalog always is.
  regconfig: (text) => text.replace(/^pg_catalog\./, ''),
  char: (text) => (/^[!-~]$/.test(text) ? text : null),
  inet: (text) => (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? text : null),
  jsonpath: pathValue,
};

/**
 * A string read as that type and written back, as PostgreSQL prints a constant.
 *
 * Moments in time with a zone are read and written in UTC, which Rails sets for its connections.
 *
 * @throws {Beyond} where its form is not known for sure.
 */
export function literalValue(text: string, type: string, types: Types): string {
  if (VERBATIM.has(type) || types.isEnum(type)) return text;
  const element = types.elementOf(type);
  const value =
    element === null ? own(READERS, type)?.(text, types) : arrayValue(text, element, types);
  if (value === null || value === undefined) throw new Beyond(`${type} '${text}'`);
  return value;
}

/** Keys of a path are written with quotes: `$.a[0]` is `$."a"[0]`. */
function pathValue(text: string): string | null {
  if (!/^\$(?:\.(?:[a-z_]\w*|"\w+")|\[(?:\d+|\*)\])*$/i.test(text)) return null;
  return text.replaceAll(/\.(\w+)/g, '."$1"');
}

function booleanValue(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (/^(?:t|true|y|yes|on|1)$/.test(word)) return 't';
  return /^(?:f|false|n|no|off|0)$/.test(word) ? 'f' : null;
}

function integerValue(text: string): string | null {
  const match = /^\s*([-+]?)0*(\d+)\s*$/.exec(text);
  if (!match || (match[2] ?? '').length > 18) return null;
  return `${match[1] === '-' && match[2] !== '0' ? '-' : ''}${match[2]}`;
}

function numericValue(text: string): string | null {
  const match = /^\s*([-+]?)(\d*)(?:\.(\d*))?\s*$/.exec(text);
  const [, sign = '', whole = '', part] = match ?? [];
  if (!match || (whole === '' && !part)) return null;
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${part ? `.${part}` : ''}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

function floatValue(text: string): string | null {
  const plain = numericValue(text);
  if (plain === null || plain.replace(/\D/g, '').length > 14) return null;
  return String(Number(plain));
}

function dateValue(text: string): string | null {
  return /^(?:\d{4}-\d\d-\d\d|-?infinity)$/.test(text) ? text : null;
}

function timestampValue(text: string): string | null {
  if (/^-?infinity$/.test(text)) return text;
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,6}))?)?$/.exec(text);
  if (!match) return null;
  const fraction = (match[4] ?? '').replace(/0+$/, '');
  return `${match[1]} ${match[2] ?? '00:00'}${match[3] ?? ':00'}${fraction ? `.${fraction}` : ''}`;
}

function zonedValue(text: string): string | null {
  const value = timestampValue(text.replace(/(?<=:\d\d(?:\.\d+)?)(?: ?UTC|Z|\+00(?::?00)?)$/i, ''));
  return value === null || value.endsWith('infinity') ? value : `${value}+00`;
}

/** `{a,b}`; elements with quotes or braces of their own are left to the server. */
function arrayValue(text: string, element: string, types: Types): string | null {
  const match = /^\s*\{\s*([^{}"\\]*?)\s*\}\s*$/.exec(text);
  if (!match) return null;
  const list = match[1] ?? '';
  if (list === '') return '{}';
  const items = list.split(',').map((item) => item.trim());
  if (items.some((item) => /^(?:null)?$/i.test(item))) return null;
  return `{${items.map((item) => quotedElement(literalValue(item, element, types))).join(',')}}`;
}

function quotedElement(value: string): string {
  return /[\s{},"\\]/.test(value) ? `"${value}"` : value;
}

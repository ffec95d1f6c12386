import { own } from '../../../model/own.ts';
import { printedInterval } from '../written-intervals.ts';
import { Beyond, baseType, type Constant } from './expression.ts';

/** What an expression may name besides the columns. */
export type EnumNames = ReadonlySet<string>;

/** Types that keep a string as it is written. */
const VERBATIM: ReadonlySet<string> = new Set([
  'text',
  'character varying',
  'citext',
  'json',
  'regconfig',
  'regclass',
  '"char"',
]);

/**
 * Types whose strings PostgreSQL evaluates and prints in a form of its own, with the strings that
 * are in this form already.
 */
const PRINTED_FORMS: { readonly [type: string]: RegExp } = {
  smallint: /^'-?\d+'$/,
  bigint: /^'-?\d+'$/,
  'double precision': /^'-?\d{1,9}(?:\.\d{0,5}[1-9])?'$/,
  uuid: /^'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'$/,
  date: /^'(?:\d{4}-\d\d-\d\d|-?infinity)'$/,
  'timestamp without time zone': /^'(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|-?infinity)'$/,
  'timestamp with time zone': /^'-?infinity'$/,
  interval:
    /^'(?=[1-9\d])(?:(?:1 year|(?:[2-9]|\d{2,}) years)(?: |(?='$)))?(?:(?:1 mon|(?:[2-9]|1[01]) mons)(?: |(?='$)))?(?:(?:1 day|(?:[2-9]|\d{2,}) days)(?: |(?='$)))?(?:\d{2,}:\d\d:\d\d)?'$/,
  jsonb: /^'(?:\{\}|\[\])'$/,
};

/** An array of plain words or numbers prints as it is written. */
const PLAIN_ARRAY = /^'\{(?:(?!null\b)[\w.-]+(?:,(?!null\b)[\w.-]+)*)?\}'$/i;
const TRUE = /^'(?:t|true|y|yes|on|1)'$/i;
const FALSE = /^'(?:f|false|n|no|off|0)'$/i;

/**
 * A string of open type read as that type.
 *
 * @throws {Beyond} where its printed form is not known for sure.
 */
export function literalAs(constant: Constant, type: string, enums: EnumNames): Constant {
  if (constant.text === 'NULL') return { ...constant, type };
  const base = baseType(type);
  const text = valueText(constant.text, base, enums);
  return { kind: 'constant', text, type: base };
}

function valueText(text: string, base: string, enums: EnumNames): string {
  if (VERBATIM.has(base) || enums.has(base)) return text;
  if (base === 'boolean') return booleanText(text);
  if (base === 'integer') return integerText(text);
  if (base === 'numeric') return numericText(text);
  const canonical = base === 'interval' ? intervalText(text) : timestampText(text, base);
  const form = base.endsWith('[]') ? PLAIN_ARRAY : own(PRINTED_FORMS, base);
  if (!form?.test(canonical)) throw new Beyond();
  return canonical;
}

function booleanText(text: string): string {
  if (TRUE.test(text)) return 'true';
  if (FALSE.test(text)) return 'false';
  throw new Beyond();
}

/** An integer needs no quotes, unless it is negative. */
function integerText(text: string): string {
  if (/^'(?:0|[1-9]\d{0,8})'$/.test(text)) return text.slice(1, -1);
  if (/^'-[1-9]\d{0,8}'$/.test(text)) return text;
  throw new Beyond();
}

/** A number with a point says by itself that it is numeric. */
function numericText(text: string): string {
  if (/^'(?:0|[1-9]\d*)\.\d+'$/.test(text)) return text.slice(1, -1);
  if (/^'-?(?:0|[1-9]\d*)(?:\.\d+)?'$/.test(text)) return text;
  throw new Beyond();
}

function timestampText(text: string, base: string): string {
  const isDay = base === 'timestamp without time zone' && /^'\d{4}-\d\d-\d\d'$/.test(text);
  return isDay ? `${text.slice(0, -1)} 00:00:00'` : text;
}

function intervalText(text: string): string {
  const printed = printedInterval(text.slice(1, -1));
  return printed === null ? text : `'${printed}'`;
}

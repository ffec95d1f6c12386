import { own } from '../../model/own.ts';
import type { ColumnDefault, JsonValue } from '../../model/schema.ts';
import { castToForm, type LiteralForm } from '../rails/literals.ts';
import { quoteString } from './quoting.ts';
import { splitType } from './types.ts';

const FORMS: { readonly [base: string]: LiteralForm } = {
  tinyint: { kind: 'integer' },
  smallint: { kind: 'integer' },
  mediumint: { kind: 'integer' },
  int: { kind: 'integer' },
  bigint: { kind: 'integer' },
  year: { kind: 'integer' },
  float: { kind: 'float' },
  double: { kind: 'float' },
  date: { kind: 'date' },
  datetime: { kind: 'datetime' },
  timestamp: { kind: 'datetime' },
  time: { kind: 'time' },
  json: { kind: 'json' },
};

/** What kind of value a literal default of a canonical type is. */
export function literalForm(type: string): LiteralForm {
  const { base, modifier } = splitType(type);
  if (base === 'tinyint' && modifier === '1') return { kind: 'boolean' };
  if (base === 'decimal') return { kind: 'decimal', scale: Number(modifier?.split(',')[1] ?? 0) };
  return own(FORMS, base) ?? { kind: 'string' };
}

/** Casts a default as Ruby gives it. MySQL's string type stores true as 1 and false as 0. */
export function castLiteral(value: JsonValue, type: string): JsonValue {
  const form = literalForm(type);
  if (form.kind === 'date' || form.kind === 'datetime') {
    // MySQL takes 0 for the zero date, which Rails has no value for and dumps as no default at all.
    if (!value || /^0000-00-00\b/.test(String(value))) return null;
  }
  if (form.kind === 'string' && typeof value === 'boolean') return value ? '1' : '0';
  return castToForm(value, form);
}

/** Casts a default as SQL gives it. JSON columns have no literal defaults in MySQL, only expressions. */
export function literalFromSql(text: string, type: string): JsonValue {
  return castLiteral(text, type);
}

/**
 * A default as SQL. An expression needs parentheses, but for CURRENT_TIMESTAMP and what belongs to it.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html | Data type defaults}
 */
export function defaultSql(value: ColumnDefault, type: string): string {
  if (value.kind === 'expression') {
    const bare = /^\(.*\)$|^(?:current_timestamp|now|localtime(?:stamp)?)\b/is.test(value.sql);
    return bare ? value.sql : `(${value.sql})`;
  }
  return literalSql(value.value, literalForm(type));
}

function literalSql(value: JsonValue, form: LiteralForm): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `(${quoteString(JSON.stringify(value))})`;
  return form.kind === 'integer' || form.kind === 'decimal' ? value : quoteString(value);
}

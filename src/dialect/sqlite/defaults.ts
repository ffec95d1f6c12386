import { own } from '../../model/own.ts';
import type { ColumnDefault, JsonValue } from '../../model/schema.ts';
import { castToForm, type LiteralForm } from '../rails/literals.ts';
import { quoteString } from './quoting.ts';
import { railsNameOf } from './rails-types.ts';
import { typeNumbers } from './types.ts';

const FORMS: { readonly [railsName: string]: LiteralForm } = {
  integer: { kind: 'integer' },
  bigint: { kind: 'integer' },
  float: { kind: 'float' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  datetime: { kind: 'datetime' },
  time: { kind: 'time' },
  json: { kind: 'json' },
};

/** What kind of value a literal default of a canonical type is. */
export function literalForm(type: string): LiteralForm {
  const name = railsNameOf(type);
  if (name === 'decimal') {
    const [precision, scale = 0] = typeNumbers(type);
    return { kind: 'decimal', scale: precision === undefined ? null : scale };
  }
  return own(FORMS, name ?? '') ?? { kind: 'string' };
}

/** Casts a default as Ruby gives it. */
export function castLiteral(value: JsonValue, type: string): JsonValue {
  return castToForm(value, literalForm(type));
}

/** Casts a default as SQL gives it: text in a JSON column is parsed. */
export function literalFromSql(text: string, type: string): JsonValue {
  if (literalForm(type).kind !== 'json') return castLiteral(text, type);
  try {
    const parsed: JsonValue = JSON.parse(text);
    return parsed;
  } catch {
    return text;
  }
}

/**
 * A default as SQL. An expression needs parentheses, but for the three CURRENT_ words.
 *
 * @see {@link https://www.sqlite.org/lang_createtable.html#the_default_clause | DEFAULT}
 */
export function defaultSql(value: ColumnDefault, type: string): string {
  if (value.kind === 'expression') {
    const bare = /^\(.*\)$|^current_(?:time|date|timestamp)$/is.test(value.sql);
    return bare ? value.sql : `(${value.sql})`;
  }
  return literalSql(value.value, literalForm(type));
}

/** Ruby writes a float with its fraction: `5.0`. */
function numberSql(value: number, form: LiteralForm): string {
  return form.kind === 'float' && Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function literalSql(value: JsonValue, form: LiteralForm): string {
  if (value === null) return 'NULL';
  if (form.kind === 'json') return quoteString(JSON.stringify(value));
  // SQLite has no boolean type; Rails stores 1 and 0 since 5.2.
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return numberSql(value, form);
  if (typeof value !== 'string') return quoteString(JSON.stringify(value));
  return form.kind === 'integer' || form.kind === 'decimal' ? value : quoteString(value);
}

import type { RailsType } from '../../../dialect/dialect.ts';
import type { LiteralForm } from '../../../dialect/rails/literals.ts';
import { railsType } from '../../../dialect/rails/type.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import type { Column, JsonValue, Schema } from '../../../model/schema.ts';
import { dumpedSql, dumpedText, dumpsComputed } from './dumped-sql.ts';
import type { SchemaForm } from './form.ts';
import { rubyDecimal, rubyFloat, rubyString, rubySymbol, rubyValue } from './inspect.ts';
import { formatOptions, type Option, options } from './options.ts';

/** A column as the dumper sees it: the method or SQL type that stands for it, and its options. */
export interface ColumnSpec {
  /** `string`, `virtual`, or SQL such as `enum('a','b')` that `t.column` takes. */
  readonly type: string;
  /** In the dumper's order. */
  readonly options: readonly Option[];
}

/** `    t.string "name", null: false` with its line break. */
export function columnLine(column: Column, schema: Schema, form: SchemaForm): string {
  const spec = columnSpec(column, schema, form);
  const name = rubyString(column.name);
  // Since Rails 6.0 a type without a method of its own (MySQL's enum and set) goes to t.column.
  const head = isMethodName(spec.type)
    ? `t.${spec.type} ${name}`
    : `t.column ${name}, ${rubyString(spec.type)}`;
  const tail = spec.options.length === 0 ? '' : `, ${formatOptions(spec.options)}`;
  return `    ${head}${tail}\n`;
}

/** What the dumper writes for a column outside of the primary key. */
export function columnSpec(column: Column, schema: Schema, form: SchemaForm): ColumnSpec {
  const type = railsTypeOf(column, schema, form);
  const list = columnOptions(column, type, form);
  return column.generated === null
    ? { type: serialName(column, type.name), options: list }
    : { type: 'virtual', options: [{ key: 'type', value: rubySymbol(type.name) }, ...list] };
}

/** `serial` and `bigserial` in place of `integer` and `bigint` where a sequence numbers the rows. */
export function serialName(column: Column, name: string): string {
  if (column.autoIncrement !== 'sequence') return name;
  return name === 'bigint' ? 'bigserial' : 'serial';
}

/**
 * The Rails type of a column; an enum's name is one only where the schema has such an enum. A
 * column of a domain is dumped as one of the type below it, without its limits
 * (`OID::TypeMapInitializer#register_domain_type`).
 */
export function railsTypeOf(column: Column, schema: Schema, form: SchemaForm): RailsType {
  const element = column.type.replace(/\[\]$/, '');
  if (schema.enums.some(({ name }) => name === element)) {
    return railsType('enum', { enumType: element, array: element !== column.type });
  }
  const domain = schema.domains.find(({ name }) => name === element);
  if (domain) {
    const base = domain.type.replace(/\([^)]*\)/, '');
    const type = column.type.replace(element, base);
    return form.dialect.types.toRails(type, form.rails);
  }
  return form.dialect.types.toRails(column.type, form.rails);
}

/** Options in the dumper's order, those that the model has no field for where Rails would put them. */
export function columnOptions(
  column: Column,
  type: RailsType,
  form: SchemaForm,
): readonly Option[] {
  const extra = new Map(column.extraOptions.map(({ name, text }) => [name, text]));
  const known: readonly (readonly [string, string | null])[] = [
    ['size', type.size === null ? null : rubySymbol(type.size)],
    ['limit', numberText(type.limit)],
    ['precision', type.precisionNil ? 'nil' : numberText(type.precision)],
    ['scale', numberText(type.scale)],
    ['default', defaultText(column, form)],
    ['null', column.nullable ? null : 'false'],
    ['collation', column.collation === null ? null : rubyString(column.collation)],
    ['comment', column.comment === null ? null : rubyString(column.comment)],
    ['array', type.array ? 'true' : null],
    ['unsigned', type.unsigned ? 'true' : null],
    ['auto_increment', column.autoIncrement === 'autoIncrement' ? 'true' : null],
    [
      'as',
      column.generated === null ? null : rubyString(dumpedSql(column.generated.expression, form)),
    ],
    ['stored', storedText(column, form)],
    [form.enums.option, type.enumType === null ? null : rubyString(type.enumType)],
  ];
  const placed = known.map(([key, value]) => [key, value ?? extra.get(key) ?? null] as const);
  const keys = new Set(known.map(([key]) => key));
  const rest = column.extraOptions
    .filter(({ name }) => !keys.has(name))
    .map(({ name, text }) => [name, text] as const);
  return options(...placed, ...rest);
}

/** A default as Ruby: a literal in the form of the type, or `-> { "now()" }`; null for none. */
function defaultText(column: Column, form: SchemaForm): string | null {
  if (column.default === null || column.generated !== null) return null;
  if (column.default.kind === 'expression') {
    const { sql } = column.default;
    return dumpsComputed(sql, form) ? `-> { ${rubyString(dumpedSql(sql, form))} }` : null;
  }
  const { castLiteral, literalForm } = form.dialect.types;
  const value = castLiteral(column.default.value, column.type);
  if (typeof value === 'string')
    return literalText(dumpedText(value, column.type, form), literalForm(column.type), form);
  return value === null ? null : literalText(value, literalForm(column.type), form);
}

function literalText(value: JsonValue, literal: LiteralForm, form: SchemaForm): string {
  if (literal.kind === 'array' && Array.isArray(value)) {
    return `[${value.map((item) => literalText(item, literal.of, form)).join(', ')}]`;
  }
  if (literal.kind === 'float') return floatText(value);
  if (literal.kind === 'range' && typeof value === 'string') return rangeText(value, literal.of);
  // A bigint that a double cannot hold is text in the model and a number in Ruby.
  if (literal.kind === 'integer' && typeof value === 'string') return value;
  return rubyValue(value, form.spacedHashes);
}

function floatText(value: JsonValue): string {
  if (typeof value === 'number') return rubyFloat(value);
  const infinite = /^(-?)Infinity$/.exec(String(value));
  return infinite ? `${infinite[1]}${INFINITY}` : rubyValue(value, false);
}

const INFINITY = '::Float::INFINITY';

/**
 * A range of PostgreSQL as Ruby's: `1...10`. One that is open at both ends is a range of floats,
 * whatever it is of (`OID::Range#type_cast_for_schema`). What Ruby prints for times is no Ruby.
 */
function rangeText(value: string, bounds: LiteralForm): string {
  const match = /^[[(]([^,]*),([^,]*)([\])])$/.exec(value);
  const [, from = '', to = '', closing] = match ?? [];
  const isNumeric = bounds.kind === 'integer' || bounds.kind === 'decimal';
  if (!match || !(isNumeric || `${from}${to}` === '')) return rubyString(value);
  const print = bounds.kind === 'decimal' ? rubyDecimal : (text: string): string => text;
  const lower = from === '' ? `-${INFINITY}` : print(from);
  const upper = to === '' ? INFINITY : print(to);
  return `${lower}${closing === ')' ? '...' : '..'}${upper}`;
}

/** SQLite's dumper writes `stored: false` too, the others only `stored: true`. */
function storedText({ generated }: Column, { dialect, rails }: SchemaForm): string | null {
  if (generated === null) return null;
  if (generated.stored) return 'true';
  return dialect.engine === 'sqlite' && railsAtLeast(rails, 7, 2) ? 'false' : null;
}

function isMethodName(type: string): boolean {
  return /^[a-z_][a-z0-9_]*$/i.test(type);
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}

import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import type { RailsType } from '../dialect.ts';
import { datetimePrecision, datetimeType, modifiers, railsType } from '../rails/type.ts';
import { canonicalType, splitType } from './types.ts';

type Size = NonNullable<RailsType['size']>;

/** Rails types whose SQL depends on their options. All others are passed on as SQL. */
const TO_SQL: { readonly [name: string]: (type: RailsType, rails: RailsVersion) => string } = {
  string: ({ limit }) => stringOf(limit ?? 255),
  text: (type) => `${sizeOf(type) ?? ''}text`,
  blob: (type) => `${sizeOf(type) ?? ''}blob`,
  // Up to 4095 bytes a binary column is VARBINARY.
  binary: (type) =>
    type.limit !== null && type.limit <= 0xfff
      ? `varbinary(${type.limit})`
      : `${sizeOf(type) ?? ''}blob`,
  integer: ({ limit }) => integerOfBytes(limit),
  bigint: () => 'bigint',
  primary_key: (_, rails) => (railsAtLeast(rails, 5, 1) ? 'bigint' : 'int'),
  float: ({ limit }) => canonicalType(`float${modifiers(limit)}`),
  decimal: ({ precision, scale }) => canonicalType(`decimal${modifiers(precision, scale)}`),
  datetime: (type, rails) => canonicalType(`datetime${modifiers(datetimePrecision(type, rails))}`),
  // Up to 5.0 `timestamp` is another word for `datetime`.
  timestamp: (type, rails) =>
    canonicalType(
      `${railsAtLeast(rails, 5, 1) ? 'timestamp' : 'datetime'}${modifiers(type.precision)}`,
    ),
  time: ({ precision }) => canonicalType(`time${modifiers(precision)}`),
  boolean: () => 'tinyint(1)',
  unsigned_integer: ({ limit }) => `${integerOfBytes(limit)} unsigned`,
  unsigned_bigint: () => 'bigint unsigned',
  unsigned_float: ({ limit }) => `${canonicalType(`float${modifiers(limit)}`)} unsigned`,
  unsigned_decimal: ({ precision, scale }) =>
    `${canonicalType(`decimal${modifiers(precision, scale)}`)} unsigned`,
};

/** The canonical type of a Rails type, as `type_to_sql` of the MySQL adapters makes it. */
export function fromRails(type: RailsType, rails: RailsVersion): string {
  const toSql = own(TO_SQL, type.name);
  const element = toSql
    ? toSql(type, rails)
    : canonicalType(`${type.name}${modifiers(type.limit)}`);
  return type.unsigned && !element.endsWith(' unsigned') ? `${element} unsigned` : element;
}

type FromSql = (modifier: string | null, rails: RailsVersion) => RailsType;

/** Rails types by MySQL's name. `char`, `binary`, `bit` and `year` are written as their nearest Rails type. */
const FROM_SQL: { readonly [base: string]: FromSql } = {
  varchar: (modifier) => railsType('string', { limit: unlessDefault(modifier, 255) }),
  char: (modifier) => railsType('string', { limit: unlessDefault(modifier, 255) }),
  tinyint: (modifier) =>
    modifier === '1' ? railsType('boolean') : railsType('integer', { limit: 1 }),
  smallint: () => railsType('integer', { limit: 2 }),
  mediumint: () => railsType('integer', { limit: 3 }),
  int: () => railsType('integer'),
  year: () => railsType('integer'),
  // Up to 5.0 the native float has no limit to compare with.
  float: (_, rails) => railsType('float', { limit: railsAtLeast(rails, 5, 2) ? null : 24 }),
  double: () => railsType('float', { limit: 53 }),
  decimal: (modifier) => decimalType(modifier),
  datetime: (modifier, rails) => datetimeType(modifier === null ? null : Number(modifier), rails),
  timestamp: (modifier, rails) =>
    railsAtLeast(rails, 5, 1)
      ? railsType('timestamp', { precision: numberOf(modifier) })
      : railsType('datetime', { precision: numberOf(modifier) }),
  time: (modifier) => railsType('time', { precision: numberOf(modifier) }),
  binary: (modifier) => railsType('binary', { limit: numberOf(modifier) }),
  varbinary: (modifier) => railsType('binary', { limit: numberOf(modifier) }),
  bit: (modifier) => railsType('binary', { limit: numberOf(modifier) }),
  enum: (modifier, rails) => listType('enum', modifier, rails),
  set: (modifier, rails) => listType('set', modifier, rails),
};

/** Bytes that a text or blob of that size holds, which is how Rails up to 5.2 writes the size. */
const BYTES = { tiny: 0xff, normal: 0xffff, medium: 0xffffff, long: 0xffffffff } as const;

/** The Rails type that the dumper of that version writes for a canonical type. */
export function toRails(type: string, rails: RailsVersion): RailsType {
  const { base, modifier, attributes } = splitType(type);
  const sized = /^(tiny|medium|long)?(text|blob)$/.exec(base);
  const element = sized
    ? sizedType(sized[2] === 'text' ? 'text' : 'binary', sized[1], rails)
    : (own(FROM_SQL, base)?.(modifier, rails) ??
      railsType(modifier === null ? base : `${base}(${modifier})`));
  return attributes.includes('unsigned') ? { ...element, unsigned: true } : element;
}

function sizedType(
  name: 'text' | 'binary',
  prefix: string | undefined,
  rails: RailsVersion,
): RailsType {
  const size = prefix === 'tiny' || prefix === 'medium' || prefix === 'long' ? prefix : null;
  if (railsAtLeast(rails, 6, 0)) return railsType(name, { size });
  const limit = BYTES[size ?? 'normal'];
  if (name === 'binary' && size === 'tiny') return railsType('blob', { limit });
  return railsType(name, { limit: size === null && railsAtLeast(rails, 5, 1) ? null : limit });
}

/** Since 6.0 the dumper writes `t.column "c", "enum('a','b')"`; before, a string as long as the longest value. */
function listType(base: 'enum' | 'set', values: string | null, rails: RailsVersion): RailsType {
  if (railsAtLeast(rails, 6, 0)) return railsType(`${base}(${values ?? ''})`);
  const lengths = (values ?? '').split(',').map((value) => value.trim().length - 2);
  if (base === 'enum') return railsType('string', { limit: Math.max(...lengths) });
  return railsType('string', { limit: lengths.reduce((sum, length) => sum + length + 1, -1) });
}

/** The dumper leaves a scale of 0 out. */
function decimalType(modifier: string | null): RailsType {
  const [precision, scale] = (modifier ?? '10,0').split(',').map(Number);
  return railsType('decimal', { precision: precision ?? null, scale: scale || null });
}

/**
 * The column of `id: <type>` when the migration gives no default: integers count up by themselves,
 * all else gets nothing.
 */
export function primaryKeyColumn(name: string, type: RailsType, rails: RailsVersion): Column {
  const numbered = /^(?:primary_key|(?:unsigned_)?(?:integer|bigint))$/.test(type.name);
  return {
    name,
    type: fromRails(type, rails),
    nullable: false,
    default: null,
    autoIncrement: numbered ? 'autoIncrement' : null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
  };
}

/**
 * A VARCHAR has 65535 bytes at most. For a longer one a server that is not strict takes the text
 * that holds it, and a strict one refuses it (Rails asks for a strict one since 4.0).
 */
function stringOf(limit: number): string {
  if (limit <= BYTES.normal) return `varchar(${limit})`;
  // Measured on MariaDB 10.11: a character takes up to three bytes of utf8mb3.
  return limit * 3 <= BYTES.medium ? 'mediumtext' : 'longtext';
}

function integerOfBytes(limit: number | null): string {
  const sizes = ['tinyint', 'smallint', 'mediumint', 'int'];
  return limit === null ? 'int' : (sizes[limit - 1] ?? 'bigint');
}

function sizeOf({ size, limit }: RailsType): Size | null {
  if (size !== null || limit === null) return size;
  if (limit <= BYTES.tiny) return 'tiny';
  if (limit <= BYTES.normal) return null;
  return limit <= BYTES.medium ? 'medium' : 'long';
}

function numberOf(modifier: string | null): number | null {
  return modifier === null ? null : Number(modifier);
}

function unlessDefault(modifier: string | null, byDefault: number): number | null {
  const number = numberOf(modifier);
  return number === byDefault ? null : number;
}

import type { RailsVersion } from '../../model/engine.ts';
import { railsAtLeast } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import type { RailsType } from '../dialect.ts';
import { datetimePrecision, datetimeType, modifiers, railsType } from '../rails/type.ts';
import { canonicalType, joinType, splitType } from './types.ts';

const TIMESTAMP = 'timestamp without time zone';

/** Rails types whose SQL depends on their options. All others are spelt alike, or passed on as SQL. */
const TO_SQL: { readonly [name: string]: (type: RailsType, rails: RailsVersion) => string } = {
  string: ({ limit }) => joinType('character varying', limit),
  // Limits on text and binary are checked and dropped: neither type has one.
  text: () => 'text',
  binary: () => 'bytea',
  integer: ({ limit }) => integerOfBytes(limit),
  bigint: () => 'bigint',
  primary_key: (_, rails) => (railsAtLeast(rails, 5, 1) ? 'bigint' : 'integer'),
  float: ({ limit }) => canonicalType(`float${modifiers(limit)}`),
  decimal: ({ precision, scale }) => canonicalType(`numeric${modifiers(precision, scale)}`),
  // Times without a precision take `limit:` in its place.
  datetime: (type, rails) => joinType(TIMESTAMP, datetimePrecision(type, rails) ?? type.limit),
  // Up to 6.1 `timestamp` is another word for `datetime`; both have no precision by default.
  timestamp: ({ precision, limit }) => joinType(TIMESTAMP, precision ?? limit),
  timestamptz: ({ precision, limit }) => joinType('timestamp with time zone', precision ?? limit),
  time: ({ precision, limit }) => joinType('time without time zone', precision ?? limit),
  interval: ({ precision, limit }) => joinType('interval', precision ?? limit),
  bit: ({ limit }) => `bit(${limit ?? 1})`,
  bit_varying: ({ limit }) => joinType('bit varying', limit),
  enum: ({ enumType }) => (enumType === null ? 'enum' : splitType(enumType).base),
};

/** The canonical type of a Rails type, as `type_to_sql` of the PostgreSQL adapter makes it. */
export function fromRails(type: RailsType, rails: RailsVersion): string {
  const toSql = own(TO_SQL, type.name);
  const element = toSql
    ? toSql(type, rails)
    : canonicalType(`${type.name}${modifiers(type.limit)}`);
  return type.array ? `${element}[]` : element;
}

/**
 * Rails types by canonical name. A type that Rails does not tell from another, such as
 * `character(n)`, is written as the other one.
 */
const FROM_SQL: {
  readonly [base: string]: (
    modifier: number | null,
    rails: RailsVersion,
    scale: number,
  ) => RailsType;
} = {
  'character varying': (limit) => railsType('string', { limit }),
  character: (limit) => railsType('string', { limit }),
  bpchar: () => railsType('string'),
  name: () => railsType('string'),
  smallint: () => railsType('integer', { limit: 2 }),
  'double precision': () => railsType('float'),
  // Since Rails 7.2.1 `float4` has a limit of 24 bits.
  real: (_, rails) => railsType('float', { limit: railsAtLeast(rails, 7, 2) ? 24 : null }),
  bytea: () => railsType('binary'),
  numeric: (precision, _, scale) =>
    railsType('decimal', { precision, scale: precision === null || scale === 0 ? null : scale }),
  [TIMESTAMP]: (precision, rails) => datetimeType(precision, rails),
  // Told apart from `datetime` since Rails 7.0.
  'timestamp with time zone': (precision, rails) =>
    railsAtLeast(rails, 7, 0)
      ? railsType('timestamptz', { precision })
      : datetimeType(precision, rails),
  'time without time zone': (precision) => railsType('time', { precision }),
  interval: (precision) => railsType('interval', { precision }),
  bit: (limit) => railsType('bit', { limit }),
  'bit varying': (limit) => railsType('bit_varying', { limit }),
  // Active Record's type for money has a scale of its own, which the dump tells.
  money: () => railsType('money', { scale: 2 }),
};

/** The Rails type that the dumper of that version writes for a canonical type. */
export function toRails(type: string, rails: RailsVersion): RailsType {
  const { base, modifier, array } = splitType(type);
  // The fields that an interval is limited to are not dumped.
  if (base.startsWith('interval ')) {
    return toRails(`${joinType('interval', modifier)}${array ? '[]' : ''}`, rails);
  }
  const numbers = (modifier ?? '').split(',').map(Number);
  const first = modifier === null || Number.isNaN(numbers[0]) ? null : (numbers[0] ?? null);
  const fromSql = own(FROM_SQL, base);
  const element = fromSql
    ? fromSql(first, rails, numbers[1] ?? 0)
    : plainType(base, modifier, first);
  return array ? { ...element, array: true } : element;
}

/** Types that Rails names as PostgreSQL does, those of extensions, and those that it does not know. */
function plainType(base: string, modifier: string | null, limit: number | null): RailsType {
  if (modifier === null) return railsType(base);
  if (limit !== null && !modifier.includes(',')) return railsType(base, { limit });
  return railsType(joinType(base, modifier));
}

const PRIMARY_KEYS: { readonly [name: string]: Partial<Column> } = {
  integer: { type: 'integer', autoIncrement: 'sequence' },
  serial: { type: 'integer', autoIncrement: 'sequence' },
  bigint: { type: 'bigint', autoIncrement: 'sequence' },
  bigserial: { type: 'bigint', autoIncrement: 'sequence' },
};

/**
 * The column of `id: <type>` when the migration gives no default: integers get a sequence, a uuid
 * `gen_random_uuid()` (`uuid_generate_v4()` up to Rails 5.0), all else nothing.
 */
export function primaryKeyColumn(name: string, type: RailsType, rails: RailsVersion): Column {
  const canonical = fromRails(type, rails);
  const numbered = own(PRIMARY_KEYS, type.name === 'primary_key' ? canonical : type.name);
  const uuidFunction = railsAtLeast(rails, 5, 1) ? 'gen_random_uuid()' : 'uuid_generate_v4()';
  return {
    name,
    type: canonical,
    nullable: false,
    default: canonical === 'uuid' ? { kind: 'expression', sql: uuidFunction } : null,
    autoIncrement: null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
    ...(numbered ? { ...numbered, type: canonical } : {}),
  };
}

function integerOfBytes(limit: number | null): string {
  if (limit === null || limit === 3 || limit === 4) return 'integer';
  return limit <= 2 ? 'smallint' : 'bigint';
}

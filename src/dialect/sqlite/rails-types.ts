import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import type { RailsType } from '../dialect.ts';
import { datetimePrecision, datetimeType, modifiers, railsType } from '../rails/type.ts';
import { canonicalType, typeNumbers } from './types.ts';

const TO_SQL: { readonly [name: string]: (type: RailsType, rails: RailsVersion) => string } = {
  string: ({ limit }) => `varchar${modifiers(limit)}`,
  binary: ({ limit }) => `blob${modifiers(limit)}`,
  decimal: ({ precision, scale }) => `decimal${modifiers(precision, scale)}`,
  datetime: (type, rails) => `datetime${modifiers(datetimePrecision(type, rails))}`,
  // `timestamp` is another word for `datetime`, in every version.
  timestamp: (type, rails) => `datetime${modifiers(datetimePrecision(type, rails))}`,
  time: ({ precision }) => `time${modifiers(precision)}`,
  primary_key: () => 'integer',
  // The adapter has no native type of that name, and so takes no limit for it.
  bigint: () => 'bigint',
};

/** The canonical type of a Rails type, as `type_to_sql` of the SQLite adapter makes it. */
export function fromRails(type: RailsType, rails: RailsVersion): string {
  const toSql = own(TO_SQL, type.name);
  return toSql ? toSql(type, rails) : canonicalType(`${type.name}${modifiers(type.limit)}`);
}

/**
 * How the adapter reads a declared type: by words in it, the later line first. `point` holds `int`,
 * and so is an integer.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.0.0/activerecord/lib/active_record/connection_adapters/abstract_adapter.rb}
 */
const BY_WORD: readonly (readonly [word: RegExp, name: string])[] = [
  [/decimal/, 'decimal'],
  [/^json/, 'json'],
  [/double/, 'float'],
  [/number|numeric/, 'decimal'],
  [/timestamp/, 'datetime'],
  [/clob/, 'text'],
  [/blob/, 'binary'],
  [/int/, 'integer'],
  [/float/, 'float'],
  [/datetime/, 'datetime'],
  [/time/, 'time'],
  [/date/, 'date'],
  [/text/, 'text'],
  [/binary/, 'binary'],
  [/char/, 'string'],
  [/boolean/, 'boolean'],
];

/** The name of the Rails type that the adapter takes a declared type for; null when it knows none. */
export function railsNameOf(type: string): string | null {
  if (/^bigint\b/.test(type)) return 'bigint';
  return BY_WORD.find(([word]) => word.test(type))?.[1] ?? null;
}

/** The Rails type that the dumper of that version writes for a canonical type. */
export function toRails(type: string, rails: RailsVersion): RailsType {
  const name = railsNameOf(type);
  const [first = null, second = null] = typeNumbers(type);
  switch (name) {
    case null:
      return railsType(type);
    case 'bigint':
      return railsType('bigint');
    case 'datetime':
      return datetimeType(first, rails);
    case 'date':
    case 'time':
      return railsType(name, { precision: first });
    case 'decimal':
      return railsType('decimal', { precision: first, scale: second || null });
    default:
      return railsType(name, { limit: first });
  }
}

/**
 * The column of `id: <type>` when the migration gives no default. Both integer types become
 * INTEGER PRIMARY KEY AUTOINCREMENT since Rails 5.1; other types get nothing.
 */
export function primaryKeyColumn(name: string, type: RailsType, rails: RailsVersion): Column {
  const numbered =
    type.name === 'primary_key' ||
    type.name === 'integer' ||
    (type.name === 'bigint' && railsAtLeast(rails, 5, 1));
  return {
    name,
    type: numbered ? 'integer' : fromRails(type, rails),
    nullable: false,
    default: null,
    autoIncrement: numbered ? 'autoIncrement' : null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
  };
}

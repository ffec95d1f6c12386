import type { RailsType } from '../../../../dialect/index.ts';
import { nullDefault } from '../../../../dialect/postgresql/null-defaults.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import type { ColumnPosition } from '../../../../model/operation.ts';
import { own } from '../../../../model/own.ts';
import type { Column, ExtraOption, GeneratedColumn } from '../../../../model/schema.ts';
import { UNKNOWN_SERVER } from '../../../mysql/server.ts';
import { collationOfCharset } from '../../../mysql/tables/charset.ts';
import {
  type Call,
  flagOption,
  givenOption,
  NO_OPTIONS,
  NotUnderstood,
  nameOf,
  numberOption,
  textOption,
} from '../../evaluate/call.ts';
import { inspect, option, truth, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { commentOption } from '../comment-option.ts';
import { nativeKeyType } from '../keys/native-key.ts';
import { assertColumnOptions, assertStored, assertTypeModifiers } from '../refusals.ts';
import { columnCollation } from '../tables/table-defaults.ts';
import { columnDefault } from './default-value.ts';
import { withNativeLimit } from './native-string.ts';
import { spatialColumn } from './spatial.ts';

/** Options that become fields of the column, or that say where and whether it is added. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...[
    'limit',
    'precision',
    'scale',
    'null',
    'default',
    'collation',
    'comment',
    'array',
    'unsigned',
  ],
  ...[
    'size',
    'enum_type',
    'primary_key',
    'index',
    'as',
    'stored',
    'type',
    'auto_increment',
    'first',
  ],
  ...[
    'after',
    'if_not_exists',
    'if_exists',
    'using',
    'cast_as',
    'force',
    'polymorphic',
    'enum_name',
  ],
  ...['foreign_key', 'identity', 'charset', 'references', 'unique', 'bulk', 'id'],
]);

/**
 * A column as `t.column` and `add_column` define it. `call` carries the options; what Rails does
 * with them is Active Record's `new_column_definition` and `Migration::Compatibility`.
 */
export function defineColumn(name: string, typeName: string, call: Call, session: Session): Column {
  assertColumnOptions(call, session);
  const key = flagOption(call, 'primary_key');
  const virtual = typeName === 'virtual';
  const given = virtual ? (textOption(call, 'type') ?? 'string') : typeName;
  const [named, counts] = countedType(given, session);
  const spatial = session.dumped ? null : spatialColumn(named, call, session);
  const railsType = typeOf(
    spatial?.type ?? aliased(named, session),
    spatial || isBareNumeric(named, call, session) ? { ...call, options: NO_OPTIONS } : call,
  );
  assertTypeModifiers(railsType, call, session);
  if (key || named === 'primary_key') return keyColumn(name, railsType, call, session);
  const serial = own(SERIAL, named);
  const type = session.dialect.types.fromRails(
    serial ? { ...railsType, name: serial } : sentType(railsType, session),
    session.installed,
  );
  return {
    name,
    type,
    nullable: serial ? false : nullable(call),
    default: defaultOf(type, call, session),
    autoIncrement: serial
      ? 'sequence'
      : counts || flagOption(call, 'auto_increment')
        ? 'autoIncrement'
        : null,
    generated: generatedOf(call, session),
    collation: columnCollation(collationOf(call, session), session),
    comment: commentOption(call, session),
    extraOptions: spatial?.extraOptions ?? extraOptions(call, session),
  };
}

/** A type goes into the statement as it is given, so that it can bring MySQL's AUTO_INCREMENT along. */
function countedType(type: string, { dialect }: Session): readonly [type: string, counts: boolean] {
  const plain = dialect.restatesColumns ? type.replace(/\s+auto_increment\b/i, '') : type;
  return [plain, plain !== type];
}

const SERIAL: { readonly [type: string]: string } = { serial: 'integer', bigserial: 'bigint' };

/**
 * The column of a primary key: the type decides how it is filled. Of a migration of 5.0 or older
 * that names no type it is an integer (`Migration::Compatibility::V5_0`); all else is the adapter's.
 */
export function keyColumn(
  name: string,
  type: RailsType,
  call: Call,
  session: Session,
  rails = type.name === 'primary_key' ? session.rails : session.installed,
): Column {
  const native = type.name === 'primary_key' ? nativeKeyType(session) : null;
  const key = native === null ? withNativeLimit(type, session) : { ...type, name: native };
  const column = session.dialect.types.primaryKeyColumn(name, key, rails);
  const given = givenOption(call, 'default');
  const base = {
    ...column,
    comment: commentOption(call, session),
    collation: columnCollation(textOption(call, 'collation'), session),
    extraOptions: extraOptions(call, session),
  };
  // A default of its own, nil included, keeps Rails from making the key a serial.
  const own =
    given === undefined
      ? base
      : {
          ...base,
          // SQLite numbers an INTEGER PRIMARY KEY by itself; a bigint is then what it is called.
          type: column.autoIncrement === 'autoIncrement' ? plainType(type, session) : column.type,
          autoIncrement: null,
          default: columnDefault(given, column.type, call, session),
        };
  const counts = givenOption(call, 'auto_increment');
  if (counts === undefined || session.dialect.engine !== 'mysql') return own;
  return { ...own, autoIncrement: truth(counts) ? 'autoIncrement' : null };
}

/**
 * `type_to_sql` of Rails 5.2 to 8.1 gives a precision to datetime, timestamp, time and interval alone:
 * that of a `timestamptz` is dropped without a word. A dump has it from the database.
 */
function sentType(type: RailsType, session: Session): RailsType {
  const isDropped = type.name === 'timestamptz' && !session.dumped;
  return withNativeLimit(isDropped ? { ...type, precision: null } : type, session);
}

function plainType(type: RailsType, session: Session): string {
  const key = session.dialect.types.primaryKeyColumn('id', type, session.installed);
  return type.name === 'primary_key'
    ? key.type
    : session.dialect.types.fromRails(type, session.installed);
}

/**
 * `t.numeric` is `t.decimal`, but `:numeric` given as a type is none of Rails', so that it goes into
 * the statement without precision and scale.
 */
function isBareNumeric(name: string, call: Call, session: Session): boolean {
  return name === 'numeric' && call.name !== 'numeric' && !session.dumped;
}

/** MySQL takes `charset:` too, by which a column has that set's own collation. */
function collationOf(call: Call, { dialect }: Session): string | null {
  const stated = textOption(call, 'collation');
  const charset = dialect.tablesHaveCharset ? textOption(call, 'charset') : null;
  if (stated !== null || charset === null) return stated;
  return collationOfCharset(charset.toLowerCase(), UNKNOWN_SERVER);
}

/** SQLite has no type of its own for `timestamp`, and MySQL alone has a `blob`. */
function aliased(name: string, session: Session): string {
  if (name === 'numeric') return 'decimal';
  if (name === 'blob' && session.dialect.engine !== 'mysql') return 'binary';
  return name === 'timestamp' && session.dialect.engine === 'sqlite' ? 'datetime' : name;
}

/** The Rails type with the options that a call gives. */
export function typeOf(name: string, call: Call): RailsType {
  const limit = option(call.options, 'limit');
  const size = textOption(call, 'size');
  return {
    name,
    // PostGIS gives its types a hash as limit; it is kept as an option of its own.
    limit: limit?.kind === 'hash' ? null : numberOption(call, 'limit'),
    precision: numberOption(call, 'precision'),
    precisionNil: option(call.options, 'precision')?.kind === 'nil',
    scale: numberOption(call, 'scale'),
    array: flagOption(call, 'array'),
    unsigned: flagOption(call, 'unsigned'),
    size: size === 'tiny' || size === 'medium' || size === 'long' ? size : null,
    enumType: textOption(call, 'enum_type') ?? (name === 'enum' ? gemsEnumType(call) : null),
  };
}

/** Before Rails 7.0 enums came with gems: activerecord-pg_enum names the type `as:`. */
function gemsEnumType(call: Call): string | null {
  return textOption(call, 'enum_name') ?? (call.name === 'enum' ? textOption(call, 'as') : null);
}

function nullable(call: Call): boolean {
  const given = givenOption(call, 'null');
  return given === undefined || given.kind === 'nil' || truth(given) === true;
}

/** A default that is not known, such as a time, is shown as such; the column is there all the same. */
function defaultOf(type: string, call: Call, session: Session): Column['default'] {
  const given = option(call.options, 'default');
  if (given === undefined) return null;
  if (given.kind === 'nil') return statedNull(type, call, session);
  try {
    return columnDefault(given, type, call, session);
  } catch (error) {
    if (!(error instanceof NotUnderstood) || session.dumped) throw error;
    session.opaque(call, `its default is not known: ${error.message}`);
    return null;
  }
}

/**
 * `default: nil` is sent as DEFAULT NULL since Rails 5.2, but for a column that is NOT NULL
 * (`SchemaCreation#options_include_default?`).
 */
function statedNull(type: string, call: Call, session: Session): Column['default'] {
  const { dialect, dumpsSql, installed } = session;
  const isSent = railsAtLeast(installed, 5, 2) && nullable(call);
  if (!dumpsSql || dialect.engine !== 'postgresql' || !isSent) return null;
  const kept = nullDefault(type);
  return kept === null ? null : { kind: 'expression', sql: kept };
}

/** `as:` makes a column computed; it is VIRTUAL unless `stored: true`. */
function generatedOf(call: Call, session: Session): GeneratedColumn | null {
  const expression = textOption(call, 'as');
  if (expression === null || call.name === 'enum') return null;
  assertStored(call, session);
  return { expression, stored: flagOption(call, 'stored') };
}

function extraOptions(call: Call, session: Session): readonly ExtraOption[] {
  // Rails drops an option that it does not know, up to 7.0; since 7.1 it refuses it.
  if (!session.dumped) return [];
  const extra: ExtraOption[] = [];
  for (const { key, value, node } of call.options.entries.values()) {
    const name = nameOf(key, call.name);
    if (UNDERSTOOD.has(name) && !isForeign(name, value, session)) continue;
    extra.push({ name, text: node ? call.source.textOf(node) : inspect(value) });
  }
  return extra;
}

/** PostGIS gives its types a hash as limit; only PostgreSQL has arrays, though others keep the word. */
function isForeign(name: string, value: Value, { dialect }: Session): boolean {
  if (name === 'limit') return value.kind === 'hash';
  return name === 'array' && dialect.engine !== 'postgresql';
}

/** MySQL's `first: true` and `after: :name`. */
export function positionOf(call: Call, session: Session): ColumnPosition {
  if (!session.dialect.supportsColumnPosition) return null;
  if (flagOption(call, 'first')) return 'first';
  const after = textOption(call, 'after');
  return after === null ? null : { after };
}

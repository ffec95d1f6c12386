import type { RailsType } from '../../../dialect/dialect.ts';
import { maxIndexNameLength } from '../../../dialect/rails/names.ts';
import type { Engine } from '../../../model/engine.ts';
import { formatRailsVersion, railsAtLeast } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import {
  type Call,
  flagOption,
  givenOption,
  NotUnderstood,
  nameOf,
  textOption,
} from '../evaluate/call.ts';
import { inspect, type Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';

/** Options of a column that Active Record knows (`valid_column_definition_options`, 7.1 to 8.1). */
const COLUMN_OPTIONS: readonly string[] = [
  ...['limit', 'precision', 'scale', 'default', 'null', 'collation', 'comment', 'primary_key'],
  ...['if_exists', 'if_not_exists', 'index'],
];

const ENGINE_OPTIONS: { readonly [E in Engine]: readonly string[] } = {
  postgresql: ['array', 'using', 'cast_as', 'as', 'type', 'enum_type', 'stored'],
  mysql: [
    ...['auto_increment', 'charset', 'as', 'size', 'unsigned', 'first', 'after', 'type', 'stored'],
  ],
  sqlite: ['as', 'type', 'stored'],
};

/** Options that common gems add to columns (activerecord-postgis-adapter, annotations of types). */
const GEM_OPTIONS: readonly string[] = [
  ...['srid', 'geographic', 'geometric', 'has_z', 'has_m', 'spatial_type', 'dimensions', 'values'],
  ...['enum_name', 'identity'],
];

/**
 * Since `Migration[7.1]` Rails refuses an option of a column that neither it nor a gem knows; a
 * migration of 7.0 or older passes it on, and nobody looks at it
 * (`Migration::Compatibility::V7_0`, `_skip_validate_options`).
 *
 * @throws {NotUnderstood} since a gem of the project may know the option.
 */
export function assertColumnOptions(call: Call, session: Session): void {
  if (session.dumped || !railsAtLeast(session.rails, 7, 1)) return;
  const known = [...COLUMN_OPTIONS, ...ENGINE_OPTIONS[session.dialect.engine], ...GEM_OPTIONS];
  const online = takesLock(session) ? ['algorithm', 'lock'] : [];
  for (const { key } of call.options.entries.values()) {
    const name = nameOf(key, call.name);
    if (known.includes(name) || online.includes(name)) continue;
    throw new NotUnderstood(`Rails 7.1 and newer know no option \`${name}\` of a column`);
  }
}

/**
 * `t.string :name, if_not_exists: true` in a block of `change_table`, which Rails ignored up to 7.0.
 *
 * @throws {InputError} in a migration of 7.1 or newer, as Rails does.
 */
export function assertUnconditional(call: Call, session: Session): void {
  if (!railsAtLeast(session.rails, 7, 1)) return;
  for (const name of ['if_exists', 'if_not_exists']) {
    if (givenOption(call, name) === undefined) continue;
    throw refusal(
      `Rails refuses \`${name}\` in the block of a \`change_table\``,
      'Ask `t.column_exists?` or `t.index_exists?` in front of it.',
      call,
    );
  }
}

/**
 * Modifiers that no adapter takes (`type_to_sql` of the adapters, 5.0 to 8.1).
 *
 * @throws {InputError} as Rails does.
 */
export function assertTypeModifiers(type: RailsType, call: Call, session: Session): void {
  if (session.dumped) return;
  const { name, limit, precision, scale } = type;
  if (name === 'decimal' && scale !== null && precision === null) {
    throw refusal('a decimal has a scale and no precision', 'Pass `precision:` too.', call);
  }
  if (name === 'integer' && limit !== null && limit > 8 && session.dialect.engine !== 'sqlite') {
    throw refusal(`there is no integer of ${limit} bytes`, 'Take `limit: 8` or a decimal.', call);
  }
  if (/^(?:datetime|timestamp|time)$/.test(name) && (precision ?? 0) > 6) {
    throw refusal(`${name} has no precision of ${precision}`, 'It goes from 0 to 6.', call);
  }
}

/** Options that Active Record takes for an index (`add_index_options`, 4.2 to 8.1). */
const INDEX_OPTIONS: ReadonlySet<string> = new Set([
  ...['name', 'if_not_exists', 'internal', 'unique', 'length', 'order', 'opclass', 'where', 'type'],
  ...['using', 'comment', 'algorithm', 'include', 'nulls_not_distinct', 'enabled'],
]);

const INDEX_ALGORITHMS: { readonly [E in Engine]: readonly string[] } = {
  postgresql: ['concurrently'],
  mysql: ['default', 'copy', 'inplace', 'instant'],
  sqlite: [],
};

/** @throws {InputError} for an option or an algorithm of an index that Rails does not take. */
export function assertIndexOptions(call: Call, session: Session): void {
  if (session.dumped) return;
  for (const { key } of call.options.entries.values()) {
    const name = nameOf(key, call.name);
    if (INDEX_OPTIONS.has(name) || (name === 'lock' && takesLock(session))) continue;
    throw refusal(
      `Rails knows no option \`${name}\` of an index`,
      `It takes ${[...INDEX_OPTIONS].join(', ')}.`,
      call,
    );
  }
  assertIndexAlgorithm(call, session);
}

/** MySQL's adapter has taken LOCK since Active Record 8.2. */
function takesLock({ dialect, installed }: Session): boolean {
  return dialect.engine === 'mysql' && railsAtLeast(installed, 8, 2);
}

/** @throws {InputError} when the engine's adapter does not know the option `algorithm`. */
function assertIndexAlgorithm(call: Call, session: Session): void {
  const algorithm = textOption(call, 'algorithm');
  const known = INDEX_ALGORITHMS[session.dialect.engine];
  if (algorithm === null || known.includes(algorithm)) return;
  throw refusal(
    `Rails knows no algorithm ${algorithm} of an index on this engine`,
    known.length === 0 ? 'Leave the option out.' : `It takes ${known.join(', ')}.`,
    call,
  );
}

/** @throws {InputError} when the engine's adapter refuses the name. */
export function assertIndexName(name: string, table: string, call: Call, session: Session): void {
  const limit = maxIndexNameLength(session.dialect.engine, session.installed);
  // Up to Rails 3.0 such an index is not made.
  if (session.dumped || name.length <= limit || !railsAtLeast(session.installed, 3, 1)) return;
  throw refusal(
    `the name "${name}" of an index on ${table} is too long: ${name.length} characters`,
    `Rails takes ${limit} on this engine. Pass a shorter one as \`name:\`.`,
    call,
  );
}

/** @throws {InputError} since `Migration[7.1]`, as Rails does, when it is neither true nor false. */
export function assertBoolean(value: Value, call: Call, session: Session): void {
  if (value.kind === 'boolean' || !railsAtLeast(session.rails, 7, 1)) return;
  throw refusal(
    `${call.name} is given ${inspect(value)} where Rails wants true or false`,
    'True allows NULL, false forbids it.',
    call,
  );
}

/** @throws {InputError} on engines whose adapter does not have the command. */
export function assertPostgresql(call: Call, session: Session): void {
  if (session.dialect.engine === 'postgresql') return;
  throw refusal(`${call.name} is a command of Rails' PostgreSQL adapter`, 'Take it out.', call);
}

/** @throws {InputError} for `deferrable: true` of a unique or exclusion constraint, in any migration. */
export function assertConstraintDeferrable(call: Call, session: Session): void {
  const given = givenOption(call, 'deferrable');
  if (session.dumped || given?.kind !== 'boolean' || !given.value) return;
  throw refusal(
    `Rails refuses \`deferrable: true\` of ${call.name}`,
    'Write `deferrable: :immediate`, or `:deferred`.',
    call,
  );
}

/** @throws {InputError} on SQLite, whose adapter cannot change comments. */
export function assertComments(call: Call, session: Session): void {
  if (session.dialect.engine !== 'sqlite') return;
  throw refusal(`${call.name} is not supported on SQLite`, 'Take it out; Rails refuses it.', call);
}

/**
 * `deferrable: true` in a migration of 7.1 or newer, which Rails 7.1 itself still takes with a warning.
 *
 * @throws {InputError} since Rails 7.2, as Rails does.
 */
export function assertDeferrable(call: Call, session: Session): void {
  const given = givenOption(call, 'deferrable');
  if (session.dumped || given?.kind !== 'boolean' || !given.value) return;
  if (!railsAtLeast(session.rails, 7, 1) || !railsAtLeast(session.installed, 7, 2)) return;
  throw refusal(
    `deferrable: true is refused by Rails ${formatRailsVersion(session.installed)}`,
    'Write `deferrable: :immediate`, or `:deferred`.',
    call,
  );
}

/** @throws {InputError} for `drop_table :a, :b` before Rails 8.0, which drops one table at a time. */
export function assertSingleTable(call: Call, session: Session): void {
  if (call.args.length < 2 || railsAtLeast(session.installed, 8, 0)) return;
  throw refusal(
    `drop_table takes one table, and is given ${call.args.length}`,
    `Rails ${formatRailsVersion(session.installed)} wants a \`drop_table\` for each; 8.0 takes several.`,
    call,
  );
}

/** @throws {InputError} on PostgreSQL up to Rails 8.0 when a computed column is not stored. */
export function assertStored(call: Call, session: Session): void {
  if (session.dialect.engine !== 'postgresql' || railsAtLeast(session.installed, 8, 1)) return;
  if (session.dumped || flagOption(call, 'stored')) return;
  throw refusal('a computed column has to be stored on PostgreSQL', 'Pass `stored: true`.', call);
}

/** @throws {InputError} up to Rails 7.2 when `rename_enum` has no `to:`. */
export function assertNamedTarget(call: Call, session: Session): void {
  if (railsAtLeast(session.installed, 8, 0) || givenOption(call, 'to') !== undefined) return;
  throw refusal(
    'rename_enum takes the new name by position since Rails 8.0 only',
    'Write `to:` in front of it.',
    call,
  );
}

export function refusal(message: string, remedy: string, call: Call): InputError {
  return new InputError(message, { location: call.source.locate(call.node), remedy });
}

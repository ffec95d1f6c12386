import { railsAtLeast } from '../../../../model/engine.ts';
import { type Call, withOption } from '../../evaluate/call.ts';
import { FALSE, integer, NIL, option, TRUE, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { hasWholeSeconds } from '../tables/newest-tables.ts';
import { hasStrictTimestamps } from './old-timestamps.ts';

/**
 * The options of `timestamps` with Rails' defaults: NOT NULL since 5.0, and in 3.1 and 3.2;
 * precision 6 since 6.0.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.1.1/activerecord/lib/active_record/migration/compatibility.rb}
 */
export function timestampOptions(call: Call, session: Session): Call {
  const given = option(call.options, 'null');
  const isStrict =
    railsAtLeast(session.rails, 5, 0) || hasStrictTimestamps(call.source.path, session);
  const byDefault = isStrict ? FALSE : TRUE;
  const precise = option(call.options, 'precision') !== undefined;
  const fractional = railsAtLeast(session.rails, 6, 0) && !hasWholeSeconds(session);
  return withOption(call, {
    null: given === undefined || given.kind === 'nil' ? byDefault : given,
    ...(precise ? {} : { precision: fractional ? integer(6) : NIL }),
  });
}

/**
 * A column that the block of a `create_table` or `change_table` defines: up to `Migration[6.1]` it
 * has no precision unless it is given one (`Migration::Compatibility::V6_1::TableDefinition`).
 */
export function withoutPrecision(call: Call, session: Session): Call {
  const given = option(call.options, 'precision');
  if (session.dumped || given !== undefined || railsAtLeast(session.rails, 7, 0)) return call;
  return withOption(call, { precision: NIL });
}

/**
 * `add_column` and `change_column` of a migration of 6.1 or older leave the precision out for the
 * symbol `:datetime` alone: of `"datetime"` and, on SQLite, `:timestamp` it is that of the installed
 * Rails. `change_column` gives a type in text no precision in any version, but on SQLite.
 */
export function plainPrecision(type: Value | undefined, call: Call, session: Session): Call {
  if (option(call.options, 'precision') !== undefined) return call;
  const older = !railsAtLeast(session.rails, 7, 0);
  const { engine } = session.dialect;
  const symbol =
    (type?.kind === 'symbol' && type.text === 'datetime') ||
    // `PostgreSQLCompat.compatible_timestamp_type` makes both a timestamp.
    (type?.kind === 'string' && type.text === 'datetime' && engine === 'postgresql');
  const text =
    type?.kind === 'string' &&
    call.name === 'change_column' &&
    session.dialect.altersColumnsInPlace;
  return (older && symbol) || text ? withOption(call, { precision: NIL }) : call;
}

/**
 * `change_table` with `bulk: true` has its columns defined by a method that knew no precision of 6
 * by default up to Rails 7.0.4 (`new_column_definition`), so that those of MySQL and PostgreSQL have
 * none.
 */
export function withoutBulkPrecision(call: Call, session: Session): Call {
  const { major, minor, patch } = session.installed;
  const isEarly = major < 7 || (major === 7 && minor === 0 && patch !== undefined && patch < 5);
  if (!isEarly || call.name !== 'add_column' || session.dialect.engine === 'sqlite') return call;
  const [, , type] = call.args;
  const isDatetime = type?.kind === 'symbol' && type.text === 'datetime';
  if (!isDatetime || option(call.options, 'precision') !== undefined) return call;
  return withOption(call, { precision: NIL });
}

import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { RailsType } from '../dialect.ts';

/** A Rails type with no options but those given. */
export function railsType(name: string, options: Partial<RailsType> = {}): RailsType {
  return {
    name,
    limit: null,
    precision: null,
    precisionNil: false,
    scale: null,
    array: false,
    unsigned: false,
    size: null,
    enumType: null,
    ...options,
  };
}

/**
 * The precision that `t.datetime` asks for, null for none: since Rails 7.0 it is 6 unless the
 * migration says otherwise, before that there is none.
 */
export function datetimePrecision(type: RailsType, rails: RailsVersion): number | null {
  if (type.precision !== null || type.precisionNil) return type.precision;
  return railsAtLeast(rails, 7, 0) ? 6 : null;
}

/** `t.datetime` as the dumper of that version writes a column of that precision. */
export function datetimeType(precision: number | null, rails: RailsVersion): RailsType {
  if (!railsAtLeast(rails, 7, 0)) return railsType('datetime', { precision });
  if (precision === null) return railsType('datetime', { precisionNil: true });
  return railsType('datetime', { precision: precision === 6 ? null : precision });
}

/** `(10,2)`, `(10)` or nothing. */
export function modifiers(...numbers: readonly (number | null)[]): string {
  const given = numbers.filter((number) => number !== null);
  return given.length === 0 ? '' : `(${given.join(',')})`;
}

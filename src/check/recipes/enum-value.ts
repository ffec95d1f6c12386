import { railsAtLeast } from '../../model/engine.ts';
import { symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import type { Audience } from './check-constraint.ts';

/** Adds a value to an enum type, behind another where one is given; Rails has a method for it from 7.1 on. */
export function addEnumValue(
  name: string,
  value: string,
  after: string | null,
  { engine, rails }: Audience,
): string {
  if (rails === null || railsAtLeast(rails, 7, 1)) {
    const place = after === null ? '' : `, after: ${text(after)}`;
    return `add_enum_value ${symbol(name)}, ${text(value)}${place}`;
  }
  const literal = (label: string) => `'${label.replaceAll("'", "''")}'`;
  const place = after === null ? '' : ` AFTER ${literal(after)}`;
  return `execute ${text(`ALTER TYPE ${sqlName(name, engine)} ADD VALUE ${literal(value)}${place}`)}`;
}

import { option, type Value } from './values.ts';

/** The new value of `change_column_default` and the like, which take `from:` and `to:` or the value alone. */
export function newValue(given: Value): Value {
  if (given.kind !== 'hash' || option(given, 'from') === undefined) return given;
  return option(given, 'to') ?? given;
}

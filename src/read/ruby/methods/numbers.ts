import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import {
  boolean,
  float,
  integer,
  type NumberValue,
  type RangeValue,
  string,
  type Value,
} from '../evaluate/values.ts';

/** Enough for any loop that a person writes out; longer ranges stay unknown. */
const MAX_ITEMS = 10_000;

/** ActiveSupport's durations and sizes are numbers here, in seconds and bytes. */
const UNITS: { readonly [name: string]: number } = {
  second: 1,
  seconds: 1,
  minute: 60,
  minutes: 60,
  hour: 3600,
  hours: 3600,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  kilobyte: 1024,
  kilobytes: 1024,
  megabyte: 1024 ** 2,
  megabytes: 1024 ** 2,
  gigabyte: 1024 ** 3,
  gigabytes: 1024 ** 3,
};

/** A method of an integer or float. */
export function numberMethod(call: Call, receiver: NumberValue): Value | undefined {
  const { number } = receiver;
  const unit = own(UNITS, call.name);
  if (unit !== undefined) return integer(number * unit);
  switch (call.name) {
    case 'times':
      return times(call, number);
    case 'to_i':
    case 'floor':
      return integer(Math.floor(number));
    case 'to_f':
      return float(number);
    case 'to_d':
      return float(number);
    case 'succ':
    case 'next':
      return integer(number + 1);
    case '-@':
      return receiver.kind === 'integer' ? integer(-number) : float(-number);
    case 'zero?':
      return boolean(number === 0);
    case 'positive?':
      return boolean(number > 0);
    case 'even?':
      return boolean(number % 2 === 0);
    case 'odd?':
      return boolean(Math.abs(number % 2) === 1);
    default:
      return undefined;
  }
}

function times(call: Call, count: number): Value | undefined {
  if (count > MAX_ITEMS) return undefined;
  const items = Array.from({ length: Math.max(0, count) }, (_, position) => integer(position));
  const { block } = call;
  if (!block) return { kind: 'array', items };
  for (const item of items) call.evaluator.runBlock(block, [item]);
  return integer(count);
}

/** The elements of a range of integers or single letters; null when they cannot be listed. */
export function rangeItems(range: RangeValue): Value[] | null {
  const { from, to, exclusive } = range;
  if (from.kind === 'integer' && to.kind === 'integer') {
    const count = to.number - from.number + (exclusive ? 0 : 1);
    if (count > MAX_ITEMS) return null;
    return Array.from({ length: Math.max(0, count) }, (_, position) =>
      integer(from.number + position),
    );
  }
  if (from.kind !== 'string' || to.kind !== 'string') return null;
  if (from.text.length !== 1 || to.text.length !== 1) return null;
  const letters: Value[] = [];
  const last = to.text.charCodeAt(0) - (exclusive ? 1 : 0);
  for (let code = from.text.charCodeAt(0); code <= last; code += 1) {
    letters.push(string(String.fromCharCode(code)));
  }
  return letters;
}

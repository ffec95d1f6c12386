import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import {
  boolean,
  float,
  integer,
  type NumberValue,
  option,
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

type Method = (receiver: NumberValue, call: Call) => Value | undefined;

const truncated: Method = ({ number }) => integer(Math.trunc(number));
const asFloat: Method = ({ number }) => float(number);
const next: Method = ({ number }) => integer(number + 1);

const METHODS: { readonly [name: string]: Method } = {
  times: ({ number }, call) => times(call, number),
  upto: ({ number }, call) => counted(call, number, 1),
  downto: ({ number }, call) => counted(call, number, -1),
  step: ({ number }, call) => stepped(call, number),
  to_i: truncated,
  to_int: truncated,
  truncate: truncated,
  floor: ({ number }) => integer(Math.floor(number)),
  ceil: ({ number }) => integer(Math.ceil(number)),
  round: ({ number }, { args }) => (args.length === 0 ? integer(Math.round(number)) : undefined),
  abs: ({ kind, number }) => ofKind(kind, Math.abs(number)),
  '-@': ({ kind, number }) => ofKind(kind, -number),
  to_f: asFloat,
  to_d: asFloat,
  pred: ({ number }) => integer(number - 1),
  succ: next,
  next,
  chr: ({ number }) => string(String.fromCharCode(number)),
  ordinalize: ({ number }) => string(`${number}${suffixOf(number)}`),
  'between?': ({ number }, call) => between(call, number),
  'negative?': ({ number }) => boolean(number < 0),
  'zero?': ({ number }) => boolean(number === 0),
  'positive?': ({ number }) => boolean(number > 0),
  'even?': ({ number }) => boolean(number % 2 === 0),
  'odd?': ({ number }) => boolean(Math.abs(number % 2) === 1),
};

/** A method of an integer or float. */
export function numberMethod(call: Call, receiver: NumberValue): Value | undefined {
  const unit = own(UNITS, call.name);
  if (unit !== undefined) return integer(receiver.number * unit);
  return own(METHODS, call.name)?.(receiver, call);
}

function ofKind(kind: NumberValue['kind'], number: number): Value {
  return kind === 'integer' ? integer(number) : float(number);
}

function suffixOf(number: number): string {
  const [last, teens] = [Math.abs(number) % 10, Math.abs(number) % 100];
  if (teens >= 11 && teens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th';
}

function between(call: Call, number: number): Value | undefined {
  const [low, high] = call.args;
  if (!(low && high && 'number' in low && 'number' in high)) return undefined;
  return boolean(low.number <= number && number <= high.number);
}

/** `1.upto(3)` and `3.downto(1)`. */
function counted(call: Call, from: number, by: 1 | -1): Value | undefined {
  const [to] = call.args;
  return to?.kind === 'integer' ? eachStep(call, from, to.number, by) : undefined;
}

/** `1.step(10, 3)` and `1.step(by: 3, to: 10)`. */
function stepped(call: Call, from: number): Value | undefined {
  const [to = option(call.options, 'to'), by = option(call.options, 'by') ?? integer(1)] =
    call.args;
  if (to?.kind !== 'integer' || by.kind !== 'integer' || by.number === 0) return undefined;
  return eachStep(call, from, to.number, by.number);
}

function eachStep(call: Call, from: number, to: number, by: number): Value | undefined {
  const count = Math.max(0, Math.floor((to - from) / by) + 1);
  if (count > MAX_ITEMS) return undefined;
  const items = Array.from({ length: count }, (_, position) => integer(from + position * by));
  const { block } = call;
  if (!block) return { kind: 'array', items };
  for (const item of items) call.evaluator.runBlock(block, [item]);
  return integer(from);
}

/** `(1..10).step(3)`. */
export function rangeStep(call: Call, { from, to, exclusive }: RangeValue): Value | undefined {
  const [by] = call.args;
  if (from.kind !== 'integer' || to.kind !== 'integer' || by?.kind !== 'integer') return undefined;
  return by.number > 0
    ? eachStep(call, from.number, to.number - (exclusive ? 1 : 0), by.number)
    : undefined;
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

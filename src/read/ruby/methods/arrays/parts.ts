import type { Call } from '../../evaluate/call.ts';
import {
  array,
  hashKey,
  NIL,
  type RangeValue,
  toText,
  truth,
  unknown,
  type Value,
} from '../../evaluate/values.ts';
import { operate } from '../operators.ts';
import { count, filter, type Method, type Methods, unique, yielded } from './elements.ts';

const select: Method = (items, call) => filter(items, call, true);

const detect: Method = (items, call) => find(items, call);

/** Methods that give one element, or a list of some of them. */
export const PARTS: Methods = {
  first: (items, call) => {
    const wanted = count(call);
    return wanted === null ? (items[0] ?? NIL) : array(items.slice(0, wanted));
  },
  last: (items, call) => {
    const wanted = count(call);
    return wanted === null ? (items.at(-1) ?? NIL) : array(items.slice(-wanted));
  },
  second: (items) => items[1] ?? NIL,
  third: (items) => items[2] ?? NIL,
  take: (items, call) => array(items.slice(0, count(call) ?? 0)),
  drop: (items, call) => array(items.slice(count(call) ?? 0)),
  take_while: (items, call) => {
    const end = items.findIndex((item) => truth(yielded(call, item)) !== true);
    return array(end < 0 ? items : items.slice(0, end));
  },
  drop_while: (items, call) => {
    const end = items.findIndex((item) => truth(yielded(call, item)) !== true);
    return array(end < 0 ? [] : items.slice(end));
  },
  at: (items, call) => PARTS['[]']?.(items, call),
  dig: (items, call) => (call.args.length === 1 ? PARTS['[]']?.(items, call) : undefined),
  fetch: (items, call) => items.at(count(call) ?? items.length) ?? call.args[1],
  values_at: (items, call) =>
    array(call.args.map((at) => ('number' in at ? (items.at(at.number) ?? NIL) : NIL))),
  slice: (items, call) => PARTS['[]']?.(items, call),
  '[]': (items, call) => {
    const at = count(call);
    const [range, length] = call.args;
    if (at !== null && length?.kind === 'integer') {
      const start = at < 0 ? items.length + at : at;
      return array(items.slice(start, start + length.number));
    }
    if (range?.kind === 'range') return sliceOf(items, range);
    return at === null ? undefined : (items.at(at) ?? NIL);
  },
  select,
  filter: select,
  reject: (items, call) => filter(items, call, false),
  find: detect,
  detect,
  partition,
  compact: (items) => array(items.filter((item) => item.kind !== 'nil')),
  compact_blank: (items) =>
    array(items.filter((item) => truth(item) !== false && toText(item) !== '')),
  uniq: (items, call) =>
    call.block
      ? array([...new Map(items.map((item) => [hashKey(yielded(call, item)), item])).values()])
      : array(unique(items)),
  excluding: (items, call) => operate('-', array(items), array([...call.args])),
  without: (items, call) => operate('-', array(items), array([...call.args])),
  intersection: (items, call) => operate('&', array(items), call.args[0] ?? array([])),
  difference: (items, call) => operate('-', array(items), call.args[0] ?? array([])),
  extract_options: (items) => items.at(-1) ?? NIL,
};

function find(items: Value[], call: Call): Value {
  const kept = filter(items, call, true);
  return kept.kind === 'array' ? (kept.items[0] ?? NIL) : kept;
}

function partition(items: Value[], call: Call): Value {
  const answers = items.map((item) => truth(yielded(call, item)));
  if (answers.includes(null)) {
    return unknown('a condition on the elements of a list cannot be decided');
  }
  return array(
    [true, false].map((wanted) => array(items.filter((_, at) => answers[at] === wanted))),
  );
}

function sliceOf(items: readonly Value[], { from, to, exclusive }: RangeValue): Value | undefined {
  const place = (value: Value, missing: number): number | null => {
    if (value.kind === 'nil') return missing;
    if (value.kind !== 'integer') return null;
    return value.number < 0 ? items.length + value.number : value.number;
  };
  const [start, end] = [place(from, 0), place(to, items.length)];
  if (start === null || end === null) return undefined;
  return array(items.slice(start, exclusive || to.kind === 'nil' ? end : end + 1));
}

import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import {
  array,
  assertBounded,
  boolean,
  equal,
  FALSE,
  hash,
  hashKey,
  inspect,
  integer,
  NIL,
  type ProcValue,
  string,
  TRUE,
  toText,
  truth,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { operate } from './operators.ts';

type Method = (items: Value[], call: Call) => Value | undefined;

/** Runs the block on an element; nil when there is none. */
function yielded(call: Call, ...args: Value[]): Value {
  return call.block ? call.evaluator.callBlock(call.block, args) : (args[0] ?? NIL);
}

function each(items: readonly Value[], block: ProcValue | null, call: Call): void {
  if (block) for (const item of items) call.evaluator.runBlock(block, [item]);
}

/** The elements whose block holds; unknown when one cannot be decided. */
function filter(items: Value[], call: Call, wanted: boolean): Value {
  const kept: Value[] = [];
  for (const item of items) {
    const holds = truth(yielded(call, item));
    if (holds === null) return unknown('a condition on the elements of a list cannot be decided');
    if (holds === wanted) kept.push(item);
  }
  return array(kept);
}

function find(items: Value[], call: Call): Value {
  const kept = filter(items, call, true);
  return kept.kind === 'array' ? (kept.items[0] ?? NIL) : kept;
}

/** `any?`, `all?` and `none?`. */
function quantify(
  items: Value[],
  call: Call,
  wanted: boolean,
  whenFound: Value,
  otherwise: Value,
): Value {
  const kept = call.block
    ? filter(items, call, wanted)
    : array(items.filter((item) => truth(item) === wanted));
  if (kept.kind !== 'array') return kept;
  return kept.items.length > 0 ? whenFound : otherwise;
}

function isIn(items: readonly Value[], value: Value): boolean {
  return items.some((item) => equal(item, value) === true);
}

function unique(items: readonly Value[]): Value[] {
  return [...new Map(items.map((item): [string, Value] => [hashKey(item), item])).values()];
}

function sorted(items: readonly Value[], key: (item: Value) => Value): Value[] {
  const rank = (value: Value): string | number =>
    'number' in value ? value.number : (toText(value) ?? inspect(value));
  return items
    .map((item) => ({ item, rank: rank(key(item)) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0))
    .map(({ item }) => item);
}

function count(call: Call): number | null {
  const [value] = call.args;
  return value?.kind === 'integer' ? value.number : null;
}

/** @throws {LimitReached} when the lists hold each other, or too much. */
function flattened(items: Value[]): Value[] {
  assertBounded(array(items));
  return flatten(items);
}

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (item.kind === 'array' ? flatten(item.items) : [item]));
}

function slices(items: Value[], size: number): Value[] {
  const parts: Value[] = [];
  for (let at = 0; at < items.length; at += Math.max(1, size)) {
    parts.push(array(items.slice(at, at + Math.max(1, size))));
  }
  return parts;
}

function toHash(items: readonly Value[]): Value {
  const pairs = items.map((item): readonly [Value, Value] =>
    item.kind === 'array' ? [item.items[0] ?? NIL, item.items[1] ?? NIL] : [item, NIL],
  );
  return hash(pairs);
}

const map: Method = (items, call) => array(items.map((item) => yielded(call, item)));
const select: Method = (items, call) => filter(items, call, true);
const detect: Method = (items, call) => find(items, call);
const includes: Method = (items, call) => boolean(isIn(items, call.args[0] ?? NIL));
const size: Method = (items, call) => (call.block ? undefined : integer(items.length));
const push: Method = (items, call) => {
  items.push(...call.args);
  return array(items);
};

const METHODS: { readonly [name: string]: Method } = {
  each: (items, call) => {
    each(items, call.block, call);
    return array(items);
  },
  each_with_index: (items, call) => {
    const { block } = call;
    if (!block) return array(items.map((item, position) => array([item, integer(position)])));
    for (const [position, item] of items.entries()) {
      call.evaluator.runBlock(block, [item, integer(position)]);
    }
    return array(items);
  },
  with_index: (items, call) => METHODS['each_with_index']?.(items, call),
  reverse_each: (items, call) => {
    each([...items].reverse(), call.block, call);
    return array(items);
  },
  each_slice: (items, call) => {
    const parts = slices(items, count(call) ?? 1);
    each(parts, call.block, call);
    return array(parts);
  },
  in_groups_of: (items, call) => METHODS['each_slice']?.(items, call),
  each_with_object: (items, call) => {
    const [memo = NIL] = call.args;
    for (const item of items) if (call.block) call.evaluator.runBlock(call.block, [item, memo]);
    return memo;
  },
  map,
  collect: map,
  flat_map: (items, call) =>
    array(
      items
        .map((item) => yielded(call, item))
        .flatMap((item) => (item.kind === 'array' ? item.items : [item])),
    ),
  filter_map: (items, call) =>
    array(items.map((item) => yielded(call, item)).filter((item) => truth(item) !== false)),
  select,
  filter: select,
  reject: (items, call) => filter(items, call, false),
  find: detect,
  detect,
  partition: (items, call) => array([filter(items, call, true), filter(items, call, false)]),
  'any?': (items, call) => quantify(items, call, true, TRUE, FALSE),
  'none?': (items, call) => quantify(items, call, true, FALSE, TRUE),
  'all?': (items, call) => quantify(items, call, false, FALSE, TRUE),
  'include?': includes,
  'member?': includes,
  'exclude?': (items, call) => boolean(!isIn(items, call.args[0] ?? NIL)),
  'empty?': (items) => boolean(items.length === 0),
  size,
  length: size,
  count: size,
  first: (items, call) => {
    const wanted = count(call);
    return wanted === null ? (items[0] ?? NIL) : array(items.slice(0, wanted));
  },
  last: (items, call) => {
    const wanted = count(call);
    return wanted === null ? (items.at(-1) ?? NIL) : array(items.slice(-wanted));
  },
  take: (items, call) => array(items.slice(0, count(call) ?? 0)),
  drop: (items, call) => array(items.slice(count(call) ?? 0)),
  second: (items) => items[1] ?? NIL,
  '[]': (items, call) => {
    const at = count(call);
    return at === null ? undefined : (items.at(at) ?? NIL);
  },
  join: (items, call) => {
    const texts = flattened(items).map(toText);
    const glue = call.args[0] ? toText(call.args[0]) : '';
    return texts.includes(null) ? undefined : string(texts.join(glue ?? ''));
  },
  push,
  append: push,
  concat: (items, call) => {
    items.push(...call.args.flatMap((value) => (value.kind === 'array' ? value.items : [])));
    return array(items);
  },
  unshift: (items, call) => {
    items.unshift(...call.args);
    return array(items);
  },
  compact: (items) => array(items.filter((item) => item.kind !== 'nil')),
  compact_blank: (items) =>
    array(items.filter((item) => truth(item) !== false && toText(item) !== '')),
  uniq: (items) => array(unique(items)),
  flatten: (items) => array(flattened(items)),
  reverse: (items) => array([...items].reverse()),
  sort: (items, call) => (call.block ? undefined : array(sorted(items, (item) => item))),
  sort_by: (items, call) => array(sorted(items, (item) => yielded(call, item))),
  sum: (items, call) =>
    items
      .map((item) => yielded(call, item))
      .reduce<Value | undefined>((total, item) => total && operate('+', total, item), integer(0)),
  zip: (items, call) =>
    array(
      items.map((item, position) =>
        array([
          item,
          ...call.args.map((other) =>
            other.kind === 'array' ? (other.items[position] ?? NIL) : NIL,
          ),
        ]),
      ),
    ),
  product: (items, call) => {
    const [other] = call.args;
    if (other?.kind !== 'array' || items.length * other.items.length > 10_000) return undefined;
    return array(items.flatMap((left) => other.items.map((right) => array([left, right]))));
  },
  to_h: (items, call) => toHash(call.block ? items.map((item) => yielded(call, item)) : items),
  index_with: (items, call) =>
    toHash(
      items.map((item) => array([item, call.block ? yielded(call, item) : (call.args[0] ?? NIL)])),
    ),
  index_by: (items, call) => toHash(items.map((item) => array([yielded(call, item), item]))),
  group_by: (items, call) => {
    const groups = new Map<string, { key: Value; items: Value[] }>();
    for (const item of items) {
      const key = yielded(call, item);
      const group = groups.get(hashKey(key)) ?? { key, items: [] };
      group.items.push(item);
      groups.set(hashKey(key), group);
    }
    return hash([...groups.values()].map((group) => [group.key, array(group.items)]));
  },
  inject: (items, call) => {
    const [start, ...rest] = call.args.length > 0 ? [call.args[0], ...items] : items;
    if (!call.block || !start || start.kind === 'symbol') return undefined;
    return rest.reduce<Value>((memo, item) => yielded(call, memo, item ?? NIL), start);
  },
  reduce: (items, call) => METHODS['inject']?.(items, call),
  to_a: (items) => array(items),
  to_set: (items) => array(unique(items)),
  to_ary: (items) => array(items),
  lazy: (items) => array(items),
  to_sentence: (items) => string(items.map((item) => toText(item) ?? '').join(', ')),
  extract_options: (items) => items.at(-1) ?? NIL,
};

/** A method of an array, or of what lists its elements as one. */
export function arrayMethod(call: Call, items: Value[]): Value | undefined {
  return own(METHODS, call.name)?.(items, call);
}

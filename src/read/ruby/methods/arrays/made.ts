import type { Call } from '../../evaluate/call.ts';
import {
  array,
  assertBounded,
  hash,
  hashKey,
  NIL,
  string,
  toText,
  truth,
  type Value,
} from '../../evaluate/values.ts';
import { operate } from '../operators.ts';
import { assertFew } from './bounds.ts';
import { count, listed, type Method, type Methods, sorted, unique, yielded } from './elements.ts';

const map: Method = (items, call) => array(items.map((item) => yielded(call, item)));

/** Methods that make something new of the elements. */
export const MADE: Methods = {
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
  flatten: (items) => array(flattened(items)),
  reverse: (items) => array([...items].reverse()),
  rotate: (items, call) => {
    const by = (count(call) ?? 1) % (items.length || 1);
    return array([...items.slice(by), ...items.slice(0, by)]);
  },
  sort: (items, call) =>
    call.block ? sortedByBlock(items, call) : array(sorted(items, (item) => item)),
  sort_by: (items, call) => array(sorted(items, (item) => yielded(call, item))),
  including: (items, call) => array([...items, ...call.args]),
  union: (items, call) => operate('|', array(items), call.args[0] ?? array([])),
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
  transpose: (items) => {
    const rows = items.map((item) => (item.kind === 'array' ? item.items : []));
    return array((rows[0] ?? []).map((_, at) => array(rows.map((row) => row[at] ?? NIL))));
  },
  product: (items, call) => {
    const others = call.args.map((other) => (other.kind === 'array' ? other.items : null));
    const lists = others.filter((other) => other !== null);
    const made = lists.length === others.length ? productOf([items, ...lists]) : undefined;
    return made && listed(made, call);
  },
  combination: (items, call) => (count(call) === 2 ? listed(pairsWithin(items), call) : undefined),
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
  index_by: (items, call) => toHash(items.map((item) => array([yielded(call, item), item]))),
  index_with: (items, call) =>
    toHash(
      items.map((item) => array([item, call.block ? yielded(call, item) : (call.args[0] ?? NIL)])),
    ),
  to_h: (items, call) => toHash(call.block ? items.map((item) => yielded(call, item)) : items),
  pluck: (items, call) => {
    const [key = NIL] = call.args;
    const found = items.map((item) =>
      item.kind === 'hash' ? (item.entries.get(hashKey(key))?.value ?? NIL) : null,
    );
    return array(found.filter((value) => value !== null));
  },
  join: (items, call) => {
    const texts = flattened(items).map(toText);
    const glue = call.args[0] ? toText(call.args[0]) : '';
    return texts.includes(null) ? undefined : string(texts.join(glue ?? ''));
  },
  to_sentence: (items) => string(items.map((item) => toText(item) ?? '').join(', ')),
  values: (items) => array(items),
  to_a: (items) => array(items),
  to_ary: (items) => array(items),
  to_set: (items) => array(unique(items)),
  lazy: (items) => array(items),
};

/** @throws {LimitReached} when the lists hold each other, or too much. */
function flattened(items: Value[]): Value[] {
  assertBounded(array(items));
  return flatten(items);
}

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (item.kind === 'array' ? flatten(item.items) : [item]));
}

function sortedByBlock(items: readonly Value[], call: Call): Value | undefined {
  const order = (left: Value, right: Value): number => {
    const value = yielded(call, left, right);
    return value.kind === 'integer' ? value.number : Number.NaN;
  };
  const made = [...items].sort((left, right) => order(left, right) || 0);
  return array(made);
}

function pairsWithin(items: readonly Value[]): Value[] {
  assertFew(items.length ** 2);
  return items.flatMap((left, at) => items.slice(at + 1).map((right) => array([left, right])));
}

/** All lists of one element of each. */
function productOf(lists: readonly (readonly Value[])[]): Value[] | undefined {
  const size = lists.reduce((total, list) => total * list.length, 1);
  if (size > 10_000) return undefined;
  return lists
    .reduce<readonly (readonly Value[])[]>(
      (made, list) => made.flatMap((row) => list.map((item) => [...row, item])),
      [[]],
    )
    .map((row) => array([...row]));
}

function toHash(items: readonly Value[]): Value {
  const pairs = items.map((item): readonly [Value, Value] =>
    item.kind === 'array' ? [item.items[0] ?? NIL, item.items[1] ?? NIL] : [item, NIL],
  );
  return hash(pairs);
}

import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import { LimitReached, TOO_MANY_STEPS } from '../evaluate/signals.ts';
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
  type RangeValue,
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
  items.push(...call.args.map((value) => unlessUncertain(value, call)));
  return array(items);
};

const UNCERTAIN = 'a list is changed under a condition that cannot be decided';

/** What code that may not run puts into a list is not known. */
function unlessUncertain(value: Value, { evaluator }: Call): Value {
  return evaluator.isUncertain ? unknown(UNCERTAIN) : value;
}

/** Puts other elements into the same list, for `map!` and its like, and for what takes some out. */
function become(items: Value[], others: readonly Value[], call: Call): void {
  items.splice(0, items.length, ...(call.evaluator.isUncertain ? [unknown(UNCERTAIN)] : others));
}

const indexOf: Method = (items, call) => {
  const { block } = call;
  const found = items.findIndex((item) =>
    block
      ? truth(call.evaluator.callBlock(block, [item])) === true
      : equal(item, call.args[0] ?? NIL) === true,
  );
  return found < 0 ? NIL : integer(found);
};

/** The least or greatest element, by the block's value if there is one. */
const extreme =
  (last: boolean): Method =>
  (items, call) => {
    const ranked = sorted(items, (item) => yielded(call, item));
    return items.some((item) => item.kind === 'unknown')
      ? undefined
      : (ranked.at(last ? -1 : 0) ?? NIL);
  };

function sortedByBlock(items: readonly Value[], call: Call): Value | undefined {
  const order = (left: Value, right: Value): number => {
    const value = yielded(call, left, right);
    return value.kind === 'integer' ? value.number : Number.NaN;
  };
  const made = [...items].sort((left, right) => order(left, right) || 0);
  return array(made);
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

/** Elements next to each other, so many at a time. */
function consecutive(items: readonly Value[], size: number): Value[] {
  assertFew(items.length * size);
  return items
    .slice(0, Math.max(0, items.length - size + 1))
    .map((_, at) => array(items.slice(at, at + size)));
}

/** @throws {LimitReached} when a list would be made of too many elements. */
function assertFew(elements: number): void {
  if (elements > MAX_MADE) throw new LimitReached(TOO_MANY_STEPS);
}

/** Elements of all the lists that one method makes. */
const MAX_MADE = 100_000;

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
  partition,
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
  third: (items) => items[2] ?? NIL,
  at: (items, call) => METHODS['[]']?.(items, call),
  dig: (items, call) => (call.args.length === 1 ? METHODS['[]']?.(items, call) : undefined),
  fetch: (items, call) => items.at(count(call) ?? items.length) ?? call.args[1],
  values_at: (items, call) =>
    array(call.args.map((at) => ('number' in at ? (items.at(at.number) ?? NIL) : NIL))),
  slice: (items, call) => METHODS['[]']?.(items, call),
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
  index: indexOf,
  find_index: indexOf,
  rotate: (items, call) => {
    const by = (count(call) ?? 1) % (items.length || 1);
    return array([...items.slice(by), ...items.slice(0, by)]);
  },
  values: (items) => array(items),
  min: extreme(false),
  max: extreme(true),
  min_by: extreme(false),
  max_by: extreme(true),
  each_cons: (items, call) => {
    const parts = consecutive(items, count(call) ?? 1);
    each(parts, call.block, call);
    return array(call.block ? items : parts);
  },
  each_index: (items, call) => {
    each(
      items.map((_, at) => integer(at)),
      call.block,
      call,
    );
    return array(items);
  },
  each_entry: (items, call) => METHODS['each']?.(items, call),
  combination: (items, call) => (count(call) === 2 ? listed(pairsWithin(items), call) : undefined),
  transpose: (items) => {
    const rows = items.map((item) => (item.kind === 'array' ? item.items : []));
    return array((rows[0] ?? []).map((_, at) => array(rows.map((row) => row[at] ?? NIL))));
  },
  take_while: (items, call) => {
    const end = items.findIndex((item) => truth(yielded(call, item)) !== true);
    return array(end < 0 ? items : items.slice(0, end));
  },
  drop_while: (items, call) => {
    const end = items.findIndex((item) => truth(yielded(call, item)) !== true);
    return array(end < 0 ? [] : items.slice(end));
  },
  'one?': (items, call) => {
    const kept = call.block ? filter(items, call, true) : array(items);
    return kept.kind === 'array' ? boolean(kept.items.length === 1) : kept;
  },
  'many?': (items) => boolean(items.length > 1),
  tally: (items) => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(hashKey(item), (counts.get(hashKey(item)) ?? 0) + 1);
    return hash(unique(items).map((item) => [item, integer(counts.get(hashKey(item)) ?? 0)]));
  },
  excluding: (items, call) => operate('-', array(items), array([...call.args])),
  without: (items, call) => operate('-', array(items), array([...call.args])),
  including: (items, call) => array([...items, ...call.args]),
  union: (items, call) => operate('|', array(items), call.args[0] ?? array([])),
  intersection: (items, call) => operate('&', array(items), call.args[0] ?? array([])),
  difference: (items, call) => operate('-', array(items), call.args[0] ?? array([])),
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
  push,
  append: push,
  '<<': push,
  concat: (items, call) => {
    const more = call.args.flatMap((value) => (value.kind === 'array' ? value.items : [value]));
    return push(items, { ...call, args: more });
  },
  unshift: (items, call) => {
    items.unshift(...call.args.map((value) => unlessUncertain(value, call)));
    return array(items);
  },
  prepend: (items, call) => METHODS['unshift']?.(items, call),
  pop: (items, call) => {
    const last = items.at(-1) ?? NIL;
    become(items, items.slice(0, -1), call);
    return last;
  },
  shift: (items, call) => {
    const first = items[0] ?? NIL;
    become(items, items.slice(1), call);
    return first;
  },
  delete: (items, call) => {
    const [value = NIL] = call.args;
    const found = isIn(items, value);
    become(
      items,
      items.filter((item) => equal(item, value) !== true),
      call,
    );
    return found ? value : NIL;
  },
  delete_if: (items, call) => METHODS['reject!']?.(items, call),
  clear: (items, call) => {
    become(items, [], call);
    return array(items);
  },
  '[]=': (items, call) => {
    const at = count(call);
    const value = call.args.at(-1);
    if (at === null || at < 0 || at > items.length || call.args.length !== 2 || !value) {
      return undefined;
    }
    items[at] = unlessUncertain(value, call);
    return value;
  },
  compact: (items) => array(items.filter((item) => item.kind !== 'nil')),
  compact_blank: (items) =>
    array(items.filter((item) => truth(item) !== false && toText(item) !== '')),
  uniq: (items, call) =>
    call.block
      ? array([...new Map(items.map((item) => [hashKey(yielded(call, item)), item])).values()])
      : array(unique(items)),
  flatten: (items) => array(flattened(items)),
  reverse: (items) => array([...items].reverse()),
  sort: (items, call) =>
    call.block ? sortedByBlock(items, call) : array(sorted(items, (item) => item)),
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
    const others = call.args.map((other) => (other.kind === 'array' ? other.items : null));
    const lists = others.filter((other) => other !== null);
    const made = lists.length === others.length ? productOf([items, ...lists]) : undefined;
    return made && listed(made, call);
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
    const last = call.args.at(-1);
    if (!call.block && last?.kind === 'symbol') return folded(items, call.args, last.text);
    const [start, ...rest] = call.args.length > 0 ? [call.args[0], ...items] : items;
    if (!call.block) return undefined;
    if (!start) return NIL;
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

/** `inject(:+)`, with or without a first value. */
function folded(
  items: readonly Value[],
  args: readonly Value[],
  operator: string,
): Value | undefined {
  const [start, ...rest] = args.length > 1 ? [args[0], ...items] : items;
  return rest.reduce<Value | undefined>(
    (memo, item) => memo && item && operate(operator, memo, item),
    start ?? NIL,
  );
}

/** Hands each element to the block, if there is one. */
function listed(made: Value[], call: Call): Value {
  each(made, call.block, call);
  return array(made);
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

/** Methods that give an enumerator when they have no block: `map.with_index`. */
const ENUMERATORS: ReadonlySet<string> = new Set([
  ...['each', 'map', 'collect', 'flat_map', 'filter_map', 'select', 'filter', 'reject'],
  ...['each_with_index', 'each_slice', 'each_cons', 'reverse_each', 'group_by', 'sort_by'],
  ...['find', 'detect', 'partition', 'each_entry', 'sum', 'min_by', 'max_by'],
]);

/** `map.with_index(1) { |item, number| … }`: the method, with a number as the block's second argument. */
function withIndex(call: Call, items: Value[], method: string): Value | undefined {
  const { block } = call;
  const first = count(call) ?? 0;
  const numbered = items.map((item, at) => array([item, integer(first + at)]));
  if (!block) return array(numbered);
  return own(METHODS, method)?.(numbered, { ...call, name: method, args: [] });
}

function enumerator(call: Call, items: Value[]): Value {
  const { name: method } = call;
  const plain = own(METHODS, method)?.(items, call) ?? array(items);
  return {
    kind: 'object',
    name: 'enumerator',
    call: (inner) => {
      if (inner.name === 'with_index' || inner.name === 'each_with_index') {
        return withIndex(inner, items, method);
      }
      const listed = plain.kind === 'array' ? plain.items : items;
      const name = inner.name === 'with_object' ? 'each_with_object' : inner.name;
      return arrayMethod({ ...inner, name }, listed);
    },
  };
}

/** A method of an array, or of what lists its elements as one. */
export function arrayMethod(call: Call, items: Value[]): Value | undefined {
  call.evaluator.spend(items.length >> 4);
  const method = own(METHODS, call.name);
  if (!method && call.name.endsWith('!')) return changed(call, items);
  return !call.block && ENUMERATORS.has(call.name) && call.name !== 'sum' && method
    ? enumerator(call, items)
    : method?.(items, call);
}

/** `map!`, `uniq!`, `reject!`: the same list with what the method without `!` gives. */
function changed(call: Call, items: Value[]): Value | undefined {
  const made = own(METHODS, call.name.slice(0, -1))?.(items, call);
  if (made?.kind !== 'array') return made;
  become(items, made.items, call);
  return array(items);
}

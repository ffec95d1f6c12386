import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import {
  array,
  boolean,
  equal,
  type HashValue,
  hash,
  hashKey,
  integer,
  NIL,
  string,
  symbol,
  toText,
  truth,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { arrayMethod } from './arrays/index.ts';

type Pair = readonly [Value, Value];
type Method = (target: HashValue, call: Call) => Value | undefined;

function pairsOf(target: HashValue): Pair[] {
  return [...target.entries.values()].map(({ key, value }): Pair => [key, value]);
}

function merged(target: HashValue, call: Call): HashValue {
  const entries = new Map(target.entries);
  for (const other of [...call.args, call.options]) {
    if (other.kind === 'hash') for (const [key, entry] of other.entries) entries.set(key, entry);
  }
  return { kind: 'hash', entries };
}

function filter(target: HashValue, call: Call, wanted: boolean): Value {
  const kept: Pair[] = [];
  for (const [key, value] of pairsOf(target)) {
    const holds = call.block ? truth(call.evaluator.callBlock(call.block, [key, value])) : null;
    if (holds === null) return unknown('a condition on the pairs of a hash cannot be decided');
    if (holds === wanted) kept.push([key, value]);
  }
  return hash(kept);
}

function pick(target: HashValue, call: Call, wanted: boolean): Value {
  const keys = new Set(call.args.map(hashKey));
  return hash(pairsOf(target).filter(([key]) => keys.has(hashKey(key)) === wanted));
}

const each: Method = (target, call) => {
  const { block } = call;
  if (!block) return array(pairsOf(target).map(([key, value]) => array([key, value])));
  for (const [key, value] of pairsOf(target)) {
    call.evaluator.runBlock(block, [array([key, value])]);
  }
  return target;
};
const has: Method = (target, call) => boolean(target.entries.has(hashKey(call.args[0] ?? NIL)));
const at: Method = (target, call) => target.entries.get(hashKey(call.args[0] ?? NIL))?.value ?? NIL;
const set: Method = (target, call) => {
  const [key = NIL, value = NIL] = call.args;
  const known = call.evaluator.isUncertain ? unknown(UNCERTAIN) : value;
  target.entries.set(hashKey(key), { key, value: known, node: null });
  return value;
};

const UNCERTAIN = 'a hash is changed under a condition that cannot be decided';

const remove: Method = (target, call) => {
  const [key = NIL] = call.args;
  const found = target.entries.get(hashKey(key))?.value ?? NIL;
  if (call.evaluator.isUncertain && found.kind !== 'nil') {
    target.entries.set(hashKey(key), { key, value: unknown(UNCERTAIN), node: null });
  } else target.entries.delete(hashKey(key));
  return found;
};

/** A pair for which the block holds; nil when there is none. */
const findPair: Method = (target, call) => {
  const kept = filter(target, call, true);
  if (kept.kind !== 'hash') return kept;
  const [first] = pairsOf(kept);
  return first ? array([...first]) : NIL;
};
const mergeInto: Method = (target, call) => {
  for (const [key, entry] of merged(target, call).entries) target.entries.set(key, entry);
  return target;
};
const transform = (target: HashValue, change: (pair: Pair) => Pair): HashValue =>
  hash(pairsOf(target).map(change));
const yieldOne = (call: Call, value: Value): Value =>
  call.block ? call.evaluator.callBlock(call.block, [value]) : value;

const METHODS: { readonly [name: string]: Method } = {
  each,
  each_pair: each,
  each_key: (target, call) =>
    arrayMethod(
      { ...call, name: 'each' },
      pairsOf(target).map(([key]) => key),
    ),
  each_value: (target, call) =>
    arrayMethod(
      { ...call, name: 'each' },
      pairsOf(target).map(([, value]) => value),
    ),
  '[]': at,
  dig: (target, call) => {
    let value: Value = target;
    for (const key of call.args) {
      if (value.kind !== 'hash') return value.kind === 'nil' ? NIL : undefined;
      value = value.entries.get(hashKey(key))?.value ?? NIL;
    }
    return value;
  },
  fetch: (target, call) =>
    target.entries.get(hashKey(call.args[0] ?? NIL))?.value ?? call.args[1] ?? undefined,
  '[]=': set,
  store: set,
  'key?': has,
  'has_key?': has,
  'include?': has,
  'member?': has,
  keys: (target) => array(pairsOf(target).map(([key]) => key)),
  values: (target) => array(pairsOf(target).map(([, value]) => value)),
  size: (target) => integer(target.entries.size),
  length: (target) => integer(target.entries.size),
  'empty?': (target) => boolean(target.entries.size === 0),
  merge: merged,
  reverse_merge: (target, call) => {
    const entries = new Map(merged({ kind: 'hash', entries: new Map() }, call).entries);
    for (const [key, entry] of target.entries) entries.set(key, entry);
    return { kind: 'hash', entries };
  },
  'merge!': mergeInto,
  update: mergeInto,
  select: (target, call) => filter(target, call, true),
  filter: (target, call) => filter(target, call, true),
  reject: (target, call) => filter(target, call, false),
  except: (target, call) => pick(target, call, false),
  slice: (target, call) => pick(target, call, true),
  delete: remove,
  'slice!': (target, call) => pick(target, call, true),
  find: findPair,
  detect: findPair,
  key: (target, call) =>
    pairsOf(target).find(([, value]) => equal(value, call.args[0] ?? NIL) === true)?.[0] ?? NIL,
  'value?': (target, call) => boolean(hasValue(target, call)),
  'has_value?': (target, call) => boolean(hasValue(target, call)),
  values_at: (target, call) =>
    array(call.args.map((key) => target.entries.get(hashKey(key))?.value ?? NIL)),
  fetch_values: (target, call) =>
    array(call.args.map((key) => target.entries.get(hashKey(key))?.value ?? NIL)),
  to_a: (target) => array(pairsOf(target).map(([key, value]) => array([key, value]))),
  clear: (target) => {
    target.entries.clear();
    return target;
  },
  compact_blank: (target) => hash(pairsOf(target).filter(([, value]) => truth(value) !== false)),
  deep_merge: merged,
  with_defaults: (target, call) => METHODS['reverse_merge']?.(target, call),
  deep_stringify_keys: (target, call) => METHODS['stringify_keys']?.(target, call),
  compact: (target) => hash(pairsOf(target).filter(([, value]) => value.kind !== 'nil')),
  invert: (target) => transform(target, ([key, value]) => [value, key]),
  transform_values: (target, call) =>
    transform(target, ([key, value]) => [key, yieldOne(call, value)]),
  transform_keys: (target, call) =>
    transform(target, ([key, value]) => [yieldOne(call, key), value]),
  symbolize_keys: (target) =>
    transform(target, ([key, value]) => [symbol(toText(key) ?? ''), value]),
  deep_symbolize_keys: (target) =>
    transform(target, ([key, value]) => [symbol(toText(key) ?? ''), value]),
  stringify_keys: (target) =>
    transform(target, ([key, value]) => [string(toText(key) ?? ''), value]),
  to_h: (target) => target,
  with_indifferent_access: (target) =>
    transform(target, ([key, value]) => [symbol(toText(key) ?? ''), value]),
};

function hasValue(target: HashValue, call: Call): boolean {
  return pairsOf(target).some(([, value]) => equal(value, call.args[0] ?? NIL) === true);
}

function onPairs(target: HashValue, call: Call): Value | undefined {
  return arrayMethod(
    call,
    pairsOf(target).map(([key, value]) => array([key, value])),
  );
}

/** A method of a hash; those it does not have itself work on its pairs. */
export function hashMethod(call: Call, target: HashValue): Value | undefined {
  call.evaluator.spend(target.entries.size >> 6);
  const method = own(METHODS, call.name);
  if (method) return method(target, call);
  if (call.name.endsWith('!')) return changed(target, call);
  return onPairs(target, call);
}

/** `symbolize_keys!`, `reject!`: the same hash with what the method without `!` gives. */
function changed(target: HashValue, call: Call): Value | undefined {
  const made = own(METHODS, call.name.slice(0, -1))?.(target, call);
  if (made?.kind !== 'hash') return made;
  const entries = new Map(made.entries);
  target.entries.clear();
  for (const [key, entry] of entries) target.entries.set(key, entry);
  return target;
}

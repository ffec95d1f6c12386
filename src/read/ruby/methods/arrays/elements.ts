import type { Call } from '../../evaluate/call.ts';
import {
  array,
  equal,
  hashKey,
  inspect,
  NIL,
  type ProcValue,
  toText,
  truth,
  unknown,
  type Value,
} from '../../evaluate/values.ts';

/** A method of an array; undefined where it is not understood. */
export type Method = (items: Value[], call: Call) => Value | undefined;

/** Methods of an array by their names in Ruby. */
export type Methods = { readonly [name: string]: Method };

/** What the block gives for these arguments; the first of them where there is no block. */
export function yielded(call: Call, ...args: Value[]): Value {
  return call.block ? call.evaluator.callBlock(call.block, args) : (args[0] ?? NIL);
}

/** Runs the block for each element, for its effects. */
export function each(items: readonly Value[], block: ProcValue | null, call: Call): void {
  if (block) for (const item of items) call.evaluator.runBlock(block, [item]);
}

/** Hands each element to the block, if there is one. */
export function listed(made: Value[], call: Call): Value {
  each(made, call.block, call);
  return array(made);
}

/** The elements whose block holds; unknown when one cannot be decided. */
export function filter(items: Value[], call: Call, wanted: boolean): Value {
  const kept: Value[] = [];
  for (const item of items) {
    const holds = truth(yielded(call, item));
    if (holds === null) return unknown('a condition on the elements of a list cannot be decided');
    if (holds === wanted) kept.push(item);
  }
  return array(kept);
}

/** True when an element is surely equal to the value. */
export function isIn(items: readonly Value[], value: Value): boolean {
  return items.some((item) => equal(item, value) === true);
}

/** Each element once, where it stands first. */
export function unique(items: readonly Value[]): Value[] {
  return [...new Map(items.map((item): [string, Value] => [hashKey(item), item])).values()];
}

/** In ascending order of the keys: numbers as such, all else by its text. */
export function sorted(items: readonly Value[], key: (item: Value) => Value): Value[] {
  const rank = (value: Value): string | number =>
    'number' in value ? value.number : (toText(value) ?? inspect(value));
  return items
    .map((item) => ({ item, rank: rank(key(item)) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0))
    .map(({ item }) => item);
}

/** The number that is given as the first argument; null where none is. */
export function count(call: Call): number | null {
  const [value] = call.args;
  return value?.kind === 'integer' ? value.number : null;
}

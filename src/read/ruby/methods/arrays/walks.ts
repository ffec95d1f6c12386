import { array, integer, NIL, type Value } from '../../evaluate/values.ts';
import { operate } from '../operators.ts';
import { assertFew } from './bounds.ts';
import { count, each, type Methods, yielded } from './elements.ts';

/** Methods that hand the elements to the block, one or some at a time. */
export const WALKS: Methods = {
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
  in_groups_of: (items, call) => WALKS['each_slice']?.(items, call),
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
  each_entry: (items, call) => WALKS['each']?.(items, call),
  each_with_object: (items, call) => {
    const [memo = NIL] = call.args;
    for (const item of items) if (call.block) call.evaluator.runBlock(call.block, [item, memo]);
    return memo;
  },
  inject: (items, call) => {
    const last = call.args.at(-1);
    if (!call.block && last?.kind === 'symbol') return folded(items, call.args, last.text);
    const [start, ...rest] = call.args.length > 0 ? [call.args[0], ...items] : items;
    if (!call.block) return undefined;
    if (!start) return NIL;
    return rest.reduce<Value>((memo, item) => yielded(call, memo, item ?? NIL), start);
  },
  reduce: (items, call) => WALKS['inject']?.(items, call),
  sum: (items, call) =>
    items
      .map((item) => yielded(call, item))
      .reduce<Value | undefined>((total, item) => total && operate('+', total, item), integer(0)),
};

function slices(items: Value[], size: number): Value[] {
  const parts: Value[] = [];
  for (let at = 0; at < items.length; at += Math.max(1, size)) {
    parts.push(array(items.slice(at, at + Math.max(1, size))));
  }
  return parts;
}

/** Elements next to each other, so many at a time. */
function consecutive(items: readonly Value[], size: number): Value[] {
  assertFew(items.length * size);
  return items
    .slice(0, Math.max(0, items.length - size + 1))
    .map((_, at) => array(items.slice(at, at + size)));
}

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

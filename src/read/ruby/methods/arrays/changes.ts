import type { Call } from '../../evaluate/call.ts';
import { array, equal, NIL, unknown, type Value } from '../../evaluate/values.ts';
import { count, filter, isIn, type Method, type Methods } from './elements.ts';

const push: Method = (items, call) => {
  items.push(...call.args.map((value) => unlessUncertain(value, call)));
  return array(items);
};

/** Methods that change the list itself. */
export const CHANGES: Methods = {
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
  prepend: (items, call) => CHANGES['unshift']?.(items, call),
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
  delete_if: (items, call) => changed(items, filter(items, call, false), call),
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

/** The same list with what a method made of it; `made` itself where that is no list. */
export function changed(items: Value[], made: Value | undefined, call: Call): Value | undefined {
  if (made?.kind !== 'array') return made;
  become(items, made.items, call);
  return array(items);
}

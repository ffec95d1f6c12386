import type { Call } from '../../evaluate/call.ts';
import {
  array,
  boolean,
  equal,
  FALSE,
  hash,
  hashKey,
  integer,
  NIL,
  TRUE,
  truth,
  type Value,
} from '../../evaluate/values.ts';
import { filter, isIn, type Method, type Methods, sorted, unique, yielded } from './elements.ts';

const includes: Method = (items, call) => boolean(isIn(items, call.args[0] ?? NIL));

const size: Method = (items, call) => (call.block ? undefined : integer(items.length));

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

/** Methods that answer something about the elements: whether, where, how many, which is the least. */
export const QUESTIONS: Methods = {
  'any?': (items, call) => quantify(items, call, true, TRUE, FALSE),
  'none?': (items, call) => quantify(items, call, true, FALSE, TRUE),
  'all?': (items, call) => quantify(items, call, false, FALSE, TRUE),
  'one?': (items, call) => {
    const kept = call.block ? filter(items, call, true) : array(items);
    return kept.kind === 'array' ? boolean(kept.items.length === 1) : kept;
  },
  'many?': (items) => boolean(items.length > 1),
  'include?': includes,
  'member?': includes,
  'exclude?': (items, call) => boolean(!isIn(items, call.args[0] ?? NIL)),
  'empty?': (items) => boolean(items.length === 0),
  size,
  length: size,
  count: size,
  index: indexOf,
  find_index: indexOf,
  min: extreme(false),
  max: extreme(true),
  min_by: extreme(false),
  max_by: extreme(true),
  tally: (items) => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(hashKey(item), (counts.get(hashKey(item)) ?? 0) + 1);
    return hash(unique(items).map((item) => [item, integer(counts.get(hashKey(item)) ?? 0)]));
  },
};

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

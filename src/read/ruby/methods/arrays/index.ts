import { own } from '../../../../model/own.ts';
import type { Call } from '../../evaluate/call.ts';
import { array, integer, type Value } from '../../evaluate/values.ts';
import { CHANGES, changed } from './changes.ts';
import { count, type Methods } from './elements.ts';
import { MADE } from './made.ts';
import { PARTS } from './parts.ts';
import { QUESTIONS } from './questions.ts';
import { WALKS } from './walks.ts';

const METHODS: Methods = { ...WALKS, ...QUESTIONS, ...PARTS, ...MADE, ...CHANGES };

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
  if (!method && call.name.endsWith('!')) {
    // `map!`, `uniq!`, `reject!`: the same list with what the method without `!` gives.
    return changed(items, own(METHODS, call.name.slice(0, -1))?.(items, call), call);
  }
  return !call.block && ENUMERATORS.has(call.name) && call.name !== 'sum' && method
    ? enumerator(call, items)
    : method?.(items, call);
}

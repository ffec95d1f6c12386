import { own } from '../../../model/own.ts';
import { type Call, NO_OPTIONS } from '../evaluate/call.ts';
import type { Scope } from '../evaluate/scope.ts';
import {
  boolean,
  equal,
  inspect,
  NIL,
  type RangeValue,
  string,
  symbol,
  toText,
  truth,
  type Value,
} from '../evaluate/values.ts';
import { arrayMethod } from './arrays/index.ts';
import { hashMethod } from './hashes.ts';
import { KERNEL } from './kernel.ts';
import { numberMethod, rangeItems, rangeStep } from './numbers.ts';
import { isA, operate } from './operators.ts';
import { stringMethod } from './strings.ts';

/** A method of one of Ruby's own values; undefined when it is none that migrations use. */
export function callValueMethod(call: Call, receiver: Value, scope: Scope): Value | undefined {
  if (receiver.kind === 'unknown') return undefined;
  const argument = call.args[0];
  const operated = argument && call.args.length === 1 && operate(call.name, receiver, argument);
  return operated || ofKind(call, receiver) || own(SHARED, call.name)?.(call, receiver, scope);
}

function ofKind(call: Call, receiver: Value): Value | undefined {
  switch (receiver.kind) {
    case 'string':
    case 'symbol':
      return stringMethod(call, receiver);
    case 'integer':
    case 'float':
      return numberMethod(call, receiver);
    case 'array':
      return arrayMethod(call, receiver.items);
    case 'range': {
      if (call.name === 'step' || call.name === '%') return rangeStep(call, receiver);
      const bound = boundOf(call, receiver);
      if (bound) return bound;
      const items = rangeItems(receiver);
      return items ? arrayMethod(call, items) : undefined;
    }
    case 'hash':
      return hashMethod(call, receiver);
    case 'proc':
      return ['call', '()', '[]', 'yield'].includes(call.name)
        ? call.evaluator.callBlock(receiver, call.args, call.options)
        : undefined;
    default:
      return undefined;
  }
}

/** What a range answers without its elements. */
function boundOf(call: Call, { from, to, exclusive }: RangeValue): Value | undefined {
  const { name, args } = call;
  if (args.length === 0 && /^(?:begin|first|min)$/.test(name)) return from;
  if (args.length === 0 && (name === 'end' || (!exclusive && /^(?:last|max)$/.test(name))))
    return to;
  const [value] = args;
  if (!/^(?:include\?|cover\?|member\?|===)$/.test(name) || !value || !('number' in value)) {
    return undefined;
  }
  if (!('number' in from && 'number' in to)) return undefined;
  const below = exclusive ? value.number < to.number : value.number <= to.number;
  return boolean(from.number <= value.number && below);
}

type Shared = (call: Call, receiver: Value, scope: Scope) => Value | undefined;

const itself: Shared = (_, receiver) => receiver;

/** What every object answers. */
const SHARED: { readonly [name: string]: Shared } = {
  to_s: (_, receiver) => textOf(receiver),
  to_sym: (_, receiver) => {
    const text = toText(receiver);
    return text === null ? undefined : symbol(text);
  },
  inspect: (_, receiver) => string(inspect(receiver)),
  freeze: itself,
  dup: itself,
  clone: itself,
  deep_dup: itself,
  itself,
  presence: (_, receiver) => (isBlank(receiver) ? NIL : receiver),
  'nil?': (_, receiver) => boolean(receiver.kind === 'nil'),
  'blank?': (_, receiver) => boolean(isBlank(receiver)),
  'present?': (_, receiver) => boolean(!isBlank(receiver)),
  'is_a?': (call, receiver) => classTest(call, receiver),
  'kind_of?': (call, receiver) => classTest(call, receiver),
  'instance_of?': (call, receiver) => classTest(call, receiver),
  'in?': (call, receiver) => {
    const [within] = call.args;
    if (within?.kind !== 'array') return undefined;
    return boolean(within.items.some((item) => equal(item, receiver) === true));
  },
  to_a: (_, receiver) => (receiver.kind === 'nil' ? { kind: 'array', items: [] } : undefined),
  yield_self: (call, receiver) =>
    call.block ? call.evaluator.callBlock(call.block, [receiver]) : receiver,
  // biome-ignore lint/suspicious/noThenProperty: the name of Ruby's method; the table is no promise
  then: (call, receiver) =>
    call.block ? call.evaluator.callBlock(call.block, [receiver]) : receiver,
  with_options: (call, receiver, scope) => KERNEL['with_options']?.({ ...call, receiver }, scope),
  'eql?': (call, receiver) => {
    const same = equal(receiver, call.args[0] ?? NIL);
    return same === null ? undefined : boolean(same);
  },
  'frozen?': () => boolean(true),
  presence_in: (call, receiver) => {
    const [within] = call.args;
    if (within?.kind !== 'array') return undefined;
    return within.items.some((item) => equal(item, receiver) === true) ? receiver : NIL;
  },
  tap: (call, receiver) => {
    if (call.block) call.evaluator.runBlock(call.block, [receiver]);
    return receiver;
  },
  send: (call, receiver, scope) => resend(call, receiver, scope),
  public_send: (call, receiver, scope) => resend(call, receiver, scope),
  try: (call, receiver, scope) => (receiver.kind === 'nil' ? NIL : resend(call, receiver, scope)),
};

function textOf(receiver: Value): Value | undefined {
  const text = toText(receiver);
  return text === null ? undefined : string(text);
}

function isBlank(value: Value): boolean {
  if (value.kind === 'string') return value.text.trim() === '';
  if (value.kind === 'array') return value.items.length === 0;
  if (value.kind === 'hash') return value.entries.size === 0;
  return truth(value) === false;
}

function classTest(call: Call, receiver: Value): Value | undefined {
  const [wanted] = call.args;
  const answer =
    wanted?.kind === 'constant' || wanted?.kind === 'object' ? isA(receiver, wanted.name) : null;
  return answer === null ? undefined : boolean(answer);
}

/** `send(:name, …)`. */
function resend(call: Call, receiver: Value, scope: Scope): Value | undefined {
  const [name, ...args] = call.args;
  const text = name ? toText(name) : null;
  if (text === null) return undefined;
  const next: Call = { ...call, name: text, args, options: call.options ?? NO_OPTIONS };
  if (receiver.kind === 'object') return receiver.call(next);
  return call.evaluator.host.call(next) ?? callValueMethod(next, receiver, scope);
}

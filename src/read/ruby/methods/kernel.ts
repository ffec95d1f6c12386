import type { Call } from '../evaluate/call.ts';
import type { Scope } from '../evaluate/scope.ts';
import { JumpSignal, RaiseSignal } from '../evaluate/signals.ts';
import { array, boolean, NIL, string, toText, unknown, type Value } from '../evaluate/values.ts';
import { operate } from './operators.ts';

type Kernel = (call: Call, scope: Scope) => Value | undefined;

const ignored: Kernel = () => NIL;
const given: Kernel = (call) => call.block ?? undefined;
const random: Kernel = () => unknown('it depends on chance');
const raise: Kernel = (call) => {
  throw new RaiseSignal(call.args.map((value) => toText(value) ?? '').join(': '));
};

/** Methods that every Ruby object has for itself. */
export const KERNEL: { readonly [name: string]: Kernel } = {
  puts: ignored,
  print: ignored,
  p: ignored,
  pp: ignored,
  warn: ignored,
  sleep: ignored,
  require: ignored,
  require_relative: ignored,
  require_dependency: ignored,
  lambda: given,
  proc: given,
  raise,
  fail: raise,
  abort: raise,
  rand: random,
  loop: (call) => {
    if (!call.block) return undefined;
    try {
      for (;;) call.evaluator.runBlock(call.block, []);
    } catch (error) {
      if (error instanceof JumpSignal && error.jump === 'break') return error.value;
      throw error;
    }
  },
  format: (call) => formatted(call),
  sprintf: (call) => formatted(call),
  Array: (call) => {
    const [value = NIL] = call.args;
    if (value.kind === 'array' || value.kind === 'unknown') return value;
    return array(value.kind === 'nil' ? [] : [value]);
  },
  String: (call) => {
    const text = call.args[0] ? toText(call.args[0]) : null;
    return text === null ? undefined : string(text);
  },
  'block_given?': (_, scope) => boolean(scope.frame.block !== null),
  send: (call, scope) => resend(call, scope),
  public_send: (call, scope) => resend(call, scope),
  __send__: (call, scope) => resend(call, scope),
};

function formatted(call: Call): Value | undefined {
  const [pattern, ...values] = call.args;
  if (pattern?.kind !== 'string') return undefined;
  return operate('%', pattern, call.options.entries.size > 0 ? call.options : array(values));
}

function resend(call: Call, scope: Scope): Value | undefined {
  const [name, ...args] = call.args;
  const text = name ? toText(name) : null;
  return text === null ? undefined : call.evaluator.dispatch({ ...call, name: text, args }, scope);
}

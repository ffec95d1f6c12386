import type { Call } from '../evaluate/call.ts';
import { untilBreak } from '../evaluate/loops.ts';
import type { Scope } from '../evaluate/scope.ts';
import { RaiseSignal } from '../evaluate/signals.ts';
import {
  array,
  boolean,
  NIL,
  type ObjectValue,
  string,
  symbol,
  toText,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { operate } from './operators.ts';

type Kernel = (call: Call, scope: Scope) => Value | undefined;

const ignored: Kernel = () => NIL;
const given: Kernel = (call) => call.block ?? undefined;
const random: Kernel = () => unknown('it depends on chance');
const raise: Kernel = (call) => {
  const said = call.args.map((value) => toText(value) ?? '').join(': ');
  throw new RaiseSignal(said.replace(/\s+/g, ' ').trim());
};
/** `exit`, `exit!` and `abort` end Ruby, the first and the last of them by this exception. */
const end: Kernel = () => {
  throw new RaiseSignal('SystemExit');
};
const program: Kernel = (call) => unknown('it runs a program of the system', call.node);

/** Methods that every Ruby object has for itself. */
export const KERNEL: { readonly [name: string]: Kernel } = {
  puts: ignored,
  putc: ignored,
  print: ignored,
  p: ignored,
  pp: ignored,
  warn: ignored,
  sleep: ignored,
  srand: ignored,
  at_exit: ignored,
  private: ignored,
  public: ignored,
  protected: ignored,
  private_constant: ignored,
  using: ignored,
  lambda: given,
  proc: given,
  raise,
  fail: raise,
  abort: end,
  exit: end,
  'exit!': end,
  rand: random,
  gets: () => unknown('it depends on what is typed in'),
  system: program,
  exec: program,
  spawn: program,
  loop: (call) => {
    const { block, evaluator } = call;
    if (!block) return undefined;
    return untilBreak(evaluator, () => {
      evaluator.runBlock(block, []);
      return null;
    });
  },
  format: (call) => formatted(call),
  sprintf: (call) => formatted(call),
  Array: (call, scope) => {
    const [value = NIL] = call.args;
    if (value.kind === 'array' || value.kind === 'unknown') return value;
    if (value.kind === 'hash' || value.kind === 'range') {
      return converted(call, 'to_a', scope);
    }
    return array(value.kind === 'nil' ? [] : [value]);
  },
  String: (call) => {
    const text = call.args[0] ? toText(call.args[0]) : null;
    return text === null ? undefined : string(text);
  },
  Integer: (call, scope) => {
    const [value] = call.args;
    if (value?.kind === 'string' && !/^\s*[-+]?\d[\d_]*\s*$/.test(value.text))
      return raise(call, scope);
    return converted(call, 'to_i', scope);
  },
  Float: (call, scope) => converted(call, 'to_f', scope),
  BigDecimal: (call, scope) => converted(call, 'to_f', scope),
  Hash: (call) => call.args[0],
  binding: () => unknown('it depends on the code around'),
  caller: () => array([]),
  catch: (call) => (call.block ? call.evaluator.callBlock(call.block, call.args) : undefined),
  with_options: (call) => withOptions(call),
  'block_given?': (_, scope) => boolean(scope.frame.block !== null),
  'respond_to?': (call, scope) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    if (name === null) return undefined;
    const found = scope.frame.receiver.find(name) !== null || call.evaluator.host.responds(name);
    return found ? boolean(true) : unknown('it asks whether something has a method');
  },
  define_method: (call, scope) => define(call, scope),
  define_singleton_method: (call, scope) => define(call, scope),
  instance_variable_get: (call, scope) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return name === null ? undefined : (scope.frame.receiver.instanceVariables.get(name) ?? NIL);
  },
  instance_variable_set: (call, scope) => {
    const [name, value = NIL] = call.args;
    const text = name ? toText(name) : null;
    if (text === null) return undefined;
    scope.frame.receiver.instanceVariables.set(text, value);
    return value;
  },
  send: (call, scope) => resend(call, scope),
  public_send: (call, scope) => resend(call, scope),
  __send__: (call, scope) => resend(call, scope),
  method: (call, scope) => methodObject(call, scope),
};

function converted(call: Call, name: string, scope: Scope): Value | undefined {
  const [receiver] = call.args;
  if (!receiver) return undefined;
  return call.evaluator.dispatch({ ...call, name, receiver, args: [] }, scope);
}

/** `with_options(null: false) { |t| t.string :a }`: the options go along with each call on `t`. */
function withOptions(call: Call): Value | undefined {
  const { block, evaluator, options } = call;
  if (!block) return undefined;
  const target = call.receiver ?? block.scope.frame.receiver.value;
  const through: ObjectValue = {
    kind: 'object',
    name: 'options',
    call: (inner) => {
      const merged = new Map([...options.entries, ...inner.options.entries]);
      const receiver = target === block.scope.frame.receiver.value ? null : target;
      const passed = { ...inner, receiver, options: { kind: 'hash' as const, entries: merged } };
      return evaluator.dispatch(passed, block.scope);
    },
  };
  return evaluator.callBlock(block, [through]);
}

/** `define_method(:name) { … }` where it is run. */
function define(call: Call, scope: Scope): Value | undefined {
  const { block } = call;
  const name = call.args[0] ? toText(call.args[0]) : null;
  if (name === null || !block) return undefined;
  const { classEnvironment: environment } = scope.frame;
  const { parameters, body } = block;
  environment.methods.set(name, { name, parameters, body, node: call.node, environment });
  return symbol(name);
}

/** `method(:name)`, to be handed to a block: `each(&method(:convert))`. */
function methodObject(call: Call, scope: Scope): Value | undefined {
  const name = call.args[0] ? toText(call.args[0]) : null;
  const { receiver } = scope.frame;
  if (name === null) return undefined;
  return {
    kind: 'object',
    name: 'method',
    call: (inner) =>
      /^(?:call|\(\)|\[\]|to_proc)$/.test(inner.name)
        ? call.evaluator.dispatch({ ...inner, name, receiver: receiver.value }, scope)
        : undefined,
  };
}

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

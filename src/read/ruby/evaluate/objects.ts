import { own } from '../../../model/own.ts';
import type { Call } from './call.ts';
import type { ClassEnvironment } from './class-environment.ts';
import { constantIn } from './constants.ts';
import { classReceiver, instanceMethod, instanceReceiver, singletonMethod } from './receivers.ts';
import {
  array,
  boolean,
  type ClassValue,
  hash,
  type InstanceValue,
  integer,
  NIL,
  option,
  string,
  symbol,
  toText,
  type Value,
} from './values.ts';

/** A call on a class, a module, or an instance of a class that the files define. */
export function callObject(call: Call, target: ClassValue | InstanceValue): Value | undefined {
  return target.kind === 'class' ? callClass(call, target) : callInstance(call, target);
}

function callClass(call: Call, target: ClassValue): Value | undefined {
  const { environment } = target;
  const { evaluator, name } = call;
  const method = singletonMethod(environment, evaluator, name);
  if (method) {
    return evaluator.callMethod(method, classReceiver(environment, target, evaluator), call);
  }
  return (
    attribute(call, environment.attributes, environment.instanceVariables) ??
    own(OF_CLASSES, name)?.(call, target)
  );
}

function callInstance(call: Call, target: InstanceValue): Value | undefined {
  const { evaluator, name } = call;
  const method = instanceMethod(target.environment, evaluator, name);
  if (method) return evaluator.callMethod(method, instanceReceiver(target, evaluator), call);
  const names = evaluator
    .ancestors(target.environment)
    .flatMap(({ attributes }) => [...attributes]);
  return (
    attribute(call, new Set(names), target.instanceVariables) ??
    own(OF_INSTANCES, name)?.(call, target)
  );
}

/** Reads or sets what `attr_accessor` or a Struct made. */
function attribute(
  call: Call,
  names: ReadonlySet<string>,
  variables: Map<string, Value>,
): Value | undefined {
  const name = call.name.replace(/=$/, '');
  if (!names.has(name)) return undefined;
  const [value] = call.args;
  if (call.name.endsWith('=') && value) variables.set(`@${name}`, value);
  return variables.get(`@${name}`) ?? NIL;
}

type OfClass = (call: Call, target: ClassValue) => Value | undefined;
type OfInstance = (call: Call, target: InstanceValue) => Value | undefined;

const OF_CLASSES: { readonly [name: string]: OfClass } = {
  new: (call, target) => instantiate(call, target),
  '[]': (call, target) =>
    members(target.environment, call) ? instantiate(call, target) : undefined,
  name: (_, { name }) => string(name),
  to_s: (_, { name }) => string(name),
  class: () => ({ kind: 'constant', name: 'Class' }),
  const_get: (call, { environment }) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return name === null ? undefined : constantIn(name, environment, call.evaluator);
  },
  constants: (_, { environment }) =>
    array([...environment.constants.keys(), ...environment.pending.keys()].map(symbol)),
  members: (call, { environment }) => {
    const names = members(environment, call);
    return names ? array(names.map(symbol)) : undefined;
  },
  'respond_to?': (call, { environment }) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return name === null
      ? undefined
      : boolean(singletonMethod(environment, call.evaluator, name) !== null);
  },
  '==': (call, { environment }) => {
    const [other] = call.args;
    return boolean(other?.kind === 'class' && other.environment === environment);
  },
};

const OF_INSTANCES: { readonly [name: string]: OfInstance } = {
  class: (_, { environment }) => ({ kind: 'class', name: environment.name, environment }),
  'respond_to?': (call, { environment }) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return name === null
      ? undefined
      : boolean(instanceMethod(environment, call.evaluator, name) !== null);
  },
  to_h: (call, target) => {
    const names = members(target.environment, call);
    return names
      ? hash(names.map((name) => [symbol(name), target.instanceVariables.get(`@${name}`) ?? NIL]))
      : undefined;
  },
  '[]': (call, target) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return members(target.environment, call) && name !== null
      ? (target.instanceVariables.get(`@${name}`) ?? NIL)
      : undefined;
  },
  instance_variable_get: (call, target) => {
    const name = call.args[0] ? toText(call.args[0]) : null;
    return name === null ? undefined : (target.instanceVariables.get(name) ?? NIL);
  },
  object_id: () => integer(8),
};

/** Names of a Struct's members; null when the class is no Struct. */
function members(environment: ClassEnvironment, call: Call): readonly string[] | null {
  const struct = call.evaluator.ancestors(environment).find(({ name }) => name === 'Struct');
  return struct ? [...struct.attributes] : null;
}

function instantiate(call: Call, target: ClassValue): Value | undefined {
  const { environment } = target;
  if (environment.kind === 'module') return undefined;
  const { evaluator } = call;
  const instance: InstanceValue = { kind: 'instance', environment, instanceVariables: new Map() };
  const initialize = instanceMethod(environment, evaluator, 'initialize');
  const names = members(environment, call);
  if (initialize) {
    evaluator.callMethod(initialize, instanceReceiver(instance, evaluator), call);
  } else if (names) {
    for (const [position, name] of names.entries()) {
      const value = call.args[position] ?? option(call.options, name) ?? NIL;
      instance.instanceVariables.set(`@${name}`, value);
    }
  }
  return instance;
}

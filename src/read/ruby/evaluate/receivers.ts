import {
  type ClassEnvironment,
  environmentOf,
  type Method,
  MODULE_FUNCTIONS,
} from './class-environment.ts';
import type { Evaluator } from './evaluator.ts';
import { type Receiver, Scope } from './scope.ts';
import type { InstanceValue, Value } from './values.ts';

type Layer = readonly [environment: ClassEnvironment, methods: ReadonlyMap<string, Method>];

/** The first layer that has the method; with `after`, the first one behind that class or module. */
function findIn(layers: readonly Layer[], name: string, after?: ClassEnvironment): Method | null {
  const from = after ? layers.findIndex(([environment]) => environment === after) + 1 : 0;
  for (const [, methods] of layers.slice(from)) {
    const method = methods.get(name);
    if (method) return method;
  }
  return null;
}

/** Methods of an instance: of its class, what that includes and inherits from, and of its file's top. */
export function instanceMethod(
  environment: ClassEnvironment,
  evaluator: Evaluator,
  name: string,
  after?: ClassEnvironment,
): Method | null {
  const layers = evaluator
    .ancestors(environment)
    .map((ancestor): Layer => [ancestor, ancestor.methods]);
  return findIn(layers, name, after) ?? outermost(environment).methods.get(name) ?? null;
}

/** Methods of a class or module itself. */
export function singletonMethod(
  environment: ClassEnvironment,
  evaluator: Evaluator,
  name: string,
  after?: ClassEnvironment,
): Method | null {
  const layers = evaluator
    .ancestors(environment)
    .flatMap((ancestor) => singletonLayers(ancestor, evaluator));
  return findIn(layers, name, after);
}

function singletonLayers(environment: ClassEnvironment, evaluator: Evaluator): readonly Layer[] {
  const layers: Layer[] = [[environment, environment.singletons]];
  if (environment.attributes.has(MODULE_FUNCTIONS)) layers.push([environment, environment.methods]);
  // `def self.included(base)` of a concern extends the class by its ClassMethods.
  const classMethods = environment.nested.get('ClassMethods');
  if (classMethods) layers.push([classMethods, classMethods.methods]);
  for (const node of environment.extends) {
    const module = environmentOf(evaluator.evaluate(node, plainScope(environment)));
    for (const ancestor of module ? evaluator.ancestors(module) : []) {
      layers.push([ancestor, ancestor.methods]);
    }
  }
  return layers;
}

const NOBODY: Receiver = {
  value: { kind: 'nil' },
  find: () => null,
  instanceVariables: new Map(),
};

/** A place to look constants up from. */
function plainScope(environment: ClassEnvironment): Scope {
  return new Scope({
    classEnvironment: environment,
    receiver: NOBODY,
    block: null,
    running: null,
  });
}

function outermost(environment: ClassEnvironment): ClassEnvironment {
  return environment.outer ? outermost(environment.outer) : environment;
}

/** `self` in the methods of a class or module itself, and in its body. */
export function classReceiver(
  environment: ClassEnvironment,
  value: Value,
  evaluator: Evaluator,
): Receiver {
  return {
    value,
    find: (name, after) => singletonMethod(environment, evaluator, name, after),
    instanceVariables: environment.instanceVariables,
  };
}

/** `self` in the methods of an instance. */
export function instanceReceiver(instance: InstanceValue, evaluator: Evaluator): Receiver {
  return {
    value: instance,
    find: (name, after) => instanceMethod(instance.environment, evaluator, name, after),
    instanceVariables: instance.instanceVariables,
  };
}

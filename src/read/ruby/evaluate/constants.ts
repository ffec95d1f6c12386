import { type ClassEnvironment, environmentOf } from './class-environment.ts';
import type { Evaluator } from './evaluator.ts';
import { classReceiver } from './receivers.ts';
import { Scope } from './scope.ts';
import { NIL, type Value } from './values.ts';

/** Code that stands in the body of a class or module, outside of its methods. */
export function bodyScope(environment: ClassEnvironment, evaluator: Evaluator): Scope {
  const value = evaluator.host.classOf(environment, evaluator);
  const receiver = classReceiver(environment, value, evaluator);
  return new Scope({ classEnvironment: environment, receiver, block: null, running: null });
}

/** A constant as code written in that class or module sees it. */
export function constantIn(
  name: string,
  environment: ClassEnvironment,
  evaluator: Evaluator,
): Value {
  const [first = '', ...rest] = name.split('::');
  let value = lexical(first, environment, evaluator);
  for (const part of rest) value &&= memberOf(value, part, evaluator);
  return value ?? evaluator.host.constant(name, environment, evaluator);
}

/** The constant of a class or module that is a value; undefined when it has none of that name. */
function memberOf(value: Value, name: string, evaluator: Evaluator): Value | undefined {
  const environment = environmentOf(value);
  return environment ? inherited(name, environment, evaluator) : undefined;
}

/** Ruby looks at the modules around the code first, then at what the innermost one inherits from. */
function lexical(
  name: string,
  environment: ClassEnvironment,
  evaluator: Evaluator,
): Value | undefined {
  for (let at: ClassEnvironment | null = environment; at; at = at.outer) {
    const value = ownConstant(name, at, evaluator);
    if (value) return value;
  }
  return inherited(name, environment, evaluator);
}

function inherited(
  name: string,
  environment: ClassEnvironment,
  evaluator: Evaluator,
): Value | undefined {
  for (const ancestor of evaluator.ancestors(environment)) {
    const value = ownConstant(name, ancestor, evaluator);
    if (value) return value;
  }
  return undefined;
}

export function ownConstant(
  name: string,
  environment: ClassEnvironment,
  evaluator: Evaluator,
): Value | undefined {
  const value = environment.constants.get(name);
  if (value) return value;
  const node = environment.pending.get(name);
  if (node) {
    // A constant that needs itself has no value yet.
    environment.pending.delete(name);
    const made = evaluator.evaluate(node, bodyScope(environment, evaluator));
    environment.constants.set(name, made);
    return made;
  }
  const nested = environment.nested.get(name);
  return nested && evaluator.host.classOf(nested, evaluator);
}

/** The classes and modules that a class has its methods from: itself, what it includes, its superclass. */
export function findAncestors(
  environment: ClassEnvironment,
  evaluator: Evaluator,
): readonly ClassEnvironment[] {
  const found = new Set<ClassEnvironment>();
  const visit = (at: ClassEnvironment): void => {
    if (found.has(at)) return;
    found.add(at);
    const scope = new Scope({
      classEnvironment: at.outer ?? at,
      receiver: { value: NIL, find: () => null, instanceVariables: new Map() },
      block: null,
      running: null,
    });
    for (const node of [...at.includes, ...(at.superclass ? [at.superclass] : [])]) {
      const parent = environmentOf(evaluator.evaluate(node, scope));
      if (parent) visit(parent);
    }
  };
  visit(environment);
  return [...found];
}

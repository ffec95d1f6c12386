import type { Node } from '@ruby/prism/src/nodes.js';
import {
  CallTargetNode,
  ConstantOrWriteNode,
  ConstantWriteNode,
  GlobalVariableReadNode,
  GlobalVariableWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  InstanceVariableOperatorWriteNode,
  InstanceVariableOrWriteNode,
  InstanceVariableReadNode,
  InstanceVariableTargetNode,
  InstanceVariableWriteNode,
  ItLocalVariableReadNode,
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  MultiTargetNode,
  MultiWriteNode,
  SplatNode,
} from '@ruby/prism/src/nodes.js';
import { operate } from '../methods/operators.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import { elements } from './literals.ts';
import type { Scope } from './scope.ts';
import { array, hashKey, NIL, truth, unknown, type Value } from './values.ts';

const UNSET = 'a variable is read that nothing in the file sets';

/** Reading and setting variables. */
export const ASSIGNMENTS: readonly NodeHandler[] = [
  on(LocalVariableReadNode, (node, scope) => scope.get(node.name) ?? NIL),
  on(ItLocalVariableReadNode, (_, scope) => scope.get('it') ?? NIL),
  on(LocalVariableWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    scope.set(node.name, withoutEffect(value, scope, evaluator));
    return scope.get(node.name) ?? NIL;
  }),
  on(LocalVariableOperatorWriteNode, (node, scope, evaluator) => {
    const right = evaluator.evaluate(node.value, scope);
    const value = operate(node.binaryOperator, scope.get(node.name) ?? NIL, right);
    scope.set(node.name, value ?? unknown(UNSET));
    return scope.get(node.name) ?? NIL;
  }),
  on(LocalVariableOrWriteNode, (node, scope, evaluator) => {
    const now = scope.get(node.name) ?? NIL;
    const value = truth(now) === false ? evaluator.evaluate(node.value, scope) : now;
    scope.set(node.name, value);
    return value;
  }),
  on(LocalVariableAndWriteNode, (node, scope, evaluator) => {
    const now = scope.get(node.name) ?? NIL;
    const value = truth(now) === true ? evaluator.evaluate(node.value, scope) : now;
    scope.set(node.name, value);
    return value;
  }),
  on(InstanceVariableReadNode, (node, scope) => instanceVariables(scope).get(node.name) ?? NIL),
  on(InstanceVariableWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    instanceVariables(scope).set(node.name, value);
    return value;
  }),
  on(InstanceVariableOrWriteNode, (node, scope, evaluator) => {
    const now = instanceVariables(scope).get(node.name) ?? NIL;
    const value = truth(now) === false ? evaluator.evaluate(node.value, scope) : now;
    instanceVariables(scope).set(node.name, value);
    return value;
  }),
  on(InstanceVariableOperatorWriteNode, (node, scope, evaluator) => {
    const now = instanceVariables(scope).get(node.name) ?? NIL;
    const value =
      operate(node.binaryOperator, now, evaluator.evaluate(node.value, scope)) ?? unknown(UNSET);
    instanceVariables(scope).set(node.name, value);
    return value;
  }),
  on(ConstantWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    scope.frame.classEnvironment.constants.set(node.name, value);
    return value;
  }),
  on(ConstantOrWriteNode, (node, scope, evaluator) => {
    const { constants } = scope.frame.classEnvironment;
    const value = constants.get(node.name) ?? evaluator.evaluate(node.value, scope);
    constants.set(node.name, value);
    return value;
  }),
  on(GlobalVariableReadNode, (node) =>
    /^\$std(?:out|err)$/.test(node.name)
      ? { kind: 'object', name: node.name, call: () => NIL }
      : unknown('it depends on a global variable'),
  ),
  on(GlobalVariableWriteNode, (node, scope, evaluator) => evaluator.evaluate(node.value, scope)),
  on(MultiWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    assignMany(node, value, scope, evaluator);
    return value;
  }),
  on(IndexOrWriteNode, (node, scope, evaluator) => {
    const [into, key] = indexTarget(
      node.receiver,
      node.arguments_?.arguments_ ?? [],
      scope,
      evaluator,
    );
    if (into?.kind !== 'hash' || !key) return unknown(UNSET);
    const now = into.entries.get(hashKey(key))?.value;
    const value = now && truth(now) ? now : evaluator.evaluate(node.value, scope);
    into.entries.set(hashKey(key), { key, value, node: null });
    return value;
  }),
  on(IndexOperatorWriteNode, (node, scope, evaluator) => {
    const [into, key] = indexTarget(
      node.receiver,
      node.arguments_?.arguments_ ?? [],
      scope,
      evaluator,
    );
    if (into?.kind !== 'hash' || !key) return unknown(UNSET);
    const now = into.entries.get(hashKey(key))?.value ?? NIL;
    const value =
      operate(node.binaryOperator, now, evaluator.evaluate(node.value, scope)) ?? unknown(UNSET);
    into.entries.set(hashKey(key), { key, value, node: null });
    return value;
  }),
];

function instanceVariables(scope: Scope): Map<string, Value> {
  return scope.frame.receiver.instanceVariables;
}

/** A value kept in a variable was made for its result; only a call named with `!` is reported as an effect. */
function withoutEffect(value: Value, scope: Scope, evaluator: Evaluator): Value {
  if (value.kind !== 'unknown' || !value.effect) return value;
  if ('name' in value.effect && String(value.effect.name).endsWith('!')) {
    evaluator.report(value, scope);
  }
  return unknown(value.reason);
}

function indexTarget(
  receiver: Node | null,
  keys: readonly Node[],
  scope: Scope,
  evaluator: Evaluator,
): readonly [Value | null, Value | null] {
  const into = receiver ? evaluator.evaluate(receiver, scope) : null;
  return [into, elements(keys, scope, evaluator)[0] ?? null];
}

function assignMany(
  target: MultiWriteNode | MultiTargetNode,
  value: Value,
  scope: Scope,
  evaluator: Evaluator,
): void {
  const missing = value.kind === 'unknown' ? value : NIL;
  const items = value.kind === 'array' ? value.items : [value];
  for (const [position, left] of target.lefts.entries()) {
    assign(left, items[position] ?? missing, scope, evaluator);
  }
  if (target.rest instanceof SplatNode && target.rest.expression) {
    const rest = items.slice(
      target.lefts.length,
      Math.max(target.lefts.length, items.length - target.rights.length),
    );
    assign(
      target.rest.expression,
      value.kind === 'unknown' ? value : array(rest),
      scope,
      evaluator,
    );
  }
  for (const [position, right] of target.rights.entries()) {
    assign(
      right,
      items[items.length - target.rights.length + position] ?? missing,
      scope,
      evaluator,
    );
  }
}

/** Gives a value to a variable, or to several by their places. */
export function assign(target: Node, value: Value, scope: Scope, evaluator: Evaluator): void {
  if (target instanceof LocalVariableTargetNode) scope.set(target.name, value);
  else if (target instanceof InstanceVariableTargetNode) {
    instanceVariables(scope).set(target.name, value);
  } else if (target instanceof MultiTargetNode) assignMany(target, value, scope, evaluator);
  else if (target instanceof CallTargetNode) evaluator.evaluate(target.receiver, scope);
}

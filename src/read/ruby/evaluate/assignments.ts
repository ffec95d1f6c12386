import type { Node } from '@ruby/prism/src/nodes.js';
import {
  CallAndWriteNode,
  CallOperatorWriteNode,
  CallOrWriteNode,
  CallTargetNode,
  ClassVariableAndWriteNode,
  ClassVariableOperatorWriteNode,
  ClassVariableOrWriteNode,
  ClassVariableReadNode,
  ClassVariableWriteNode,
  ConstantOrWriteNode,
  ConstantWriteNode,
  GlobalVariableReadNode,
  GlobalVariableWriteNode,
  IndexAndWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  IndexTargetNode,
  InstanceVariableAndWriteNode,
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
import { NO_OPTIONS } from './call.ts';
import { combined, type Variable } from './combined-writes.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import { elements } from './literals.ts';
import type { Scope } from './scope.ts';
import { array, NIL, unknown, type Value } from './values.ts';

/** Reading and setting variables. */
export const ASSIGNMENTS: readonly NodeHandler[] = [
  on(LocalVariableReadNode, (node, scope) => scope.get(node.name) ?? NIL),
  on(ItLocalVariableReadNode, (_, scope) => scope.get('it') ?? NIL),
  on(LocalVariableWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    scope.set(node.name, withoutEffect(value, scope, evaluator));
    return scope.get(node.name) ?? NIL;
  }),
  ...combined(
    [LocalVariableOperatorWriteNode, LocalVariableOrWriteNode, LocalVariableAndWriteNode],
    ({ name }, scope) => ({
      read: () => scope.get(name) ?? NIL,
      write: (value) => scope.set(name, value),
    }),
  ),
  on(InstanceVariableReadNode, (node, scope) => instanceVariables(scope).get(node.name) ?? NIL),
  on(InstanceVariableWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    instanceVariables(scope).set(node.name, withoutEffect(value, scope, evaluator));
    return instanceVariables(scope).get(node.name) ?? NIL;
  }),
  ...combined(
    [InstanceVariableOperatorWriteNode, InstanceVariableOrWriteNode, InstanceVariableAndWriteNode],
    ({ name }, scope) => inMap(instanceVariables(scope), name),
  ),
  on(ClassVariableReadNode, (node, scope) => classVariables(scope).get(node.name) ?? NIL),
  on(ClassVariableWriteNode, (node, scope, evaluator) => {
    const value = evaluator.evaluate(node.value, scope);
    classVariables(scope).set(node.name, value);
    return value;
  }),
  ...combined(
    [ClassVariableOperatorWriteNode, ClassVariableOrWriteNode, ClassVariableAndWriteNode],
    ({ name }, scope) => inMap(classVariables(scope), name),
  ),
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
  ...combined(
    [IndexOperatorWriteNode, IndexOrWriteNode, IndexAndWriteNode],
    (node, scope, evaluator) => elementAt(node, scope, evaluator),
  ),
  ...combined(
    [CallOperatorWriteNode, CallOrWriteNode, CallAndWriteNode],
    (node, scope, evaluator) => attributeOf(node, scope, evaluator),
  ),
];

function instanceVariables(scope: Scope): Map<string, Value> {
  return scope.frame.receiver.instanceVariables;
}

/** Class variables begin with `@@`, so that they stand among the class's own variables. */
function classVariables(scope: Scope): Map<string, Value> {
  return scope.frame.classEnvironment.instanceVariables;
}

function inMap(variables: Map<string, Value>, name: string): Variable {
  return {
    read: () => variables.get(name) ?? NIL,
    write: (value) => {
      variables.set(name, value);
    },
  };
}

type IndexNode = IndexOperatorWriteNode | IndexOrWriteNode | IndexAndWriteNode;
type AttributeNode = CallOperatorWriteNode | CallOrWriteNode | CallAndWriteNode;

/** `options[:a] ||= …`: an element, read and set by `[]` and `[]=`. */
function elementAt(node: IndexNode, scope: Scope, evaluator: Evaluator): Variable {
  const receiver = node.receiver ? evaluator.evaluate(node.receiver, scope) : null;
  const keys = elements(node.arguments_?.arguments_ ?? [], scope, evaluator);
  return byMethods(node, receiver, ['[]', '[]='], keys, scope, evaluator);
}

/** `record.name ||= …`: an attribute, read and set by its methods. */
function attributeOf(node: AttributeNode, scope: Scope, evaluator: Evaluator): Variable {
  const receiver = node.receiver ? evaluator.evaluate(node.receiver, scope) : null;
  return byMethods(node, receiver, [node.readName, node.writeName], [], scope, evaluator);
}

function byMethods(
  node: Node,
  receiver: Value | null,
  [reader, writer]: readonly [string, string],
  keys: readonly Value[],
  scope: Scope,
  evaluator: Evaluator,
): Variable {
  const { source } = scope.frame.classEnvironment;
  const call = { receiver, options: NO_OPTIONS, block: null, node, source, evaluator };
  return {
    read: () => evaluator.dispatch({ ...call, name: reader, args: keys }, scope),
    write: (value) => {
      const set = evaluator.dispatch({ ...call, name: writer, args: [...keys, value] }, scope);
      evaluator.report(set, scope);
    },
  };
}

/** A value kept in a variable was made for its result; only a call named with `!` is reported as an effect. */
function withoutEffect(value: Value, scope: Scope, evaluator: Evaluator): Value {
  if (value.kind !== 'unknown' || !value.effect) return value;
  const { name } = { name: '', ...value.effect };
  if (String(name).endsWith('!') && !value.ofRows) evaluator.report(value, scope);
  return { ...value, effect: null };
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
  else if (target instanceof CallTargetNode) {
    const receiver = evaluator.evaluate(target.receiver, scope);
    byMethods(target, receiver, ['', target.name], [], scope, evaluator).write(value);
  } else if (target instanceof IndexTargetNode) {
    const keys = elements(target.arguments_?.arguments_ ?? [], scope, evaluator);
    const receiver = evaluator.evaluate(target.receiver, scope);
    byMethods(target, receiver, ['[]', '[]='], keys, scope, evaluator).write(value);
  }
}

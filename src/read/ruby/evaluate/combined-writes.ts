import type { Node } from '@ruby/prism/src/nodes.js';
import { operate } from '../methods/operators.ts';
import { NO_OPTIONS } from './call.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import type { Scope } from './scope.ts';
import { truth, unknown, type Value } from './values.ts';

/** Something that is read and then set: a variable, an element, an attribute. */
export interface Variable {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
}

type NodeClass<N extends Node> = abstract new (...args: never[]) => N;
type Find<N> = (node: N, scope: Scope, evaluator: Evaluator) => Variable;

/** `a += b`, `a ||= b` and `a &&= b` for one kind of variable. */
export function combined<
  Operator extends Node & { readonly binaryOperator: string; readonly value: Node },
  Or extends Node & { readonly value: Node },
  And extends Node & { readonly value: Node },
>(
  [operator, or, and]: readonly [NodeClass<Operator>, NodeClass<Or>, NodeClass<And>],
  find: Find<Operator | Or | And>,
): readonly NodeHandler[] {
  return [
    on(operator, (node, scope, evaluator) => {
      const variable = find(node, scope, evaluator);
      const right = evaluator.evaluate(node.value, scope);
      const value = operated(node.binaryOperator, variable.read(), right, node, scope, evaluator);
      variable.write(value);
      return withoutReport(value);
    }),
    on(or, (node, scope, evaluator) =>
      unlessHolds(find(node, scope, evaluator), false, node.value, scope, evaluator),
    ),
    on(and, (node, scope, evaluator) =>
      unlessHolds(find(node, scope, evaluator), true, node.value, scope, evaluator),
    ),
  ];
}

function operated(
  operator: string,
  left: Value,
  right: Value,
  node: Node,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const known = operate(operator, left, right);
  if (known) return withoutReport(known);
  const { source } = scope.frame.classEnvironment;
  const call = { name: operator, receiver: left, args: [right], options: NO_OPTIONS, block: null };
  return withoutReport(evaluator.dispatch({ ...call, node, source, evaluator }, scope));
}

function withoutReport(value: Value): Value {
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
}

function unlessHolds(
  variable: Variable,
  wanted: boolean,
  node: Node,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const now = variable.read();
  const holds = truth(now);
  if (holds === !wanted) return now;
  const value = evaluator.evaluate(node, scope);
  if (holds === wanted) {
    variable.write(value);
    return withoutReport(value);
  }
  const open = now.kind === 'unknown' ? withoutReport(now) : unknown('it depends on rows');
  variable.write(open);
  return open;
}

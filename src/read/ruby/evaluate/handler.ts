import type { Node } from '@ruby/prism/src/nodes.js';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';
import type { Value } from './values.ts';

type NodeClass<N extends Node> = abstract new (...args: never[]) => N;

export type Handle = (node: Node, scope: Scope, evaluator: Evaluator) => Value;

/** What a class of nodes evaluates to. */
export interface NodeHandler {
  readonly type: NodeClass<Node>;
  readonly handle: Handle;
}

/** Pairs a class of nodes with its meaning; the pair's types are checked here, once. */
export function on<N extends Node>(
  type: NodeClass<N>,
  handle: (node: N, scope: Scope, evaluator: Evaluator) => Value,
): NodeHandler {
  return {
    type,
    // The dispatch table is keyed by this class, so a node of no other class comes here.
    handle: (node, scope, evaluator) => handle(node as N, scope, evaluator),
  };
}

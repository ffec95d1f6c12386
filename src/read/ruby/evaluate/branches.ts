import type { Node } from '@ruby/prism/src/nodes.js';
import { InstanceVariableWriteNode, LocalVariableWriteNode } from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';
import { JumpSignal, RaiseSignal } from './signals.ts';
import { equal, NIL, unknown, type Value } from './values.ts';

/** What runs when a condition holds, and what runs when it does not. */
export type Branches = readonly [Node | null, Node | null];

/** The source of a condition on one line. */
export function conditionText(node: Node, scope: Scope): string {
  return scope.frame.classEnvironment.source.textOf(node).replace(/\s+/g, ' ');
}

/**
 * Runs both branches of a condition that cannot be decided, each under its condition, and assumes
 * neither. When one branch leaves the method or block, what follows runs under the other's.
 */
export function both(
  texts: readonly [string, string],
  branches: Branches,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const outer = evaluator.conditions;
  const before = evaluator.openExits;
  const outcomes = branches.map((node, position) => {
    evaluator.conditions = [...outer, texts[position] ?? ''];
    return outcome(node, scope, evaluator);
  });
  evaluator.rejoin(outer, before);
  for (const node of branches) if (node) forgetAssignments(node, scope);
  const [first, second] = outcomes;
  if (first?.jump && second?.jump) throw first.jump;
  if (first?.jump) evaluator.leaveOpen(first.jump.jump, texts[1]);
  if (second?.jump) evaluator.leaveOpen(second.jump.jump, texts[0]);
  if (first?.value && second?.value && equal(first.value, second.value)) return first.value;
  return unknown(`the condition \`${texts[0]}\` cannot be decided from the files`);
}

function outcome(
  node: Node | null,
  scope: Scope,
  evaluator: Evaluator,
): { readonly value: Value | null; readonly jump: JumpSignal | null } {
  if (!node) return { value: NIL, jump: null };
  try {
    const value = evaluator.run(node, scope);
    evaluator.report(value, scope);
    return { value, jump: null };
  } catch (error) {
    if (error instanceof JumpSignal) return { value: null, jump: error };
    // A branch that raises is not taken by a migration that applies.
    if (error instanceof RaiseSignal) return { value: null, jump: null };
    throw error;
  }
}

/** After a branch that may not have run, what it set is not known. */
export function forgetAssignments(node: Node, scope: Scope): void {
  const reason = 'a variable is set under a condition that cannot be decided';
  if (node instanceof LocalVariableWriteNode) scope.set(node.name, unknown(reason));
  if (node instanceof InstanceVariableWriteNode) {
    scope.frame.receiver.instanceVariables.set(node.name, unknown(reason));
  }
  for (const child of childNodesOf(node)) forgetAssignments(child, scope);
}

export function outcomeUnder(
  text: string,
  node: Node,
  scope: Scope,
  evaluator: Evaluator,
): Value | null {
  const outer = evaluator.conditions;
  const before = evaluator.openExits;
  evaluator.conditions = [...outer, text];
  try {
    const { value, jump } = outcome(node, scope, evaluator);
    if (jump) evaluator.leaveOpen(jump.jump, `not (${text})`);
    return value;
  } finally {
    evaluator.rejoin(outer, before);
  }
}

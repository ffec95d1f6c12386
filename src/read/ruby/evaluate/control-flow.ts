import type { Node } from '@ruby/prism/src/nodes.js';
import {
  AndNode,
  BeginNode,
  BreakNode,
  CaseNode,
  DefinedNode,
  ElseNode,
  ForNode,
  IfNode,
  InstanceVariableWriteNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  NextNode,
  OrNode,
  RescueModifierNode,
  ReturnNode,
  UnlessNode,
  UntilNode,
  WhenNode,
  WhileNode,
} from '@ruby/prism/src/nodes.js';
import { caseMatches } from '../methods/operators.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import type { Scope } from './scope.ts';
import { JumpSignal, RaiseSignal } from './signals.ts';
import { array, equal, FALSE, NIL, TRUE, truth, unknown, type Value } from './values.ts';

/** Conditions, loops and jumps. */
export const CONTROL_FLOW: readonly NodeHandler[] = [
  on(IfNode, (node, scope, evaluator) =>
    branch(node.predicate, true, [node.statements, node.subsequent], scope, evaluator),
  ),
  on(UnlessNode, (node, scope, evaluator) =>
    branch(node.predicate, false, [node.statements, node.elseClause], scope, evaluator),
  ),
  on(ElseNode, (node, scope, evaluator) => evaluator.run(node.statements, scope)),
  on(CaseNode, (node, scope, evaluator) => chooseCase(node, scope, evaluator)),
  on(AndNode, (node, scope, evaluator) => {
    const left = evaluator.evaluate(node.left, scope);
    return shortCircuit(left, node, true, scope, evaluator);
  }),
  on(OrNode, (node, scope, evaluator) => {
    const left = evaluator.evaluate(node.left, scope);
    return shortCircuit(left, node, false, scope, evaluator);
  }),
  on(DefinedNode, () => unknown('it asks whether something is defined')),
  on(ReturnNode, (node, scope, evaluator) => {
    throw new JumpSignal('return', jumpValue(node.arguments_?.arguments_, scope, evaluator));
  }),
  on(NextNode, (node, scope, evaluator) => {
    throw new JumpSignal('next', jumpValue(node.arguments_?.arguments_, scope, evaluator));
  }),
  on(BreakNode, (node, scope, evaluator) => {
    throw new JumpSignal('break', jumpValue(node.arguments_?.arguments_, scope, evaluator));
  }),
  on(WhileNode, (node, scope, evaluator) =>
    loop(node.predicate, true, node.statements, scope, evaluator),
  ),
  on(UntilNode, (node, scope, evaluator) =>
    loop(node.predicate, false, node.statements, scope, evaluator),
  ),
  on(ForNode, (node, scope, evaluator) => {
    const items = evaluator.evaluate(node.collection, scope);
    if (items.kind !== 'array') return unknown('it loops over something that is not known', node);
    for (const item of items.items) {
      if (node.index instanceof LocalVariableTargetNode) scope.set(node.index.name, item);
      evaluator.report(evaluator.run(node.statements, scope), scope);
    }
    return items;
  }),
  // What is rescued only runs when the statements before it fail; a migration that applies does not.
  on(BeginNode, (node, scope, evaluator) => {
    const value = evaluator.run(node.statements, scope);
    const last = node.elseClause ? evaluator.run(node.elseClause, scope) : value;
    if (node.ensureClause) {
      evaluator.report(last, scope);
      return evaluator.run(node.ensureClause.statements, scope);
    }
    return last;
  }),
  on(RescueModifierNode, (node, scope, evaluator) => evaluator.evaluate(node.expression, scope)),
];

function jumpValue(nodes: readonly Node[] | undefined, scope: Scope, evaluator: Evaluator): Value {
  const values = (nodes ?? []).map((node) => evaluator.evaluate(node, scope));
  if (values.length > 1) return array(values);
  const [value] = values;
  if (!value) return NIL;
  evaluator.report(value, scope);
  return value.kind === 'unknown' ? unknown(value.reason) : value;
}

type Branches = readonly [Node | null, Node | null];

function branch(
  predicate: Node,
  wanted: boolean,
  branches: Branches,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const holds = truth(evaluator.evaluate(predicate, scope));
  if (holds === null) {
    const text = conditionText(predicate, scope);
    const [met, unmet] = [text, `not (${text})`];
    return both(wanted ? [met, unmet] : [unmet, met], branches, scope, evaluator);
  }
  const chosen = holds === wanted ? branches[0] : branches[1];
  return chosen ? evaluator.run(chosen, scope) : NIL;
}

/** The source of a condition on one line. */
function conditionText(node: Node, scope: Scope): string {
  return scope.frame.classEnvironment.source.textOf(node).replace(/\s+/g, ' ');
}

/**
 * Runs both branches of a condition that cannot be decided, each under its condition, and assumes
 * neither. When one branch leaves the method or block, what follows runs under the other's.
 */
function both(
  texts: readonly [string, string],
  branches: Branches,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const outer = evaluator.conditions;
  const outcomes = branches.map((node, position) => {
    evaluator.conditions = [...outer, texts[position] ?? ''];
    return outcome(node, scope, evaluator);
  });
  evaluator.conditions = outer;
  for (const node of branches) if (node) forgetAssignments(node, scope);
  const [first, second] = outcomes;
  if (first?.jump && second?.jump) throw first.jump;
  if (first?.jump) evaluator.conditions = [...outer, texts[1]];
  if (second?.jump) evaluator.conditions = [...outer, texts[0]];
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
function forgetAssignments(node: Node, scope: Scope): void {
  const reason = 'a variable is set under a condition that cannot be decided';
  if (node instanceof LocalVariableWriteNode) scope.set(node.name, unknown(reason));
  if (node instanceof InstanceVariableWriteNode) {
    scope.frame.classEnvironment.instanceVariables.set(node.name, unknown(reason));
  }
  for (const child of node.compactChildNodes()) forgetAssignments(child, scope);
}

function shortCircuit(
  left: Value,
  node: AndNode | OrNode,
  goesOn: boolean,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const holds = truth(left);
  if (holds !== null) return holds === goesOn ? evaluator.evaluate(node.right, scope) : left;
  const right = outcomeUnder(conditionText(node.left, scope), node.right, scope, evaluator);
  // `unknown && false` is false and `unknown || true` is true, whatever the left side is.
  const decides = right?.kind === 'boolean' || right?.kind === 'nil';
  if (right && decides && truth(right) === !goesOn) return goesOn ? FALSE : TRUE;
  return unknown(left.kind === 'unknown' ? left.reason : 'it depends on rows', null);
}

function outcomeUnder(text: string, node: Node, scope: Scope, evaluator: Evaluator): Value | null {
  const outer = evaluator.conditions;
  evaluator.conditions = [...outer, text];
  try {
    return outcome(node, scope, evaluator).value;
  } finally {
    evaluator.conditions = outer;
  }
}

function loop(
  predicate: Node,
  wanted: boolean,
  body: Node | null,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  try {
    for (;;) {
      const holds = truth(evaluator.evaluate(predicate, scope));
      if (holds === null) return undecidedLoop(predicate, body, scope, evaluator);
      if (holds !== wanted) return NIL;
      evaluator.report(evaluator.run(body, scope), scope);
    }
  } catch (error) {
    if (error instanceof JumpSignal && error.jump === 'break') return error.value;
    throw error;
  }
}

/** A loop whose end depends on data runs its body once here, under its condition. */
function undecidedLoop(
  predicate: Node,
  body: Node | null,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  if (body) {
    outcomeUnder(`while ${conditionText(predicate, scope)}`, body, scope, evaluator);
    forgetAssignments(body, scope);
  }
  return NIL;
}

function chooseCase(node: CaseNode, scope: Scope, evaluator: Evaluator): Value {
  const subject = node.predicate ? evaluator.evaluate(node.predicate, scope) : null;
  for (const when of node.conditions) {
    if (!(when instanceof WhenNode)) continue;
    const holds = whenHolds(when, subject, scope, evaluator);
    if (holds === null) return undecidedCase(node, scope, evaluator);
    if (holds) return evaluator.run(when.statements, scope);
  }
  return node.elseClause ? evaluator.run(node.elseClause, scope) : NIL;
}

function whenHolds(
  when: WhenNode,
  subject: Value | null,
  scope: Scope,
  evaluator: Evaluator,
): boolean | null {
  for (const condition of when.conditions) {
    const value = evaluator.evaluate(condition, scope);
    const holds = subject ? caseMatches(value, subject) : truth(value);
    if (holds !== false) return holds;
  }
  return false;
}

function undecidedCase(node: CaseNode, scope: Scope, evaluator: Evaluator): Value {
  const subject = node.predicate ? conditionText(node.predicate, scope) : 'case';
  for (const when of node.conditions) {
    if (!(when instanceof WhenNode) || !when.statements) continue;
    const values = when.conditions.map((condition) => conditionText(condition, scope)).join(', ');
    outcomeUnder(`${subject} is ${values}`, when.statements, scope, evaluator);
    forgetAssignments(when.statements, scope);
  }
  if (node.elseClause) {
    outcomeUnder(`${subject} is something else`, node.elseClause, scope, evaluator);
    forgetAssignments(node.elseClause, scope);
  }
  return unknown(`\`${subject}\` cannot be decided from the files`);
}

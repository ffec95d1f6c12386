import type { Node } from '@ruby/prism/src/nodes.js';
import {
  AndNode,
  BeginNode,
  BreakNode,
  CaseNode,
  DefinedNode,
  ElseNode,
  IfNode,
  NextNode,
  OrNode,
  RescueModifierNode,
  ReturnNode,
  UnlessNode,
  WhenNode,
} from '@ruby/prism/src/nodes.js';
import { InputError } from '../../../model/errors.ts';
import { caseMatches } from '../methods/operators.ts';
import { assign } from './assignments.ts';
import { type Branches, both, conditionText, forgetAssignments, outcomeUnder } from './branches.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import { elements } from './literals.ts';
import type { Scope } from './scope.ts';
import { JumpSignal, RaiseSignal } from './signals.ts';
import { array, FALSE, NIL, TRUE, truth, unknown, type Value } from './values.ts';

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
  on(BeginNode, (node, scope, evaluator) => {
    const value = attempted(node, scope, evaluator);
    const { ensureClause } = node;
    if (!ensureClause) return value;
    evaluator.report(value, scope);
    evaluator.report(evaluator.run(ensureClause.statements, scope), scope);
    return value.kind === 'unknown' ? { ...value, effect: null } : value;
  }),
  on(RescueModifierNode, (node, scope, evaluator) =>
    rescued(
      () => evaluator.evaluate(node.expression, scope),
      () => evaluator.evaluate(node.rescueExpression, scope),
    ),
  ),
];

/** A body with its `rescue` and `else`. */
function attempted(node: BeginNode, scope: Scope, evaluator: Evaluator): Value {
  const { rescueClause } = node;
  const body = (): Value => {
    const value = evaluator.run(node.statements, scope);
    return node.elseClause ? evaluator.run(node.elseClause, scope) : value;
  };
  if (!rescueClause) return body();
  return rescued(body, () => {
    if (rescueClause.reference) {
      assign(rescueClause.reference, unknown('it is what was raised'), scope, evaluator);
    }
    return evaluator.run(rescueClause.statements, scope);
  });
}

/**
 * What is rescued runs when the statements before it fail: when they raise, or ask for what does not
 * apply to the schema. Statements that migdocs cannot follow are taken to succeed.
 */
function rescued(body: () => Value, rescue: () => Value): Value {
  try {
    return body();
  } catch (error) {
    if (error instanceof RaiseSignal || error instanceof InputError) return rescue();
    throw error;
  }
}

function jumpValue(nodes: readonly Node[] | undefined, scope: Scope, evaluator: Evaluator): Value {
  const values = (nodes ?? []).map((node) => evaluator.evaluate(node, scope));
  if (values.length > 1) return array(values);
  const [value] = values;
  if (!value) return NIL;
  evaluator.report(value, scope);
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
}

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
  for (const value of elements(when.conditions, scope, evaluator)) {
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

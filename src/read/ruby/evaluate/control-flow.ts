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
import { InputError } from '../../../model/errors.ts';
import { rangeItems } from '../methods/numbers.ts';
import { caseMatches } from '../methods/operators.ts';
import { assign } from './assignments.ts';
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
    const collection = evaluator.evaluate(node.collection, scope);
    const items = collection.kind === 'range' ? rangeItems(collection) : elementsOf(collection);
    if (!items) return unknown('it loops over something that is not known', node);
    const rest = [...items];
    return untilBreak(evaluator, () => {
      const item = rest.shift();
      if (!item) return collection;
      assign(node.index, item, scope, evaluator);
      round(node.statements, scope, evaluator);
      return null;
    });
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

function elementsOf(value: Value): readonly Value[] | null {
  if (value.kind === 'hash') {
    return [...value.entries.values()].map((entry) => array([entry.key, entry.value]));
  }
  return value.kind === 'array' ? value.items : null;
}

function jumpValue(nodes: readonly Node[] | undefined, scope: Scope, evaluator: Evaluator): Value {
  const values = (nodes ?? []).map((node) => evaluator.evaluate(node, scope));
  if (values.length > 1) return array(values);
  const [value] = values;
  if (!value) return NIL;
  evaluator.report(value, scope);
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
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

function loop(
  predicate: Node,
  wanted: boolean,
  body: Node | null,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  return untilBreak(evaluator, () => {
    const holds = truth(evaluator.evaluate(predicate, scope));
    if (holds === null) return undecidedLoop(predicate, body, scope, evaluator);
    if (holds !== wanted) return NIL;
    round(body, scope, evaluator);
    return null;
  });
}

/** One round of a loop, which `next` ends. */
function round(body: Node | null, scope: Scope, evaluator: Evaluator): void {
  evaluator.closing(['next'], () => {
    try {
      evaluator.report(evaluator.run(body, scope), scope);
    } catch (error) {
      if (!(error instanceof JumpSignal && error.jump === 'next')) throw error;
    }
  });
}

/**
 * Repeats until a value comes out, or `break`. A loop that may have ended under a condition that
 * cannot be decided is not followed any further: its end depends on data.
 */
export function untilBreak(evaluator: Evaluator, turn: () => Value | null): Value {
  return evaluator.closing(['break'], () => {
    const before = evaluator.openExits;
    try {
      for (;;) {
        const value = turn();
        if (value) return value;
        if (evaluator.mayHaveLeft(before, ['break', 'return'])) return NIL;
      }
    } catch (error) {
      if (error instanceof JumpSignal && error.jump === 'break') return error.value;
      throw error;
    }
  });
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

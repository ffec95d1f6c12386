import type { Node } from '@ruby/prism/src/nodes.js';
import { ForNode, UntilNode, WhileNode } from '@ruby/prism/src/nodes.js';
import { rangeItems } from '../methods/numbers.ts';
import { assign } from './assignments.ts';
import { conditionText, forgetAssignments, outcomeUnder } from './branches.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import type { Scope } from './scope.ts';
import { JumpSignal } from './signals.ts';
import { array, NIL, truth, unknown, unknownRows, type Value } from './values.ts';

/** `while`, `until` and `for`. */
export const LOOPS: readonly NodeHandler[] = [
  on(WhileNode, (node, scope, evaluator) =>
    loop(node.predicate, true, node.statements, scope, evaluator),
  ),
  on(UntilNode, (node, scope, evaluator) =>
    loop(node.predicate, false, node.statements, scope, evaluator),
  ),
  on(ForNode, (node, scope, evaluator) => {
    const collection = evaluator.evaluate(node.collection, scope);
    const items = collection.kind === 'range' ? rangeItems(collection) : elementsOf(collection);
    if (!items) return overUnknown(node, collection, scope, evaluator);
    const rest = [...items];
    return untilBreak(evaluator, () => {
      const item = rest.shift();
      if (!item) return collection;
      assign(node.index, item, scope, evaluator);
      round(node.statements, scope, evaluator);
      return null;
    });
  }),
];

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

function elementsOf(value: Value): readonly Value[] | null {
  if (value.kind === 'hash') {
    return [...value.entries.values()].map((entry) => array([entry.key, entry.value]));
  }
  return value.kind === 'array' ? value.items : null;
}

/** A `for` over rows, or over something that is not known, runs its body once. */
function overUnknown(node: ForNode, from: Value, scope: Scope, evaluator: Evaluator): Value {
  const reason = 'it loops over something that is not known';
  const isRows = from.kind === 'model' || (from.kind === 'unknown' && from.ofRows);
  const element: Value =
    from.kind === 'model'
      ? { ...from, record: true }
      : isRows
        ? unknownRows(reason)
        : unknown(reason);
  assign(node.index, element, scope, evaluator);
  if (node.statements) {
    const text = `for each of ${conditionText(node.collection, scope)}`;
    outcomeUnder(text, node.statements, scope, evaluator);
    forgetAssignments(node.statements, scope);
  }
  return from;
}

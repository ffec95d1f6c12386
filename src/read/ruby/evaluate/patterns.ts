import {
  AlternationPatternNode,
  ArrayPatternNode,
  AssocNode,
  CapturePatternNode,
  CaseMatchNode,
  HashPatternNode,
  IfNode,
  ImplicitNode,
  InNode,
  LocalVariableTargetNode,
  MatchPredicateNode,
  MatchRequiredNode,
  type Node,
  ParenthesesNode,
  PinnedExpressionNode,
  PinnedVariableNode,
  SplatNode,
  StatementsNode,
  SymbolNode,
  UnlessNode,
} from '@ruby/prism/src/nodes.js';
import { caseMatches } from '../methods/operators.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import type { Scope } from './scope.ts';
import { array, boolean, NIL, option, truth, unknown, type Value } from './values.ts';

const UNDECIDED = 'a pattern cannot be decided from the files';

/** `case … in`, `value in pattern` and `value => pattern`. */
export const PATTERNS: readonly NodeHandler[] = [
  on(CaseMatchNode, (node, scope, evaluator) => {
    const subject = node.predicate ? evaluator.evaluate(node.predicate, scope) : NIL;
    for (const branch of node.conditions) {
      if (!(branch instanceof InNode)) continue;
      const holds = matchesPattern(branch.pattern, subject, scope, evaluator);
      if (holds === null) return unknown(UNDECIDED, node);
      if (holds) return evaluator.run(branch.statements, scope);
    }
    return evaluator.run(node.elseClause?.statements ?? null, scope);
  }),
  on(MatchPredicateNode, (node, scope, evaluator) => {
    const subject = evaluator.evaluate(node.value, scope);
    const holds = matchesPattern(node.pattern, subject, scope, evaluator);
    return holds === null ? unknown(UNDECIDED) : boolean(holds);
  }),
  on(MatchRequiredNode, (node, scope, evaluator) => {
    const subject = evaluator.evaluate(node.value, scope);
    return matchesPattern(node.pattern, subject, scope, evaluator) ? NIL : unknown(UNDECIDED);
  }),
];

type Test<N> = (node: N, subject: Value, scope: Scope, evaluator: Evaluator) => boolean | null;

/** Whether a value has the form of a pattern, whose variables are then set; null when it cannot be told. */
const matchesPattern: Test<Node> = (node, subject, scope, evaluator) => {
  if (node instanceof LocalVariableTargetNode) {
    scope.set(node.name, subject);
    return true;
  }
  if (subject.kind === 'unknown') return null;
  if (node instanceof AlternationPatternNode) {
    const left = matchesPattern(node.left, subject, scope, evaluator);
    return left || matchesPattern(node.right, subject, scope, evaluator);
  }
  if (node instanceof CapturePatternNode) {
    const holds = matchesPattern(node.value, subject, scope, evaluator);
    if (holds) scope.set(node.target.name, subject);
    return holds;
  }
  if (node instanceof ArrayPatternNode) return matchesArray(node, subject, scope, evaluator);
  if (node instanceof HashPatternNode) return matchesHash(node, subject, scope, evaluator);
  return matchesOther(node, subject, scope, evaluator);
};

/** Values, guards, and what stands in parentheses or behind a pin. */
const matchesOther: Test<Node> = (node, subject, scope, evaluator) => {
  if (node instanceof ParenthesesNode && node.body) {
    return matchesPattern(node.body, subject, scope, evaluator);
  }
  if (node instanceof IfNode || node instanceof UnlessNode) {
    const [pattern] = node.statements instanceof StatementsNode ? node.statements.body : [];
    const holds = pattern ? matchesPattern(pattern, subject, scope, evaluator) : null;
    if (!holds) return holds;
    const guard = truth(evaluator.evaluate(node.predicate, scope));
    return guard === null ? null : guard === node instanceof IfNode;
  }
  if (node instanceof PinnedVariableNode) {
    return caseMatches(evaluator.evaluate(node.variable, scope), subject);
  }
  const value = node instanceof PinnedExpressionNode ? node.expression : node;
  return caseMatches(evaluator.evaluate(value, scope), subject);
};

const matchesArray: Test<ArrayPatternNode> = (node, subject, scope, evaluator) => {
  if (subject.kind !== 'array') return false;
  const { requireds, posts, rest } = node;
  const least = requireds.length + posts.length;
  const { items } = subject;
  if (rest ? items.length < least : items.length !== least) return false;
  const last = items.length - posts.length;
  const pairs = [
    ...requireds.map((part, at) => [part, items[at] ?? NIL] as const),
    ...posts.map((part, at) => [part, items[last + at] ?? NIL] as const),
  ];
  if (rest instanceof SplatNode && rest.expression instanceof LocalVariableTargetNode) {
    scope.set(rest.expression.name, array(items.slice(requireds.length, last)));
  }
  return all(pairs.map(([part, value]) => matchesPattern(part, value, scope, evaluator)));
};

const matchesHash: Test<HashPatternNode> = (node, subject, scope, evaluator) => {
  if (subject.kind !== 'hash') return false;
  const answers = node.elements.map((element): boolean | null => {
    if (!(element instanceof AssocNode) || !(element.key instanceof SymbolNode)) return null;
    const name = element.key.unescaped.value;
    const value = option(subject, name);
    if (value === undefined) return false;
    // `{ name: }` sets a variable of the key's name.
    const pattern = element.value instanceof ImplicitNode ? element.value.value : element.value;
    return matchesPattern(pattern, value, scope, evaluator);
  });
  return all(answers);
};

function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

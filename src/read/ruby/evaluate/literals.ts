import type { Node } from '@ruby/prism/src/nodes.js';
import {
  ArrayNode,
  AssocNode,
  AssocSplatNode,
  BackReferenceReadNode,
  ConstantPathNode,
  ConstantReadNode,
  DefNode,
  EmbeddedStatementsNode,
  FalseNode,
  FloatNode,
  HashNode,
  ImplicitNode,
  IntegerNode,
  InterpolatedRegularExpressionNode,
  InterpolatedStringNode,
  InterpolatedSymbolNode,
  InterpolatedXStringNode,
  KeywordHashNode,
  NilNode,
  NumberedReferenceReadNode,
  ParenthesesNode,
  RangeNode,
  RationalNode,
  RegularExpressionNode,
  SelfNode,
  SourceFileNode,
  SourceLineNode,
  SplatNode,
  StatementsNode,
  StringNode,
  SymbolNode,
  TrueNode,
  XStringNode,
} from '@ruby/prism/src/nodes.js';
import { environmentOf, readBody } from './class-environment.ts';
import { constantName } from './constant-name.ts';
import { constantIn } from './constants.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import type { Scope } from './scope.ts';
import {
  array,
  FALSE,
  float,
  type HashEntry,
  type HashValue,
  hashKey,
  integer,
  NIL,
  string,
  symbol,
  TRUE,
  toText,
  unknown,
  type Value,
} from './values.ts';

const MATCHED = 'it depends on what a regular expression matched';
const RUNS = 'it runs a program of the system';

/** Literals, constants and `self`. */
export const LITERALS: readonly NodeHandler[] = [
  on(StringNode, (node) => string(node.unescaped.value)),
  on(SymbolNode, (node) => symbol(node.unescaped.value)),
  on(IntegerNode, (node, scope) => {
    const value = scope.frame.classEnvironment.source.integerOf(node);
    return { kind: 'integer', number: Number(value), text: String(value) };
  }),
  on(FloatNode, (node) => float(node.value)),
  on(NilNode, () => NIL),
  on(TrueNode, () => TRUE),
  on(FalseNode, () => FALSE),
  on(SelfNode, (_, scope) => scope.frame.receiver.value),
  on(SourceFileNode, (_, scope) => string(scope.frame.classEnvironment.source.path)),
  on(RegularExpressionNode, (node) => pattern(node.unescaped.value, node.isIgnoreCase())),
  on(InterpolatedRegularExpressionNode, (node, scope, evaluator) => {
    const text = join(node.parts, scope, evaluator, string);
    return text.kind === 'string' ? pattern(text.text, node.isIgnoreCase()) : text;
  }),
  on(NumberedReferenceReadNode, () => unknown(MATCHED)),
  on(BackReferenceReadNode, () => unknown(MATCHED)),
  on(RationalNode, (node) => float(Number(node.numerator) / Number(node.denominator))),
  on(InterpolatedXStringNode, (node) => unknown(RUNS, node)),
  on(XStringNode, (node) => unknown(RUNS, node)),
  on(SourceLineNode, (node, scope) =>
    integer(scope.frame.classEnvironment.source.locate(node).line),
  ),
  on(DefNode, (node, scope) => {
    const { classEnvironment } = scope.frame;
    readBody([node], classEnvironment);
    return symbol(node.name);
  }),
  on(InterpolatedStringNode, (node, scope, evaluator) =>
    join(node.parts, scope, evaluator, string),
  ),
  on(InterpolatedSymbolNode, (node, scope, evaluator) =>
    join(node.parts, scope, evaluator, symbol),
  ),
  on(EmbeddedStatementsNode, (node, scope, evaluator) => evaluator.run(node.statements, scope)),
  on(ParenthesesNode, (node, scope, evaluator) => evaluator.run(node.body, scope)),
  on(StatementsNode, (node, scope, evaluator) => evaluator.run(node, scope)),
  on(ImplicitNode, (node, scope, evaluator) => evaluator.evaluate(node.value, scope)),
  on(ArrayNode, (node, scope, evaluator) => array(elements(node.elements, scope, evaluator))),
  on(HashNode, (node, scope, evaluator) => pairs(node.elements, scope, evaluator)),
  on(KeywordHashNode, (node, scope, evaluator) => pairs(node.elements, scope, evaluator)),
  on(RangeNode, (node, scope, evaluator) => ({
    kind: 'range',
    from: node.left ? evaluator.evaluate(node.left, scope) : NIL,
    to: node.right ? evaluator.evaluate(node.right, scope) : NIL,
    exclusive: node.isExcludeEnd(),
  })),
  on(ConstantReadNode, (node, scope, evaluator) =>
    constantIn(node.name, scope.frame.classEnvironment, evaluator),
  ),
  on(ConstantPathNode, (node, scope, evaluator) => constantAt(node, scope, evaluator)),
];

function pattern(source: string, ignoreCase: boolean): Value {
  return { kind: 'pattern', source, ignoreCase };
}

function constantAt(node: ConstantPathNode, scope: Scope, evaluator: Evaluator): Value {
  const name = constantName(node);
  if (name !== null) return constantIn(name, scope.frame.classEnvironment, evaluator);
  const owner = node.parent ? evaluator.evaluate(node.parent, scope) : null;
  const environment = owner && environmentOf(owner);
  return environment && node.name !== null
    ? constantIn(node.name, environment, evaluator)
    : unknown('it depends on a constant that is not known');
}

/** The elements of an array or argument list, splats spread. */
export function elements(nodes: readonly Node[], scope: Scope, evaluator: Evaluator): Value[] {
  return nodes.flatMap((node) => {
    if (!(node instanceof SplatNode)) return [evaluator.evaluate(node, scope)];
    const value = node.expression ? evaluator.evaluate(node.expression, scope) : NIL;
    if (value.kind === 'array') return value.items;
    return value.kind === 'nil' ? [] : [value];
  });
}

/** A hash from its written pairs; each entry keeps the node of its value. */
export function pairs(nodes: readonly Node[], scope: Scope, evaluator: Evaluator): HashValue {
  const entries = new Map<string, HashEntry>();
  for (const node of nodes) {
    if (node instanceof AssocNode) {
      const key = evaluator.evaluate(node.key, scope);
      const value = evaluator.evaluate(node.value, scope);
      entries.set(hashKey(key), { key, value, node: node.value });
    } else if (node instanceof AssocSplatNode && node.value) {
      spread(evaluator.evaluate(node.value, scope), node, entries);
    }
  }
  return { kind: 'hash', entries };
}

/** `**options`. An unknown hash leaves a mark, so that the options do not seem complete. */
function spread(value: Value, node: Node, entries: Map<string, HashEntry>): void {
  if (value.kind === 'hash') for (const [key, entry] of value.entries) entries.set(key, entry);
  else if (value.kind === 'unknown') entries.set('unknown', { key: value, value, node });
}

function join(
  parts: readonly Node[],
  scope: Scope,
  evaluator: Evaluator,
  make: (text: string) => Value,
): Value {
  let text = '';
  let reason: string | null = null;
  for (const part of parts) {
    const value = evaluator.evaluate(part, scope);
    const piece = toText(value);
    text += piece ?? outlineOf(value);
    if (piece !== null) continue;
    reason ??=
      value.kind === 'unknown' ? value.reason : 'a text is built from a value that is not known';
  }
  return reason === null ? make(text) : unknown(reason, null, text);
}

function outlineOf(value: Value): string {
  return (value.kind === 'unknown' ? value.outline : null) ?? 'NULL';
}

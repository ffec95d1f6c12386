import type { ArgumentsNode, Node, ParametersNode } from '@ruby/prism/src/nodes.js';
import {
  BlockArgumentNode,
  BlockNode,
  BlockParametersNode,
  CallNode,
  ItParametersNode,
  KeywordHashNode,
  LambdaNode,
  NumberedParametersNode,
  YieldNode,
} from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import { KERNEL } from '../methods/kernel.ts';
import { negate } from '../methods/operators.ts';
import { callValueMethod } from '../methods/values.ts';
import { type Call, NO_OPTIONS } from './call.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import { elements, pairs } from './literals.ts';
import type { Scope } from './scope.ts';
import { JumpSignal } from './signals.ts';
import { NIL, type ProcValue, unknown, type Value } from './values.ts';

/** Method calls, blocks and `yield`. */
export const CALLS: readonly NodeHandler[] = [
  on(CallNode, (node, scope, evaluator) => evaluateCall(node, scope, evaluator)),
  on(LambdaNode, (node, scope) => makeBlock(node.parameters, node.body, null, scope)),
  on(YieldNode, (node, scope, evaluator) => {
    const { block } = scope.frame;
    if (!block) return unknown('it yields, and no block is given', node);
    const { args, options } = evaluateArguments(node.arguments_, scope, evaluator);
    return evaluator.callBlock(block, args, options);
  }),
];

function evaluateCall(node: CallNode, scope: Scope, evaluator: Evaluator): Value {
  const receiver = node.receiver ? evaluator.evaluate(node.receiver, scope) : null;
  if (node.isSafeNavigation() && receiver?.kind === 'nil') return NIL;
  if (node.name === '!' && receiver) return negate(receiver);
  const block = blockOf(node, scope, evaluator);
  const { args, options } = evaluateArguments(node.arguments_, scope, evaluator);
  const { source } = scope.frame.classEnvironment;
  const call: Call = { name: node.name, receiver, args, options, block, node, source, evaluator };
  try {
    return dispatch(call, scope);
  } catch (error) {
    if (error instanceof JumpSignal && error.jump === 'break' && node.block) return error.value;
    throw error;
  }
}

/** Answers a call: the class's own methods first, then Ruby's, then the host's. */
export function dispatch(call: Call, scope: Scope): Value {
  const { receiver, evaluator } = call;
  if (receiver === null || receiver === scope.frame.self) {
    const own = callOwn({ ...call, receiver: null }, scope);
    if (own) return own;
  }
  const answer =
    receiver?.kind === 'object'
      ? (receiver.call(call) ?? callValueMethod(call, receiver, scope))
      : receiver && (evaluator.host.call(call) ?? callValueMethod(call, receiver, scope));
  return answer ?? notAnswered(call);
}

function callOwn(call: Call, scope: Scope): Value | undefined {
  const { classEnvironment, self } = scope.frame;
  const method = classEnvironment.methods.get(call.name);
  if (method) return call.evaluator.callMethod(method, classEnvironment, self, call);
  return own(KERNEL, call.name)?.(call, scope) ?? call.evaluator.host.call(call);
}

/** What is left of a call that nobody understands: its block runs once, under a condition that says so. */
function notAnswered(call: Call): Value {
  const { receiver, block, node, evaluator, name } = call;
  if (receiver?.kind === 'unknown' && receiver.outline !== null && TRIMS.test(name))
    return receiver;
  const reason =
    receiver?.kind === 'unknown'
      ? receiver.reason
      : `migdocs does not know what \`${name}\` does${receiver ? '' : '; it is defined in another file'}`;
  const reads = receiver?.kind === 'unknown' && READS.test(name);
  if (!block?.body) return unknown(reason, reads ? null : node);
  const outer = evaluator.conditions;
  evaluator.conditions = [...outer, `inside of ${name}`];
  try {
    evaluator.runBlock(block, [unknown(reason), unknown(reason), unknown(reason)]);
  } finally {
    evaluator.conditions = outer;
  }
  return unknown(reason, ITERATIONS.has(name) ? null : node);
}

/** Methods that change nothing but the space of a text. */
const TRIMS = /^(?:squish|strip|strip_heredoc|chomp|freeze|to_s|html_safe)$/;

/** Methods of a value that is not known that only look at it. */
const READS =
  /^(?:\[\]|[<>=!]=|[<>+*/%-]|<=>|=~|!~|to_\w+|\w+\?|id|size|length|count|first|last|keys|values|strip|split|sub|gsub|downcase|upcase|compact|uniq|map|dig|fetch|presence|class|name)$/;

/** Calls that only hand the elements of something unknown to their block. */
const ITERATIONS: ReadonlySet<string> = new Set([
  ...['each', 'map', 'flat_map', 'select', 'reject', 'filter_map', 'each_with_index', 'each_slice'],
  ...['find_each', 'in_batches', 'find_in_batches', 'each_pair', 'times', 'collect', 'each_row'],
  ...[
    'each_key',
    'each_value',
    'each_with_object',
    'group_by',
    'sort_by',
    'any?',
    'all?',
    'foreach',
  ],
]);

function evaluateArguments(
  node: ArgumentsNode | null,
  scope: Scope,
  evaluator: Evaluator,
): Pick<Call, 'args' | 'options'> {
  const nodes = node?.arguments_ ?? [];
  const last = nodes.at(-1);
  if (!(last instanceof KeywordHashNode)) {
    return { args: elements(nodes, scope, evaluator), options: NO_OPTIONS };
  }
  const args = elements(nodes.slice(0, -1), scope, evaluator);
  return { args, options: pairs(last.elements, scope, evaluator) };
}

function blockOf(node: CallNode, scope: Scope, evaluator: Evaluator): ProcValue | null {
  const { block } = node;
  if (block instanceof BlockNode) {
    return makeBlock(block.parameters, block.body, node, scope);
  }
  if (!(block instanceof BlockArgumentNode)) return null;
  const value = block.expression ? evaluator.evaluate(block.expression, scope) : scope.frame.block;
  if (value?.kind === 'proc') return value;
  if (value?.kind !== 'symbol') return null;
  return { ...makeBlock(null, null, node, scope), method: value.text };
}

function makeBlock(
  parameters: Node | null,
  body: Node | null,
  node: CallNode | null,
  scope: Scope,
): ProcValue {
  return {
    kind: 'proc',
    parameters: writtenParameters(parameters),
    implicit: implicitParameters(parameters),
    body,
    scope,
    source: scope.frame.classEnvironment.source,
    lambda: node === null,
    spreads: node !== null,
    method: null,
    node,
  };
}

function writtenParameters(node: Node | null): ParametersNode | null {
  return node instanceof BlockParametersNode ? node.parameters : null;
}

function implicitParameters(node: Node | null): readonly string[] {
  if (node instanceof ItParametersNode) return ['it'];
  if (!(node instanceof NumberedParametersNode)) return [];
  return Array.from({ length: node.maximum }, (_, position) => `_${position + 1}`);
}

import type { ArgumentsNode, Node, ParametersNode } from '@ruby/prism/src/nodes.js';
import {
  BlockArgumentNode,
  BlockNode,
  BlockParametersNode,
  CallNode,
  ForwardingSuperNode,
  InstanceVariableReadNode,
  ItParametersNode,
  KeywordHashNode,
  LambdaNode,
  LocalVariableReadNode,
  NumberedParametersNode,
  SuperNode,
  YieldNode,
} from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import { KERNEL } from '../methods/kernel.ts';
import { negate } from '../methods/operators.ts';
import { callValueMethod } from '../methods/values.ts';
import { forgetAssignments } from './branches.ts';
import { type Call, NO_OPTIONS } from './call.ts';
import type { Evaluator } from './evaluator.ts';
import { type NodeHandler, on } from './handler.ts';
import { elements, pairs } from './literals.ts';
import { callObject } from './objects.ts';
import type { Scope } from './scope.ts';
import { JumpSignal } from './signals.ts';
import {
  type HashValue,
  NIL,
  type ProcValue,
  toText,
  type UnknownValue,
  unknown,
  unknownRows,
  type Value,
} from './values.ts';

/** Method calls, blocks and `yield`. */
export const CALLS: readonly NodeHandler[] = [
  on(CallNode, (node, scope, evaluator) => evaluateCall(node, scope, evaluator)),
  on(SuperNode, (node, scope, evaluator) => {
    const { args, options } = evaluateArguments(node.arguments_, scope, evaluator);
    return callSuper(node, args, options, scope, evaluator);
  }),
  on(ForwardingSuperNode, (node, scope, evaluator) =>
    callSuper(node, scope.frame.running?.args ?? [], NO_OPTIONS, scope, evaluator),
  ),
  on(LambdaNode, (node, scope) => makeBlock(node.parameters, node.body, null, scope)),
  on(YieldNode, (node, scope, evaluator) => {
    const { block } = scope.frame;
    if (!block) return unknown('it yields, and no block is given', node);
    const { args, options } = evaluateArguments(node.arguments_, scope, evaluator);
    return evaluator.callBlock(block, args, options);
  }),
];

/** Calls the method of the same name that comes next; a class without one has Ruby's own, which does nothing. */
function callSuper(
  node: Node,
  args: readonly Value[],
  options: HashValue,
  scope: Scope,
  evaluator: Evaluator,
): Value {
  const { receiver, running, block, classEnvironment } = scope.frame;
  if (!running) return unknown(NO_SUPER, node);
  const { name } = running.method;
  const method = receiver.find(name, running.method.environment);
  const { source } = classEnvironment;
  const call: Call = {
    name,
    receiver: null,
    args,
    options,
    block,
    node,
    source,
    evaluator,
  };
  if (method) return evaluator.callMethod(method, receiver, call);
  if (receiver.value.kind === 'instance') return NIL;
  const answer = receiver.value.kind === 'object' ? evaluator.host.call(call) : undefined;
  return answer ?? unknown(NO_SUPER, node);
}

const NO_SUPER = 'it calls a method of its superclass that no file of the project defines';

function evaluateCall(node: CallNode, scope: Scope, evaluator: Evaluator): Value {
  const receiver = node.receiver ? evaluator.evaluate(node.receiver, scope) : null;
  if (node.isSafeNavigation() && receiver?.kind === 'nil') return NIL;
  if (node.name === '!' && receiver) return negate(receiver);
  const block = blockOf(node, scope, evaluator);
  const { args, options } = evaluateArguments(node.arguments_, scope, evaluator);
  const { source } = scope.frame.classEnvironment;
  const call: Call = { name: node.name, receiver, args, options, block, node, source, evaluator };
  if (!node.block) return kept(dispatch(call, scope), call, scope);
  return evaluator.closing(['break'], () => {
    try {
      return dispatch(call, scope);
    } catch (error) {
      if (error instanceof JumpSignal && error.jump === 'break') return error.value;
      throw error;
    }
  });
}

/** The variable at the beginning of `text << a << b`. */
function changedVariable({ receiver }: CallNode): Node | null {
  return receiver instanceof CallNode && CHANGES_TEXT.test(receiver.name)
    ? changedVariable(receiver)
    : receiver;
}

function withoutEffect(value: Value): Value {
  return value.kind === 'unknown' ? { ...value, effect: null } : value;
}

function outlineOf(value: Value): string | null {
  return value.kind === 'unknown' ? value.outline : toText(value);
}

/** Methods that change a text itself: `sql << "…"`, `name.gsub!(…)`. */
const CHANGES_TEXT = /^(?:<<|concat|prepend|insert|replace|\w+!)$/;

/** A text that is changed in place is another text in the variable that held it. */
function kept(value: Value, { name, receiver, node, evaluator }: Call, scope: Scope): Value {
  if (receiver?.kind !== 'string' && !(receiver?.kind === 'unknown' && receiver.outline !== null)) {
    return value;
  }
  if (!CHANGES_TEXT.test(name) || !(node instanceof CallNode)) return value;
  const changed = evaluator.isUncertain
    ? unknown('a text is changed under a condition that cannot be decided', null, outlineOf(value))
    : withoutEffect(value);
  const from = changedVariable(node);
  if (from instanceof LocalVariableReadNode) scope.set(from.name, changed);
  if (from instanceof InstanceVariableReadNode) {
    scope.frame.receiver.instanceVariables.set(from.name, changed);
  }
  return changed;
}

/** Answers a call: the methods of `self` first, then Ruby's, then the host's. */
export function dispatch(call: Call, scope: Scope): Value {
  const { receiver, evaluator } = call;
  if (receiver === null || receiver === scope.frame.receiver.value) {
    const own = callOwn({ ...call, receiver: null }, scope);
    if (own) return own;
  }
  if (receiver === null) return notAnswered(call, scope);
  const answer = answerOf(call, receiver, evaluator) ?? callValueMethod(call, receiver, scope);
  return answer ?? notAnswered(call, scope);
}

function answerOf(call: Call, receiver: Value, evaluator: Evaluator): Value | undefined {
  if (receiver.kind === 'object') return receiver.call(call);
  if (receiver.kind === 'class' || receiver.kind === 'instance') {
    return callObject(call, receiver) ?? evaluator.host.call({ ...call, receiver });
  }
  return evaluator.host.call(call);
}

function callOwn(call: Call, scope: Scope): Value | undefined {
  const { receiver } = scope.frame;
  const { evaluator } = call;
  const method = receiver.find(call.name);
  if (method) return evaluator.callMethod(method, receiver, call);
  return (
    own(KERNEL, call.name)?.(call, scope) ??
    (receiver.value.kind === 'object'
      ? evaluator.host.call(call)
      : answerOf({ ...call, receiver: receiver.value }, receiver.value, evaluator))
  );
}

/** What is left of a call that nobody understands: its block runs once, under a condition that says so. */
function notAnswered(call: Call, scope: Scope): Value {
  const { receiver, block, node, name } = call;
  if (receiver?.kind === 'unknown' && receiver.outline !== null && TRIMS.test(name)) {
    return receiver;
  }
  const { reason, ofRows } = whyNot(call);
  const reads = receiver?.kind === 'unknown' && READS.test(name);
  const result = (effect: Node | null): Value =>
    ofRows ? unknownRows(reason, effect) : unknown(reason, effect);
  if (!block?.body) return result(reads ? null : node);
  const element = result(null);
  runOnce(block, [element, element, element], `\`${name}\` runs its block`, call);
  forgetAssignments(block.body, scope);
  return result(reads || ITERATIONS.has(name) ? null : node);
}

function whyNot({ receiver, name }: Call): Pick<UnknownValue, 'reason' | 'ofRows'> {
  if (receiver?.kind === 'unknown') return receiver;
  const where = receiver ? '' : '; no file of the project defines it';
  return { reason: `migdocs does not know what \`${name}\` does${where}`, ofRows: false };
}

/** Runs a block that may run any number of times, also none, once under a condition that says so. */
function runOnce(
  block: ProcValue,
  args: readonly Value[],
  condition: string,
  { evaluator }: Call,
): void {
  const outer = evaluator.conditions;
  const before = evaluator.openExits;
  evaluator.conditions = [...outer, condition];
  try {
    evaluator.runBlock(block, args);
  } finally {
    evaluator.rejoin(outer, before);
  }
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
  if (value?.kind === 'object') return { ...makeBlock(null, null, node, scope), bound: value };
  if (value?.kind !== 'symbol') return null;
  return { ...makeBlock(null, null, node, scope), method: value.text };
}

function makeBlock(
  parameters: Node | null,
  body: Node | null,
  node: Node | null,
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
    bound: null,
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

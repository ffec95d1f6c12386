import type { Node, ParametersNode } from '@ruby/prism/src/nodes.js';
import {
  KeywordRestParameterNode,
  MultiTargetNode,
  OptionalKeywordParameterNode,
  OptionalParameterNode,
  RequiredKeywordParameterNode,
  RequiredParameterNode,
  RestParameterNode,
} from '@ruby/prism/src/nodes.js';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';
import { array, type HashValue, NIL, option, type ProcValue, type Value } from './values.ts';

interface Signature {
  readonly parameters: ParametersNode | null;
  readonly implicit: readonly string[];
  readonly spreads: boolean;
}

/** Gives parameters their values, defaults where none is passed, as Ruby does for methods and blocks. */
export function bindArguments(
  signature: Signature,
  given: readonly Value[],
  options: HashValue | null,
  scope: Scope,
  evaluator: Evaluator,
  block: ProcValue | null = null,
): void {
  const { parameters } = signature;
  if (!parameters) {
    const args = spread(given, signature.implicit.length, signature.spreads);
    for (const [position, name] of signature.implicit.entries()) {
      scope.define(name, args[position] ?? NIL);
    }
    return;
  }
  const takesKeywords = parameters.keywords.length > 0 || parameters.keywordRest !== null;
  const withHash =
    !takesKeywords && options && options.entries.size > 0 ? [...given, options] : given;
  const wanted =
    parameters.requireds.length +
    parameters.optionals.length +
    parameters.posts.length +
    (parameters.rest ? 1 : 0);
  bindPositional(parameters, spread(withHash, wanted, signature.spreads), scope, evaluator);
  if (takesKeywords) bindKeywords(parameters, options, scope, evaluator);
  if (parameters.block?.name) scope.define(parameters.block.name, block ?? NIL);
}

/** A block of several parameters takes a single array apart. */
function spread(args: readonly Value[], wanted: number, spreads: boolean): readonly Value[] {
  const [first] = args;
  return spreads && wanted > 1 && args.length === 1 && first?.kind === 'array' ? first.items : args;
}

function bindPositional(
  parameters: ParametersNode,
  args: readonly Value[],
  scope: Scope,
  evaluator: Evaluator,
): void {
  const { requireds, optionals, posts } = parameters;
  let next = 0;
  for (const node of requireds) bindOne(node, args[next++], scope);
  const spare = Math.max(0, args.length - requireds.length - posts.length);
  for (const [position, node] of optionals.entries()) {
    if (!(node instanceof OptionalParameterNode)) continue;
    const passed = position < spare ? args[next++] : undefined;
    scope.define(node.name, passed ?? evaluator.evaluate(node.value, scope));
  }
  if (parameters.rest instanceof RestParameterNode) {
    const rest = args.slice(next, Math.max(next, args.length - posts.length));
    if (parameters.rest.name) scope.define(parameters.rest.name, array([...rest]));
    next += rest.length;
  }
  for (const node of posts) bindOne(node, args[next++], scope);
}

function bindOne(node: Node, value: Value | undefined, scope: Scope): void {
  if (node instanceof RequiredParameterNode) scope.define(node.name, value ?? NIL);
  if (!(node instanceof MultiTargetNode)) return;
  const items = value?.kind === 'array' ? value.items : [value ?? NIL];
  for (const [position, part] of node.lefts.entries()) bindOne(part, items[position], scope);
}

function bindKeywords(
  parameters: ParametersNode,
  options: HashValue | null,
  scope: Scope,
  evaluator: Evaluator,
): void {
  const rest = new Map(options?.entries ?? []);
  for (const node of parameters.keywords) {
    if (node instanceof RequiredKeywordParameterNode) {
      scope.define(node.name, (options && option(options, node.name)) ?? NIL);
    } else if (node instanceof OptionalKeywordParameterNode) {
      const passed = options ? option(options, node.name) : undefined;
      scope.define(node.name, passed ?? evaluator.evaluate(node.value, scope));
    } else continue;
    rest.delete(`symbol::${node.name}`);
  }
  if (parameters.keywordRest instanceof KeywordRestParameterNode && parameters.keywordRest.name) {
    scope.define(parameters.keywordRest.name, { kind: 'hash', entries: rest });
  }
}

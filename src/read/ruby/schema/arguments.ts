import type { Node } from '@ruby/prism/src/nodes.js';
import {
  AssocNode,
  CallNode,
  KeywordHashNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';

/** The literal text of a positional argument; null when it is none. */
export function stringArgument(call: CallNode, position: number): string | null {
  return literalText(call.arguments_?.arguments_[position]);
}

/** The table that a statement with `add_foreign_key` refers to, in a list; empty when it does not say. */
export function parentsNamedIn(node: Node): readonly string[] {
  const parent = node instanceof CallNode ? stringArgument(node, 1) : null;
  return parent === null ? [] : [parent.replace(/^"(.*)"$/, '$1')];
}

/** The literal text of an option; null when it is not given or no literal. */
export function optionText(call: CallNode, name: string): string | null {
  return literalText(optionNode(call, name));
}

/** The value of an option as it is written; undefined when it is not given. */
export function optionNode(call: CallNode, name: string): Node | undefined {
  return optionNodes(call, name)[0];
}

/** The values that an option is given, of which Ruby takes the last. */
export function optionNodes(call: CallNode, name: string): readonly Node[] {
  const pairs = (call.arguments_?.arguments_ ?? []).flatMap((argument) =>
    argument instanceof KeywordHashNode ? argument.elements : [],
  );
  return pairs.flatMap((pair) =>
    pair instanceof AssocNode && literalText(pair.key) === name ? [pair.value] : [],
  );
}

/** The text of a string or symbol literal; null for any other node. */
export function literalText(node: Node | undefined): string | null {
  return node instanceof StringNode || node instanceof SymbolNode ? node.unescaped.value : null;
}

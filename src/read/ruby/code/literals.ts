import {
  ArrayNode,
  AssocNode,
  CallNode,
  HashNode,
  KeywordHashNode,
  type Node,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';

/** The text of a symbol or a plain string; null for all others. */
export function wordOf(node: Node | null | undefined): string | null {
  return node instanceof SymbolNode || node instanceof StringNode ? node.unescaped.value : null;
}

/** The words of a list, as `%w[a b]`, `[:a, :b]` and `%w[a b].freeze` hold them, or of one word. */
export function wordsOf(node: Node | null | undefined): readonly string[] {
  if (node instanceof ArrayNode) return node.elements.flatMap(wordsOf);
  if (node instanceof CallNode && node.receiver && ['freeze', 'map'].includes(node.name)) {
    return wordsOf(node.receiver);
  }
  const word = wordOf(node);
  return word === null ? [] : [word];
}

export function argumentsOf(call: CallNode): readonly Node[] {
  return call.arguments_?.arguments_ ?? [];
}

/** The pairs of a hash, with braces or without. */
export function pairsOf(node: Node | null | undefined): readonly AssocNode[] {
  if (!(node instanceof KeywordHashNode || node instanceof HashNode)) return [];
  return node.elements.filter((element): element is AssocNode => element instanceof AssocNode);
}

/** The value of a keyword argument; null when it is not given. */
export function optionOf(call: CallNode, name: string): Node | null {
  const pair = argumentsOf(call)
    .flatMap(pairsOf)
    .find(({ key }) => wordOf(key) === name);
  return pair?.value ?? null;
}

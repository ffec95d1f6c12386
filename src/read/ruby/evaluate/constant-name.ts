import { ConstantPathNode, ConstantReadNode, type Node } from '@ruby/prism/src/nodes.js';

/** `A::B` as text, a leading `::` left out; null when a part is computed. */
export function constantName(node: Node): string | null {
  if (node instanceof ConstantReadNode) return node.name;
  if (!(node instanceof ConstantPathNode) || node.name === null) return null;
  if (!node.parent) return node.name;
  const parent = constantName(node.parent);
  return parent === null ? null : `${parent}::${node.name}`;
}

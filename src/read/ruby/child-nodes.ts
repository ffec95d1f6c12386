import type { Node } from '@ruby/prism/src/nodes.js';

/**
 * The nodes right below a node, in order. Prism 1.9's own `compactChildNodes` loses the branches of
 * `case`, the default values of parameters and other lists, whose `concat` it does not keep.
 */
export function childNodesOf(node: Node): readonly Node[] {
  const children: readonly (Node | null)[] = node.childNodes();
  return children.filter((child) => child !== null);
}

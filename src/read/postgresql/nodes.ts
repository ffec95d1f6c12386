import type { Node } from '@pgsql/types';

/** The name of a kind of node in PostgreSQL's parse tree: `CreateStmt`, `ColumnDef`. */
export type NodeKind = Node extends infer N ? (N extends unknown ? keyof N : never) : never;

/** The fields of one kind of node. */
export type NodeOf<K extends NodeKind> = Extract<Node, { readonly [P in K]: unknown }>[K];

/** The one key of a node. */
export function kindOf(node: Node): NodeKind {
  // `Object.keys` cannot know that a node has no key but its kind.
  return Object.keys(node)[0] as NodeKind;
}

/** The fields of the node when it is of that kind; null for another kind, or for no node. */
export function nodeOf<K extends NodeKind>(node: Node | undefined, kind: K): NodeOf<K> | null {
  if (node === undefined || !(kind in node)) return null;
  // A node is an object with one key, its kind, which TypeScript cannot follow through a generic.
  return (node as unknown as { readonly [P in K]: NodeOf<K> })[kind];
}

/** Those of the nodes that are of that kind, in order. */
export function nodesOf<K extends NodeKind>(
  nodes: readonly Node[] | undefined,
  kind: K,
): readonly NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  for (const node of nodes ?? []) {
    const fields = nodeOf(node, kind);
    if (fields !== null) found.push(fields);
  }
  return found;
}

/** The texts of a list of names. */
export function textsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return nodesOf(nodes, 'String').map(({ sval }) => sval ?? '');
}

/** Every object below a node, the node itself first. */
export function* descendants(node: unknown): Generator<{ readonly [field: string]: unknown }> {
  if (Array.isArray(node)) {
    for (const item of node) yield* descendants(item);
  } else if (isObject(node)) {
    yield node;
    for (const value of Object.values(node)) yield* descendants(value);
  }
}

/** The fields of every node of that kind below the node, in order of the tree. */
export function allOf<K extends NodeKind>(node: unknown, kind: K): readonly NodeOf<K>[] {
  return among([...descendants(node)], kind);
}

/** The fields of those objects that are nodes of that kind, for trees that are asked several times. */
export function among<K extends NodeKind>(
  objects: readonly { readonly [field: string]: unknown }[],
  kind: K,
): readonly NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  for (const object of objects) {
    // `descendants` walks vendor data, whose objects with that one key are nodes of that kind.
    if (isObject(object[kind])) found.push(object[kind] as NodeOf<K>);
  }
  return found;
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

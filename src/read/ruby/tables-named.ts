import type { Node } from '@ruby/prism/src/nodes.js';
import {
  ConstantPathNode,
  ConstantReadNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import { pluralize, underscore } from '../../dialect/rails/inflections.ts';
import type { Schema } from '../../model/schema.ts';
import { childNodesOf } from './child-nodes.ts';
import { constantName } from './evaluate/constant-name.ts';

export { tablesNamedInText } from '../tables-in-text.ts';

/** Tables of the schema that a piece of Ruby names: as a symbol, a word of a string, or by their model. */
export function tablesNamedIn(node: Node, schema: Schema): readonly string[] {
  const names = new Set(schema.tables.map((table) => table.name));
  const found = new Set<string>();
  collect(node, names, found);
  return [...found];
}

function collect(node: Node, names: ReadonlySet<string>, found: Set<string>): void {
  if (node instanceof SymbolNode && names.has(node.unescaped.value))
    found.add(node.unescaped.value);
  if (node instanceof StringNode) {
    for (const word of node.unescaped.value.match(/[\w$.]+/g) ?? [])
      if (names.has(word)) found.add(word);
  }
  if (node instanceof ConstantReadNode || node instanceof ConstantPathNode) {
    const table = tableOfModel(constantName(node) ?? '', names);
    if (table) found.add(table);
  }
  for (const child of childNodesOf(node)) collect(child, names, found);
}

/** The table of a model class by Rails' conventions; null when there is none of such a name. */
export function tableOfModel(className: string, names: ReadonlySet<string>): string | null {
  const path = underscore(className).split('/');
  const last = pluralize(path.at(-1) ?? '');
  const candidates = [last, [...path.slice(0, -1), last].join('_')];
  return candidates.reverse().find((name) => names.has(name)) ?? null;
}

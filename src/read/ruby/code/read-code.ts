import { CallNode, DefNode, type Node } from '@ruby/prism/src/nodes.js';
import type { CodeReading, Vocabulary } from '../../code-uses.ts';
import { childNodesOf } from '../child-nodes.ts';
import type { RubySource } from '../source.ts';
import { argumentsOf, wordsOf } from './literals.ts';
import type { Models } from './models.ts';
import type { Reading } from './scope.ts';
import { walk } from './walk.ts';

/** What a Ruby file says of the tables and columns that are looked for. */
export function readCode(source: RubySource, models: Models, vocabulary: Vocabulary): CodeReading {
  const ownMethods = new Set<string>();
  collectMethods(source.program, ownMethods);
  const reading: Reading = {
    source,
    models,
    vocabulary,
    shared: new Map(),
    ownMethods,
    uses: [],
    sql: [],
  };
  const scope = { nesting: '', self: null, inBody: false, about: null, variables: new Map() };
  walk(source.program, scope, reading);
  return { uses: reading.uses, sql: reading.sql };
}

/** Methods, accessors and `let` of the file, whose names are not those of attributes there. */
function collectMethods(node: Node, found: Set<string>): void {
  if (node instanceof DefNode) found.add(node.name);
  if (node instanceof CallNode && node.receiver === null && DEFINING.test(node.name)) {
    for (const argument of argumentsOf(node)) for (const word of wordsOf(argument)) found.add(word);
  }
  for (const child of childNodesOf(node)) collectMethods(child, found);
}

const DEFINING =
  /^(?:attr_(?:reader|writer|accessor)|let!?|let_it_be|subject|option|param|const|prop)$/;

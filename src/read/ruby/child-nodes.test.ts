import { CallNode, type Node } from '@ruby/prism/src/nodes.js';
import { expect, test } from 'vitest';
import { childNodesOf } from './child-nodes.ts';
import { loadRubyParser } from './source.ts';

function callsIn(node: Node): readonly string[] {
  const inner = childNodesOf(node).flatMap(callsIn);
  return node instanceof CallNode ? [node.name, ...inner] : inner;
}

test.each([
  ['the branches of a case', 'case a\nwhen b then c\nend', ['a', 'b', 'c']],
  ['the default values of parameters', 'def x(a = b, c: d); end', ['b', 'd']],
  ['what is rescued', 'begin; a; rescue b => e; c; end', ['a', 'b', 'c']],
  ['targets of a list', 'a.b, c.d = e', ['a', 'c', 'e']],
])('%s are among the nodes below', async (_, ruby, names) => {
  const parse = await loadRubyParser();
  expect(callsIn(parse(ruby, 'a.rb').program)).toEqual(names);
});

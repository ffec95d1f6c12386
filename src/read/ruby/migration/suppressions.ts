import type { Node } from '@ruby/prism/src/nodes.js';
import { ClassNode, DefNode, ModuleNode, StatementsNode } from '@ruby/prism/src/nodes.js';
import type { SuppressionComment } from '../../../model/migration.ts';
import { type StatementLines, suppressionsAmong } from '../../suppression-comments.ts';
import { childNodesOf } from '../child-nodes.ts';
import type { RubySource } from '../source.ts';

/** The comments of a Ruby file that suppress rules, in order: `# migdocs:ignore rule-id -- reason`. */
export function suppressionsIn(source: RubySource): readonly SuppressionComment[] {
  const comments = source.comments.map(({ start, end }) => ({
    start,
    end,
    words: source.text.slice(start, end).replace(/^#+/, ''),
  }));
  return suppressionsAmong(source, comments, () => statementsIn(source.program, source));
}

/** Every statement but definitions of classes, modules and methods, which hold statements of their own. */
function statementsIn(node: Node, source: RubySource): readonly StatementLines[] {
  const inner = childNodesOf(node).flatMap((child) => statementsIn(child, source));
  if (!(node instanceof StatementsNode)) return inner;
  const own = node.body.filter((statement) => !isDefinition(statement));
  return [
    ...own.map((statement) => {
      const { line, endLine } = source.locate(statement);
      return { from: line, to: endLine };
    }),
    ...inner,
  ];
}

function isDefinition(node: Node): boolean {
  return node instanceof ClassNode || node instanceof ModuleNode || node instanceof DefNode;
}

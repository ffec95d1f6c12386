import { type DiagramBox, type DiagramEdge, MARKS, type Mark } from '../types.ts';
import { count, listing } from '../words/index.ts';

/** The diagram in words, for those who do not see it. */
export function diagramWords(
  caption: string,
  boxes: readonly DiagramBox[],
  edges: readonly DiagramEdge[],
): string {
  const tables = listing(boxes.map((box) => `${box.table}${marked(box.mark)}`));
  const relations = edges.map(
    ({ from, to, mark }) =>
      `${from.table}.${from.columns.join(', ')} refers to ${to.table}${marked(mark)}`,
  );
  return [
    `${caption}. ${count(boxes.length, 'table')}: ${tables}.`,
    relations.length === 0
      ? 'No relations between them.'
      : `${count(relations.length, 'relation')}: ${relations.join('; ')}.`,
  ].join(' ');
}

function marked(mark: Mark): string {
  return mark === 'none' ? '' : ` (${MARKS[mark].word})`;
}

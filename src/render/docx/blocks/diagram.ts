import { type FileChild, Paragraph } from 'docx';
import type { Diagram, DiagramEdge, Inline, TableBlock } from '../../../report/types.ts';
import { runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';
import { tableBlock } from './table.ts';

/** The diagram's relations as a table, with the words that stand for the picture. */
export function diagramBlock(diagram: Diagram, place: Place): readonly FileChild[] {
  const words = new Paragraph({ style: STYLE.body, children: [...runs(diagram.alt)] });
  return [...tableBlock(relations(diagram), place), words];
}

function relations({ caption, edges }: Diagram): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Table', width: 4, align: 'left' },
      { title: 'References', width: 4, align: 'left' },
      { title: 'Rows', width: 3, align: 'left' },
    ],
    rows: edges.map((edge) => ({
      cells: [[code(edge.from)], [code(edge.to)], [plain(cardinality(edge))]],
      mark: edge.mark,
      anchor: null,
    })),
    whenEmpty: 'None of these tables references another.',
  };
}

function code({ table, columns }: DiagramEdge['from']): Inline {
  return {
    kind: 'text',
    text: `${table} (${columns.join(', ')})`,
    style: 'code',
    link: null,
  };
}

function plain(text: string): Inline {
  return { kind: 'text', text, style: 'plain', link: null };
}

function cardinality({ single, optional }: DiagramEdge): string {
  return `${single ? 'one' : 'many'} to ${optional ? 'one or none' : 'one'}`;
}

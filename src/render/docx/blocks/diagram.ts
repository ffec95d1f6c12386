import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { Diagram, DiagramEdge, Inline, TableBlock } from '../../../report/types.ts';
import { xmlText } from '../../ooxml/text.ts';
import type { Picture } from '../diagram/picture.ts';
import { runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';
import { tableBlock } from './table.ts';

/** The diagram's picture; its relations as a table when the page has no room for the picture. */
export function diagramBlock(diagram: Diagram, place: Place): readonly FileChild[] {
  const picture = place.pictures.get(diagram.id);
  if (picture !== undefined) return pictureBlock(diagram, picture);
  const words = new Paragraph({ style: STYLE.body, children: [...runs(diagram.alt)] });
  return [...tableBlock(relations(diagram), place), words];
}

/** Pixels a point in the sizes of docx, which are those of a screen of 96 dpi. */
const PIXELS = 96 / 72;

function pictureBlock({ id, caption, alt }: Diagram, picture: Picture): readonly FileChild[] {
  const image = new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: {
      width: Math.floor(picture.width * PIXELS),
      height: Math.floor(picture.height * PIXELS),
    },
    altText: { name: xmlText(id), title: xmlText(caption), description: xmlText(alt) },
  });
  return [
    new Paragraph({ style: STYLE.caption, children: [...runs(caption)] }),
    new Paragraph({ style: STYLE.body, children: [image] }),
  ];
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

import type { ReportDocument, ReportIdentity } from '../../report/types.ts';
import { prepareFacts } from './block/facts.ts';
import type { Canvas } from './canvas.ts';
import { artifact, type Tag, within } from './tags.ts';
import { drawLines } from './text/draw.ts';
import type { Face } from './text/fonts.ts';
import { heightOf } from './text/lines.ts';
import { wrap } from './text/wrap.ts';
import { COLOR, SIZE } from './theme.ts';

/** The first page: project, title, subtitle, classification and the key facts. */
export function drawCover(
  document: ReportDocument,
  identity: ReportIdentity,
  canvas: Canvas,
  parent: Tag,
): void {
  const { doc, flow } = canvas;
  flow.startPage();
  artifact(doc, () => doc.rect(0, 0, doc.page.width, 10).fill(COLOR.accent));
  if (identity.classification !== null) {
    flow.y = 44;
    line(identity.classification, 'strong', SIZE.body, COLOR.muted, 'right');
  }
  flow.y = doc.page.height * 0.17;
  line(identity.project, 'strong', SIZE.subtitle, COLOR.muted);
  flow.y += 6;
  line(document.title, 'strong', SIZE.title, COLOR.accent);
  flow.y += 4;
  line(document.subtitle, 'text', SIZE.subtitle, COLOR.ink);
  flow.y += 14;
  artifact(doc, () => doc.rect(flow.left, flow.y, 64, 2.5).fill(COLOR.accent));
  flow.y += 30;
  prepareFacts({ facts: document.cover }, canvas).draw(parent);
  line(identity.tool, 'text', SIZE.caption, COLOR.muted);

  function line(
    text: string,
    face: Face,
    size: number,
    color: string,
    align: 'left' | 'right' = 'left',
  ): void {
    const lines = wrap([{ text, face, size, color, link: null }], flow.width, size, canvas.type);
    const column = { x: flow.left, y: flow.y, width: flow.width, align };
    if (lines.length > 0) within(doc, parent, 'P', (tag) => drawLines(lines, column, canvas, tag));
    flow.y += heightOf(lines);
  }
}

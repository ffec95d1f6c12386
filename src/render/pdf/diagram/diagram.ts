import type { Diagram } from '../../../report/types.ts';
import type { DiagramLayout } from '../../diagram/types.ts';
import { drawCaption, prepareCaption } from '../block/caption.ts';
import type { Canvas, PreparedBlock } from '../canvas.ts';
import { openTag, type Tag, within } from '../tags.ts';
import { type Area, annotate } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { SPACE } from '../theme.ts';
import { drawBox } from './box.ts';
import { drawEdge } from './edge.ts';
import { OVERLAP, type Placement, placeDiagram } from './place.ts';

/** The part of a diagram that a page shows, and where its top left corner goes on the page. */
interface Window {
  readonly area: Area;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** A diagram as a figure, as large as it can be read on the smallest paper. */
export function prepareDiagram(
  { diagram }: { readonly diagram: Diagram },
  canvas: Canvas,
): PreparedBlock {
  const layout = canvas.diagrams.get(diagram.id);
  if (layout === undefined || layout.boxes.length === 0) return { lead: 0, draw: () => undefined };
  const caption = prepareCaption(diagram.caption, canvas);
  const captionHeight = heightOf(caption) + 8;
  const placement = placeDiagram(layout, canvas.flow.shape, canvas.pageSize, captionHeight);
  const whole = layout.height * placement.scale + captionHeight;
  return {
    lead: placement.kind === 'inline' ? whole : 0,
    draw(parent) {
      DRAW[placement.kind]({ diagram, layout, placement, caption, canvas, parent });
    },
  };
}

interface Job {
  readonly diagram: Diagram;
  readonly layout: DiagramLayout;
  readonly placement: Placement;
  readonly caption: readonly Line[];
  readonly canvas: Canvas;
  readonly parent: Tag;
}

const DRAW: { readonly [K in Placement['kind']]: (job: Job) => void } = {
  inline(job) {
    job.canvas.flow.ensure(job.layout.height * job.placement.scale + heightOf(job.caption) + 8);
    drawWhole(job);
  },
  ownPage(job) {
    if (job.placement.kind === 'ownPage') job.canvas.flow.startPage(job.placement.shape);
    drawWhole(job);
  },
  tiles(job) {
    if (job.placement.kind === 'tiles') drawTiles(job, job.placement);
  },
};

function drawWhole({ diagram, layout, placement, caption, canvas, parent }: Job): void {
  const { flow } = canvas;
  const { scale } = placement;
  drawCaption(caption, canvas, parent);
  flow.y += 3;
  const left = flow.left + Math.max(0, flow.width - layout.width * scale) / 2;
  const area = { x: 0, y: 0, width: layout.width, height: layout.height };
  drawFigure(layout, { area, left, top: flow.y, scale }, diagram.alt, canvas, parent);
  flow.y += layout.height * scale + SPACE.block;
}

/** Several pages, each with a strip of its neighbour, numbered row by row. */
function drawTiles(
  { diagram, layout, canvas, parent }: Job,
  placement: Placement & { readonly kind: 'tiles' },
): void {
  const { flow } = canvas;
  const count = placement.rows * placement.columns;
  for (let tile = 0; tile < count; tile += 1) {
    flow.startPage(placement.shape);
    const row = Math.floor(tile / placement.columns);
    const column = tile % placement.columns;
    const part = `part ${tile + 1} of ${count}, row ${row + 1}, column ${column + 1}`;
    drawCaption(prepareCaption(`${diagram.caption} (${part})`, canvas), canvas, parent);
    flow.y += 3;
    const width = flow.width / placement.scale;
    const height = flow.room / placement.scale;
    const step = OVERLAP / placement.scale;
    const area = { x: column * (width - step), y: row * (height - step), width, height };
    const alt = tile === 0 ? diagram.alt : `${diagram.caption}, ${part}`;
    const window = { area, left: flow.left, top: flow.y, scale: placement.scale };
    drawFigure(layout, window, alt, canvas, parent);
    flow.y += flow.room;
  }
}

function drawFigure(
  layout: DiagramLayout,
  window: Window,
  alt: string,
  canvas: Canvas,
  parent: Tag,
): void {
  const { area, left, top, scale } = window;
  const right = left + area.width * scale;
  const bottom = top + area.height * scale;
  const { doc, type } = canvas;
  const figure = openTag(doc, parent, 'Figure', { alt, bbox: [left, top, right, bottom] });
  figure.add(() => {
    doc.save();
    doc.rect(left, top, right - left, bottom - top).clip();
    doc.translate(left - area.x * scale, top - area.y * scale).scale(scale);
    for (const edge of layout.edges) drawEdge(doc, edge);
    for (const box of layout.boxes) drawBox(doc, type, box);
    doc.restore();
  });
  linkBoxes(layout, window, canvas, figure);
  figure.end();
}

/** A box goes to its table's section; the whole box is the button. */
function linkBoxes(layout: DiagramLayout, window: Window, canvas: Canvas, figure: Tag): void {
  for (const { box, x, y, width, height } of layout.boxes) {
    const area = onPage({ x, y, width, height }, window);
    if (box.link === null || area === null || !canvas.anchors.has(box.link.slice(1))) continue;
    const link = box.link;
    within(canvas.doc, figure, 'Link', (tag) => annotate(canvas, area, link, tag), {
      alt: box.table,
    });
  }
}

/** A box's area on the page; null when the page does not show it whole. */
function onPage(box: Area, { area, left, top, scale }: Window): Area | null {
  const inside =
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height;
  if (!inside) return null;
  return {
    x: left + (box.x - area.x) * scale,
    y: top + (box.y - area.y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

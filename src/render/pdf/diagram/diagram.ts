import type { Diagram } from '../../../report/types.ts';
import type { DiagramLayout } from '../../diagram/types.ts';
import { drawCaption, prepareCaption } from '../block/caption.ts';
import type { Canvas, PreparedBlock } from '../canvas.ts';
import { bodyOf, type PageShape } from '../flow.ts';
import { openTag, type Tag, within } from '../tags.ts';
import { type Area, annotate } from '../text/draw.ts';
import { heightOf, type Line } from '../text/lines.ts';
import { SPACE } from '../theme.ts';
import { drawBox } from './box.ts';
import { drawEdge } from './edge.ts';
import { HEADING_ROOM, type Placement, placeDiagram, scaleForRest } from './place.ts';
import { tilesOf } from './tiles.ts';

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
  if (layout === undefined || layout.boxes.length === 0) {
    return { lead: 0, shape: null, draw: () => undefined };
  }
  const caption = prepareCaption(diagram.caption, canvas);
  const above = heightOf(caption) + CAPTION_GAP;
  const placement = placeDiagram(layout, canvas.flow.shape, canvas.pageSize, above);
  return {
    lead: placement.kind === 'inline' ? layout.height * placement.scale + above : 0,
    shape: placement.kind === 'inline' ? null : placement.shape,
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
    const { layout, placement, caption, canvas } = job;
    const room = canvas.flow.room - heightOf(caption) - CAPTION_GAP;
    const rest = scaleForRest(layout, placement.scale, room);
    if (rest === null) {
      canvas.flow.ensure(wholeHeight(job));
      drawWhole(job);
    } else {
      drawWhole({ ...job, placement: { kind: 'inline', scale: rest } });
    }
  },
  ownPage(job) {
    if (job.placement.kind === 'ownPage') pageFor(job, job.placement.shape, wholeHeight(job));
    drawWhole(job);
  },
  tiles(job) {
    if (job.placement.kind === 'tiles') drawTiles(job, job.placement);
  },
};

/** Between a caption and its diagram, and below it. */
const CAPTION_GAP = 8;

function wholeHeight({ layout, placement, caption }: Job): number {
  return layout.height * placement.scale + heightOf(caption) + CAPTION_GAP;
}

/** Goes on below a heading on a page of that shape, else starts one. */
function pageFor({ canvas }: Job, shape: PageShape, height: number): void {
  const { flow } = canvas;
  if (!flow.has(shape) || flow.room < height) flow.startPage(shape);
}

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

/** Several pages, each with a strip of its neighbour, numbered row by row; blank ones are left out. */
function drawTiles(job: Job, placement: Placement & { readonly kind: 'tiles' }): void {
  const { diagram, layout, canvas, parent } = job;
  const { flow } = canvas;
  const { scale, shape } = placement;
  const tiles = tilesOf(layout, placement);
  // Every tile leaves room for a heading, as the first may have one.
  const least = bodyOf(shape).height - HEADING_ROOM;
  for (const [index, { row, column, area }] of tiles.entries()) {
    pageFor(job, shape, index === 0 ? least : Number.POSITIVE_INFINITY);
    const part = `part ${index + 1} of ${tiles.length}: row ${row + 1}, column ${column + 1}`;
    drawCaption(prepareCaption(`${diagram.caption} (${part})`, canvas), canvas, parent);
    const window = { area, left: flow.left, top: flow.y + 3, scale };
    const alt = index === 0 ? diagram.alt : `${diagram.caption}, ${part}`;
    drawFigure(layout, window, alt, canvas, parent);
    flow.y = flow.bottom;
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

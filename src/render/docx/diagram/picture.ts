import type { Diagram, ReportDocument } from '../../../report/types.ts';
import { layoutDiagram, scaleInto } from '../../diagram/layout.ts';
import type { DiagramLayout } from '../../diagram/types.ts';
import { type Orientation, TEXT_WIDTH } from '../page.ts';
import { boxShapes, measureText } from './box.ts';
import { edgeShapes } from './edge.ts';
import { loadRasteriser, type Rasterise } from './rasterise.ts';
import { PICTURE_FONT, written } from './shapes.ts';

/** A diagram that can be put on a page. */
export interface Picture {
  readonly png: Uint8Array;
  /** Size on the page, in points. */
  readonly width: number;
  readonly height: number;
}

/** By the diagrams' ids; without those that the page has no room for. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Height that a picture may take, in points: a page less the heading and caption that stay with it. */
const MOST_HEIGHT: { readonly [O in Orientation]: number } = { portrait: 600, landscape: 380 };

/** The 8 point text of a diagram is readable down to half its size. */
const SMALLEST_SCALE = 0.5;

/** Draws every diagram of the document. */
export async function drawPictures(document: ReportDocument): Promise<Pictures> {
  const pictures = new Map<string, Picture>();
  for (const { orientation, blocks } of document.sections) {
    for (const block of blocks) {
      if (block.kind !== 'diagram' || block.diagram.boxes.length === 0) continue;
      const picture = await drawPicture(block.diagram, orientation, await loadRasteriser());
      if (picture !== null) pictures.set(block.diagram.id, picture);
    }
  }
  return pictures;
}

/** Null when the diagram would be too small to read. */
async function drawPicture(
  diagram: Diagram,
  orientation: Orientation,
  rasterise: Rasterise,
): Promise<Picture | null> {
  const room = {
    width: TEXT_WIDTH[orientation] / 20,
    height: MOST_HEIGHT[orientation],
    smallestScale: SMALLEST_SCALE,
  };
  const layout = await layoutDiagram(diagram, measureText, room);
  const scale = scaleInto(room, layout);
  if (scale < SMALLEST_SCALE) return null;
  return {
    png: rasterise(svgOf(layout)),
    width: layout.width * scale,
    height: layout.height * scale,
  };
}

function svgOf({ width, height, boxes, edges }: DiagramLayout): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': PICTURE_FONT,
  };
  const shapes = [...edges.flatMap(edgeShapes), ...boxes.flatMap(boxShapes)];
  return `<svg ${written(root)}>${shapes.join('')}</svg>`;
}

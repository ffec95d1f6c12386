import type { PlacedEdge, Point } from '../../diagram/types.ts';
import { COLOR, MARK_LOOK } from '../theme.ts';

/** Length of a crow's foot and of what stands before it. */
const FOOT = 8;
const SPREAD = 3.6;
const RING = 2.4;

/**
 * Draws a relation from the parent to the child: one bar, or a ring and a bar, at the parent; a
 * crow's foot at the child, or one bar when it can have one row only. What is added has a thick
 * line, what is removed a dashed one.
 */
export function drawEdge(doc: PDFKit.PDFDocument, { edge, points }: PlacedEdge): void {
  const color = edge.mark === 'none' ? COLOR.strongRule : MARK_LOOK[edge.mark].bar;
  doc
    .strokeColor(color)
    .lineWidth(edge.mark === 'added' ? 1.7 : 0.9)
    .lineJoin('round');
  if (edge.mark === 'removed') doc.dash(3.5, { space: 2.5 });
  drawPath(doc, points);
  doc.undash().lineWidth(edge.mark === 'added' ? 1.3 : 0.9);
  const [parent, nearParent] = points;
  const child = points.at(-1);
  const nearChild = points.at(-2);
  if (parent !== undefined && nearParent !== undefined) {
    drawParentEnd(doc, parent, directionTo(parent, nearParent), edge.optional, color);
  }
  if (child !== undefined && nearChild !== undefined) {
    drawChildEnd(doc, child, directionTo(child, nearChild), edge.single);
  }
}

function drawPath(doc: PDFKit.PDFDocument, points: readonly Point[]): void {
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.stroke();
}

/** Unit vector along the edge; the pieces of an edge are level or upright. */
function directionTo(from: Point, to: Point): Point {
  return { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) };
}

/** A point along the edge, and to its side. */
function at(from: Point, direction: Point, along: number, aside: number): Point {
  return {
    x: from.x + direction.x * along - direction.y * aside,
    y: from.y + direction.y * along + direction.x * aside,
  };
}

function drawBar(doc: PDFKit.PDFDocument, from: Point, direction: Point, along: number): void {
  const left = at(from, direction, along, -SPREAD);
  const right = at(from, direction, along, SPREAD);
  doc.moveTo(left.x, left.y).lineTo(right.x, right.y).stroke();
}

function drawParentEnd(
  doc: PDFKit.PDFDocument,
  end: Point,
  direction: Point,
  optional: boolean,
  color: string,
): void {
  drawBar(doc, end, direction, 4);
  if (optional) {
    const ring = at(end, direction, 4 + RING + 1.6, 0);
    doc.circle(ring.x, ring.y, RING).fillAndStroke(COLOR.paper, color);
  } else {
    drawBar(doc, end, direction, 6.8);
  }
}

function drawChildEnd(
  doc: PDFKit.PDFDocument,
  end: Point,
  direction: Point,
  single: boolean,
): void {
  if (single) {
    drawBar(doc, end, direction, 4);
    return;
  }
  const tip = at(end, direction, FOOT, 0);
  for (const aside of [-SPREAD, SPREAD]) {
    const toe = at(end, direction, 0, aside);
    doc.moveTo(tip.x, tip.y).lineTo(toe.x, toe.y).stroke();
  }
}

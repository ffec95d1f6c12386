import type { PlacedEdge, Point } from '../../diagram/types.ts';
import { INK, MARK_COLOURS } from '../colours.ts';
import { polyline, written } from './shapes.ts';

/** Length of a crow's foot, and half its width. */
const FOOT = 8;
const SPREAD = 3.6;
const RING = 2.4;

/**
 * A relation from the parent to the child: one bar, or a ring and a bar, at the parent; a crow's
 * foot at the child, or one bar when it can have one row only. What is added has a thick line, what
 * is removed a dashed one.
 */
export function edgeShapes({ edge, points }: PlacedEdge): readonly string[] {
  const stroke = `#${edge.mark === 'none' ? INK.quiet : MARK_COLOURS[edge.mark].text}`;
  const paint = { stroke, 'stroke-width': edge.mark === 'added' ? 1.7 : 0.9 };
  const dashes = edge.mark === 'removed' ? { 'stroke-dasharray': '3.5 2.5' } : {};
  const [parent, afterParent] = points;
  const child = points.at(-1);
  const beforeChild = points.at(-2);
  if (!parent || !afterParent || !child || !beforeChild) return [];
  return [
    polyline(points, { ...paint, ...dashes, 'stroke-linejoin': 'round' }),
    ...parentEnd(parent, directionTo(parent, afterParent), edge.optional, paint),
    ...childEnd(child, directionTo(child, beforeChild), edge.single, paint),
  ];
}

type Paint = { readonly stroke: string; readonly 'stroke-width': number };

function parentEnd(end: Point, direction: Point, optional: boolean, paint: Paint): string[] {
  const first = bar(end, direction, 4, paint);
  if (!optional) return [first, bar(end, direction, 6.8, paint)];
  const ring = at(end, direction, 4 + RING + 1.6, 0);
  const circle = { cx: ring.x, cy: ring.y, r: RING, fill: '#FFFFFF', ...paint };
  return [first, `<circle ${written(circle)}/>`];
}

function childEnd(end: Point, direction: Point, single: boolean, paint: Paint): string[] {
  if (single) return [bar(end, direction, 4, paint)];
  const tip = at(end, direction, FOOT, 0);
  return [-SPREAD, SPREAD].map((aside) => polyline([tip, at(end, direction, 0, aside)], paint));
}

function bar(end: Point, direction: Point, along: number, paint: Paint): string {
  return polyline([at(end, direction, along, -SPREAD), at(end, direction, along, SPREAD)], paint);
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

import type { DiagramBox, DiagramEdge } from '../../report/types.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A diagram with places, in points at its natural size; the origin is at the top left. */
export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  /** In the diagram's order. */
  readonly boxes: readonly PlacedBox[];
  /** In the diagram's order, without those that name a table that has no box. */
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedBox {
  readonly box: DiagramBox;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A polyline of level and upright pieces, from the parent to the child; at least two points. */
export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly points: readonly Point[];
}

import { createRequire } from 'node:module';
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Diagram, DiagramBox, DiagramEdge } from '../../report/types.ts';
import { type BoxSize, type MeasureText, sizeOfBox } from './box.ts';
import { type Direction, portConstraints, portsOf } from './ports.ts';
import type { DiagramLayout, PlacedBox, PlacedEdge, Point } from './types.ts';

/**
 * What keeps two runs equal: one algorithm, a fixed seed, the boxes in the diagram's order. Parents
 * stand before their children, so that a reader goes from what is referred to, to what refers.
 * https://eclipse.dev/elk/reference/options.html
 */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.componentComponent': '26',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.separateConnectedComponents': 'true',
};

/**
 * One for all layouts: it keeps nothing between them, and costs more to start than to ask. Required
 * rather than imported: before an import, Node reads the library's 1.6 MB twice over for its exports.
 */
const elk: { readonly default: new () => ELK } = createRequire(import.meta.url)(
  'elkjs/lib/elk.bundled.js',
);
const engine = new elk.default();

/** The paper that a diagram should fit on, and how far it may be reduced for that. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly smallestScale: number;
}

/**
 * Places a diagram's boxes and routes its edges.
 *
 * Parents stand left of their children; when that does not fit the room, above them if they fit
 * better so. Coordinates are in points at the diagram's natural size (`METRICS`), rounded to
 * hundredths, with the origin at the top left; the same diagram, text widths and room give the same
 * layout. An edge that names a table without a box is left out.
 *
 * @param measure - width in points of a text at its natural size; it depends on the fonts.
 */
export async function layoutDiagram(
  diagram: Diagram,
  measure: MeasureText,
  room: Room,
): Promise<DiagramLayout> {
  const across = await layoutTowards('RIGHT', diagram, measure);
  if (scaleInto(room, across) >= room.smallestScale) return across;
  const down = await layoutTowards('DOWN', diagram, measure);
  return scaleInto(room, down) > scaleInto(room, across) ? down : across;
}

/** The scale at which a layout fits a room; 1 when it fits as it is. */
export function scaleInto(
  room: { readonly width: number; readonly height: number },
  layout: Pick<DiagramLayout, 'width' | 'height'>,
): number {
  return Math.min(1, room.width / layout.width, room.height / layout.height);
}

async function layoutTowards(
  direction: Direction,
  diagram: Diagram,
  measure: MeasureText,
): Promise<DiagramLayout> {
  const sizes = new Map(diagram.boxes.map((box) => [box.table, sizeOfBox(box, measure)]));
  const edges = diagram.edges.filter(
    ({ from, to }) => sizes.has(from.table) && sizes.has(to.table),
  );
  const graph: ElkNode = {
    id: 'diagram',
    layoutOptions: {
      ...OPTIONS,
      'elk.direction': direction,
      // Parts that no edge joins are packed towards a page: few boxes upright, many across.
      'elk.aspectRatio': diagram.boxes.length > 12 ? '1.4' : '1.1',
    },
    children: diagram.boxes.map((box, index) => ({
      id: `box${index}`,
      ...(sizes.get(box.table) ?? { width: 0, height: 0 }),
      ports: edges.flatMap((edge, number) => portsOf(box, edge, number, direction, sizes)),
      layoutOptions: { 'elk.portConstraints': portConstraints(direction) },
    })),
    edges: edges.map((_, number) => ({
      id: `edge${number}`,
      sources: [`parent${number}`],
      targets: [`child${number}`],
    })),
  };
  return collect(diagram, edges, sizes, await engine.layout(graph));
}

function collect(
  diagram: Diagram,
  edges: readonly DiagramEdge[],
  sizes: ReadonlyMap<string, BoxSize>,
  placed: ElkNode,
): DiagramLayout {
  return {
    width: round(placed.width ?? 0),
    height: round(placed.height ?? 0),
    boxes: diagram.boxes.flatMap((box, index) => placeBox(box, placed.children?.[index], sizes)),
    edges: edges.flatMap((edge, index) => placeEdge(edge, placed.edges?.[index])),
  };
}

function placeBox(
  box: DiagramBox,
  node: ElkNode | undefined,
  sizes: ReadonlyMap<string, BoxSize>,
): PlacedBox[] {
  const size = sizes.get(box.table);
  if (node === undefined || size === undefined) return [];
  return [{ box, x: round(node.x ?? 0), y: round(node.y ?? 0), ...size }];
}

function placeEdge(edge: DiagramEdge, routed: ElkExtendedEdge | undefined): PlacedEdge[] {
  const section = routed?.sections?.[0];
  if (section === undefined) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  return [{ edge, points: points.map(roundPoint) }];
}

function roundPoint({ x, y }: Point): Point {
  return { x: round(x), y: round(y) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js';
import elk from 'elkjs/lib/elk.bundled.js';
import type { Diagram, DiagramBox, DiagramEdge } from '../../report/types.ts';
import { type BoxSize, METRICS, type MeasureText, rowCenter, sizeOfBox } from './box.ts';
import type { DiagramLayout, PlacedBox, PlacedEdge, Point } from './types.ts';

/**
 * What keeps two runs equal: one algorithm, a fixed seed, the boxes in the diagram's order. Parents
 * stand left of their children, so that a reader goes from what is referred to, to what refers.
 * https://eclipse.dev/elk/reference/options.html
 */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
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

/** One for all layouts: it keeps nothing between them, and starting one takes longer than a layout. */
const engine = new elk.default();

/**
 * Places a diagram's boxes and routes its edges.
 *
 * Coordinates are in points at the diagram's natural size (`METRICS`), rounded to hundredths, with
 * the origin at the top left; the same diagram and the same text widths give the same layout. An
 * edge that names a table without a box is left out.
 *
 * @param measure - width in points of a text at its natural size; it depends on the fonts.
 */
export async function layoutDiagram(
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
      'elk.aspectRatio': aspectRatio(diagram.boxes.length),
    },
    children: diagram.boxes.map((box, index) => nodeOf(box, index, sizes, edges)),
    edges: edges.map(edgeOf),
  };
  const placed = await engine.layout(graph);
  return {
    width: round(placed.width ?? 0),
    height: round(placed.height ?? 0),
    boxes: diagram.boxes.flatMap((box, index) => placeBox(box, placed.children?.[index], sizes)),
    edges: edges.flatMap((edge, index) => placeEdge(edge, placed.edges?.[index])),
  };
}

/** Separate parts are packed towards a page: few boxes upright, many across. */
function aspectRatio(boxes: number): string {
  return boxes > 12 ? '1.4' : '1.1';
}

function nodeOf(
  box: DiagramBox,
  index: number,
  sizes: ReadonlyMap<string, BoxSize>,
  edges: readonly DiagramEdge[],
): ElkNode {
  const size = sizes.get(box.table) ?? { width: 0, height: 0 };
  return {
    id: `box${index}`,
    width: size.width,
    height: size.height,
    ports: edges.flatMap((edge, number) => portsOf(box, size, edge, number)),
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

/** The parent's edge leaves on its right at the key; the child's arrives on its left. */
function portsOf(box: DiagramBox, size: BoxSize, edge: DiagramEdge, number: number): ElkPort[] {
  const ports: ElkPort[] = [];
  if (edge.to.table === box.table) {
    ports.push(port(`parent${number}`, 'EAST', size.width, portHeight(box, edge.to.columns)));
  }
  if (edge.from.table === box.table) {
    ports.push(port(`child${number}`, 'WEST', 0, portHeight(box, edge.from.columns)));
  }
  return ports;
}

function port(id: string, side: 'EAST' | 'WEST', x: number, y: number): ElkPort {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

/** At the first of the key's columns that the box shows; at the title when it shows none. */
function portHeight(box: DiagramBox, columns: readonly string[]): number {
  const index = box.rows.findIndex((row) => columns.includes(row.name));
  return index === -1 ? METRICS.titleHeight / 2 : rowCenter(index);
}

function edgeOf(_edge: DiagramEdge, number: number): ElkExtendedEdge {
  return { id: `edge${number}`, sources: [`parent${number}`], targets: [`child${number}`] };
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

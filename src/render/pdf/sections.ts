import type { ReportBlock, ReportSection } from '../../report/types.ts';
import { prepareHeading } from './block/heading.ts';
import { gapAbove, prepareBlock } from './blocks.ts';
import type { Canvas, PreparedBlock } from './canvas.ts';
import { type PageShape, pageShape } from './flow.ts';
import { Outline } from './outline.ts';
import { openTag, type Tag } from './tags.ts';
import { SPACE } from './theme.ts';

/** The sections as drawn. */
export interface DrawnSections {
  /** Each section's page by its anchor, from 0. */
  readonly pages: ReadonlyMap<string, number>;
  /** The sections' elements, which the page numbers of the contents still go into. */
  readonly tags: readonly Tag[];
}

/** Draws all sections, nested in the structure and the bookmarks as their levels say. */
export function drawSections(
  sections: readonly ReportSection[],
  canvas: Canvas,
  root: Tag,
): DrawnSections {
  const outline = new Outline(canvas.doc);
  const pages = new Map<string, number>();
  const tags: Tag[] = [];
  const open: { readonly level: number; readonly tag: Tag }[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const tag = openTag(canvas.doc, open.at(-1)?.tag ?? root, 'Sect', { title: section.title });
    open.push({ level: section.level, tag });
    tags.push(tag);
    drawSection(section, canvas, tag, (top) => {
      pages.set(section.anchor, canvas.flow.page);
      outline.add(section, top);
    });
  }
  return { pages, tags };
}

function drawSection(
  section: ReportSection,
  canvas: Canvas,
  tag: Tag,
  onHeading: (top: number) => void,
): void {
  const { doc, flow } = canvas;
  flow.turnTo(pageShape(canvas.pageSize, section.orientation));
  const wanted = wantedShape(section, canvas);
  if (wanted !== null) flow.startPage(wanted);
  else if (section.startsOnNewPage && !flow.atTop) flow.startPage();
  else flow.settle();
  flow.gap(SPACE.heading[section.level]);
  const prepare = preparedOnce(section, canvas);
  const heading = prepareHeading(section, canvas);
  flow.ensure(heading.lead + leadOf(section.blocks, 0, prepare));
  doc.addNamedDestination(section.anchor, 'XYZ', null, flow.y - 10, null);
  onHeading(flow.y - 10);
  heading.draw(tag);
  for (const [index, block] of section.blocks.entries()) {
    if (index > 0 || wanted === null) flow.settle();
    if (index > 0) flow.gap(gapAbove(block));
    const prepared = prepare(block);
    if (block.kind === 'subheading') {
      flow.ensure(prepared.lead + leadOf(section.blocks, index + 1, prepare));
    }
    prepared.draw(tag);
  }
}

/** A heading goes onto the page of the large diagram that it names. */
function wantedShape(section: ReportSection, canvas: Canvas): PageShape | null {
  const first = section.blocks[0];
  return first?.kind === 'diagram' ? prepareBlock(first, canvas, section.level).shape : null;
}

type PrepareOnce = (block: ReportBlock) => PreparedBlock;

/** A block is measured once, though its heading asks for its height before it is drawn. */
function preparedOnce(section: ReportSection, canvas: Canvas): PrepareOnce {
  const known = new Map<ReportBlock, PreparedBlock>();
  return (block) => {
    const prepared = known.get(block) ?? prepareBlock(block, canvas, section.level);
    known.set(block, prepared);
    return prepared;
  };
}

/** Height of what must stand with the heading above the block at `index`. */
function leadOf(blocks: readonly ReportBlock[], index: number, prepare: PrepareOnce): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  const { lead } = prepare(block);
  return block.kind === 'subheading' ? lead + leadOf(blocks, index + 1, prepare) : lead;
}

import { MARKS, type ReportSection } from '../../report/types.ts';
import type { Canvas, PreparedBlock } from './canvas.ts';
import { openTag, type Tag } from './tags.ts';
import { annotate } from './text/draw.ts';
import type { TextLine } from './text/lines.ts';
import { wrap } from './text/wrap.ts';
import { COLOR, LEADING, MARK_LOOK, SIZE, SPACE } from './theme.ts';

/** A line of the contents whose page number is not known yet. */
interface Slot {
  readonly anchor: string;
  /** Page of the contents' line, from 0. */
  readonly page: number;
  readonly right: number;
  readonly baseline: number;
  /** The line's link; open until the number is written. */
  readonly link: Tag;
  readonly item: Tag;
  readonly look: Look;
}

interface Look {
  readonly face: 'text' | 'strong';
  readonly size: number;
  readonly color: string;
}

/** The lines of all tables of contents, for the page numbers that come last. */
export interface ContentsSlots {
  /** Sections that the contents list, in order. */
  readonly entries: readonly ReportSection[];
  readonly slots: Slot[];
  /** Structure of the tables of contents; open until the numbers are written. */
  readonly tags: Tag[];
}

/** The sections of the first two levels, but for the one that holds the contents. */
export function contentsOf(sections: readonly ReportSection[]): ContentsSlots {
  const entries = sections.filter(
    (section) => section.level <= 2 && !section.blocks.some((block) => block.kind === 'contents'),
  );
  return { entries, slots: [], tags: [] };
}

const LOOKS: { readonly [L in ReportSection['level']]: Look & { readonly indent: number } } = {
  1: { face: 'strong', size: SIZE.body, color: COLOR.ink, indent: 0 },
  2: { face: 'text', size: SIZE.body - 0.4, color: COLOR.ink, indent: 14 },
  3: { face: 'text', size: SIZE.body - 0.4, color: COLOR.muted, indent: 28 },
};

/** Room for the page number at the right. */
const NUMBER_WIDTH = 34;

/** Draws the contents with dotted leaders; `writePageNumbers` completes them. */
export function prepareContents(_block: object, canvas: Canvas): PreparedBlock {
  return {
    lead: SIZE.body * LEADING * 2,
    shape: null,
    draw(parent) {
      const tag = openTag(canvas.doc, parent, 'TOC');
      canvas.contents.tags.push(tag);
      for (const [index, section] of canvas.contents.entries.entries()) {
        if (section.level === 1 && index > 0) canvas.flow.gap(3.5);
        drawEntry(section, canvas, tag);
      }
      canvas.flow.y += SPACE.block;
    },
  };
}

function drawEntry(section: ReportSection, canvas: Canvas, toc: Tag): void {
  const { doc, flow } = canvas;
  const look = LOOKS[section.level];
  const lines = entryLines(section, look, canvas);
  const height = lines.length * look.size * LEADING;
  flow.ensure(height);
  const item = openTag(doc, toc, 'TOCI');
  const link = openTag(doc, item, 'Link', { alt: section.title });
  const last = lines.at(-1);
  link.add(() => drawEntryLines(lines, flow.left + look.indent, canvas));
  const area = { x: flow.left, y: flow.y, width: flow.width, height };
  annotate(canvas, area, `#${section.anchor}`, link);
  const baseline = flow.y + height - look.size * LEADING + (last?.baseline ?? 0);
  canvas.contents.slots.push({
    anchor: section.anchor,
    page: flow.page,
    right: flow.left + flow.width,
    baseline,
    link,
    item,
    look,
  });
  flow.y += height;
  drawLeader(flow.left + look.indent + (last?.width ?? 0), baseline, canvas);
}

function entryLines(
  section: ReportSection,
  look: Look & { readonly indent: number },
  canvas: Canvas,
) {
  const base = { face: look.face, size: look.size, link: null };
  const { symbol, word } = MARKS[section.mark];
  const mark = section.mark === 'none' ? '' : `  ${symbol}\u00A0${word}`;
  const runs = [
    { ...base, text: section.title, color: look.color },
    { ...base, text: mark, size: look.size * 0.88, color: MARK_LOOK[section.mark].bar },
  ];
  const width = canvas.flow.width - look.indent - NUMBER_WIDTH;
  return wrap(runs, width, look.size, canvas.type);
}

function drawEntryLines(lines: readonly TextLine[], x: number, { flow, type }: Canvas): void {
  let { y } = flow;
  for (const line of lines) {
    for (const fragment of line.fragments) {
      type.draw(fragment.text, x + fragment.x, y + line.baseline, fragment);
    }
    y += line.height;
  }
}

function drawLeader(from: number, baseline: number, { doc, flow }: Canvas): void {
  const end = flow.left + flow.width - NUMBER_WIDTH + 10;
  if (end - from < 16) return;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(0.7).lineCap('round').strokeColor(COLOR.rule).dash(0.1, { space: 3.2 });
  // Dots of all lines stand below each other.
  const start = end - Math.floor((end - from - 6) / 3.3) * 3.3;
  doc.moveTo(start, baseline).lineTo(end, baseline).stroke();
  doc.undash().lineCap('butt');
  doc.endMarkedContent();
}

/**
 * Writes the page numbers, when all sections have a page.
 *
 * @param pages - a section's page by its anchor, from 0.
 */
export function writePageNumbers(canvas: Canvas, pages: ReadonlyMap<string, number>): void {
  const { doc, type, contents } = canvas;
  for (const { anchor, page, right, baseline, link, item, look } of contents.slots) {
    const target = pages.get(anchor);
    // An open element is written on the page in hand: pdfkit takes the link's page from it.
    doc.switchToPage(page);
    if (target !== undefined) {
      const number = String(target + 1);
      const x = right - type.width(number, look.face, look.size);
      link.add(() => type.draw(number, x, baseline, look));
    }
    link.end();
    item.end();
  }
  for (const tag of contents.tags) tag.end();
}

/** Text of a section's mark for places without colour: `+ added`; empty for none. */
export function markText(section: ReportSection): string {
  const { symbol, word } = MARKS[section.mark];
  return section.mark === 'none' ? '' : ` (${symbol} ${word})`;
}

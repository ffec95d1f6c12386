import type { DiagramLayout } from '../diagram/types.ts';
import type { ContentsSlots } from './contents.ts';
import type { Flow, PageShape } from './flow.ts';
import type { Tag } from './tags.ts';
import type { Ground } from './text/passages.ts';
import type { Typesetter } from './text/typesetter.ts';

export type { Ground };

/** What every block needs to draw itself. */
export interface Canvas {
  readonly doc: PDFKit.PDFDocument;
  readonly type: Typesetter;
  readonly flow: Flow;
  /** Size of the document's ordinary pages. */
  readonly pageSize: 'A4' | 'Letter';
  /** All targets of links in the document. */
  readonly anchors: ReadonlySet<string>;
  /** By the diagram's id. */
  readonly diagrams: ReadonlyMap<string, DiagramLayout>;
  readonly contents: ContentsSlots;
}

/** A block that is measured for the page in hand and ready to be drawn. */
export interface PreparedBlock {
  /** Height of what must not be parted from the heading before it. */
  readonly lead: number;
  /** The page that it wants when it cannot stand on the section's own; null when it can. */
  readonly shape: PageShape | null;
  readonly draw: (parent: Tag) => void;
}

/** The look of plain text of that size. */
export function groundOf(canvas: Canvas, size: number, color: string, strong = false): Ground {
  return { size, color, strong, anchors: canvas.anchors };
}

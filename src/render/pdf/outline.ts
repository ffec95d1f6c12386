import type { ReportSection } from '../../report/types.ts';
import { markText } from './contents.ts';

type Level = ReportSection['level'];

/** Builds the bookmarks: the sections' headings, nested by level. */
export class Outline {
  readonly #doc: PDFKit.PDFDocument;
  readonly #open: { readonly level: Level; readonly item: PDFKit.PDFOutline }[] = [];

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  /** Adds a bookmark to the page in hand. */
  add(section: ReportSection, top: number): void {
    while (this.#open.at(-1) !== undefined && (this.#open.at(-1)?.level ?? 0) >= section.level) {
      this.#open.pop();
    }
    const parent = this.#open.at(-1)?.item ?? this.#doc.outline;
    const item = parent.addItem(`${section.title}${markText(section)}`, {
      expanded: false,
      fit: false,
      top,
      left: this.#doc.page.width,
      zoom: 0,
    });
    this.#open.push({ level: section.level, item });
  }
}

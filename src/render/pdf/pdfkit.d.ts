// What pdfkit 0.20 understands and @types/pdfkit 0.17 does not say.
declare namespace PDFKit {
  /** Glyphs of a text, in order. */
  type EncodedText = readonly [
    /** Numbers of the glyphs in the embedded font: four hexadecimal digits each. */
    glyphs: readonly string[],
    /** In thousandths of the text size; `advanceWidth` is the glyph's own, without kerning. */
    positions: readonly {
      readonly xAdvance: number;
      readonly advanceWidth: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[],
  ];
  interface OpenFont {
    /** The font's name in the resources of pages. */
    readonly id: string;
    ref(): PDFKitReference;
    /** Puts the text's glyphs into the embedded font. */
    encode(text: string): EncodedText;
  }
  interface PDFPage {
    /** References to fonts by their ids. */
    readonly fonts: Record<string, PDFKitReference>;
  }
  interface PDFDocument {
    /** The font that `font()` has set. */
    readonly _font: OpenFont;
    /** Length of the file so far, in bytes. */
    _offset: number;
    /** Writes bytes, or a line with a character for each byte, to the end of the file. */
    _write(data: string | Uint8Array): void;
    read(): Uint8Array;
  }
  interface PDFOutline {
    /** `left` is measured from the right edge of the page: the page's width means its left edge. */
    addItem(
      title: string,
      options: { expanded: boolean; fit: false; top: number; left: number; zoom: 0 },
    ): PDFOutline;
  }
  namespace Mixins {
    interface StructureElementOptions {
      /** Of a TH. */
      scope?: 'Column' | 'Row';
      /** Left, top, right, bottom from the page's top left corner. */
      bbox?: [number, number, number, number];
    }
    interface LinkAnnotation {
      structParent: PDFStructureElement;
      /** A `String` object: pdfkit writes a plain string as a PDF name. */
      Contents: object;
    }
    interface PDFAnnotation {
      goTo(x: number, y: number, w: number, h: number, name: string, link: LinkAnnotation): this;
      link(x: number, y: number, w: number, h: number, url: string, link: LinkAnnotation): this;
    }
    interface PDFAttachmentOptions {
      relationship?: 'Data' | 'Source' | 'Supplement';
    }
    interface PDFVector {
      dash(length: number, options: { space: number }): this;
    }
  }
}

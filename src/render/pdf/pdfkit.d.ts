// What pdfkit 0.20 understands and @types/pdfkit 0.17 does not say.
declare namespace PDFKit {
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

import type { Face } from './fonts.ts';
import { fontPath, splitByFace } from './fonts.ts';
import { GlyphSetter } from './glyphs.ts';

/** Widths are in parts of this size: a glyph's advance is linear in the size. */
const UNIT_SIZE = 1000;

/** Measures and draws text in the documents' faces. */
export interface Typesetter {
  /** Width in points; the text must be in glyphs of that face, see `splitByFace`. */
  width(text: string, face: Face, size: number): number;
  /** Width in points of any text, with its fallback faces. */
  widthOfAny(text: string, face: Face, size: number): number;
  /** Draws glyphs of one face, with the baseline at `y`. */
  draw(text: string, x: number, y: number, look: TextLook): void;
}

interface TextLook {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
}

/** A face as the document has opened it. */
interface OpenFace {
  readonly path: string;
  readonly font: PDFKit.OpenFont;
  readonly setter: GlyphSetter;
  /** Widths at `UNIT_SIZE` of what pdfkit has shaped. */
  readonly shaped: Map<string, number>;
}

/** A typesetter that writes into the document, and remembers every word. */
export function createTypesetter(doc: PDFKit.PDFDocument): Typesetter {
  const faces = new Map<Face, OpenFace>();
  function faceOf(face: Face): OpenFace {
    const known = faces.get(face);
    if (known !== undefined) return known;
    const path = fontPath(face);
    const font = doc.font(path)._font;
    const opened = { path, font, setter: new GlyphSetter(font), shaped: new Map() };
    faces.set(face, opened);
    return opened;
  }
  function width(text: string, face: Face, size: number): number {
    const opened = faceOf(face);
    const advance = opened.setter.set(text)?.advance ?? shapedWidth(doc, opened, text);
    return (advance * size) / UNIT_SIZE;
  }
  return {
    width,
    widthOfAny(text, face, size) {
      let sum = 0;
      for (const piece of splitByFace(text, face)) sum += width(piece.text, piece.face, size);
      return sum;
    },
    draw(text, x, y, look) {
      const face = faceOf(look.face);
      const glyphs = face.setter.set(text);
      if (glyphs === null) drawShaped(doc, face, text, x, y, look);
      else drawGlyphs(doc, face.font, glyphs.operand, x, y, look);
    },
  };
}

function shapedWidth(doc: PDFKit.PDFDocument, { path, shaped }: OpenFace, text: string): number {
  let width = shaped.get(text);
  if (width === undefined) {
    width = doc.font(path).fontSize(UNIT_SIZE).widthOfString(text);
    shaped.set(text, width);
  }
  return width;
}

function drawShaped(
  doc: PDFKit.PDFDocument,
  { path }: OpenFace,
  text: string,
  x: number,
  y: number,
  { size, color }: TextLook,
): void {
  doc.font(path).fontSize(size).fillColor(color);
  doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

function drawGlyphs(
  doc: PDFKit.PDFDocument,
  font: PDFKit.OpenFont,
  operand: string,
  x: number,
  y: number,
  { size, color }: TextLook,
): void {
  doc.page.fonts[font.id] ??= font.ref();
  // pdfkit turns the page upside down, so that y grows downwards; the text matrix turns the glyphs back.
  const matrix = `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`;
  doc.addContent(
    `${fillOf(color)}\nBT\n${matrix}\n/${font.id} ${rounded(size)} Tf\n${operand} TJ\nET`,
  );
}

/** Thousandths of a point. */
function rounded(length: number): number {
  return Math.round(length * 1000) / 1000;
}

const fills = new Map<string, string>();

/** The operator that fills with a colour `#rrggbb`. */
function fillOf(color: string): string {
  let fill = fills.get(color);
  if (fill === undefined) {
    const parts = [1, 3, 5].map((at) =>
      rounded(Number.parseInt(color.slice(at, at + 2), 16) / 255),
    );
    fill = `${parts.join(' ')} rg`;
    fills.set(color, fill);
  }
  return fill;
}

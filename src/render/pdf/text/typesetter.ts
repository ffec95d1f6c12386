import type { Face } from './fonts.ts';
import { fontPath, splitByFace } from './fonts.ts';

/** Widths are asked at this size and scaled: a glyph's advance is linear in the size. */
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

/** A typesetter that writes into the document, and remembers the width of every word. */
export function createTypesetter(doc: PDFKit.PDFDocument): Typesetter {
  const widths = new Map<Face, Map<string, number>>();
  const paths: { readonly [F in Face]: string } = {
    text: fontPath('text'),
    strong: fontPath('strong'),
    mono: fontPath('mono'),
    monoStrong: fontPath('monoStrong'),
  };
  function unitWidth(text: string, face: Face): number {
    let known = widths.get(face);
    if (known === undefined) {
      known = new Map();
      widths.set(face, known);
    }
    let width = known.get(text);
    if (width === undefined) {
      width = doc.font(paths[face]).fontSize(UNIT_SIZE).widthOfString(text);
      known.set(text, width);
    }
    return width;
  }
  const width = (text: string, face: Face, size: number) =>
    (unitWidth(text, face) * size) / UNIT_SIZE;
  return {
    width,
    widthOfAny(text, face, size) {
      let sum = 0;
      for (const piece of splitByFace(text, face)) sum += width(piece.text, piece.face, size);
      return sum;
    },
    draw(text, x, y, { face, size, color }) {
      doc.font(paths[face]).fontSize(size).fillColor(color);
      doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    },
  };
}

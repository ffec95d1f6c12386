/** ASCII text of one face as glyphs. */
export interface Glyphs {
  /** What the operator `TJ` shows: glyph numbers in hexadecimal, and kerning between them. */
  readonly operand: string;
  /** Width in thousandths of the text size. */
  readonly advance: number;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Code units of ASCII. */
const ASCII = 128;

/** How far the second of two characters moves; null when they make a ligature. */
type Kerning = number | null;

interface Character {
  readonly glyph: string;
  readonly advance: number;
}

/**
 * Sets ASCII text of one face from what the font says of each character and each pair, and remembers
 * it: to shape every word as a whole costs pdfkit ten times as much. In ASCII the DejaVu fonts have
 * nothing but ligatures and kerning of neighbours, so a pair is the same in every word.
 */
export class GlyphSetter {
  readonly #font: PDFKit.OpenFont;
  readonly #known = new Map<string, Glyphs | null>();
  readonly #characters: Character[] = [];
  readonly #pairs: Kerning[] = [];

  constructor(font: PDFKit.OpenFont) {
    this.#font = font;
  }

  /** Null for a text that pdfkit has to shape: it is not ASCII, or has a ligature. */
  set(text: string): Glyphs | null {
    let glyphs = this.#known.get(text);
    if (glyphs === undefined) {
      glyphs = PRINTABLE_ASCII.test(text) ? this.#compose(text) : null;
      this.#known.set(text, glyphs);
    }
    return glyphs;
  }

  #compose(text: string): Glyphs | null {
    let operand = '[<';
    let advance = 0;
    let previous = -1;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const kerning = previous < 0 ? 0 : this.#kerning(previous, unit);
      if (kerning === null) return null;
      if (kerning !== 0) operand += `> ${-Math.round(kerning * 1000) / 1000} <`;
      const character = this.#character(unit);
      operand += character.glyph;
      advance += kerning + character.advance;
      previous = unit;
    }
    return { operand: `${operand}>]`, advance };
  }

  #character(unit: number): Character {
    const known = this.#characters[unit];
    if (known !== undefined) return known;
    const [glyphs, positions] = this.#font.encode(String.fromCharCode(unit));
    const character = { glyph: glyphs[0] ?? '', advance: positions[0]?.advanceWidth ?? 0 };
    this.#characters[unit] = character;
    return character;
  }

  #kerning(first: number, second: number): Kerning {
    const place = first * ASCII + second;
    const known = this.#pairs[place];
    if (known !== undefined) return known;
    const [glyphs, [start]] = this.#font.encode(String.fromCharCode(first, second));
    const kerning =
      glyphs.length === 2 ? (start?.xAdvance ?? 0) - (start?.advanceWidth ?? 0) : null;
    this.#pairs[place] = kerning;
    return kerning;
  }
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Coverage, readCoverage } from './cmap.ts';

/** A face of the documents: text and code, each regular and bold. */
export type Face = 'text' | 'strong' | 'mono' | 'monoStrong';

const FILES: { readonly [F in Face]: string } = {
  text: 'DejaVuSansCondensed.ttf',
  strong: 'DejaVuSansCondensed-Bold.ttf',
  mono: 'DejaVuSansMono.ttf',
  monoStrong: 'DejaVuSansMono-Bold.ttf',
};

/** Where a character is looked for when a face does not have it. */
const FALLBACK: { readonly [F in Face]: Face | null } = {
  text: null,
  strong: 'text',
  mono: 'text',
  monoStrong: 'strong',
};

/**
 * Stands for a character that no face has (Chinese, Japanese and Korean script, most emoji): U+FFFD,
 * the replacement character. The true character stays in the document as `ActualText`, so that
 * search, copying and screen readers still get it.
 */
export const REPLACEMENT = '\uFFFD';

/** A stretch of text in the face that has its glyphs. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
  /** What `text` stands for when it is a replacement; null otherwise. */
  readonly actual: string | null;
}

const require = createRequire(import.meta.url);

/**
 * The face's file. pdfkit must know a font by exactly this one key: under a second key it opens and
 * parses the file again at every change of font.
 */
export function fontPath(face: Face): string {
  return join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf', FILES[face]);
}

const coverages = new Map<Face, Coverage>();

function covers(face: Face, codePoint: number): boolean {
  let coverage = coverages.get(face);
  if (coverage === undefined) {
    coverage = readCoverage(readFileSync(fontPath(face)));
    coverages.set(face, coverage);
  }
  return coverage(codePoint);
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Splits a text where the face has to change for its glyphs. Control characters are dropped. */
export function splitByFace(text: string, face: Face): readonly Piece[] {
  if (PRINTABLE_ASCII.test(text)) return text === '' ? [] : [{ face, text, actual: null }];
  const pieces: Piece[] = [];
  for (const character of text) {
    const piece = pieceOf(character, face);
    const last = pieces.at(-1);
    if (last !== undefined && canJoin(last, piece)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else if (piece.text !== '') {
      pieces.push(piece);
    }
  }
  return pieces;
}

function canJoin(last: Piece, next: Piece): boolean {
  return last.face === next.face && last.actual === null && next.actual === null;
}

function pieceOf(character: string, face: Face): Piece {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) {
    return { face, text: codePoint === 0x09 ? '    ' : '', actual: null };
  }
  let candidate: Face | null = face;
  while (candidate !== null) {
    if (covers(candidate, codePoint)) return { face: candidate, text: character, actual: null };
    candidate = FALLBACK[candidate];
  }
  return { face: 'text', text: REPLACEMENT, actual: character };
}

import { type Piece, splitByFace } from './fonts.ts';
import type { Run } from './lines.ts';
import type { Typesetter } from './typesetter.ts';

/** Part of an unbreakable stretch, in one look. */
export interface Part {
  readonly run: Run;
  readonly piece: Piece;
  readonly width: number;
}

/** A stretch without white space in it, such as a word with its comma; or a break. */
export type Atom =
  | { readonly kind: 'word'; readonly parts: readonly Part[]; readonly width: number }
  | { readonly kind: 'space'; readonly part: Part }
  | { readonly kind: 'newline' };

/** A no-break space (U+00A0) belongs to the word, as its name says. */
const TOKEN = /\n|[^\S\n\u00a0]+|[\S\u00a0]+/g;

/**
 * Cuts runs into words, spaces and line breaks. Words of neighbouring runs without white space
 * between them make one word: a comma stays with the `code` before it.
 */
export function atomsOf(runs: readonly Run[], type: Typesetter): readonly Atom[] {
  const atoms: Atom[] = [];
  let word: Part[] = [];
  const closeWord = () => {
    if (word.length > 0) atoms.push(wordOf(word));
    word = [];
  };
  for (const run of runs) {
    for (const token of run.text.match(TOKEN) ?? []) {
      if (token.trim() !== '') {
        word.push(...partsOf(run, token, type));
        continue;
      }
      closeWord();
      atoms.push(token === '\n' ? { kind: 'newline' } : spaceOf(run, token, type));
    }
  }
  closeWord();
  return atoms;
}

function wordOf(parts: readonly Part[]): Atom & { readonly kind: 'word' } {
  let width = 0;
  for (const part of parts) width += part.width;
  return { kind: 'word', parts, width };
}

/** White space keeps its length: it is the indentation of code. */
function spaceOf(run: Run, token: string, type: Typesetter): Atom {
  const text = token.replaceAll('\t', '    ').replace(/\s/g, ' ');
  const piece: Piece = { face: run.face, text, actual: null };
  return { kind: 'space', part: { run, piece, width: type.width(text, run.face, run.size) } };
}

function partsOf(run: Run, text: string, type: Typesetter): readonly Part[] {
  return splitByFace(text, run.face).map((piece) => ({
    run,
    piece,
    width: type.width(piece.text, piece.face, run.size),
  }));
}

/** After these a long identifier, path or type may go on in the next line. */
const SOFT_BREAK = /[^_.,:;/|)\]}>=&?#\\-]+[_.,:;/|)\]}>=&?#\\-]*|[_.,:;/|)\]}>=&?#\\-]+/g;

/**
 * Cuts a word that is wider than the column into pieces that fit: after `_`, `.`, `,` and the like
 * where it can be, between any two characters where it must be.
 */
export function breakWord(
  word: Atom & { readonly kind: 'word' },
  available: number,
  type: Typesetter,
): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const { run, piece } of word.parts) {
    for (const chunk of chunksOf(piece.text, available, (text) =>
      type.width(text, piece.face, run.size),
    )) {
      const part = { run, piece: { ...piece, text: chunk }, width: 0 };
      atoms.push(wordOf([{ ...part, width: type.width(chunk, piece.face, run.size) }]));
    }
  }
  return atoms;
}

function chunksOf(
  text: string,
  available: number,
  measure: (text: string) => number,
): readonly string[] {
  return keepEnding(text.match(SOFT_BREAK) ?? []).flatMap((chunk) =>
    measure(chunk) <= available ? [chunk] : hardChunks(chunk, available, measure),
  );
}

/** Three characters or less, such as the `rb` of a path, stay with what is before them. */
function keepEnding(chunks: readonly string[]): readonly string[] {
  const ending = chunks.at(-1);
  if (ending === undefined || ending.length > 3 || chunks.length < 2) return chunks;
  return [...chunks.slice(0, -2), `${chunks.at(-2)}${ending}`];
}

function hardChunks(
  text: string,
  available: number,
  measure: (text: string) => number,
): readonly string[] {
  const chunks: string[] = [];
  let current = '';
  for (const character of text) {
    if (current !== '' && measure(current + character) > available) {
      chunks.push(current);
      current = '';
    }
    current += character;
  }
  return current === '' ? chunks : [...chunks, current];
}

/** How wide a column should be for a text: at least for its longest piece, at most for its longest line. */
export interface Extent {
  readonly least: number;
  readonly most: number;
}

/** Widths of a text that is only cut where it reads well, and of one that is not cut at all. */
export function extentOf(atoms: readonly Atom[], type: Typesetter): Extent {
  let least = 0;
  let most = 0;
  let line = 0;
  for (const atom of atoms) {
    if (atom.kind === 'newline') {
      line = 0;
      continue;
    }
    line += atom.kind === 'word' ? atom.width : atom.part.width;
    most = Math.max(most, line);
    if (atom.kind === 'word') least = Math.max(least, widestPiece(atom, type));
  }
  return { least, most };
}

/** A piece that is longer, such as a digest, asks for room for so many characters and is cut. */
const LONGEST_KEPT = 26;

function widestPiece(word: Atom & { readonly kind: 'word' }, type: Typesetter): number {
  let widest = 0;
  for (const { run, piece, width } of word.parts) {
    const chunks = keepEnding(piece.text.match(SOFT_BREAK) ?? []);
    for (const chunk of chunks) {
      const whole = chunks.length === 1 ? width : type.width(chunk, piece.face, run.size);
      widest = Math.max(widest, whole * Math.min(1, LONGEST_KEPT / chunk.length));
    }
  }
  return widest;
}

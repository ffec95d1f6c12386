import { LEADING } from '../theme.ts';
import { type Atom, atomsOf, breakWord, type Part } from './atoms.ts';
import type { Fragment, Line, Passage, Run, TextLine } from './lines.ts';
import type { Typesetter } from './typesetter.ts';

/** Breaks passages into the lines of a column. */
export function wrapPassages(
  passages: readonly Passage[],
  width: number,
  size: number,
  type: Typesetter,
): readonly Line[] {
  return passages.flatMap((passage): readonly Line[] =>
    passage.kind === 'blank' ? [passage] : wrap(passage.runs, width, size, type),
  );
}

/**
 * Breaks runs into lines no wider than `width`. `\n` breaks a line; a word that is too wide for a
 * line of its own is cut. Text without any ink gives no line.
 *
 * @param size - sets the lines' height, whatever the runs' own sizes.
 * @param hanging - indent of every line but the first after a `\n`.
 */
export function wrap(
  runs: readonly Run[],
  width: number,
  size: number,
  type: Typesetter,
  hanging = 0,
): readonly TextLine[] {
  return wrapAtoms(atomsOf(runs, type), width, size, type, hanging);
}

/** `wrap`, for text that is cut into atoms already. */
export function wrapAtoms(
  atoms: readonly Atom[],
  width: number,
  size: number,
  type: Typesetter,
  hanging = 0,
): readonly TextLine[] {
  const builder = new LineBuilder(size, hanging);
  for (const atom of atoms) place(atom, builder, width, type);
  return builder.finish();
}

function place(atom: Atom, builder: LineBuilder, width: number, type: Typesetter): void {
  if (atom.kind === 'newline') builder.breakLine('newline');
  else if (atom.kind === 'space') builder.addSpace(atom.part);
  else if (builder.widthWith(atom.width) <= width) builder.addWord(atom.parts);
  else if (atom.width <= width - builder.hanging) {
    builder.breakLine('full');
    builder.addWord(atom.parts);
  } else placeInPieces(atom, builder, width, type);
}

function placeInPieces(
  atom: Atom & { readonly kind: 'word' },
  builder: LineBuilder,
  width: number,
  type: Typesetter,
): void {
  for (const chunk of breakWord(atom, width - builder.hanging, type)) {
    if (chunk.kind !== 'word') continue;
    if (builder.widthWith(chunk.width) > width) builder.breakLine('full');
    builder.addWord(chunk.parts);
  }
}

/** Gathers the parts of a line until it is full. */
class LineBuilder {
  readonly hanging: number;
  readonly #height: number;
  readonly #baseline: number;
  readonly #lines: TextLine[] = [];
  #parts: Part[] = [];
  #spaces: Part[] = [];
  #indent = 0;
  #width = 0;

  constructor(size: number, hanging: number) {
    this.hanging = hanging;
    this.#height = size * LEADING;
    this.#baseline = size * (LEADING / 2 + 0.36);
  }

  widthWith(word: number): number {
    return this.#width + sumOf(this.#spaces) + word;
  }

  addSpace(part: Part): void {
    this.#spaces.push(part);
  }

  addWord(parts: readonly Part[]): void {
    this.#width = this.widthWith(sumOf(parts));
    this.#parts.push(...this.#spaces, ...parts);
    this.#spaces = [];
  }

  breakLine(cause: 'newline' | 'full'): void {
    if (cause === 'full' && this.#parts.length === 0) {
      this.#spaces = [];
      return;
    }
    this.#push(cause === 'full' ? this.#spaces.slice(0, 1) : []);
    this.#indent = cause === 'full' ? this.hanging : 0;
    this.#parts = [];
    this.#spaces = [];
    this.#width = this.#indent;
  }

  finish(): readonly TextLine[] {
    if (this.#parts.length > 0) this.#push([]);
    return this.#lines;
  }

  /** A space where the line was broken keeps the words apart for those who copy or hear the text. */
  #push(closing: readonly Part[]): void {
    this.#lines.push({
      kind: 'text',
      fragments: fragmentsOf([...this.#parts, ...closing], this.#indent),
      width: this.#width,
      height: this.#height,
      baseline: this.#baseline,
    });
  }
}

function sumOf(parts: readonly Part[]): number {
  let sum = 0;
  for (const part of parts) sum += part.width;
  return sum;
}

/** Joins neighbouring parts of the same look: fewer strings to draw. */
function fragmentsOf(parts: readonly Part[], indent: number): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let x = indent;
  let first = 0;
  for (let next = 1; next <= parts.length; next += 1) {
    const start = parts[first];
    const part = parts[next];
    if (start === undefined || (part !== undefined && looksLike(start, part))) continue;
    const fragment = fragmentOf(start, parts.slice(first, next), x);
    fragments.push(fragment);
    x += fragment.width;
    first = next;
  }
  return fragments;
}

function fragmentOf({ run, piece }: Part, parts: readonly Part[], x: number): Fragment {
  let text = '';
  for (const part of parts) text += part.piece.text;
  const { size, color, link } = run;
  return {
    face: piece.face,
    actual: piece.actual,
    text,
    size,
    color,
    link,
    x,
    width: sumOf(parts),
  };
}

function looksLike(a: Part, b: Part): boolean {
  return (
    a.piece.face === b.piece.face &&
    a.piece.actual === null &&
    b.piece.actual === null &&
    (a.run === b.run ||
      (a.run.size === b.run.size && a.run.color === b.run.color && a.run.link === b.run.link))
  );
}

import type { Face } from './fonts.ts';

/** A stretch of text in one look, before it is broken into lines. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** `#anchor` or a web address; null for no link. */
  readonly link: string | null;
}

/** A blank line for people to write on, across the column; its `label` is read out. */
export interface BlankLine {
  readonly kind: 'blank';
  readonly label: string;
  readonly height: number;
}

/** What stands in a column of text: running text, or a line to write on. */
export type Passage = { readonly kind: 'text'; readonly runs: readonly Run[] } | BlankLine;

/** Part of a line in one look, at its place from the column's left edge. */
export interface Fragment {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  readonly link: string | null;
  /** What a replacement character stands for; null for ordinary text. */
  readonly actual: string | null;
  readonly x: number;
  readonly width: number;
}

export interface TextLine {
  readonly kind: 'text';
  readonly fragments: readonly Fragment[];
  /** Of the ink, without a closing space. */
  readonly width: number;
  readonly height: number;
  /** From the top of the line to its baseline. */
  readonly baseline: number;
}

export type Line = TextLine | BlankLine;

/** Height of all lines together. */
export function heightOf(lines: readonly Line[]): number {
  let sum = 0;
  for (const line of lines) sum += line.height;
  return sum;
}

import { own } from '../../model/own.ts';
import type { SqlPart, Unknown } from './script.ts';

/** Something in a script that its tool replaces before it sends it. */
export interface Placeholder {
  /** In the text of the file; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** How the value stands in the SQL: `:'name'` of psql makes a string of it. */
  readonly quoted: (value: string) => string;
  /** What is said where no file tells the value: a clause that can follow "because". */
  readonly reason: string;
}

/**
 * A stretch of a file with the placeholders in it filled in, as far as their values are known.
 *
 * @param placeholders - those of the file, in order; the ones outside of the stretch do not count.
 */
export function filledPart(
  file: string,
  stretch: { readonly start: number; readonly end: number; readonly whole: boolean },
  placeholders: readonly Placeholder[],
  variables: { readonly [name: string]: string },
): SqlPart {
  const edits: Edit[] = [];
  const unknown: Unknown[] = [];
  let text = '';
  let from = stretch.start;
  for (const placeholder of placeholders) {
    if (placeholder.start < from || placeholder.end > stretch.end) continue;
    text += file.slice(from, placeholder.start);
    const value = own(variables, placeholder.name);
    const stands = value === undefined ? null : placeholder.quoted(value);
    const shown = stands ?? file.slice(placeholder.start, placeholder.end);
    const start = text.length;
    text += shown;
    if (stands === null) unknown.push({ start, end: text.length, reason: placeholder.reason });
    edits.push({ at: text.length, place: placeholder.end });
    from = placeholder.end;
  }
  text += file.slice(from, stretch.end);
  return { text, placeOf: placesAfter(stretch.start, edits), whole: stretch.whole, unknown };
}

/** From `at` on in the new text, places count from `place` on in the file. */
interface Edit {
  readonly at: number;
  readonly place: number;
}

function placesAfter(start: number, edits: readonly Edit[]): (index: number) => number {
  return (index) => {
    const last = edits.findLast(({ at }) => at <= index);
    const next = edits.find(({ at }) => at > index);
    const place = last ? last.place + (index - last.at) : start + index;
    return next ? Math.min(place, next.place) : place;
  };
}

/** `${name}`, as Flyway and goose have it. */
export function dollarPlaceholders(
  text: string,
  reasonOf: (name: string) => string,
): readonly Placeholder[] {
  return [...text.matchAll(/\$\{([^}\n]+)\}/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
    quoted: (value) => value,
    reason: reasonOf(match[0]),
  }));
}

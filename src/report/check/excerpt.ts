import type { SourceLocation } from '../../model/source.ts';
import type { Excerpt } from './types.ts';

/** Lines that are shown of a statement. */
const LINES = 4;

/** The lines of a place; null where the text does not have them. */
export function excerptOf(place: SourceLocation, text: string | null): Excerpt | null {
  const all = text?.split(/\r?\n/) ?? [];
  const end = Math.max(place.line, place.endLine);
  const last = end - place.line < LINES ? end : place.line + LINES - 2;
  const lines = all
    .slice(place.line - 1, last)
    .map((line, index) => ({ number: place.line + index, text: line.trimEnd() }));
  return lines.length === 0 ? null : { lines, indent: place.column - 1, goesOn: end > last };
}

import type { CodeUse } from '../../read/code-uses.ts';
import { locator } from '../../read/places.ts';
import type { PlacedUse } from './verdict.ts';

/** Uses with their lines. */
export function placed(uses: readonly CodeUse[], path: string, text: string): readonly PlacedUse[] {
  if (uses.length === 0) return [];
  const placeAt = locator(text, path);
  const lines = text.split('\n');
  return uses.map((use) => {
    const { line, column, endLine } = placeAt({ start: use.at, end: use.end ?? use.at });
    return { use, path, line, column, endLine, text: lines[line - 1] ?? '' };
  });
}

import type { Mark } from './token.ts';

/**
 * The text between two positions as the server sees it: without the marks of conditional comments
 * and without those comments that it passes over.
 */
export function shownText(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
): string {
  let shown = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    const isEnd = text.startsWith('*/', mark.start);
    const before = text.slice(at, mark.start);
    shown += isEnd ? before.trimEnd() : before;
    at = isEnd ? mark.end : mark.end + blanksAt(text, mark.end, end);
  }
  return (shown + text.slice(at, end)).trim();
}

function blanksAt(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charAt(at) === ' ') at += 1;
  return at - from;
}

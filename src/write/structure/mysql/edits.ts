import type { TextEdit } from '../versions.ts';

/** The text with all edits made. What is put in at a place stands before what is replaced from there on. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
  let done = 0;
  let result = '';
  for (const edit of sorted) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

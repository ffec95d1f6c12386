/** Height of a line of the 9 point text, in points. */
const LINE = 12;
const PADDING = 4;

/** Excel makes no row higher, in points. */
const HIGHEST = 409;

/** Height in points that shows all of these texts, each wrapped in a column of so many characters. */
export function rowHeight(
  cells: readonly { readonly text: string; readonly width: number }[],
): number {
  let lines = 1;
  for (const { text, width } of cells) lines = Math.max(lines, wrappedLines(text, width));
  return Math.min(HIGHEST, lines * LINE + PADDING);
}

/** Lines that a text takes when it is wrapped at words, and a longer word at the column's edge. */
export function wrappedLines(text: string, width: number): number {
  // A character's worth of the width is the space at both sides of the text.
  const room = Math.max(1, Math.floor(width) - 1);
  let lines = 0;
  for (const line of text.split('\n')) lines += linesOfParagraph(line, room);
  return lines;
}

function linesOfParagraph(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const joined = used === 0 ? word.length : used + 1 + word.length;
    if (joined <= room) {
      used = joined;
      continue;
    }
    if (used > 0) lines += 1;
    const more = Math.max(0, Math.ceil(word.length / room) - 1);
    lines += more;
    used = word.length - more * room;
  }
  return lines;
}

import type { OfficeParts } from './package.ts';

const DOCUMENT = 'word/document.xml';

/**
 * Numbers the bookmarks and drawings of a text document from 1 in their order, with the names that
 * docx makes of such a number.
 *
 * docx counts both in the module, so the second document of a process starts where the first ended.
 */
export function numberBookmarks(parts: OfficeParts): void {
  const content = parts.get(DOCUMENT);
  if (typeof content !== 'string') return;
  const numbers = new Map<string, number>();
  for (const [element] of content.matchAll(/<w:bookmarkStart\b[^>]*>/g)) {
    const id = /\bw:id="(\d+)"/.exec(element)?.[1];
    if (id !== undefined) numbers.set(id, numbers.size + 1);
  }
  const numberOf = (id: string) => String(numbers.get(id) ?? id);
  let drawings = 0;
  parts.set(
    DOCUMENT,
    content
      .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (element) =>
        element.replace(/\bw:id="(\d+)"/, (_, id: string) => `w:id="${numberOf(id)}"`),
      )
      // The contents list points at a heading by a bookmark named after the number.
      .replace(
        /(\bw:(?:name|anchor)=")_Toc(\d+)"/g,
        (_, start: string, id: string) => `${start}_Toc${numberOf(id)}"`,
      )
      .replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, start: string) => {
        drawings += 1;
        return `${start}${drawings}"`;
      }),
  );
}

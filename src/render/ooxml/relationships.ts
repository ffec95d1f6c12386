import type { OfficeParts } from './package.ts';

/** Attributes of the relationships namespace, which name a relationship of the part's own list. */
const REFERENCE = /\br:(id|embed|link|pict)="([^"]*)"/g;

/**
 * Numbers the relationships of every part `rId1`, `rId2`, … in their order.
 *
 * docx gives hyperlinks, headers and pictures random ids, and the ids mean nothing outside the part.
 */
export function numberRelationships(parts: OfficeParts): void {
  for (const [path, content] of parts) {
    const owner = ownerOf(path);
    if (owner === null || typeof content !== 'string') continue;
    const numbers = new Map<string, string>();
    const numbered = content.replace(/\bId="([^"]*)"/g, (_, id: string) => {
      const next = `rId${numbers.size + 1}`;
      numbers.set(id, next);
      return `Id="${next}"`;
    });
    parts.set(path, numbered);
    const source = parts.get(owner);
    if (typeof source !== 'string') continue;
    parts.set(
      owner,
      source.replace(/<[^<>]*\br:[^<>]*>/g, (tag) =>
        tag.replace(
          REFERENCE,
          (_, name: string, id: string) => `r:${name}="${numbers.get(id) ?? id}"`,
        ),
      ),
    );
  }
}

/** `word/_rels/document.xml.rels` lists the relationships of `word/document.xml`; null for other parts. */
export function ownerOf(path: string): string | null {
  const match = /^(.*)_rels\/([^/]*)\.rels$/.exec(path);
  return match ? `${match[1]}${match[2]}` : null;
}

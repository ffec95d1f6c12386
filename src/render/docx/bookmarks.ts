import type { ReportDocument } from '../../report/types.ts';

/** Names of bookmarks by anchor. */
export interface Bookmarks {
  /** The bookmark of a section or row; null when the document has no such anchor. */
  nameOf(anchor: string): string | null;
}

/** Word reads 40 characters of a bookmark's name: a letter, then letters, digits and underscores. */
const LONGEST_NAME = 40;

/** Gives every anchor of the document a bookmark name, unique and the same in every run. */
export function bookmarksOf(document: ReportDocument): Bookmarks {
  const names = new Map<string, string>();
  for (const anchor of anchorsOf(document)) {
    if (names.has(anchor)) continue;
    const readable = anchor.replace(/[^A-Za-z0-9]/g, '_');
    names.set(anchor, `m${names.size + 1}_${readable}`.slice(0, LONGEST_NAME));
  }
  return { nameOf: (anchor) => names.get(anchor) ?? null };
}

function anchorsOf(document: ReportDocument): readonly string[] {
  return document.sections.flatMap((section) => [
    section.anchor,
    ...section.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ anchor }) => anchor ?? []) : [],
    ),
  ]);
}

import { joined, muted } from './blocks.ts';
import type { Inline } from './types.ts';

/** `#risk-r1`: where a document shows the row of that id. */
export function idAnchor(
  kind: 'change' | 'risk' | 'rollback' | 'step' | 'verification',
  id: string,
): string {
  return `${kind}-${id.toLowerCase()}`;
}

/** Ids with links to their rows; a dash for none. */
export function idLinks(
  kind: Parameters<typeof idAnchor>[0],
  ids: readonly string[],
): readonly Inline[] {
  if (ids.length === 0) return [muted('–')];
  return joined(
    ids.map((id) => ({
      kind: 'text',
      text: id,
      style: 'plain',
      link: `#${idAnchor(kind, id)}`,
    })),
  );
}

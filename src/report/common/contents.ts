import { section } from '../blocks.ts';
import type { ReportSection } from '../types.ts';

export function contentsSection(): ReportSection {
  return section({
    anchor: 'contents',
    title: 'Contents',
    startsOnNewPage: true,
    blocks: [{ kind: 'contents' }],
  });
}

import { type FileChild, Paragraph } from 'docx';
import type { ReportBlock } from '../../../report/types.ts';
import { inlines, runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';
import { calloutBlock } from './callout.ts';
import { codeBlock } from './code.ts';
import { contentsBlock } from './contents.ts';
import { diagramBlock } from './diagram.ts';
import { factsTable } from './facts.ts';
import { listBlock } from './list.ts';
import { tableBlock } from './table.ts';

type BlockOf<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;
type Draw<B> = (block: B, place: Place) => readonly FileChild[];

const DRAW: { readonly [K in ReportBlock['kind']]: Draw<BlockOf<K>> } = {
  paragraph: ({ content }, place) => [
    new Paragraph({ style: STYLE.body, children: [...inlines(content, place)] }),
  ],
  subheading: ({ text }) => [new Paragraph({ style: STYLE.subheading, children: [...runs(text)] })],
  list: listBlock,
  facts: ({ facts }, place) => (facts.length === 0 ? [] : [factsTable(facts, place)]),
  table: tableBlock,
  code: codeBlock,
  diagram: ({ diagram }, place) => diagramBlock(diagram, place),
  callout: (block, place) => [calloutBlock(block, place)],
  contents: contentsBlock,
};

/** A block as paragraphs and tables. */
export function drawBlock(block: ReportBlock, place: Place): readonly FileChild[] {
  // The table is indexed by the block's own kind, a pairing that TypeScript cannot follow.
  const draw = DRAW[block.kind] as Draw<ReportBlock>;
  return draw(block, place);
}

import type { ReportBlock, ReportSection } from '../../report/types.ts';
import { prepareCallout } from './block/callout.ts';
import { prepareCode } from './block/code.ts';
import { prepareFacts } from './block/facts.ts';
import { prepareSubheading } from './block/heading.ts';
import { prepareList, prepareParagraph } from './block/prose.ts';
import type { Canvas, PreparedBlock } from './canvas.ts';
import { prepareContents } from './contents.ts';
import { prepareDiagram } from './diagram/diagram.ts';
import { prepareTable } from './table/table.ts';
import { SPACE } from './theme.ts';

type BlockKind = ReportBlock['kind'];
type BlockOf<K extends BlockKind> = Extract<ReportBlock, { readonly kind: K }>;
type Prepare<K extends BlockKind> = (
  block: BlockOf<K>,
  canvas: Canvas,
  level: ReportSection['level'],
) => PreparedBlock;

const PREPARE: { readonly [K in BlockKind]: Prepare<K> } = {
  paragraph: prepareParagraph,
  subheading: prepareSubheading,
  list: prepareList,
  facts: prepareFacts,
  table: prepareTable,
  code: prepareCode,
  diagram: prepareDiagram,
  callout: prepareCallout,
  contents: prepareContents,
};

/** Measures a block for the page in hand. */
export function prepareBlock<K extends BlockKind>(
  block: BlockOf<K>,
  canvas: Canvas,
  level: ReportSection['level'],
): PreparedBlock {
  // The table has one entry a kind, so the entry of this block's kind takes this block.
  const prepare = PREPARE[block.kind] as Prepare<K>;
  return prepare(block, canvas, level);
}

/** White space above a block. */
export function gapAbove(block: ReportBlock): number {
  return block.kind === 'subheading' || block.kind === 'diagram' ? SPACE.block : 0;
}

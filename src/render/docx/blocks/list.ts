import { Paragraph } from 'docx';
import type { ReportBlock } from '../../../report/types.ts';
import { inlines } from '../inline.ts';
import { BULLETS, NUMBERS } from '../numbering.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';

type ListBlock = Extract<ReportBlock, { kind: 'list' }>;

/** A bulleted list, or one that is numbered from 1. */
export function listBlock({ ordered, items }: ListBlock, place: Place): readonly Paragraph[] {
  const numbering = ordered
    ? { reference: NUMBERS, level: 0, instance: place.numbers.nextList() }
    : { reference: BULLETS, level: 0 };
  return items.map(
    (item, index) =>
      new Paragraph({
        style: STYLE.listItem,
        numbering,
        ...(index === 0 ? { spacing: { before: 100 } } : {}),
        children: [...inlines(item, place)],
      }),
  );
}

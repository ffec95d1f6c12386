import { BorderStyle, Paragraph, TextRun } from 'docx';
import type { ReportBlock } from '../../../report/types.ts';
import { TONES } from '../colours.ts';
import { inlines, runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';

type CalloutBlock = Extract<ReportBlock, { kind: 'callout' }>;

/** A paragraph with a coloured edge; the tone is said in a word before the title. */
export function calloutBlock({ tone, title, content }: CalloutBlock, place: Place): Paragraph {
  const { word, edge, fill } = TONES[tone];
  return new Paragraph({
    style: STYLE.body,
    keepLines: true,
    shading: { fill },
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: edge } },
    indent: { left: 200 },
    children: [
      ...runs(`${word}: ${title}`, { bold: true }),
      new TextRun({ break: 1 }),
      ...inlines(content, place),
    ],
  });
}

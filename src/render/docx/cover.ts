import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import type { ReportDocument } from '../../report/types.ts';
import { factsTable } from './blocks/facts.ts';
import { runs } from './inline.ts';
import type { Place } from './place.ts';
import { STYLE } from './styles.ts';

/** Title, subtitle and key facts. */
export function cover(
  { title, subtitle, cover: facts }: ReportDocument,
  place: Place,
): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [...runs(title)] }),
    new Paragraph({ style: STYLE.subtitle, children: [...runs(subtitle)] }),
    ...(facts.length === 0 ? [] : [factsTable(facts, place)]),
  ];
}

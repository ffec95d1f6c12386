import { type FileChild, TableOfContents } from 'docx';

const LEVELS = '1-3';

/**
 * The headings as links, without page numbers: only the program that lays the pages out knows them,
 * and Word and LibreOffice part the same text differently. The field's `\n` keeps it so when somebody
 * updates it (ISO/IEC 29500-1, 17.16.5.68), and that it starts clean keeps Word from asking to.
 */
export function contentsBlock(): readonly FileChild[] {
  return [
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: LEVELS,
      pageNumbersEntryLevelsRange: LEVELS,
      beginDirty: false,
    }),
  ];
}

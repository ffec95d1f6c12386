import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  type ISectionOptions,
  Paragraph,
  Table,
} from 'docx';
import type { ReportDocument, ReportIdentity, ReportSection } from '../../report/types.ts';
import { drawBlock } from './blocks/index.ts';
import { bookmarksOf } from './bookmarks.ts';
import { cover } from './cover.ts';
import type { Pictures } from './diagram/picture.ts';
import { markRuns, runs } from './inline.ts';
import { type Orientation, pageOf, TEXT_WIDTH } from './page.ts';
import { type Place, startNumbers } from './place.ts';
import { runningFooter, runningHeader } from './running.ts';
import { STYLE } from './styles.ts';

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** Pages of one orientation, in the document's order. */
interface Stretch {
  readonly orientation: Orientation;
  readonly children: FileChild[];
}

/** The cover and the sections as Word's sections: a new one where the page turns. */
export function documentSections(
  document: ReportDocument,
  identity: ReportIdentity,
  pictures: Pictures,
): readonly ISectionOptions[] {
  const shared = { bookmarks: bookmarksOf(document), numbers: startNumbers(), pictures };
  const first: Stretch = {
    orientation: 'portrait',
    children: cover(document, { ...shared, width: TEXT_WIDTH.portrait }),
  };
  const stretches = [first];
  let current = first;
  for (const section of document.sections) {
    const turns = section.orientation !== current.orientation;
    if (turns) {
      current = { orientation: section.orientation, children: [] };
      stretches.push(current);
    }
    const place = { ...shared, width: TEXT_WIDTH[section.orientation] };
    current.children.push(...sectionChildren(section, place, section.startsOnNewPage && !turns));
  }
  return stretches.map((stretch) => wordSection(stretch, identity));
}

function wordSection(
  { orientation, children }: Stretch,
  identity: ReportIdentity,
): ISectionOptions {
  return {
    properties: { page: pageOf(orientation) },
    headers: { default: runningHeader(identity, orientation) },
    footers: { default: runningFooter(identity, orientation) },
    children: separateTables(children),
  };
}

function sectionChildren(
  section: ReportSection,
  place: Place,
  pageBreakBefore: boolean,
): readonly FileChild[] {
  return [
    sectionHeading(section, place, pageBreakBefore),
    ...section.blocks.flatMap((block) => drawBlock(block, place)),
  ];
}

/** The contents' own heading is not a heading of the document, so that it does not list itself. */
function sectionHeading(section: ReportSection, place: Place, pageBreakBefore: boolean): Paragraph {
  const children = [...runs(section.title), ...markRuns(section.mark, '  ')];
  const id = place.bookmarks.nameOf(section.anchor);
  const look = section.blocks.some(({ kind }) => kind === 'contents')
    ? { style: STYLE.contentsHeading }
    : { heading: HEADINGS[section.level] };
  return new Paragraph({
    ...look,
    pageBreakBefore,
    children: id === null ? children : [new Bookmark({ id, children })],
  });
}

/** Word joins two tables that nothing parts, and wants a paragraph after the last. */
function separateTables(children: readonly FileChild[]): FileChild[] {
  return children.flatMap((child, index) => {
    const next = children[index + 1];
    const parted = !(child instanceof Table) || (next !== undefined && !(next instanceof Table));
    return parted ? [child] : [child, new Paragraph({ style: STYLE.tableGap })];
  });
}

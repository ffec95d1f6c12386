import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { ReportIdentity } from '../../report/types.ts';
import { xmlText } from '../ooxml/text.ts';
import { type Orientation, TEXT_WIDTH } from './page.ts';
import { STYLE } from './styles.ts';

/** The line at the top of every page: what change this is, and who may read it. */
export function runningHeader(identity: ReportIdentity, orientation: Orientation): Header {
  const name = [identity.changeId, identity.title].filter((part) => part !== null).join(' · ');
  return new Header({
    children: [twoSided(orientation, xmlText(name), [xmlText(identity.classification ?? '')])],
  });
}

/** The line at the foot of every page: the document's id, and the page's number. */
export function runningFooter(identity: ReportIdentity, orientation: Orientation): Footer {
  const page = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [twoSided(orientation, identity.documentId, page)] });
}

function twoSided(orientation: Orientation, left: string, right: readonly string[]): Paragraph {
  return new Paragraph({
    style: STYLE.running,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH[orientation] }],
    children: [new TextRun({ text: left }), new TextRun({ children: [new Tab(), ...right] })],
  });
}

import type { ReportIdentity } from '../../report/types.ts';
import type { Canvas } from './canvas.ts';
import { MARGIN } from './flow.ts';
import { artifact } from './tags.ts';
import { splitByFace } from './text/fonts.ts';
import type { Typesetter } from './text/typesetter.ts';
import { COLOR, SIZE } from './theme.ts';

const LOOK = { face: 'text', size: SIZE.running, color: COLOR.muted } as const;

/** Baselines, from the page's top and bottom. */
const HEADER = { text: MARGIN.top - 27, rule: MARGIN.top - 20 } as const;
const FOOTER = { text: MARGIN.bottom - 30, rule: MARGIN.bottom - 18 } as const;

/** Writes the header (title, classification) and the footer (document id, page) of every page. */
export function writeRunning(canvas: Canvas, title: string, identity: ReportIdentity): void {
  const { doc, type } = canvas;
  const { start, count } = doc.bufferedPageRange();
  const parts = [identity.documentId, identity.changeId, identity.date];
  const id = parts.filter((part) => part !== null).join('  ·  ');
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    artifact(
      doc,
      () => {
        writeFooter(doc, type, id, `Page ${page + 1} of ${count}`);
        // The cover says title and classification in large letters.
        if (page > start) writeHeader(doc, type, title, identity.classification ?? '');
      },
      'Pagination',
    );
  }
}

function writeHeader(
  doc: PDFKit.PDFDocument,
  type: Typesetter,
  title: string,
  classification: string,
): void {
  const right = doc.page.width - MARGIN.right;
  const room = right - MARGIN.left - widthOf(classification, type) - 20;
  drawRule(doc, HEADER.rule);
  write(type, shorten(title, room, type), MARGIN.left, HEADER.text);
  write(type, classification, right - widthOf(classification, type), HEADER.text);
}

function writeFooter(doc: PDFKit.PDFDocument, type: Typesetter, id: string, page: string): void {
  const { width, height } = doc.page;
  drawRule(doc, height - FOOTER.rule);
  write(type, id, MARGIN.left, height - FOOTER.text);
  write(type, page, width - MARGIN.right - widthOf(page, type), height - FOOTER.text);
}

function drawRule(doc: PDFKit.PDFDocument, y: number): void {
  doc.lineWidth(0.5).strokeColor(COLOR.rule);
  doc
    .moveTo(MARGIN.left, y)
    .lineTo(doc.page.width - MARGIN.right, y)
    .stroke();
}

function widthOf(text: string, type: Typesetter): number {
  return type.widthOfAny(text, LOOK.face, LOOK.size);
}

function write(type: Typesetter, text: string, x: number, baseline: number): void {
  let end = x;
  for (const piece of splitByFace(text, LOOK.face)) {
    type.draw(piece.text, end, baseline, { ...LOOK, face: piece.face });
    end += type.width(piece.text, piece.face, LOOK.size);
  }
}

function shorten(text: string, room: number, type: Typesetter): string {
  if (widthOf(text, type) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, type) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

import type { ReportIdentity } from '../../report/types.ts';
import type { Canvas } from './canvas.ts';
import { MARGIN } from './flow.ts';
import { artifact } from './tags.ts';
import { splitByFace } from './text/fonts.ts';
import { COLOR, SIZE } from './theme.ts';

const LOOK = { face: 'text', size: SIZE.running, color: COLOR.muted } as const;

/** Writes the header (title, classification) and the footer (document id, page) of every page. */
export function writeRunning(canvas: Canvas, title: string, identity: ReportIdentity): void {
  const { doc } = canvas;
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    artifact(doc, () => writePage(page), 'Pagination');
  }

  function writePage(page: number): void {
    const { width, height } = doc.page;
    const right = width - MARGIN.right;
    const foot = height - MARGIN.bottom + 30;
    rule(height - MARGIN.bottom + 18, right);
    const parts = [identity.documentId, identity.changeId, identity.date];
    left(parts.filter((part) => part !== null).join('  ·  '), foot);
    flushRight(`Page ${page + 1} of ${count}`, foot, right);
    // The cover says both in large letters.
    if (page === start) return;
    rule(MARGIN.top - 20, right);
    const classification = identity.classification ?? '';
    const room = right - MARGIN.left - widthOf(classification) - 20;
    left(shorten(title, room), MARGIN.top - 27);
    flushRight(classification, MARGIN.top - 27, right);
  }

  function rule(y: number, right: number): void {
    doc.lineWidth(0.5).strokeColor(COLOR.rule);
    doc.moveTo(MARGIN.left, y).lineTo(right, y).stroke();
  }

  function widthOf(text: string): number {
    return canvas.type.widthOfAny(text, LOOK.face, LOOK.size);
  }

  function left(text: string, baseline: number): void {
    write(text, MARGIN.left, baseline);
  }

  function flushRight(text: string, baseline: number, right: number): void {
    write(text, right - widthOf(text), baseline);
  }

  function write(text: string, x: number, baseline: number): void {
    let end = x;
    for (const piece of splitByFace(text, LOOK.face)) {
      canvas.type.draw(piece.text, end, baseline, { ...LOOK, face: piece.face });
      end += canvas.type.width(piece.text, piece.face, LOOK.size);
    }
  }

  function shorten(text: string, room: number): string {
    if (widthOf(text) <= room) return text;
    const characters = [...text];
    while (characters.length > 0 && widthOf(`${characters.join('')}…`) > room) characters.pop();
    return `${characters.join('').trimEnd()}…`;
  }
}

import type { Canvas } from '../canvas.ts';
import { artifact, openTag, type Tag, within } from '../tags.ts';
import { COLOR } from '../theme.ts';
import type { BlankLine, Fragment, Line, TextLine } from './lines.ts';

/** Where a column of lines stands. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** Draws lines, on the page in hand, as content of `tag`; links become elements of their own. */
export function drawLines(lines: readonly Line[], column: Column, canvas: Canvas, tag: Tag): void {
  let y = column.y;
  let pending: (() => void)[] = [];
  const flush = () => {
    const draws = pending;
    pending = [];
    if (draws.length === 0) return;
    tag.add(() => {
      for (const draw of draws) draw();
    });
  };
  for (const line of lines) {
    const place = { ...column, y };
    if (line.kind === 'blank') {
      flush();
      drawBlank(line, place, canvas, tag);
    } else {
      for (const fragment of line.fragments) {
        const x = startOf(line, place) + fragment.x;
        if (fragment.link === null) {
          pending.push(() => drawFragment(fragment, x, place.y + line.baseline, canvas));
        } else {
          flush();
          drawLink({ ...fragment, link: fragment.link }, x, place.y, line, canvas, tag);
        }
      }
    }
    y += line.height;
  }
  flush();
}

/** Draws lines that only repeat what stands elsewhere; to be called within an artifact. */
export function drawLinesBare(lines: readonly Line[], column: Column, canvas: Canvas): void {
  let y = column.y;
  for (const line of lines) {
    if (line.kind === 'text') {
      const x = startOf(line, column);
      for (const fragment of line.fragments) {
        drawFragment(fragment, x + fragment.x, y + line.baseline, canvas);
      }
    }
    y += line.height;
  }
}

function startOf(line: TextLine, { x, width, align }: Column): number {
  if (align === 'left') return x;
  return align === 'right' ? x + width - line.width : x + (width - line.width) / 2;
}

function drawFragment(fragment: Fragment, x: number, baseline: number, canvas: Canvas): void {
  if (fragment.actual !== null) canvas.doc.markContent('Span', { actual: fragment.actual });
  canvas.type.draw(fragment.text, x, baseline, fragment);
  if (fragment.actual !== null) canvas.doc.endMarkedContent();
}

function drawLink(
  fragment: Fragment & { readonly link: string },
  x: number,
  y: number,
  line: TextLine,
  canvas: Canvas,
  parent: Tag,
): void {
  const { doc } = canvas;
  const tag = openTag(doc, parent, 'Link', { alt: fragment.text.trim() });
  tag.add(() => drawFragment(fragment, x, y + line.baseline, canvas));
  annotate(canvas, { x, y, width: fragment.width, height: line.height }, fragment.link, tag);
  tag.end();
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes an area of the page clickable and joins it to its `Link` element. PDF/UA wants every link
 * annotation in the structure and described; pdfkit's own `goTo` option of text does neither.
 */
export function annotate(canvas: Canvas, area: Area, link: string, tag: Tag): void {
  const { doc } = canvas;
  const { x, y, width, height } = area;
  const internal = link.startsWith('#');
  const options = {
    structParent: tag,
    Contents: Object(internal ? `Go to ${link.slice(1)}` : `Open ${link}`),
  };
  if (internal) doc.goTo(x, y, width, height, link.slice(1), options);
  else doc.link(x, y, width, height, link, options);
}

function drawBlank(line: BlankLine, column: Column, canvas: Canvas, parent: Tag): void {
  const { doc } = canvas;
  const y = column.y + line.height - 2.5;
  within(doc, parent, 'Span', (tag) => tag.add(() => rule()), { alt: line.label });
  function rule(): void {
    doc.lineWidth(0.6).strokeColor(COLOR.strongRule);
    doc
      .moveTo(column.x, y)
      .lineTo(column.x + column.width, y)
      .stroke();
  }
}

/** Fills an area as an artifact. */
export function fillArea(canvas: Canvas, { x, y, width, height }: Area, color: string): void {
  artifact(canvas.doc, () => canvas.doc.rect(x, y, width, height).fill(color));
}

/** Draws a level rule as an artifact. */
export function drawRule(
  canvas: Canvas,
  { x, y, width }: Omit<Area, 'height'>,
  color: string,
  weight: number,
): void {
  artifact(canvas.doc, () => {
    canvas.doc.lineWidth(weight).strokeColor(color);
    canvas.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  });
}

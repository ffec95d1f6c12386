import { xmlText } from '../../ooxml/text.ts';

/** The typeface of a picture's texts: DejaVu Sans Mono, in which every character is equally wide. */
export const PICTURE_FONT = 'DejaVu Sans Mono';

/** Width of a character for a size of 1: 1233 of 2048 units in the font's `hmtx` table. */
const ADVANCE = 1233 / 2048;

export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
}

/** Width of a text in points. */
export function textWidth(text: string, size: number): number {
  return [...text].length * ADVANCE * size;
}

/** A text whose middle is at that height. */
export function textAt(text: string, x: number, middle: number, look: TextLook): string {
  if (text === '') return '';
  const attributes = {
    x: number(x),
    y: number(middle + look.size * 0.36),
    'font-size': look.size,
    'font-weight': look.bold ? 'bold' : 'normal',
    fill: `#${look.color}`,
  };
  return `<text xml:space="preserve" ${written(attributes)}>${escaped(text)}</text>`;
}

/** A rectangle: its place, size and paint. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  paint: { readonly [attribute: string]: string | number },
): string {
  const place = { x: number(x), y: number(y), width: number(width), height: number(height) };
  return `<rect ${written({ ...place, ...paint })}/>`;
}

/** A line through points. */
export function polyline(
  points: readonly { readonly x: number; readonly y: number }[],
  paint: { readonly [attribute: string]: string | number },
): string {
  const path = points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
  return `<polyline ${written({ points: path, fill: 'none', ...paint })}/>`;
}

/** Attributes as XML. */
export function written(attributes: { readonly [name: string]: string | number }): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

function number(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { inflateSync } from 'node:zlib';

/** A PDF as pdfkit writes it, taken apart for tests. */
export interface PdfFile {
  /** Every object's dictionary (or other value) as written, by its number. */
  readonly objects: ReadonlyMap<number, string>;
  /** The text of every page, one string a line of text as drawn. */
  readonly pages: readonly (readonly string[])[];
  /** What every page draws, as written. */
  readonly contents: readonly string[];
}

interface PdfObject {
  readonly value: string;
  readonly stream: Buffer | null;
}

/**
 * Reads a PDF without object streams and encryption, with text in two-byte fonts that have a
 * `ToUnicode` map: what pdfkit writes, and no more.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const objects = readObjects(Buffer.from(bytes));
  const pages = [...objects.values()].filter(({ value }) => /\/Type \/Page\n/.test(value));
  const kids = /\/Kids \[([^\]]*)\]/.exec(findValue(objects, '/Type /Pages'))?.[1] ?? '';
  const order = references(kids);
  const inOrder = order.flatMap((number) => objects.get(number) ?? []);
  if (inOrder.length !== pages.length) throw new Error('The page tree misses a page.');
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  return {
    objects: new Map([...objects].map(([number, { value }]) => [number, value])),
    pages: inOrder.map((page) => pageText(page, objects, fonts)),
    contents: inOrder.map((page) => contentOf(page, objects)),
  };
}

function readObjects(bytes: Buffer): ReadonlyMap<number, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const begin = match.index + match[0].length;
    const end = text.indexOf('\nendobj', begin);
    const streamAt = text.indexOf('\nstream\n', begin);
    const hasStream = streamAt !== -1 && streamAt < end;
    const value = text.slice(begin, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(value)?.[1] ?? 0);
    const data = hasStream ? bytes.subarray(streamAt + 8, streamAt + 8 + length) : null;
    const stream = data !== null && value.includes('/FlateDecode') ? inflateSync(data) : data;
    objects.set(Number(match[1]), { value: `${value}\n`, stream });
    start.lastIndex = hasStream ? streamAt + 8 + length : end;
  }
  return objects;
}

function findValue(objects: ReadonlyMap<number, PdfObject>, part: string): string {
  for (const { value } of objects.values()) if (value.includes(part)) return value;
  throw new Error(`No object has ${part}.`);
}

function references(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

function pageText(
  page: PdfObject,
  objects: ReadonlyMap<number, PdfObject>,
  fonts: Map<number, ReadonlyMap<string, string>>,
): readonly string[] {
  const resources = objects.get(referenceOf(page.value, 'Resources'))?.value ?? '';
  const names = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1] ?? '', Number(m[2])]),
  );
  const content = contentOf(page, objects);
  const lines: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) font = fontOf(names.get(match[1]) ?? 0, objects, fonts);
    else lines.push(decode(match[2] ?? '', font));
  }
  return lines;
}

function contentOf(page: PdfObject, objects: ReadonlyMap<number, PdfObject>): string {
  return objects.get(referenceOf(page.value, 'Contents'))?.stream?.toString('latin1') ?? '';
}

function referenceOf(value: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(value)?.[1] ?? 0);
}

function decode(glyphs: string, font: ReadonlyMap<string, string>): string {
  const codes = [...glyphs.matchAll(/<([0-9a-f]*)>/g)].flatMap((m) => m[1]?.match(/.{4}/g) ?? []);
  return codes.map((code) => font.get(code) ?? '\u0000').join('');
}

/** Code to text, from the font's `ToUnicode` map. */
function fontOf(
  number: number,
  objects: ReadonlyMap<number, PdfObject>,
  fonts: Map<number, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  const known = fonts.get(number);
  if (known !== undefined) return known;
  const dictionary = objects.get(number)?.value ?? '';
  const cmap = objects.get(referenceOf(dictionary, 'ToUnicode'))?.stream?.toString('latin1') ?? '';
  const map = new Map<string, string>();
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(range[1] ?? '0', 16);
    for (const [index, entry] of (range[2]?.match(/<[^>]*>/g) ?? []).entries()) {
      map.set((first + index).toString(16).padStart(4, '0'), unicode(entry));
    }
  }
  fonts.set(number, map);
  return map;
}

function unicode(entry: string): string {
  const units = entry.match(/[0-9a-f]{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads which code points a TrueType font covers, from its `cmap` table (formats 4 and 12).
 *
 * A format-4 segment counts as covered as a whole; the DejaVu fonts have no gaps in theirs but the
 * closing one for U+FFFF.
 * https://learn.microsoft.com/typography/opentype/spec/cmap
 *
 * @throws {Error} when the bytes are no TrueType font with such a table.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const ranges = subtableOffsets(view, cmap).flatMap((offset) => rangesOf(view, offset));
  if (ranges.length === 0) throw new Error('The font has no Unicode character map.');
  const pages = new Set<number>();
  for (const { first, last } of ranges) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) pages.add(codePoint);
  }
  return (codePoint) => pages.has(codePoint);
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (tagAt(view, record) === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

/** Unicode subtables only: platform 0, or platform 3 with encoding 1 or 10. */
function subtableOffsets(view: DataView, cmap: number): number[] {
  const offsets = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))) {
      offsets.add(cmap + view.getUint32(record + 4));
    }
  }
  return [...offsets];
}

function rangesOf(view: DataView, offset: number): Range[] {
  const format = view.getUint16(offset);
  if (format === 4) return segments(view, offset);
  if (format === 12) return groups(view, offset);
  return [];
}

function segments(view: DataView, offset: number): Range[] {
  const count = view.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + count * 2 + 2;
  return Array.from({ length: count }, (_, index) => ({
    first: view.getUint16(starts + index * 2),
    last: view.getUint16(ends + index * 2),
  })).filter(({ first }) => first !== 0xffff);
}

function groups(view: DataView, offset: number): Range[] {
  const count = view.getUint32(offset + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = offset + 16 + index * 12;
    return { first: view.getUint32(group), last: view.getUint32(group + 4) };
  });
}

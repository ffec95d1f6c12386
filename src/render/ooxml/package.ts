import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an Office file by path: XML parts as text, all others as bytes. */
export type OfficeParts = Map<string, string | Uint8Array>;

const XML_PART = /\.(xml|rels)$/;

/** Unpacks a DOCX or XLSX file. */
export function readParts(file: Uint8Array): OfficeParts {
  const parts: OfficeParts = new Map();
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    if (path.endsWith('/')) continue;
    parts.set(path, XML_PART.test(path) ? strFromU8(bytes) : bytes);
  }
  return parts;
}

/** Packs the parts so that equal parts give equal bytes, whatever their order, the clock or the zone. */
export function writeParts(parts: OfficeParts): Uint8Array {
  // A zip entry holds local time without a zone, and fflate reads it with the local getters: a
  // local date is the same bytes everywhere. 1980-01-01 is the earliest that the format can hold.
  const mtime = new Date(1980, 0, 1);
  const entries: Record<string, [Uint8Array, { mtime: Date }]> = {};
  for (const path of [...parts.keys()].sort(compareParts)) {
    const content = parts.get(path) ?? '';
    entries[path] = [typeof content === 'string' ? strToU8(content) : content, { mtime }];
  }
  return zipSync(entries, { level: 6 });
}

/** The content types come first, as OPC readers that stream expect (ECMA-376 part 2, 10.1). */
function compareParts(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(path: string): number {
  if (path === '[Content_Types].xml') return 0;
  return path === '_rels/.rels' ? 1 : 2;
}

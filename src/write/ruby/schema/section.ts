import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import { BLANK, newPiece, type Piece } from './pieces.ts';

/** Kinds of pieces in the order in which they stand in a dump. Blank lines and comments have none. */
const ORDER: readonly Piece['kind'][] = [
  'preamble',
  'namespace',
  'extension',
  'enum',
  'table',
  'foreignKey',
  'view',
  'function',
  'trigger',
  'virtualTable',
  'end',
];

/** What is dumped before the tables, with a blank line after the last of each kind. */
const ENDS_WITH_BLANK: ReadonlySet<Piece['kind']> = new Set(['namespace', 'extension', 'enum']);

/** All objects of one kind that the file shall have. */
export interface Section {
  readonly kind: Piece['kind'];
  /** Comment lines above the first object; empty for most. */
  readonly heading: string;
  /** In the dumper's order. */
  readonly entries: readonly Entry[];
  /** True when each object has a blank line between it and the next. */
  readonly spaced: boolean;
  /** `text`: a line whose text changed finds a new place. `order`: so does one that the entries have elsewhere. */
  readonly resorts: 'text' | 'order' | null;
}

export interface Entry {
  readonly name: string;
  readonly constraint: string | null;
  readonly text: string;
}

/**
 * The pieces with those of one kind made to be the section's entries: what stays keeps its place,
 * what is new goes after the entry that it follows in the dumper's order.
 */
export function editSection(
  pieces: readonly Piece[],
  section: Section,
  rails: RailsVersion,
): readonly Piece[] {
  const kept = keptEntries(pieces, section);
  if (isWritten(pieces, section, kept)) return pieces;
  const replaced = withoutLost(pieces, section, kept, rails).map((piece) => {
    const entry = piece.kind === section.kind ? kept.get(keyOf(piece)) : undefined;
    return entry && entry.text !== piece.text ? pieceOf(section, entry) : piece;
  });
  return section.entries.reduce<readonly Piece[]>(
    (result, entry, position) =>
      kept.has(keyOf(entry)) ? result : withEntry(result, section, position, rails),
    replaced,
  );
}

/** True when the pieces are what the section shall be. */
function isWritten(
  pieces: readonly Piece[],
  { kind, entries }: Section,
  kept: ReadonlyMap<string, Entry>,
): boolean {
  if (kept.size < entries.length) return false;
  return pieces.every(
    (piece) => piece.kind !== kind || kept.get(keyOf(piece))?.text === piece.text,
  );
}

/** Identifies a piece among those of its kind. */
export function keyOf({ name, constraint }: Pick<Piece, 'name' | 'constraint'>): string {
  return constraint === null ? (name ?? '') : `${name}\0${constraint}`;
}

function pieceOf({ kind }: Section, entry: Entry): Piece {
  return newPiece(kind, entry.text, entry);
}

/** Entries that have a piece which may stay where it is. */
function keptEntries(
  pieces: readonly Piece[],
  { kind, entries, resorts }: Section,
): ReadonlyMap<string, Entry> {
  const places = new Map<string, { readonly piece: Piece; readonly at: number }>();
  pieces.forEach((piece, at) => {
    if (piece.kind === kind) places.set(keyOf(piece), { piece, at });
  });
  const kept = new Map<string, Entry>();
  let last = -1;
  for (const entry of entries) {
    const place = places.get(keyOf(entry));
    if (!place) continue;
    if (resorts === 'text' && place.piece.text !== entry.text) continue;
    if (resorts === 'order' && place.at < last) continue;
    last = place.at;
    kept.set(keyOf(entry), entry);
  }
  return kept;
}

function withoutLost(
  pieces: readonly Piece[],
  section: Section,
  kept: ReadonlyMap<string, Entry>,
  rails: RailsVersion,
): readonly Piece[] {
  const isLost = (piece: Piece): boolean => piece.kind === section.kind && !kept.has(keyOf(piece));
  let result = pieces;
  for (let at = result.findIndex(isLost); at >= 0; at = result.findIndex(isLost)) {
    result = withoutPiece(result, at, section, rails);
  }
  return result;
}

/** Takes a piece out, with the blank line and the heading that stood there for it alone. */
function withoutPiece(
  pieces: readonly Piece[],
  at: number,
  section: Section,
  rails: RailsVersion,
): readonly Piece[] {
  const isLast = !pieces.some(({ kind }, index) => kind === section.kind && index !== at);
  const before = [...pieces.slice(0, at)];
  const after = [...pieces.slice(at + 1)];
  if (isLast && section.heading !== '') {
    while (before.at(-1)?.kind === 'comment') before.pop();
  }
  if (section.spaced || (isLast && hasBlankOfItsOwn(section.kind, rails))) {
    const followed = !standsAfterBlank(section.kind) && after[0]?.kind === 'blank';
    if (followed) after.shift();
    else if (before.at(-1)?.kind === 'blank') before.pop();
  }
  return [...before, ...after];
}

/** Up to Rails 7.1 the blank line before the foreign keys belongs to the last table. */
function hasBlankOfItsOwn(kind: Piece['kind'], rails: RailsVersion): boolean {
  return kind !== 'foreignKey' || railsAtLeast(rails, 7, 2);
}

/** What is dumped after the tables brings its blank line along in front of it. */
function standsAfterBlank(kind: Piece['kind']): boolean {
  return ORDER.indexOf(kind) > ORDER.indexOf('table');
}

function withEntry(
  pieces: readonly Piece[],
  section: Section,
  position: number,
  rails: RailsVersion,
): readonly Piece[] {
  const entry = section.entries[position];
  if (!entry) return pieces;
  const piece = pieceOf(section, entry);
  const places = new Map(
    pieces.flatMap((found, at) =>
      found.kind === section.kind ? [[keyOf(found), at] as const] : [],
    ),
  );
  const previous = section.entries
    .slice(0, position)
    .toReversed()
    .map((candidate) => places.get(keyOf(candidate)))
    .find((at) => at !== undefined);
  const blank = section.spaced ? [BLANK] : [];
  if (previous !== undefined) return pieces.toSpliced(previous + 1, 0, ...blank, piece);
  const [first] = places.values();
  if (first !== undefined) return pieces.toSpliced(first, 0, piece, ...blank);
  return withNewSection(pieces, section, piece, rails);
}

/** Makes room for the first object of a kind, where the dumper would write it. */
function withNewSection(
  pieces: readonly Piece[],
  section: Section,
  piece: Piece,
  rails: RailsVersion,
): readonly Piece[] {
  const order = ORDER.indexOf(section.kind);
  const last = pieces.findLastIndex(
    ({ kind }) => ORDER.includes(kind) && ORDER.indexOf(kind) < order,
  );
  const heading = section.heading === '' ? [] : [newPiece('comment', section.heading)];
  const endsWithBlank = !railsAtLeast(rails, 7, 2);
  // Up to Rails 7.1 each table is followed by a blank line, even the last one.
  const ownsBlank = pieces[last]?.kind !== 'table' || endsWithBlank;
  const isBlankNext = pieces[last + 1]?.kind === 'blank';
  const at = last + 1 + (isBlankNext && ownsBlank && !isAfterTables(pieces[last]) ? 1 : 0);
  if (section.kind === 'table') {
    const needsBlank = endsWithBlank || (pieces[at]?.kind ?? 'end') !== 'end';
    const leading = ENDS_WITH_BLANK.has(pieces[at - 1]?.kind ?? 'blank') ? [BLANK] : [];
    return pieces.toSpliced(at, 0, ...leading, piece, ...(needsBlank ? [BLANK] : []));
  }
  if (!standsAfterBlank(section.kind)) return pieces.toSpliced(at, 0, ...heading, piece, BLANK);
  const leading = section.kind === 'foreignKey' && endsWithBlank ? [] : [BLANK];
  return pieces.toSpliced(at, 0, ...leading, ...heading, piece);
}

function isAfterTables(piece: Piece | undefined): boolean {
  return piece !== undefined && standsAfterBlank(piece.kind);
}

import type { SqlSchemaFile } from '../../../../model/schema-file.ts';
import type { EntryType } from '../head/entry-type.ts';
import { requirements } from '../order/references.ts';
import type { Entry } from '../print/entry.ts';
import type { Block } from './blocks.ts';
import type { Fates } from './changes.ts';
import type { FileForm } from './form.ts';
import { mergedTable } from './merge-table.ts';
import { renderEntry } from './render.ts';

/** A piece of the file to be: its text, and what separates it from the next. */
export interface Piece {
  /** Key of the entry; null for a statement that is none. */
  readonly key: string | null;
  /** What pg_dump calls the entry; empty for a statement that is none. */
  readonly type: EntryType | '';
  /** The schema that the entry stands in; null for none. */
  readonly namespace: string | null;
  readonly text: string;
  /** Blank space, and comments of others, behind it. */
  readonly gap: string;
}

/** What placing the pieces takes. */
export interface Placing {
  readonly file: SqlSchemaFile;
  readonly form: FileForm;
  readonly fates: Fates;
  readonly before: ReadonlyMap<string, Entry>;
  readonly after: ReadonlyMap<string, Entry>;
  /** In the order of pg_dump. */
  readonly beforeOrder: readonly Entry[];
  readonly afterOrder: readonly Entry[];
}

/** The entries of the file as they are afterwards, each in its place. */
export function placedEntries(blocks: readonly Block[], placing: Placing): readonly Piece[] {
  const kept = blocks.flatMap((block) => pieceOf(block, placing));
  const added = placing.afterOrder.filter((entry) => isMissing(entry, kept, placing));
  const make = (entry: Entry): Piece => newPiece(entry, placing.form);
  if (!isInOrder(blocks, 'entry', placing.beforeOrder)) {
    return withAdded(kept, added, placing.afterOrder, make, needsOf(added, placing));
  }
  return sortedAs(withAdded(kept, added, placing.afterOrder, make), placing.afterOrder);
}

/** Keys of what has to stand before each of the entries, in a file with an order of its own. */
function needsOf(added: readonly Entry[], { afterOrder }: Placing): Needs {
  const required = requirements(added, afterOrder);
  return (entry) => (required.get(entry) ?? []).map(({ head }) => head.key);
}

function isMissing(entry: Entry, kept: readonly Piece[], { fates }: Placing): boolean {
  return fates.of(entry.head.key) === 'written' && !kept.some(({ key }) => key === entry.head.key);
}

function newPiece(entry: Entry, form: FileForm): Piece {
  const { key, type, namespace } = entry.head;
  return { key, type, namespace, text: renderEntry(entry, form), gap: gapBehind(type, form) };
}

/** ENABLE ROW LEVEL SECURITY alone has no line break of its own behind it (dumpPolicy). */
export function gapBehind(type: EntryType | '', { headers, separator }: FileForm): string {
  return headers && type === 'ROW SECURITY' ? separator.slice(1) : separator;
}

function pieceOf(block: Block, placing: Placing): readonly Piece[] {
  const { file, form, fates, before } = placing;
  const { type = '', namespace = null } = block.head ?? {};
  const gap = block.gap === '' ? gapBehind(type, form) : block.gap;
  const text = file.text.slice(block.start, block.end);
  const key = block.head?.key ?? null;
  if (key === null || block.role !== 'entry')
    return [{ key: null, type: '', namespace: null, text, gap }];
  const fate = fates.of(key);
  if (fate === 'removed') return [];
  const entry = placing.after.get(key);
  if (fate === 'kept' || !entry) return [{ key, type, namespace, text, gap }];
  const rendered = renderEntry(entry, form);
  const old = before.get(key);
  if (entry.head.type !== 'TABLE' || !old || fates.anew)
    return [{ key, type, namespace, text: rendered, gap }];
  return [
    { key, type, namespace, text: changedTable(text, renderEntry(old, form), rendered), gap },
  ];
}

/** The entry of a table under its header comment, with the lines that did not change. */
function changedTable(given: string, before: string, after: string): string {
  const [given0, before0, after0] = [given, before, after].map(bodyStart);
  return (
    given.slice(0, given0) +
    mergedTable(given.slice(given0), before.slice(before0), after.slice(after0))
  );
}

/** Where the first statement of an entry begins. */
function bodyStart(text: string): number {
  return /^--\n-- Name: [^\n]*\n--\n\n/.exec(text)?.[0].length ?? 0;
}

/** Keys of the entries that have to stand before one. */
type Needs = (entry: Entry) => readonly string[];

/**
 * The pieces with the new ones among them, each behind the one that comes before it in the dump's
 * own order, and behind all that it needs.
 */
export function withAdded(
  kept: readonly Piece[],
  added: readonly Entry[],
  order: readonly Entry[],
  make: (entry: Entry) => Piece,
  needs: Needs = () => [],
): readonly Piece[] {
  if (added.length === 0) return kept;
  const waiting = new Set(added.map(({ head }) => head.key));
  const places = new Map(kept.map(({ key }, place) => [key ?? '', place]));
  const behind = new Map<number, Piece[]>();
  let previous = -1;
  for (const entry of order) {
    const { key } = entry.head;
    previous = places.get(key) ?? previous;
    if (!waiting.has(key)) continue;
    const place = Math.max(previous, ...needs(entry).map((other) => places.get(other) ?? -1));
    behind.set(place, [...(behind.get(place) ?? []), make(entry)]);
    // What needs this one comes behind it.
    places.set(key, place);
  }
  const first = behind.get(-1) ?? [];
  return [...first, ...kept.flatMap((piece, place) => [piece, ...(behind.get(place) ?? [])])];
}

/** True when the blocks stand in the order of pg_dump as it is worked out here. */
export function isInOrder(
  blocks: readonly Block[],
  role: 'entry' | 'drop',
  order: readonly Entry[],
): boolean {
  if (blocks.some((block) => block.role !== role)) return false;
  const given = blocks.flatMap(({ head }) => (head ? [head.key] : []));
  const names = new Set(given);
  const ideal = order.flatMap(({ head }) => (names.has(head.key) ? [head.key] : []));
  return given.length === ideal.length && given.every((key, at) => key === ideal[at]);
}

export function sortedAs(pieces: readonly Piece[], order: readonly Entry[]): readonly Piece[] {
  const places = new Map(order.map(({ head }, place) => [head.key, place]));
  const place = ({ key }: Piece): number => places.get(key ?? '') ?? -1;
  return pieces.toSorted((left, right) => place(left) - place(right));
}

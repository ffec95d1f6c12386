import type { Entry } from '../print/entry.ts';
import type { Block } from './blocks.ts';
import { dropStatement } from './drops.ts';
import { isInOrder, type Piece, type Placing, sortedAs, withAdded } from './place.ts';

/** The statements that `--clean` puts first, in the opposite order of the entries. */
export function placedDrops(blocks: readonly Block[], placing: Placing): readonly Piece[] {
  if (blocks.length === 0) return [];
  const kept = blocks.flatMap((block) => pieceOf(block, placing));
  const present = new Set(kept.flatMap(({ key }) => key ?? []));
  const order = placing.afterOrder.toReversed();
  const added = order.filter(
    (entry) =>
      isNew(entry, placing) &&
      !present.has(entry.head.key) &&
      dropStatement(entry, placing.after) !== null,
  );
  const all = withAdded(kept, added, order, (entry) =>
    pieceWith(entry.head.key, dropStatement(entry, placing.after) ?? ''),
  );
  const isSorted = isInOrder(blocks, 'drop', placing.beforeOrder.toReversed());
  return isSorted ? sortedAs(all, order) : all;
}

/** Each statement has a line of its own. */
function pieceWith(key: string | null, text: string): Piece {
  return { key, type: '', namespace: null, text, gap: '\n' };
}

function pieceOf({ head, start, end }: Block, placing: Placing): readonly Piece[] {
  const text = placing.file.text.slice(start, end);
  const key = head?.key ?? '';
  if (key === '') return [pieceWith(null, text)];
  if (placing.fates.of(key) === 'removed') return [];
  const [before, after] = [placing.before.get(key), placing.after.get(key)];
  const old = before && dropStatement(before, placing.before);
  const now = after && dropStatement(after, placing.after);
  return [pieceWith(key, now && now !== old ? now : text)];
}

function isNew({ head }: Entry, { fates, before }: Placing): boolean {
  return fates.of(head.key) === 'written' && (fates.anew || !before.has(head.key));
}

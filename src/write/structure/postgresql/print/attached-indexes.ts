import { Cursor } from '../head/cursor.ts';
import type { ObjectName } from '../names.ts';
import type { Entry } from './entry.ts';

/**
 * The entries, with what ATTACH PARTITION of an index means for others: the index of a partition
 * stands behind that of the parent, which pg_depend makes it depend on.
 */
export function withAttachedIndexes(entries: readonly Entry[]): readonly Entry[] {
  const parents = new Map(
    entries
      .filter(({ head }) => head.type === 'INDEX ATTACH')
      .map(({ head, text }) => [`index:${head.namespace}.${head.name}`, indexKey(parentOf(text))]),
  );
  if (parents.size === 0) return entries;
  return entries.map((each) => {
    const parent = parents.get(each.head.key);
    return parent === undefined
      ? each
      : { ...each, needs: [...each.needs, parent], isAttached: true };
  });
}

/** `ALTER INDEX parent ATTACH PARTITION child`. */
function parentOf(text: string): ObjectName {
  const cursor = new Cursor(text, 'public');
  cursor.take('ALTER', 'INDEX');
  return cursor.name();
}

function indexKey({ namespace, name }: ObjectName): string {
  return `index:${namespace}.${name}`;
}

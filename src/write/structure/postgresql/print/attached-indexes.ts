import { Cursor } from '../head/cursor.ts';
import type { ObjectName } from '../names.ts';
import type { Entry } from './entry.ts';

/**
 * The entries, with what ATTACH PARTITION of an index means for others: the index of the parent
 * stands behind that of the partition (getIndexes and flagInhIndexes of pg_dump's common.c).
 */
export function withAttachedIndexes(entries: readonly Entry[]): readonly Entry[] {
  const partitions = new Map<string, string[]>();
  for (const { head, text } of entries) {
    if (head.type !== 'INDEX ATTACH') continue;
    const parent = indexKey(parentOf(text));
    partitions.set(parent, [
      ...(partitions.get(parent) ?? []),
      `index:${head.namespace}.${head.name}`,
    ]);
  }
  if (partitions.size === 0) return entries;
  const attached = new Set([...partitions.values()].flat());
  return entries.map((each) => {
    const needs = [...each.needs, ...(partitions.get(each.head.key) ?? [])];
    return { ...each, needs, isAttached: attached.has(each.head.key) };
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

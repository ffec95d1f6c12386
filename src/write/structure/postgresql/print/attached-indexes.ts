import { Cursor } from '../head/cursor.ts';
import type { Head } from '../head/head.ts';
import type { ObjectName } from '../names.ts';
import type { Entry } from './entry.ts';

/**
 * The entries, with what ATTACH PARTITION of an index means for others: the index of a partition, or the
 * key that has it, stands behind that of the parent, which pg_depend makes it depend on.
 */
export function withAttachedIndexes(entries: readonly Entry[]): readonly Entry[] {
  const parents = new Map(
    entries
      .filter(({ head }) => head.type === 'INDEX ATTACH')
      .map(({ head, text }) => [nameKey(head), nameKey(parentOf(text))]),
  );
  if (parents.size === 0) return entries;
  const indexes = entries.filter(({ head }) => head.type === 'INDEX' || head.type === 'CONSTRAINT');
  const keys = new Map(indexes.map(({ head }) => [nameKey(head), head.key]));
  const attached = new Set(indexes.filter(({ head }) => parents.has(nameKey(head))));
  return entries.map((each) => {
    const parent = attached.has(each) ? keys.get(parents.get(nameKey(each.head)) ?? '') : undefined;
    return parent === undefined
      ? each
      : { ...each, needs: [...each.needs, parent], isAttached: each.head.type === 'INDEX' };
  });
}

/** `ALTER INDEX parent ATTACH PARTITION child`. */
function parentOf(text: string): ObjectName {
  const cursor = new Cursor(text, 'public');
  cursor.take('ALTER', 'INDEX');
  return cursor.name();
}

/** Indexes of a schema, those of keys among them, have names of their own each. */
function nameKey({ namespace, name }: Pick<Head, 'namespace' | 'name'>): string {
  return `${namespace}.${name}`;
}

/** Items that are the same in what counts, together: a group where its first item stands. None is empty. */
export function alike<T>(
  items: readonly T[],
  counts: (item: T) => unknown,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(counts(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

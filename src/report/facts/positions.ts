/** Positions of the items for which it holds, in order. */
export function positionsWhere<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): readonly number[] {
  return items.flatMap((item, position) => (holds(item) ? [position] : []));
}

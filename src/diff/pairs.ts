/** An object in one or both of two lists. */
export type Pair<T> =
  | { readonly kind: 'both'; readonly before: T; readonly after: T }
  | { readonly kind: 'removed'; readonly before: T; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: T };

interface Named {
  readonly name: string;
}

/**
 * Pairs the objects of two lists: first those that were renamed, then those of the same name,
 * then those that `alike` finds.
 *
 * @param renamed - the name after of an object before; null when it was not renamed.
 * @param alike - whether two objects that are left over are one; none are by default.
 * @returns in the order after; an object that is gone stands where it stood, before the next one
 * that is still there.
 */
export function pairUp<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  renamed: (name: string) => string | null = () => null,
  alike: (before: T, after: T) => boolean = () => false,
): readonly Pair<T>[] {
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  const pairBy = (matches: (earlier: T, later: T) => boolean) => {
    for (const earlier of before) {
      if (partners.has(earlier)) continue;
      const later = after.find((other) => !taken.has(other) && matches(earlier, other));
      if (later === undefined) continue;
      partners.set(earlier, later);
      taken.add(later);
    }
  };
  const byName = new Map(after.map((object) => [object.name, object]));
  pairRenamed(before, byName, renamed, partners, taken);
  pairSameName(before, byName, partners, taken);
  pairBy(alike);
  return inOrder(before, after, partners);
}

function pairRenamed<T extends Named>(
  before: readonly T[],
  after: ReadonlyMap<string, T>,
  renamed: (name: string) => string | null,
  partners: Map<T, T>,
  taken: Set<T>,
): void {
  for (const earlier of before) {
    const name = renamed(earlier.name);
    const later = name === null ? undefined : after.get(name);
    if (later === undefined || taken.has(later)) continue;
    partners.set(earlier, later);
    taken.add(later);
  }
}

function pairSameName<T extends Named>(
  before: readonly T[],
  after: ReadonlyMap<string, T>,
  partners: Map<T, T>,
  taken: Set<T>,
): void {
  for (const earlier of before) {
    const later = after.get(earlier.name);
    if (later === undefined || partners.has(earlier) || taken.has(later)) continue;
    partners.set(earlier, later);
    taken.add(later);
  }
}

function inOrder<T>(
  before: readonly T[],
  after: readonly T[],
  partners: ReadonlyMap<T, T>,
): readonly Pair<T>[] {
  /** Objects that are gone, by the object after that followed them; null for the end. */
  const gone = new Map<T | null, T[]>();
  let waiting: T[] = [];
  for (const earlier of before) {
    const later = partners.get(earlier);
    if (later === undefined) {
      waiting.push(earlier);
      continue;
    }
    gone.set(later, waiting);
    waiting = [];
  }
  gone.set(null, waiting);
  const earlierOf = new Map([...partners].map(([earlier, later]) => [later, earlier]));
  const lost = (next: T | null): Pair<T>[] =>
    (gone.get(next) ?? []).map((earlier) => ({ kind: 'removed', before: earlier, after: null }));
  const kept = after.flatMap((later): Pair<T>[] => {
    const earlier = earlierOf.get(later);
    const pair: Pair<T> =
      earlier === undefined
        ? { kind: 'added', before: null, after: later }
        : { kind: 'both', before: earlier, after: later };
    return [...lost(later), pair];
  });
  return [...kept, ...lost(null)];
}

/** The pairs by the name after (before, for what is gone). */
export function byName<T extends Named>(pairs: readonly Pair<T>[]): readonly Pair<T>[] {
  const nameOf = (pair: Pair<T>) => (pair.kind === 'removed' ? pair.before : pair.after).name;
  return pairs.toSorted((left, right) => compareText(nameOf(left), nameOf(right)));
}

/** Orders by code units, the same in every locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

import type { Entry } from '../print/entry.ts';
import { compareEntries } from './compare.ts';
import { Heap } from './heap.ts';
import { dependencies } from './references.ts';

/**
 * The entries in the order in which pg_dump writes them: sorted by kind and name, then moved as
 * little as their dependencies ask for, each with its comments behind it.
 */
export function dumpOrder(entries: readonly Entry[]): readonly Entry[] {
  const followers = followersOf(entries);
  const sorted = entries.filter(({ host }) => host === null).toSorted(compareEntries);
  return topological(sorted).flatMap((each) => [each, ...(followers.get(each.head.key) ?? [])]);
}

function followersOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const followers = new Map<string, Entry[]>();
  for (const each of entries) {
    if (each.host === null) continue;
    const others = followers.get(each.host);
    if (others) others.push(each);
    else followers.set(each.host, [each]);
  }
  return followers;
}

/**
 * TopoSort() of pg_dump_sort.c: from the end, always the last of those that nothing still to come
 * needs. Of a circle, that pg_dump would break up, the last comes first.
 */
function topological(sorted: readonly Entry[]): readonly Entry[] {
  const sorting = new BackwardSorting(sorted);
  const ordered: Entry[] = [];
  for (let next = sorting.next(); next; next = sorting.next()) ordered.push(next);
  return ordered.reverse();
}

class BackwardSorting {
  readonly #sorted: readonly Entry[];
  /** For each entry the places of those that it needs. */
  readonly #needs: readonly (readonly number[])[];
  /** How many that are still to come need the entry of that place. */
  readonly #waiting: number[];
  readonly #ready = new Heap();
  readonly #done = new Set<number>();

  constructor(sorted: readonly Entry[]) {
    this.#sorted = sorted;
    const places = new Map(sorted.map((each, place) => [each, place]));
    const needs = dependencies(sorted);
    this.#needs = sorted.map((each) =>
      (needs.get(each) ?? []).flatMap((other) => places.get(other) ?? []),
    );
    this.#waiting = sorted.map(() => 0);
    for (const place of this.#needs.flat()) this.#waiting[place] = this.#waitingFor(place) + 1;
    for (let place = 0; place < sorted.length; place += 1) {
      if (this.#waitingFor(place) === 0) this.#ready.add(place);
    }
  }

  /** The entry that comes before those given so far; null when all are given. */
  next(): Entry | null {
    const place = this.#ready.take() ?? this.#lastOpen();
    if (place === null) return null;
    this.#done.add(place);
    for (const other of this.#needs[place] ?? []) {
      this.#waiting[other] = this.#waitingFor(other) - 1;
      if (this.#waitingFor(other) === 0 && !this.#done.has(other)) this.#ready.add(other);
    }
    return this.#sorted[place] ?? null;
  }

  #waitingFor(place: number): number {
    return this.#waiting[place] ?? 0;
  }

  #lastOpen(): number | null {
    for (let place = this.#sorted.length - 1; place >= 0; place -= 1) {
      if (!this.#done.has(place)) return place;
    }
    return null;
  }
}

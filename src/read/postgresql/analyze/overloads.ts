import { Beyond } from '../query/query.ts';
import { resolvePolymorphic } from './polymorphic.ts';
import type { Types } from './types.ts';

/** A function or operator that may be meant, with as many arguments as were given. */
export interface Candidate<T> {
  readonly entry: T;
  readonly args: readonly string[];
}

/**
 * The one that PostgreSQL takes for arguments of those types: an exact match, or the best of those
 * that they can be cast to (func_match_argtypes and func_select_candidate of parse_func.c).
 *
 * @throws {Beyond} when none is, or more than one might be.
 * @see {@link https://www.postgresql.org/docs/15/typeconv-func.html | Function type resolution}
 */
export function select<T>(
  candidates: readonly Candidate<T>[],
  given: readonly string[],
  types: Types,
): Candidate<T> {
  const exact = candidates.find(({ args }) => args.every((type, at) => type === given[at]));
  if (exact) return exact;
  const fitting = candidates.filter(({ args }) => fits(args, given, types));
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const best = fitting.length > 1 ? narrowed(fitting, given, types) : null;
  if (best === null) throw new Beyond(`arguments ${given.join(', ')}`);
  return best;
}

function fits(args: readonly string[], given: readonly string[], types: Types): boolean {
  if (!args.every((type, at) => types.canCoerce(given[at] ?? 'unknown', type))) return false;
  return resolvePolymorphic(given, args, 'bool', types) !== null;
}

function narrowed<T>(
  fitting: readonly Candidate<T>[],
  given: readonly string[],
  types: Types,
): Candidate<T> | null {
  const bases = given.map((type) => (type === 'unknown' ? type : types.baseOf(type)));
  const isKnown = (at: number): boolean => bases[at] !== 'unknown';
  const exactest = best(fitting, (type, at) => isKnown(at) && type === bases[at]);
  const preferred = best(exactest, (type, at) => {
    const base = bases[at] ?? 'unknown';
    if (!isKnown(at)) return false;
    return type === base || prefers(base, type, types);
  });
  if (preferred.length === 1) return preferred[0] ?? null;
  if (bases.every((type) => type !== 'unknown')) return null;
  const resolved = byCategory(preferred, bases, types);
  return resolved.length === 1 ? (resolved[0] ?? null) : likeTheKnown(resolved, bases, types);
}

function prefers(base: string, type: string, types: Types): boolean {
  return types.isPreferred(type) && types.category(type) === types.category(base);
}

/** Those with the most arguments that the test is true for. */
function best<T>(
  candidates: readonly Candidate<T>[],
  test: (type: string, at: number) => boolean,
): readonly Candidate<T>[] {
  const scores = candidates.map(({ args }) => args.filter(test).length);
  const most = Math.max(...scores);
  return candidates.filter((_, index) => scores[index] === most);
}

/** Strings of open type count as strings where any candidate takes one, else as what all agree on. */
function byCategory<T>(
  candidates: readonly Candidate<T>[],
  bases: readonly string[],
  types: Types,
): readonly Candidate<T>[] {
  const slots = bases.flatMap((base, at) => (base === 'unknown' ? [at] : []));
  const wanted = slots.map((at) => slotOf(candidates, at, types));
  if (wanted.some((slot) => slot === null)) return candidates;
  const kept = candidates.filter(({ args }) =>
    slots.every((at, index) => {
      const [slot, type] = [wanted[index], args[at] ?? ''];
      if (!slot || types.category(type) !== slot.category) return false;
      return !slot.hasPreferred || types.isPreferred(type);
    }),
  );
  return kept.length > 0 ? kept : candidates;
}

function slotOf<T>(candidates: readonly Candidate<T>[], at: number, types: Types) {
  const taken = candidates.map(({ args }) => args[at] ?? '');
  const categories = new Set(taken.map((type) => types.category(type)));
  const category = categories.has('S') ? 'S' : categories.size === 1 ? [...categories][0] : null;
  if (category === null || category === undefined) return null;
  const hasPreferred = taken.some(
    (type) => types.category(type) === category && types.isPreferred(type),
  );
  return { category, hasPreferred };
}

/** The last resort: open strings are taken to be of the one type that is known. */
function likeTheKnown<T>(
  candidates: readonly Candidate<T>[],
  bases: readonly string[],
  types: Types,
): Candidate<T> | null {
  const known = new Set(bases.filter((base) => base !== 'unknown'));
  const [type] = known;
  if (known.size !== 1 || type === undefined) return null;
  const same = bases.map(() => type);
  const fitting = candidates.filter(({ args }) => fits(args, same, types));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

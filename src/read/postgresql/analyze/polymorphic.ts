import type { Types } from './types.ts';

interface Resolved {
  readonly args: readonly string[];
  readonly result: string;
}

/**
 * The types that `anyelement` and its like stand for (enforce_generic_type_consistency of
 * parse_coerce.c); null when the given types contradict each other or leave them open.
 */
export function resolvePolymorphic(
  given: readonly string[],
  declared: readonly string[],
  result: string,
  types: Types,
): Resolved | null {
  if (![...declared, result].some((type) => types.isPolymorphic(type))) {
    return { args: declared, result };
  }
  const pairs = declared.map((type, at) => ({
    type,
    actual: types.baseOf(given[at] ?? 'unknown'),
  }));
  const elements = pairs.flatMap((pair) => elementsOf(pair, 'any', types));
  const compatible = pairs.flatMap((pair) => elementsOf(pair, 'anycompatible', types));
  if ([...elements, ...compatible].includes(null)) return null;
  const element = oneOf(elements);
  const common = commonOf(compatible, types);
  if (element === null || common === null) return null;
  const concrete = (type: string): string | null =>
    concreteOf(type, { element, common, pairs, types });
  const args = declared.map(concrete);
  const gives = concrete(result);
  const isWhole = (list: readonly (string | null)[]): list is readonly string[] =>
    !list.includes(null);
  return isWhole(args) && gives !== null ? { args, result: gives } : null;
}

interface Pair {
  readonly type: string;
  readonly actual: string;
}

/** Element types that an argument settles: none while it is open, null where it cannot be one. */
function elementsOf(
  { type, actual }: Pair,
  family: 'any' | 'anycompatible',
  types: Types,
): readonly (string | null)[] {
  if (!types.isPolymorphic(type) || type.startsWith('anycompatible') !== (family !== 'any'))
    return [];
  if (actual === 'unknown') return [];
  const shape = type.slice(family.length);
  if (shape === 'array') return [types.elementOf(actual)];
  if (shape === 'range') return [types.boundOf(actual)];
  if (shape === 'multirange')
    return [actual.includes('multi') ? types.boundOf(actual.replace('multi', '')) : null];
  if (shape === 'enum') return [types.isEnum(actual) ? actual : null];
  if (shape === 'nonarray') return [types.isArray(actual) ? null : actual];
  return [actual];
}

/** The one type of all; an empty text while none is known, null when there are several. */
function oneOf(elements: readonly (string | null)[]): string | null {
  const distinct = new Set(elements);
  if (distinct.size > 1) return null;
  return [...distinct][0] ?? '';
}

function commonOf(elements: readonly (string | null)[], types: Types): string | null {
  let common = '';
  for (const element of elements) {
    if (element === null) return null;
    if (common === '' || common === element) common = element;
    else if (types.category(common) !== types.category(element)) return null;
    else if (
      !types.isPreferred(common) &&
      types.canCoerce(common, element) &&
      !types.canCoerce(element, common)
    )
      common = element;
  }
  return common;
}

function concreteOf(
  type: string,
  {
    element,
    common,
    pairs,
    types,
  }: {
    readonly element: string;
    readonly common: string;
    readonly pairs: readonly Pair[];
    readonly types: Types;
  },
): string | null {
  if (!types.isPolymorphic(type)) return type;
  const isCompatible = type.startsWith('anycompatible');
  const known = isCompatible ? common || 'text' : element;
  if (known === '') return null;
  const shape = type.slice(isCompatible ? 'anycompatible'.length : 'any'.length);
  if (shape === 'array') return `_${known}`;
  if (shape === 'range' || shape === 'multirange') {
    return pairs.find((pair) => pair.type === type && pair.actual !== 'unknown')?.actual ?? null;
  }
  return known;
}

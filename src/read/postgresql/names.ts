import type { Node, RangeVar } from '@pgsql/types';
import { textsOf } from './nodes.ts';

/** A table's name as the model has it: `billing.invoices`, with `public` left out. */
export function relationName(range: RangeVar | undefined): string {
  return qualified(range?.schemaname ?? null, range?.relname ?? '');
}

/** The name that a list of words spells: `["public", "mood"]` is `mood`. */
export function nameOfList(nodes: readonly Node[] | undefined): string {
  const names = textsOf(nodes);
  return qualified(names.at(-2) ?? null, names.at(-1) ?? '');
}

/** A relation that is given as a list of words with its part at the end: `["t", "c"]` is `t` and `c`. */
export function partOfList(nodes: readonly Node[] | undefined): {
  readonly owner: string;
  readonly part: string;
} {
  const names = textsOf(nodes);
  return { owner: qualified(names.at(-3) ?? null, names.at(-2) ?? ''), part: names.at(-1) ?? '' };
}

/** A name in a schema; null for the one that the search path begins with. */
export function qualified(namespace: string | null, name: string): string {
  return namespace === null || namespace === 'public' ? name : `${namespace}.${name}`;
}

/** The schema of a name; null for the default one. */
export function namespaceOf(name: string): string | null {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? null : name.slice(0, dot);
}

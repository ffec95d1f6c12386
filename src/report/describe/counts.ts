import type { ChangeKind } from '../../model/change.ts';
import { grouped } from '../numbers.ts';
import { listing } from '../words/index.ts';
import { CHANGE_KINDS, KIND_WORDS } from './terms.ts';

export const NO_CHANGE = 'The schema stays as it is.';

/** `3 added, 1 removed and 2 changed`; the sentence for no change when nothing is counted. */
export function changeCounts(counts: { readonly [K in ChangeKind]: number }): string {
  const words = CHANGE_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${grouped(counts[kind])} ${KIND_WORDS[kind]}`,
  );
  return words.length === 0 ? NO_CHANGE : listing(words);
}

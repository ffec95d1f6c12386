import type { Change, ChangeKind } from '../../model/change.ts';
import { wordsOfChanges } from '../object-types.ts';
import { count, listing, objectWord } from '../words/index.ts';
import { CHANGE_KINDS } from './terms.ts';

const VERBS: { readonly [K in ChangeKind]: string } = {
  added: 'adds',
  removed: 'removes',
  altered: 'changes',
  renamed: 'renames',
};

/** `adds 1 table and 2 columns, and removes 1 index`; empty for no change. */
export function changeVerbs(changes: readonly Change[]): string {
  const clauses = CHANGE_KINDS.flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    const counts = wordsOfChanges(ofKind).map((word) =>
      count(ofKind.filter(({ object }) => objectWord(object) === word).length, word),
    );
    return counts.length === 0 ? [] : [`${VERBS[kind]} ${listing(counts)}`];
  });
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join(', ')}, and ${last}`;
}

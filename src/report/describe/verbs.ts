import type { Change, ChangeKind } from '../../model/change.ts';
import { OBJECT_TYPES } from '../object-types.ts';
import { count, listing, OBJECT_WORDS } from '../words/index.ts';
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
    const counts = OBJECT_TYPES.flatMap((type) => {
      const number = changes.filter(
        (change) => change.kind === kind && change.object.type === type,
      ).length;
      return number === 0 ? [] : [count(number, OBJECT_WORDS[type])];
    });
    return counts.length === 0 ? [] : [`${VERBS[kind]} ${listing(counts)}`];
  });
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join(', ')}, and ${last}`;
}

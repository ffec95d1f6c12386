import { castHead, operatorHead } from './create.ts';
import type { Cursor } from './cursor.ts';
import type { EntryType } from './entry-type.ts';
import { ADDITION, type Head, partHead } from './head.ts';
import { inSchema, NAMED, type Read, type Reads } from './reads.ts';

const onTable =
  (type: EntryType, kind: string): Read =>
  (cursor) => {
    const name = cursor.identifier();
    cursor.take('ON');
    return partHead(type, kind, cursor.name(), name);
  };

const cast: Read = (cursor) => castHead(cursor.parenthesized());

/** `name (left, right)`. */
const operator: Read = (cursor) => {
  const name = cursor.until((_, word) => word === '(');
  return operatorHead(
    name,
    cursor.until((depth, word) => depth === 0 && word === ')').split(' , '),
  );
};

const DROPPED: Reads = [
  ...NAMED,
  ['VIEW', inSchema('VIEW', 'relation')],
  ['INDEX', inSchema('INDEX', 'index')],
  ['CAST', cast],
  ['OPERATOR', operator],
  ['TRIGGER', onTable('TRIGGER', 'trigger')],
  ['RULE', onTable('RULE', 'rule')],
  ['POLICY', onTable('POLICY', 'policy')],
];

/** What DROP takes away, in a dump with `--clean`. */
export function dropHead(cursor: Cursor): Head {
  for (const [words, read] of DROPPED) {
    if (!cursor.take(...words.split(' '))) continue;
    cursor.take('IF', 'EXISTS');
    return { ...read(cursor, false), role: 'drop' };
  }
  return { ...ADDITION, role: 'drop' };
}

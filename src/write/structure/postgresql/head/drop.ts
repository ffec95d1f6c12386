import { castHead, operatorHead, routineHead } from './create.ts';
import type { Cursor } from './cursor.ts';
import type { EntryType } from './entry-type.ts';
import { ADDITION, globalHead, type Head, headOf, partHead } from './head.ts';

type Read = (cursor: Cursor) => Head;

const inSchema =
  (type: EntryType, kind: string): Read =>
  (cursor) =>
    headOf(type, kind, cursor.name());

const global =
  (type: EntryType): Read =>
  (cursor) =>
    globalHead(type, cursor.identifier());

const routine =
  (type: EntryType): Read =>
  (cursor) =>
    routineHead(type, cursor.name(), cursor.parenthesized());

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

const DROPPED: readonly (readonly [words: string, read: Read])[] = [
  ['TABLE', inSchema('TABLE', 'relation')],
  ['FOREIGN TABLE', inSchema('FOREIGN TABLE', 'relation')],
  ['MATERIALIZED VIEW', inSchema('MATERIALIZED VIEW', 'relation')],
  ['VIEW', inSchema('VIEW', 'relation')],
  ['SEQUENCE', inSchema('SEQUENCE', 'relation')],
  ['INDEX', inSchema('INDEX', 'index')],
  ['SCHEMA', global('SCHEMA')],
  ['EXTENSION', global('EXTENSION')],
  ['TYPE', inSchema('TYPE', 'type')],
  ['DOMAIN', inSchema('DOMAIN', 'type')],
  ['FUNCTION', routine('FUNCTION')],
  ['PROCEDURE', routine('PROCEDURE')],
  ['AGGREGATE', routine('AGGREGATE')],
  ['COLLATION', inSchema('COLLATION', 'collation')],
  ['CONVERSION', inSchema('CONVERSION', 'conversion')],
  ['TEXT SEARCH PARSER', inSchema('TEXT SEARCH PARSER', 'textSearchParser')],
  ['TEXT SEARCH TEMPLATE', inSchema('TEXT SEARCH TEMPLATE', 'textSearchTemplate')],
  ['TEXT SEARCH DICTIONARY', inSchema('TEXT SEARCH DICTIONARY', 'textSearchDictionary')],
  ['TEXT SEARCH CONFIGURATION', inSchema('TEXT SEARCH CONFIGURATION', 'textSearchConfiguration')],
  ['FOREIGN DATA WRAPPER', global('FOREIGN DATA WRAPPER')],
  ['SUBSCRIPTION', global('SUBSCRIPTION')],
  ['ACCESS METHOD', global('ACCESS METHOD')],
  ['CAST', cast],
  ['OPERATOR', operator],
  ['STATISTICS', inSchema('STATISTICS', 'statistics')],
  ['EVENT TRIGGER', global('EVENT TRIGGER')],
  ['TRIGGER', onTable('TRIGGER', 'trigger')],
  ['RULE', onTable('RULE', 'rule')],
  ['POLICY', onTable('POLICY', 'policy')],
  ['PUBLICATION', global('PUBLICATION')],
  ['SERVER', global('SERVER')],
];

/** What DROP takes away, in a dump with `--clean`. */
export function dropHead(cursor: Cursor): Head {
  for (const [words, read] of DROPPED) {
    if (!cursor.take(...words.split(' '))) continue;
    cursor.take('IF', 'EXISTS');
    return { ...read(cursor), role: 'drop' };
  }
  return { ...ADDITION, role: 'drop' };
}

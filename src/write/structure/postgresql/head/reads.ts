import type { ObjectName } from '../names.ts';
import type { Cursor } from './cursor.ts';
import type { EntryType } from './entry-type.ts';
import { globalHead, type Head, headOf } from './head.ts';
import { argumentTypes } from './signature.ts';

/** Reads what follows the kind of an object. */
export type Read = (cursor: Cursor, replaces: boolean) => Head;

/** What follows the words of a statement, by the words. */
export type Reads = readonly (readonly [words: string, read: Read])[];

export const inSchema =
  (type: EntryType, kind: string): Read =>
  (cursor) => {
    cursor.take('IF', 'NOT', 'EXISTS');
    return headOf(type, kind, cursor.name());
  };

export const global =
  (type: EntryType): Read =>
  (cursor) => {
    cursor.take('IF', 'NOT', 'EXISTS');
    return globalHead(type, cursor.identifier());
  };

const routine =
  (type: EntryType): Read =>
  (cursor) =>
    routineHead(type, cursor.name(), cursor.parenthesized());

/** Overloaded routines are told apart by the types of their arguments. */
export function routineHead(type: EntryType, object: ObjectName, args: string): Head {
  const types = argumentTypes(args);
  const signature = types.map((each) => each.replace(/^public\./, '')).join(', ');
  const head = headOf(type, 'routine', object);
  return { ...head, key: `${head.key}(${signature})`, tag: `${object.name}(${types.join(', ')})` };
}

/** Kinds whose names CREATE and DROP give alike. */
export const NAMED: Reads = [
  ['TABLE', inSchema('TABLE', 'relation')],
  ['FOREIGN TABLE', inSchema('FOREIGN TABLE', 'relation')],
  ['MATERIALIZED VIEW', inSchema('MATERIALIZED VIEW', 'relation')],
  ['SEQUENCE', inSchema('SEQUENCE', 'relation')],
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
  ['SERVER', global('SERVER')],
  ['STATISTICS', inSchema('STATISTICS', 'statistics')],
  ['EVENT TRIGGER', global('EVENT TRIGGER')],
  ['PUBLICATION', global('PUBLICATION')],
  ['SUBSCRIPTION', global('SUBSCRIPTION')],
  ['ACCESS METHOD', global('ACCESS METHOD')],
];

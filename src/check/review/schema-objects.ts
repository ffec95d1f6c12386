import type { SchemaObject, SchemaObjectType } from '../../model/schema.ts';
import { mandatory, type ReviewEntry, spot, thorough } from './entry.ts';

/** What is known of an object whether it is created or dropped. */
type Named = Pick<SchemaObject, 'name' | 'table'>;

const access = ({ name }: Named): ReviewEntry => mandatory(`who may use ${name} changes`);
const meaning = ({ name }: Named): ReviewEntry =>
  thorough(`expressions that use ${name} mean something else, or fail`);
const outside = ({ name }: Named): ReviewEntry =>
  mandatory(`${name} joins this database with another one`);
const search = ({ name }: Named): ReviewEntry =>
  thorough(`searches with ${name} find other rows, and indexes built with it do not follow`);

/** How much review a kind of object needs when it is created, replaced or dropped. */
export const SCHEMA_OBJECT_REVIEWS: {
  readonly [T in SchemaObjectType]: (object: Named) => ReviewEntry;
} = {
  accessMethod: ({ name }) => thorough(`tables and indexes can be stored by ${name}`),
  aggregate: meaning,
  baseType: meaning,
  cast: meaning,
  collation: ({ name }) => thorough(`what is sorted by ${name} is in another order`),
  comment: () => spot('a comment changes nothing else'),
  compositeType: meaning,
  conversion: meaning,
  defaultPrivilege: () => mandatory('who may use objects that are made later changes'),
  event: ({ name }) => mandatory(`${name} runs at its times without anybody there`),
  eventTrigger: ({ name }) => mandatory(`${name} runs with every statement that changes a schema`),
  foreignDataWrapper: outside,
  foreignServer: outside,
  foreignTable: outside,
  grant: access,
  language: ({ name }) => mandatory(`code in ${name} can run on the server`),
  operator: meaning,
  operatorClass: meaning,
  operatorFamily: meaning,
  owner: access,
  publication: ({ name }) => mandatory(`what ${name} sends to other databases changes`),
  rangeType: meaning,
  rule: ({ name, table }) => mandatory(`${name} rewrites statements on ${table ?? 'its table'}`),
  securityLabel: access,
  setting: ({ name }) => mandatory(`${name} is set by a statement whose effect is not modelled`),
  shellType: meaning,
  statistics: ({ name }) => spot(`${name} changes estimates, and no result`),
  subscription: ({ name }) => mandatory(`what ${name} takes from another database changes`),
  textSearchConfiguration: search,
  textSearchDictionary: search,
  textSearchParser: search,
  textSearchTemplate: search,
  transform: meaning,
  userMapping: access,
};

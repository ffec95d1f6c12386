import type { SchemaObject, SchemaObjectType } from '../../model/schema.ts';
import { type Classified, classified } from './entry.ts';

/** What is known of an object whether it is created or dropped. */
type Named = Pick<SchemaObject, 'name' | 'table'>;

const access = ({ name }: Named): Classified => classified('access', `who may use ${name} changes`);
const meaning = ({ name }: Named): Classified =>
  classified('function', `expressions that use ${name} mean something else, or fail`);
const type = ({ name }: Named): Classified =>
  classified(
    'other-object',
    `expressions and columns that use ${name} mean something else, or fail`,
  );
const outside = ({ name }: Named): Classified =>
  classified('cross-database', `${name} joins this database with another one`);
const search = ({ name }: Named): Classified =>
  classified(
    'other-object',
    `searches with ${name} find other rows, and indexes built with it do not follow`,
  );

/** The row of the policy for a kind of object when it is created, replaced or dropped. */
export const SCHEMA_OBJECT_CLASSES: {
  readonly [T in SchemaObjectType]: (object: Named) => Classified;
} = {
  accessMethod: ({ name }) =>
    classified('other-object', `tables and indexes can be stored by ${name}`),
  aggregate: meaning,
  baseType: type,
  cast: meaning,
  collation: ({ name }) =>
    classified('other-object', `what is sorted by ${name} is in another order`),
  comment: () => classified('comment', 'a comment changes nothing else'),
  compositeType: type,
  conversion: meaning,
  defaultPrivilege: () => classified('access', 'who may use objects that are made later changes'),
  event: ({ name }) => classified('trigger', `${name} runs at its times without anybody there`),
  eventTrigger: ({ name }) =>
    classified('trigger', `${name} runs with every statement that changes a schema`),
  foreignDataWrapper: outside,
  foreignServer: outside,
  foreignTable: outside,
  grant: access,
  language: ({ name }) => classified('server-setting', `code in ${name} can run on the server`),
  operator: meaning,
  operatorClass: meaning,
  operatorFamily: meaning,
  owner: access,
  publication: ({ name }) =>
    classified('replication', `what ${name} sends to other databases changes`),
  rangeType: type,
  rule: ({ name, table }) =>
    classified('trigger', `${name} rewrites statements on ${table ?? 'its table'}`),
  securityLabel: access,
  setting: ({ name }) =>
    classified('server-setting', `${name} is set by a statement whose effect is not modelled`),
  shellType: type,
  statistics: ({ name }) => classified('statistics', `${name} changes estimates, and no result`),
  subscription: outside,
  textSearchConfiguration: search,
  textSearchDictionary: search,
  textSearchParser: search,
  textSearchTemplate: search,
  transform: meaning,
  userMapping: outside,
};

import type { Schema, SchemaObjectType } from '../../model/schema.ts';
import { schemaObjectSql } from './schema-objects.ts';

/**
 * What has to be there before an object of a type: `types` stand before domains and tables,
 * `functions` behind the functions that they are made of and before tables, `tables` behind tables
 * and views, `properties` of other objects behind all of them.
 */
type Place = 'types' | 'functions' | 'tables' | 'properties';

const PLACES: { readonly [T in SchemaObjectType]: Place } = {
  accessMethod: 'functions',
  aggregate: 'functions',
  baseType: 'functions',
  cast: 'functions',
  collation: 'types',
  comment: 'properties',
  compositeType: 'types',
  conversion: 'functions',
  defaultPrivilege: 'properties',
  event: 'tables',
  eventTrigger: 'properties',
  foreignDataWrapper: 'functions',
  foreignServer: 'functions',
  foreignTable: 'tables',
  grant: 'properties',
  language: 'types',
  operator: 'functions',
  operatorClass: 'functions',
  operatorFamily: 'functions',
  owner: 'properties',
  publication: 'tables',
  rangeType: 'types',
  rule: 'tables',
  securityLabel: 'properties',
  setting: 'properties',
  shellType: 'types',
  statistics: 'tables',
  subscription: 'tables',
  textSearchConfiguration: 'functions',
  textSearchDictionary: 'functions',
  textSearchParser: 'functions',
  textSearchTemplate: 'functions',
  transform: 'functions',
  userMapping: 'functions',
};

/** The objects of one place, in the order of the schema. */
export function schemaObjectsSql(schema: Schema, place: Place): readonly string[] {
  return (schema.objects ?? [])
    .filter(({ type }) => PLACES[type] === place)
    .flatMap(schemaObjectSql);
}

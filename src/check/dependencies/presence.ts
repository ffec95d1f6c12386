import { findColumn, findTable, type Schema } from '../../model/schema.ts';
import type { Link, SchemaRelation } from './link.ts';
import { OBJECT_RELATIONS } from './related-objects.ts';

/** True when the other object of a link is there in a schema. */
export function isThere(schema: Schema, link: Link): boolean {
  return PRESENCE[link.relation](schema, link);
}

const named =
  (name: string) =>
  (object: { readonly name: string }): boolean =>
    object.name === name;

const PRESENCE: { readonly [R in SchemaRelation]: (schema: Schema, link: Link) => boolean } = {
  foreignKey: (schema, { table, name }) =>
    partsOf(schema, table)?.foreignKeys.some(named(name)) ?? false,
  index: (schema, { table, name }) => partsOf(schema, table)?.indexes.some(named(name)) ?? false,
  primaryKey: (schema, { table }) => (partsOf(schema, table)?.primaryKey ?? null) !== null,
  checkConstraint: (schema, { table, name }) =>
    partsOf(schema, table)?.checkConstraints.some(named(name)) ?? false,
  uniqueConstraint: (schema, { table, name }) =>
    partsOf(schema, table)?.uniqueConstraints.some(named(name)) ?? false,
  exclusionConstraint: (schema, { table, name }) =>
    partsOf(schema, table)?.exclusionConstraints.some(named(name)) ?? false,
  generatedColumn: hasColumn,
  view: (schema, { name }) => schema.views.some(named(name)),
  trigger: (schema, { name }) => schema.triggers.some(named(name)),
  function: (schema, { name }) => schema.functions.some(named(name)),
  policy: (schema, { table, name }) =>
    schema.policies.some((policy) => policy.name === name && policy.table === table),
  enum: (schema, link) =>
    link.direction === 'uses' ? schema.enums.some(named(link.name)) : hasColumn(schema, link),
  sequence: (schema, { name }) => schema.sequences.some(named(name)),
  domain: (schema, link) =>
    link.direction === 'uses' ? schema.domains.some(named(link.name)) : hasColumn(schema, link),
  table: (schema, { name }) => schema.tables.some(named(name)),
  column: hasColumn,
  partition: (schema, { name }) => schema.tables.some(named(name)),
  rule: hasObject,
  statistics: hasObject,
  publication: hasObject,
  grant: hasObject,
};

function hasObject(schema: Schema, { relation, name, table }: Link): boolean {
  return (schema.objects ?? []).some(
    (object) =>
      OBJECT_RELATIONS[object.type] === relation && object.name === name && object.table === table,
  );
}

function partsOf(schema: Schema, table: string | null) {
  return table === null ? null : findTable(schema, table);
}

function hasColumn(schema: Schema, { table, name }: Link): boolean {
  const owner = partsOf(schema, table);
  return owner !== null && findColumn(owner, name) !== null;
}

import type { ObjectType } from '../../model/change.ts';
import type { ObjectShapes } from '../../model/object-shapes.ts';
import type { Schema } from '../../model/schema.ts';
import { columnSql } from './columns.ts';
import {
  checkConstraintSql,
  exclusionConstraintSql,
  foreignKeySql,
  primaryKeySql,
  uniqueConstraintSql,
} from './constraints.ts';
import { indexSql } from './indexes.ts';
import { functionSql, policySql, triggerSql, virtualTableSql } from './programs.ts';
import { schemaObjectSql } from './schema-objects.ts';
import { tableSql } from './tables.ts';
import { domainSql, enumSql, extensionSql, namespaceSql, sequenceSql } from './types.ts';
import { viewSql } from './views.ts';

type ObjectWriter<T extends ObjectType> = (
  object: ObjectShapes[T],
  table: string,
  schema: Schema,
) => readonly string[];

const writers: { readonly [T in ObjectType]: ObjectWriter<T> } = {
  namespace: (namespace, _table, schema) => namespaceSql(namespace, schema),
  extension: (extension, _table, schema) => extensionSql(extension, schema),
  enum: (type, _table, schema) => enumSql(type, schema),
  domain: (domain, _table, schema) => domainSql(domain, schema),
  sequence: (sequence, _table, schema) => sequenceSql(sequence, schema),
  table: (table, _table, schema) => tableSql(table, schema),
  column: columnSql,
  primaryKey: primaryKeySql,
  index: indexSql,
  foreignKey: foreignKeySql,
  checkConstraint: checkConstraintSql,
  uniqueConstraint: uniqueConstraintSql,
  exclusionConstraint: exclusionConstraintSql,
  view: (view, _table, schema) => viewSql(view, schema),
  materializedView: (view, _table, schema) => viewSql(view, schema),
  function: functionSql,
  trigger: triggerSql,
  policy: policySql,
  object: schemaObjectSql,
  virtualTable: (table, _table, schema) => virtualTableSql(table, schema),
};

/**
 * The statements that create one object as it is, each with its semicolon.
 *
 * For a part of a table they are the ALTER TABLE or CREATE INDEX that adds it. SQLite cannot run
 * those that add a constraint to a table that exists; there they are to be read, not run.
 *
 * @param table - the table of a part of a table; null for a stand-alone object.
 */
export function objectSql<T extends ObjectType>(
  type: T,
  object: ObjectShapes[T],
  table: string | null,
  schema: Schema,
): readonly string[] {
  return writers[type](object, table ?? '', schema);
}

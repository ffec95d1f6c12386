import type { RenameStmt } from '@pgsql/types';
import type { Schema, SchemaObject, SchemaObjectType } from '../../../model/schema.ts';
import { nameOfList, relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { compositeAttributes, compositeType } from './composite-types.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

const TYPES: ReadonlySet<SchemaObjectType> = new Set(['compositeType', 'rangeType', 'baseType']);

/** The composite, range or base type of that name; null when the schema holds none. */
export function typeObject(schema: Schema, name: string): SchemaObject | null {
  const { objects = [] } = schema;
  return objects.find((object) => object.name === name && TYPES.has(object.type)) ?? null;
}

/** ALTER TYPE … RENAME ATTRIBUTE. */
export function renameAttribute(node: RenameStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const attributes = compositeAttributes(reading.schema, name);
  const { subname: from = '', newname: to = '' } = node;
  if (!attributes) return [noEffect(reading, `renames an attribute of ${name}`)];
  const renamed = attributes.map((attribute) =>
    attribute.name === from ? { ...attribute, name: to } : attribute,
  );
  return [{ kind: 'createObject', object: compositeType(name, renamed), replace: true }];
}

/** ALTER DOMAIN … RENAME CONSTRAINT. */
export function renameDomainConstraint(node: RenameStmt, reading: Reading): Bodies {
  const name = nameOfList(nodeOf(node.object, 'List')?.items);
  const { subname: from = '', newname: to = '' } = node;
  const domain = reading.schema.domains.find((other) => other.name === name);
  if (!domain) return [noEffect(reading, `renames a constraint of the domain ${name}`)];
  const checkConstraints = domain.checkConstraints.map((check) =>
    check.name === from ? { ...check, name: to } : check,
  );
  if (domain.checkConstraints.every((check) => check.name !== from)) {
    throw new NotTold(`the domain ${name} has no constraint "${from}"`);
  }
  return [{ kind: 'createDomain', domain: { ...domain, checkConstraints }, replace: true }];
}

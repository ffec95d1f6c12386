import type { OperationOf } from '../model/operation.ts';
import type { Schema, SchemaObject, SchemaObjectType } from '../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../model/schema-object-types.ts';
import { missing, refuse } from './lookup.ts';
import { withoutUsersOfType } from './types-in-use.ts';

/** What tells an object from all others. */
export interface ObjectKey {
  readonly type: SchemaObjectType;
  readonly name: string;
  readonly table: string | null;
}

/** One that is replaced keeps its place. */
export function createObject(schema: Schema, operation: OperationOf<'createObject'>): Schema {
  const { object, replace } = operation;
  const objects = schema.objects ?? [];
  if (!objects.some(isObject(object))) return withObjects(schema, [...objects, object]);
  if (!replace) {
    throw refuse(operation, `there is already a ${objectWords(object)}`, 'Drop it first.');
  }
  return withObjects(
    schema,
    objects.map((other) => (isObject(object)(other) ? object : other)),
  );
}

export function dropObject(schema: Schema, operation: OperationOf<'dropObject'>): Schema {
  const objects = schema.objects ?? [];
  if (objects.some(isObject(operation))) {
    const rest = withObjects(
      schema,
      objects.filter((object) => !isObject(operation)(object)),
    );
    const { type, name } = operation;
    return isType(type)
      ? withoutUsersOfType(rest, name, SCHEMA_OBJECT_WORDS[type], operation)
      : rest;
  }
  if (operation.ifExists) return schema;
  throw missingObject(objects, operation, operation);
}

function isType(type: SchemaObjectType): boolean {
  return /Type$/.test(type);
}

/** The schema with these objects; without the list when there is none. */
export function withObjects(schema: Schema, objects: readonly SchemaObject[]): Schema {
  const { objects: _before, ...rest } = schema;
  return objects.length === 0 ? rest : { ...rest, objects };
}

function isObject(key: ObjectKey): (object: SchemaObject) => boolean {
  return ({ type, name, table }) => type === key.type && name === key.name && table === key.table;
}

/** The error of an object that is not there. */
export function missingObject(
  objects: readonly SchemaObject[],
  key: ObjectKey,
  operation: Parameters<typeof missing>[0],
) {
  const names = objects.filter(({ type }) => type === key.type).map(({ name }) => name);
  return missing(operation, `there is no ${objectWords(key)}`, key.name, names);
}

/** `rule "protect" of users`. */
function objectWords({ type, name, table }: ObjectKey): string {
  return `${SCHEMA_OBJECT_WORDS[type]} "${name}"${table === null ? '' : ` of ${table}`}`;
}

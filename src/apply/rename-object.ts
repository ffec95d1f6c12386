import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { refuse } from './lookup.ts';
import { isObject, missingObject, withObjects } from './objects.ts';

type RenameObject = OperationOf<'renameObject'>;

export function renameObject(schema: Schema, operation: RenameObject): Schema {
  const { type, table, from, to } = operation;
  if (type === 'domain' || type === 'function' || type === 'policy') return schema;
  if (type === 'sequence' || type === 'trigger' || type === 'view') return schema;
  const objects = schema.objects ?? [];
  const key = { type, table, name: from };
  if (!objects.some(isObject(key))) throw missingObject(objects, key, operation);
  if (objects.some(isObject({ ...key, name: to }))) {
    throw refuse(operation, `there is already a "${to}"`, 'Choose another name.');
  }
  return withObjects(
    schema,
    objects.map((object) => (isObject(key)(object) ? { ...object, name: to } : object)),
  );
}

import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { has, refuse, replaced, requireObject, without } from './lookup.ts';

export function createSequence(schema: Schema, operation: OperationOf<'createSequence'>): Schema {
  const { sequence } = operation;
  if (has(schema.sequences, sequence.name)) {
    throw refuse(operation, `there is already a sequence "${sequence.name}"`, 'Drop it first.');
  }
  return { ...schema, sequences: [...schema.sequences, sequence] };
}

export function dropSequence(schema: Schema, operation: OperationOf<'dropSequence'>): Schema {
  if (operation.ifExists && !has(schema.sequences, operation.sequence)) return schema;
  requireObject(schema.sequences, operation.sequence, 'sequence', operation);
  return { ...schema, sequences: without(schema.sequences, operation.sequence) };
}

export function setSequence(schema: Schema, operation: OperationOf<'setSequence'>): Schema {
  const { sequence } = operation;
  requireObject(schema.sequences, sequence.name, 'sequence', operation);
  return { ...schema, sequences: replaced(schema.sequences, sequence.name, sequence) };
}

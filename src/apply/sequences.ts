import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { has, refuse, replaced, requireObject, without } from './lookup.ts';
import { withSerialColumns } from './owned-sequences.ts';
import { release } from './release.ts';
import { mentionsSequence } from './sql-relations.ts';
import { ownedTable } from './tables.ts';

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
  const rest = { ...schema, sequences: without(schema.sequences, operation.sequence) };
  return schema.complete ? withoutTakers(rest, operation) : rest;
}

/** The schema without the defaults that take from the sequence, which CASCADE drops. */
function withoutTakers(schema: Schema, operation: OperationOf<'dropSequence'>): Schema {
  const { sequence } = operation;
  const released = release(schema, (sql) => mentionsSequence(sql, sequence, schema.engine));
  const [first] = released.dependents;
  if (first === undefined || operation.cascade) return released.schema;
  throw refuse(
    operation,
    `sequence "${sequence}" cannot be dropped: ${first} depends on it`,
    'Drop the default first, or say CASCADE.',
  );
}

export function setSequence(schema: Schema, operation: OperationOf<'setSequence'>): Schema {
  const { sequence } = operation;
  requireObject(schema.sequences, sequence.name, 'sequence', operation);
  const set = { ...schema, sequences: replaced(schema.sequences, sequence.name, sequence) };
  const owner = ownedTable(sequence.ownedBy);
  return owner === null ? set : withSerialColumns(set, owner);
}

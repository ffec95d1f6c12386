import { expect, test } from 'vitest';
import { emptyTable } from '../model/empty-table.ts';
import type { Operation } from '../model/operation.ts';
import { type Column, emptySchema, type Schema } from '../model/schema.ts';
import { applyOperation } from './index.ts';

const ID: Column = {
  name: 'id',
  type: 'bigint',
  nullable: false,
  default: null,
  autoIncrement: 'sequence',
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
};

function schemaWith(column: Column, complete: boolean): Schema {
  const schema = {
    ...emptySchema('postgresql'),
    tables: [{ ...emptyTable('songs'), columns: [column] }],
  };
  return complete ? { ...schema, complete: true } : schema;
}

function retyped(schema: Schema, column: Column): Column | undefined {
  const operation: Operation = {
    kind: 'setColumn',
    table: 'songs',
    column,
    using: null,
    position: null,
    source: { path: 'a.sql', line: 1, column: 1, endLine: 1 },
    condition: null,
    assured: false,
    impliedBy: null,
  };
  return applyOperation(schema, operation).tables[0]?.columns[0];
}

test('the sequence of a serial keeps its type when the column gets another', () => {
  expect(retyped(schemaWith(ID, true), { ...ID, type: 'integer' })).toEqual({
    ...ID,
    type: 'integer',
    sequence: { name: 'songs_id_seq', options: 'AS bigint' },
  });
});

test('the sequence of an identity takes the type of its column', () => {
  const identity = { ...ID, autoIncrement: 'identityByDefault' } as const;
  const integer = { ...identity, type: 'integer' };
  expect(retyped(schemaWith(identity, true), integer)).toEqual(integer);
});

test('a Ruby schema file tells nothing of sequences', () => {
  const integer = { ...ID, type: 'integer' };
  expect(retyped(schemaWith(ID, false), integer)).toEqual(integer);
});

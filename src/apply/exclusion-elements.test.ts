import { expect, test } from 'vitest';
import { emptySchema, type Table } from '../model/schema.ts';
import { storedExclusion } from './stored-expressions.ts';

const column = {
  nullable: true,
  default: null,
  autoIncrement: null,
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
};

const terms: Table = {
  name: 'terms',
  columns: [
    { ...column, name: 'room', type: 'integer' },
    { ...column, name: 'start_date', type: 'date' },
    { ...column, name: 'end_date', type: 'date' },
  ],
  primaryKey: null,
  indexes: [],
  foreignKeys: [],
  checkConstraints: [],
  uniqueConstraints: [],
  exclusionConstraints: [],
  comment: null,
  options: null,
  charset: null,
  collation: null,
};

function stored(expression: string): string {
  const exclusion = { name: 'apart', expression, using: 'gist', where: null, deferrable: null };
  return storedExclusion(emptySchema('postgresql'), terms, exclusion).expression;
}

// As PostgreSQL 15 prints them (pg_get_constraintdef).
test.each([
  ['room WITH =', 'room WITH ='],
  [
    "room WITH =, int4range(room, room, '[]') WITH &&",
    "room WITH =, int4range(room, room, '[]'::text) WITH &&",
  ],
  ['( room + 1 )  with =', '((room + 1)) WITH ='],
])('%s', (written, printed) => {
  expect(stored(written)).toBe(printed);
});

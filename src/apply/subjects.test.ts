import { expect, test } from 'vitest';
import type { Schema, SchemaObject } from '../model/schema.ts';
import { check, column, operation, schema, table } from '../testing/build.ts';
import { applyOperation } from './index.ts';

function about(
  type: SchemaObject['type'],
  name: string,
  on: string | null = 't',
  definition = `${type} of ${name}`,
): SchemaObject {
  return { type, name, table: on, definition };
}

const before: Schema = {
  ...schema('postgresql', [
    table('t', [column('a', 'integer'), column('b', 'integer')], {
      primaryKey: { name: 't_pkey', columns: ['b'] },
      checkConstraints: [check('positive', 'a > 0')],
    }),
  ]),
  objects: [
    about('comment', 'CONSTRAINT positive'),
    about('comment', 'CONSTRAINT t_pkey'),
    about('statistics', 's', null, 'CREATE STATISTICS s ON a, b FROM t'),
    about('owner', 'STATISTICS s', null),
  ],
  complete: true,
};

const names = ({ objects = [] }: Schema) => objects.map(({ name }) => name);

test('the comment on a constraint goes with it, that on another stays', () => {
  const dropped = operation({
    ...({ kind: 'dropCheckConstraint', table: 't', checkConstraint: 'positive' } as const),
    ifExists: false,
  });
  const after = applyOperation(before, dropped);
  expect(names(after)).toEqual(['CONSTRAINT t_pkey', 's', 'STATISTICS s']);
  const keyless = applyOperation(after, operation({ kind: 'dropPrimaryKey', table: 't' }));
  expect(names(keyless)).toEqual(['s', 'STATISTICS s']);
});

test('statistics go with a column of theirs, and their owner with them', () => {
  const drop = { column: 'a', ifExists: false, cascade: false };
  const after = applyOperation(before, operation({ kind: 'dropColumn', table: 't', ...drop }));
  expect(names(after)).toEqual(['CONSTRAINT t_pkey']);
});

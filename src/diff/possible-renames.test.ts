import { describe, expect, test } from 'vitest';
import type { Schema, Table } from '../model/schema.ts';
import { column, schema, table } from '../testing/build.ts';
import { diffSchemas, possibleRenames } from './index.ts';

function renamesOf(before: readonly Table[], after: readonly Table[]) {
  const pair: readonly [Schema, Schema] = [
    schema('postgresql', before),
    schema('postgresql', after),
  ];
  return possibleRenames(diffSchemas(...pair), ...pair);
}

const users = (...columns: readonly string[]) =>
  table(
    'users',
    columns.map((definition) => {
      const [name = '', type = ''] = definition.split(' ');
      return column(name, type);
    }),
  );

describe('a removed and an added column', () => {
  test('of one type in one table may be one', () => {
    expect(renamesOf([users('id int', 'mail text')], [users('id int', 'email text')])).toEqual([
      {
        type: 'column',
        table: 'users',
        from: 'mail',
        to: 'email',
        reason: 'both are text with the same default and null',
      },
    ]);
  });

  test('of different types may not', () => {
    expect(renamesOf([users('mail text')], [users('email citext')])).toEqual([]);
  });

  test('are in one pair at most, the most alike first', () => {
    const before = users('a text', 'b text');
    const after = table('users', [column('x', 'text', { nullable: false }), column('y', 'text')]);
    expect(renamesOf([before], [after]).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'a y',
      'b x',
    ]);
  });
});

describe('a removed and an added table', () => {
  const of = (name: string, ...columns: readonly string[]) => ({ ...users(...columns), name });
  const common = ['id int', 'created_at timestamp', 'updated_at timestamp'];

  test('with 70 % of their columns in common may be one', () => {
    const ten = Array.from({ length: 10 }, (_, place) => `c${place} int`);
    const seven = [...ten.slice(0, 7), 'x int', 'y int', 'z int'];
    expect(renamesOf([of('a', ...ten)], [of('b', ...seven)])).toEqual([
      {
        type: 'table',
        table: null,
        from: 'a',
        to: 'b',
        reason: '7 of 10 columns have the same name and type',
      },
    ]);
    expect(renamesOf([of('a', ...ten)], [of('b', ...seven.slice(1), 'w int')])).toEqual([]);
  });

  test('do not look alike for their id and timestamps', () => {
    expect(renamesOf([of('a', ...common, 'x int')], [of('b', ...common, 'y int')])).toEqual([]);
    expect(renamesOf([of('a', ...common)], [of('b', ...common)])).toEqual([]);
  });

  test('pair with the most alike', () => {
    const two = [of('b', 'x int', 'y int', 'z int', 'q int'), of('c', 'x int', 'y int', 'z int')];
    expect(renamesOf([of('a', 'x int', 'y int', 'z int')], two).map(({ to }) => to)).toEqual(['c']);
  });
});

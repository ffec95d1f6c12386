import { expect, test } from 'vitest';
import { check, column, index, schema, table } from '../testing/build.ts';
import { storedColumn, storedExclusion, storedIndex, storedTable } from './stored-expressions.ts';

const things = table('things', [column('v', 'character varying(20)'), column('k', 'kind')]);
const before = schema('postgresql', [things], { enums: [{ name: 'kind', values: ['a', 'b'] }] });

function indexOver(expression: string | null, length: number | null) {
  const [part] = index('i', ['v']).parts;
  if (!part) throw new Error('the index has a part');
  const column = expression === null ? 'v' : null;
  return index('i', [], { parts: [{ ...part, column, expression, length }], where: "k = 'a'" });
}

test('an index is kept with its predicate and expressions as PostgreSQL prints them', () => {
  const stored = storedIndex(before, things, indexOver('LOWER(v)', null));
  expect(stored.parts[0]?.expression).toBe('lower((v)::text)');
  expect(stored.where).toBe("(k = 'a'::kind)");
});

test('a table is kept with its checks in the form with few parentheses', () => {
  const written = { ...things, checkConstraints: [check('c', "v = 'a'")] };
  expect(storedTable(before, written).checkConstraints[0]?.expression).toBe("v::text = 'a'::text");
});

test('a generated column and a default are kept as PostgreSQL prints them', () => {
  const written = column('l', 'text', {
    generated: { expression: 'lower(v)', stored: true },
    default: { kind: 'expression', sql: 'NOW()' },
  });
  const stored = storedColumn(before, things, written);
  expect(stored.generated?.expression).toBe('lower((v)::text)');
  expect(stored.default).toEqual({ kind: 'expression', sql: 'now()' });
});

test('the predicate of an exclusion constraint is kept without its outer parentheses', () => {
  const exclusion = {
    name: 'e',
    expression: 'v WITH =',
    using: 'gist',
    where: "k = 'a'",
    deferrable: null,
  };
  expect(storedExclusion(before, things, exclusion).where).toBe("k = 'a'::kind");
});

test.each(['mysql', 'sqlite'] as const)('%s gives the text back', (engine) => {
  const stored = storedIndex({ ...before, engine }, things, indexOver('LOWER(v)', null));
  expect(stored.parts[0]?.expression).toBe('LOWER(v)');
  expect(stored.where).toBe("k = 'a'");
});

test('only MySQL keeps the length of a prefix', () => {
  const lengthOn = (engine: 'mysql' | 'postgresql' | 'sqlite') =>
    storedIndex({ ...before, engine }, things, indexOver(null, 10)).parts[0]?.length;
  expect(lengthOn('mysql')).toBe(10);
  expect(lengthOn('postgresql')).toBeNull();
  expect(lengthOn('sqlite')).toBeNull();
});

test('an index of PostgreSQL whose text names columns alone is one on columns', () => {
  const on = (expression: string) => {
    const [part] = indexOver(expression, null).parts;
    const index = { ...indexOver(expression, null), where: null };
    expect(part?.expression).toBe(expression);
    return storedIndex(before, things, index).parts.map(({ column, order, nulls }) => [
      column,
      order,
      nulls,
    ]);
  };
  expect(on('k, v DESC NULLS LAST')).toEqual([
    ['k', 'asc', null],
    ['v', 'desc', 'last'],
  ]);
  expect(on('k, lower(v)')).toEqual([[null, 'asc', null]]);
});

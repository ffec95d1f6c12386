import { describe, expect, test } from 'vitest';
import type { Change } from '../../model/change.ts';
import type { Domain, JsonValue } from '../../model/schema.ts';
import { check, column, foreignKey, index, indexPart, table } from '../../testing/build.ts';
import {
  count,
  describeChange,
  describeColumn,
  describeDefault,
  describeExclusionConstraint,
  describeForeignKey,
  describeIndex,
  describeObject,
  describeTable,
  describeUniqueConstraint,
  describeValue,
  listing,
  oneLine,
} from './index.ts';

test('a column is all that it is, in one line', () => {
  const plain = column('status', 'character varying(20)', {
    nullable: false,
    default: { kind: 'literal', value: 'new' },
  });
  expect(describeColumn(plain)).toBe("character varying(20), not null, default 'new'");
  const full = column('total', 'bigint', {
    autoIncrement: 'identityAlways',
    generated: { expression: 'a + b', stored: false },
    collation: 'C',
    comment: 'sum',
    extraOptions: [{ name: 'geographic', text: 'true' }],
  });
  expect(describeColumn(full)).toBe(
    'bigint, identity always, generated as (a + b) virtual, collation C, geographic: true, comment “sum”',
  );
});

test.each<[JsonValue, string]>([
  ["it's", "'it''s'"],
  ['', "''"],
  [0, '0'],
  [false, 'false'],
  [[], '[]'],
  [{ a: 1 }, '{"a":1}'],
])('a default of %j is written %s', (value, words) => {
  expect(describeDefault({ kind: 'literal', value })).toBe(words);
});

test('a default can be SQL, or none', () => {
  expect(describeDefault({ kind: 'expression', sql: 'now()' })).toBe('now()');
  expect(describeDefault(null)).toBe('none');
});

test('an index says its parts with their order, and what makes it special', () => {
  const parts = [
    { ...indexPart('x'), column: null, expression: 'lower(email)', opclass: 'text_pattern_ops' },
    indexPart('created_at', { order: 'desc', nulls: 'last' }),
    indexPart('name', { length: 10, collation: 'de' }),
  ];
  const special = index('i', [], {
    parts,
    unique: true,
    using: 'gin',
    where: 'x > 0',
    include: ['a', 'b'],
    nullsNotDistinct: true,
    enabled: false,
  });
  expect(describeIndex(special)).toBe(
    '(lower(email) text_pattern_ops, created_at desc nulls last, name(10) collation de), unique, using gin, including (a, b), nulls not distinct, where x > 0, not used by queries',
  );
  expect(describeIndex(index('i', ['a']))).toBe('(a)');
});

test('keys and constraints', () => {
  expect(describeForeignKey(foreignKey('user_id', 'users'))).toBe('user_id → users.id');
  expect(
    describeForeignKey(
      foreignKey('a', 'users', {
        columns: ['a', 'b'],
        toColumns: ['c', 'd'],
        onDelete: 'setNull',
        onUpdate: 'cascade',
        deferrable: 'deferred',
        validated: false,
      }),
    ),
  ).toBe(
    '(a, b) → users (c, d), on delete set null, on update cascade, deferrable, initially deferred, not validated',
  );
  expect(
    describeUniqueConstraint({
      name: 'u',
      columns: ['a'],
      deferrable: 'immediate',
      nullsNotDistinct: true,
    }),
  ).toBe('(a), nulls not distinct, deferrable, initially immediate');
  expect(
    describeExclusionConstraint({
      name: 'e',
      expression: 'a WITH =',
      using: 'gist',
      where: 'b',
      deferrable: null,
    }),
  ).toBe('(a WITH =), using gist, where b');
});

test('stand-alone objects', () => {
  const domain: Domain = {
    name: 'd',
    type: 'text',
    nullable: false,
    default: null,
    checkConstraints: [check('c', 'VALUE <> 0', false)],
  };
  expect(describeObject('enum', { name: 'e', values: ['a', 'b'] })).toBe("'a', 'b'");
  expect(describeObject('domain', JSON.parse(JSON.stringify(domain)))).toBe(
    'text, not null, check VALUE <> 0, not validated',
  );
  expect(describeObject('sequence', { name: 's', ownedBy: 't.id', options: 'START 5' })).toBe(
    'START 5, owned by t.id',
  );
  expect(describeObject('extension', { name: 'citext', version: null })).toBe('');
  expect(describeObject('function', { name: 'f', definition: 'CREATE\n  FUNCTION' })).toBe(
    'CREATE FUNCTION',
  );
  expect(describeObject('column', null)).toBe('');
});

test('a table is its counts, and says when it has no primary key', () => {
  const full = table('t', [column('id', 'bigint'), column('a', 'int')], {
    indexes: [index('i', ['a'])],
    checkConstraints: [check('c', 'a > 0')],
  });
  expect(describeTable(full)).toBe('2 columns, primary key (id), 1 index and 1 constraint');
  expect(describeTable(table('t', [column('a', 'int')]))).toBe('1 column and no primary key');
});

describe('a change is a sentence with its name', () => {
  const change: Change = {
    kind: 'altered',
    object: { type: 'column', table: 'orders', name: 'total' },
    from: null,
    before: null,
    after: null,
    differences: [
      { property: 'type', before: 'integer', after: 'bigint' },
      { property: 'nullable', before: true, after: false },
    ],
  };

  test.each<[Partial<Change>, string]>([
    [{}, 'Column orders.total changed: type integer → bigint; null allowed → not allowed.'],
    [{ kind: 'renamed', from: 'sum', differences: [] }, 'Column orders.total renamed from sum.'],
    [
      {
        kind: 'added',
        object: { type: 'enum', table: null, name: 'e' },
        after: { name: 'e', values: ['a'] },
      },
      "Enum e added: 'a'.",
    ],
    [
      {
        kind: 'removed',
        object: { type: 'primaryKey', table: 'orders', name: 'id' },
        before: { name: null, columns: ['id'] },
      },
      'Primary key of orders removed; it was (id).',
    ],
    [
      {
        kind: 'added',
        object: { type: 'extension', table: null, name: 'citext' },
        after: { name: 'citext', version: null },
      },
      'Extension citext added.',
    ],
  ])('%j', (over, words) => {
    expect(describeChange({ ...change, ...over })).toBe(words);
  });
});

test.each<[string, JsonValue, string]>([
  ['nullable', true, 'allowed'],
  ['unique', false, 'no'],
  ['default', { kind: 'literal', value: 'a' }, "'a'"],
  ['generated', { expression: 'a', stored: true }, '(a) stored'],
  ['onDelete', 'setNull', 'set null'],
  ['deferrable', null, 'no'],
  ['comment', null, 'none'],
  ['columns', ['a', 'b'], 'a, b'],
  ['include', [], 'none'],
  ['values', ['a b', 'c'], "'a b', 'c'"],
  ['parts', [{ ...indexPart('a') }], '(a)'],
])('%s of %j is %s', (property, value, words) => {
  expect(describeValue(property, value)).toBe(words);
});

test('counts, lists and cut lines', () => {
  expect([0, 1, 2].map((number) => count(number, 'index'))).toEqual([
    '0 indexes',
    '1 index',
    '2 indexes',
  ]);
  expect(count(2, 'policy')).toBe('2 policies');
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listing(words))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(oneLine(' a\n  b ')).toBe('a b');
  expect(oneLine('abcdef', 4)).toBe('abc…');
});

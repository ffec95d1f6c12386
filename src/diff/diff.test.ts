import { describe, expect, test } from 'vitest';
import { applyAll } from '../apply/index.ts';
import type { Change } from '../model/change.ts';
import type { OperationBody } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import {
  check,
  column,
  foreignKey,
  index,
  operation,
  schema,
  table,
  view,
} from '../testing/build.ts';
import { shopBefore, shopOperations } from '../testing/shop-diff.ts';
import { diffSchemas } from './index.ts';

/** `kind type table.name`, with what a renamed object was called and which properties differ. */
function words({ kind, object, from, differences }: Change): string {
  const name = object.table === null ? object.name : `${object.table}.${object.name}`;
  const properties = differences.map(({ property }) => property).join(',');
  return `${kind} ${object.type} ${name}${from ? ` from ${from}` : ''}${properties && `: ${properties}`}`;
}

function diffOf(before: Schema, ...bodies: readonly OperationBody[]): readonly string[] {
  const operations = bodies.map((body) => operation(body));
  const after = applyAll(before, operations);
  return diffSchemas(before, after, { renames: operations }).map(words);
}

describe('equal schemas', () => {
  const before = shopBefore();
  const after = applyAll(before, shopOperations());

  test('differ in nothing, whether they are one object or a copy', () => {
    expect(diffSchemas(after, after)).toEqual([]);
    expect(diffSchemas(after, structuredClone(after))).toEqual([]);
  });

  test('may list tables and columns in another order', () => {
    const turned: Schema = {
      ...before,
      tables: before.tables
        .toReversed()
        .map((one) => ({ ...one, columns: one.columns.toReversed() })),
    };
    expect(diffSchemas(before, turned)).toEqual([]);
  });

  test('have the opposite changes the other way round', () => {
    const count = (changes: readonly Change[], kind: Change['kind']) =>
      changes.filter((change) => change.kind === kind).length;
    const forward = diffSchemas(before, after);
    const back = diffSchemas(after, before);
    expect(count(forward, 'added')).toBe(count(back, 'removed'));
    expect(count(forward, 'removed')).toBe(count(back, 'added'));
    expect(count(forward, 'altered')).toBe(count(back, 'altered'));
  });
});

test('a whole release: tables by name, each with its parts in order', () => {
  const before = shopBefore();
  const after = applyAll(before, shopOperations());
  expect(diffSchemas(before, after, { renames: shopOperations() }).map(words)).toEqual([
    'altered enum channel: values',
    'removed table carts',
    'renamed table clients from customers',
    'renamed column orders.status from state',
    'altered column orders.total: type,nullable',
    'removed column orders.note',
    'added index orders.index_orders_on_customer_id_and_status_where_still_open',
    'removed index orders.index_orders_on_note',
    'added table payments',
  ]);
});

test('a change carries the object before and after, and what differs', () => {
  const before = schema('postgresql', [table('t', [column('a', 'integer')])]);
  const after = schema('postgresql', [table('t', [column('a', 'bigint', { nullable: false })])]);
  expect(diffSchemas(before, after)).toEqual([
    {
      kind: 'altered',
      object: { type: 'column', table: 't', name: 'a' },
      from: null,
      before: { ...column('a', 'integer') },
      after: { ...column('a', 'bigint', { nullable: false }) },
      differences: [
        { property: 'type', before: 'integer', after: 'bigint' },
        { property: 'nullable', before: true, after: false },
      ],
    },
  ]);
});

describe('renames', () => {
  const people = table('people', [column('id', 'bigint'), column('mail', 'text')], {
    indexes: [index('index_people_on_mail', ['mail'], { where: 'mail IS NOT NULL' })],
    checkConstraints: [check('has_mail', "((mail)::text <> ''::text)")],
  });
  const posts = table('posts', [column('person_id', 'bigint')], {
    foreignKeys: [foreignKey('person_id', 'people')],
  });
  const before = schema('postgresql', [people, posts], {
    enums: [{ name: 'kind', values: [] }],
  });
  const rename = (from: string, to: string) => ({ kind: 'renameTable', from, to }) as const;
  const renameColumn = (from: string, to: string, of = 'people') =>
    ({ kind: 'renameColumn', table: of, from, to }) as const;

  test('are one change each: what follows them is none', () => {
    expect(
      diffOf(before, rename('people', 'users'), renameColumn('mail', 'e-mail', 'users')),
    ).toEqual(['renamed table users from people', 'renamed column users.e-mail from mail']);
  });

  test('are not guessed without operations', () => {
    const after = applyAll(before, [operation(renameColumn('mail', 'email'))]);
    expect(diffSchemas(before, after).map(words)).toEqual([
      'added column people.email',
      'removed column people.mail',
      'altered index people.index_people_on_mail: parts,where',
      'altered checkConstraint people.has_mail: expression',
    ]);
  });

  test('are followed through chains, drops and creations', () => {
    expect(diffOf(before, rename('people', 'b'), rename('b', 'c'))).toEqual([
      'renamed table c from people',
    ]);
    expect(diffOf(before, rename('people', 'b'), rename('b', 'people'))).toEqual([]);
    const add = (name: string) =>
      ({
        kind: 'addColumn',
        table: 'people',
        column: column(name, 'text'),
        ifNotExists: false,
        position: null,
      }) as const;
    const drop = (name: string) =>
      ({
        kind: 'dropColumn',
        table: 'people',
        column: name,
        ifExists: false,
        cascade: false,
      }) as const;
    expect(diffOf(before, add('x'), renameColumn('x', 'y'))).toEqual(['added column people.y']);
    expect(diffOf(before, renameColumn('mail', 'x'), drop('x'))).toEqual([
      'removed column people.mail',
      'removed index people.index_people_on_mail',
      'removed checkConstraint people.has_mail',
    ]);
    expect(diffOf(before, renameColumn('mail', 'old'), add('mail'))).toEqual([
      'renamed column people.old from mail',
      'added column people.mail',
    ]);
  });

  test('swap two tables', () => {
    const swapped = diffOf(
      before,
      rename('people', 't'),
      rename('posts', 'people'),
      rename('t', 'posts'),
    );
    expect(swapped).toEqual(['renamed table people from posts', 'renamed table posts from people']);
  });

  test('of an index and of an enum', () => {
    expect(
      diffOf(
        before,
        { kind: 'renameIndex', table: 'people', from: 'index_people_on_mail', to: 'by_mail' },
        { kind: 'renameEnum', from: 'kind', to: 'sort' },
      ),
    ).toEqual([
      'renamed enum sort from kind',
      'renamed index people.by_mail from index_people_on_mail',
    ]);
  });

  test('with other differences list these too', () => {
    const after = applyAll(before, [operation(rename('people', 'users'))]);
    const commented = {
      ...after,
      tables: after.tables.map((one) => (one.name === 'users' ? { ...one, comment: 'hi' } : one)),
    };
    expect(
      diffSchemas(before, commented, { renames: [operation(rename('people', 'users'))] }).map(
        words,
      ),
    ).toEqual(['renamed table users from people: comment']);
  });
});

describe('foreign keys', () => {
  const withKey = (name: string, rest = {}) =>
    schema('postgresql', [
      table('t', [column('a', 'int')], { foreignKeys: [foreignKey('a', 'p', { name, ...rest })] }),
    ]);

  test('of one definition are equal when Rails made up both names', () => {
    const rails = withKey('fk_rails_0123456789');
    expect(diffSchemas(rails, withKey('fk_rails_abcdef0123'))).toEqual([]);
    expect(diffSchemas(rails, withKey('fk_custom')).map(words)).toEqual([
      'added foreignKey t.fk_custom',
      'removed foreignKey t.fk_rails_0123456789',
    ]);
    expect(
      diffSchemas(rails, withKey('fk_rails_abcdef0123', { onDelete: 'cascade' })),
    ).toHaveLength(2);
  });

  test('that become valid are altered', () => {
    expect(diffSchemas(withKey('fk', { validated: false }), withKey('fk')).map(words)).toEqual([
      'altered foreignKey t.fk: validated',
    ]);
  });
});

test('what a schema file leaves out is no difference: btree, the name of a primary key', () => {
  const plain = table('t', [column('id', 'int')], {
    indexes: [index('i', ['id'], { using: null })],
  });
  const named = {
    ...plain,
    primaryKey: { name: 't_pkey', columns: ['id'] },
    indexes: [index('i', ['id'])],
  };
  expect(diffSchemas(schema('postgresql', [plain]), schema('postgresql', [named]))).toEqual([]);
});

test('a view that becomes materialized is another object', () => {
  const plain = schema('postgresql', [], { views: [view('v', 'q')] });
  const stored = schema('postgresql', [], {
    views: [view('v', 'q', { materialized: true, indexes: [index('i', ['a'])] })],
  });
  expect(diffSchemas(plain, stored).map(words)).toEqual([
    'removed view v',
    'added materializedView v',
  ]);
  const more = { ...stored, views: stored.views.map((one) => ({ ...one, indexes: [] })) };
  expect(diffSchemas(stored, more).map(words)).toEqual(['removed index v.i']);
});

test('a sequence comes and goes with the column that owns it', () => {
  const bare = schema('postgresql', [table('t', [])]);
  const owned = schema('postgresql', [table('t', [column('id', 'bigint')], { primaryKey: null })], {
    sequences: [{ name: 't_id_seq', ownedBy: 't.id', options: '' }],
  });
  expect(diffSchemas(bare, owned).map(words)).toEqual(['added column t.id']);
  expect(diffSchemas(owned, bare).map(words)).toEqual(['removed column t.id']);
  expect(diffSchemas(owned, { ...owned, sequences: [] }).map(words)).toEqual([
    'removed sequence t_id_seq',
  ]);
});

test('triggers and functions of one name are told apart by table and arguments', () => {
  const make = (tables: readonly string[], lists: readonly string[]) =>
    schema('postgresql', [], {
      triggers: tables.map((each) => ({ name: 'touch', table: each, definition: `ON ${each}` })),
      functions: lists.map((list) => ({
        name: 'f',
        definition: `CREATE FUNCTION f(${list}) RETURNS int`,
      })),
    });
  expect(
    diffSchemas(make(['a', 'b'], ['x int', 'y text']), make(['b', 'c'], ['y text'])).map(words),
  ).toEqual(['removed function f', 'removed trigger a.touch', 'added trigger c.touch']);
});

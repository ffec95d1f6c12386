import { describe, expect, test } from 'vitest';
import { InputError } from '../model/errors.ts';
import type { OperationBody } from '../model/operation.ts';
import { findTable, type Schema } from '../model/schema.ts';
import { check, column, index, operation, schema, table, view } from '../testing/build.ts';
import { applyAll, applyOperation } from './index.ts';

function apply(before: Schema, ...bodies: readonly OperationBody[]): Schema {
  return applyAll(
    before,
    bodies.map((body) => operation(body)),
  );
}

/** The error that the operation ends in. */
function refusal(before: Schema, body: OperationBody): InputError {
  try {
    applyOperation(before, operation(body));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('the operation was not refused');
}

const users = table('users', [column('id', 'bigint'), column('email', 'text')]);
const dropUsers = { kind: 'dropTable', table: 'users', ifExists: false, cascade: false } as const;

describe('names that are not there', () => {
  const before = schema('postgresql', [users]);

  test('a column is missed with its place and the nearest name', () => {
    const error = refusal(before, {
      kind: 'setColumnNull',
      table: 'users',
      column: 'emial',
      nullable: false,
      backfill: null,
    });
    expect(error.message).toBe('users has no column "emial"');
    expect(error.remedy).toBe('Did you mean "email"?');
    expect(error.location?.path).toBe('db/migrate/20260101000000_change.rb');
  });

  test('a table that is like none has a remedy without a guess', () => {
    const error = refusal(before, { ...dropUsers, table: 'invoices' });
    expect(error.message).toBe('there is no table "invoices"');
    expect(error.remedy).toMatch(/^Check the name/);
  });

  test.each<OperationBody>([
    { ...dropUsers, table: 'gone', ifExists: true },
    { kind: 'dropColumn', table: 'users', column: 'gone', ifExists: true, cascade: false },
    { kind: 'dropIndex', table: 'gone', index: 'gone', ifExists: true, concurrently: false },
    { kind: 'dropForeignKey', table: 'users', foreignKey: 'gone', ifExists: true },
    { kind: 'dropCheckConstraint', table: 'users', checkConstraint: 'gone', ifExists: true },
    { kind: 'dropEnum', enum: 'gone', ifExists: true },
    { kind: 'dropView', view: 'gone', materialized: false, ifExists: true, cascade: false },
    { kind: 'createTable', table: users, ifNotExists: true },
    { kind: 'runSql', text: 'ANALYZE', purpose: 'statistics' },
    { kind: 'refreshView', view: 'any', concurrently: false },
  ])('$kind with its IF leaves the very same schema', (body) => {
    expect(apply(before, body)).toBe(before);
  });

  test('what is there already is refused', () => {
    const again = refusal(before, { kind: 'createTable', table: users, ifNotExists: false });
    expect(again.message).toBe('there is already a table "users"');
  });
});

describe('tables', () => {
  test('the given schema stays, and untouched tables are shared', () => {
    const before = schema('postgresql', [users, table('orders', [column('id', 'bigint')])]);
    const frozen = JSON.stringify(before);
    const after = apply(before, {
      kind: 'addColumn',
      table: 'orders',
      column: column('total', 'integer'),
      ifNotExists: false,
      position: null,
    });
    expect(JSON.stringify(before)).toBe(frozen);
    expect(after.tables[0]).toBe(before.tables[0]);
    expect(after.version).toBe(before.version);
  });

  test('a dropped table takes its triggers, policies and sequences along', () => {
    const before = schema('postgresql', [users], {
      triggers: [
        { name: 'touch', table: 'users', definition: 'CREATE TRIGGER touch' },
        { name: 'touch', table: 'other', definition: 'CREATE TRIGGER touch' },
      ],
      policies: [{ name: 'own', table: 'users', definition: 'CREATE POLICY own' }],
      sequences: [
        { name: 'users_id_seq', ownedBy: 'users.id', options: '' },
        { name: 'free_seq', ownedBy: null, options: '' },
      ],
    });
    const after = apply(before, dropUsers);
    expect(after.triggers.map((trigger) => trigger.table)).toEqual(['other']);
    expect(after.policies).toEqual([]);
    expect(after.sequences.map(({ name }) => name)).toEqual(['free_seq']);
  });

  test('CASCADE takes the views along that read the table, and the views over them', () => {
    const before = schema('postgresql', [users], {
      views: [
        view('a', 'SELECT * FROM users'),
        view('b', 'SELECT * FROM a'),
        view('c', "SELECT 'users'"),
      ],
    });
    const after = apply(before, { ...dropUsers, cascade: true });
    expect(after.views.map(({ name }) => name)).toEqual(['c']);
  });

  test('DROP TABLE drops a virtual table as well', () => {
    const virtualTables = [{ name: 'search', module: 'fts5', arguments: ['title'] }];
    const before = schema('sqlite', [users], { virtualTables });
    expect(apply(before, { ...dropUsers, table: 'search' }).virtualTables).toEqual([]);
  });

  test('options that are left out stay', () => {
    const before = schema('mysql', [{ ...users, charset: 'latin1', options: 'ENGINE=InnoDB' }]);
    const after = apply(before, { kind: 'setTableOptions', table: 'users', charset: 'utf8mb4' });
    expect(findTable(after, 'users')).toMatchObject({
      charset: 'utf8mb4',
      options: 'ENGINE=InnoDB',
      collation: null,
    });
  });
});

describe('columns', () => {
  const before = schema('mysql', [
    table('t', [column('a', 'int'), column('b', 'int'), column('c', 'int')]),
  ]);
  const columnNames = (after: Schema) => findTable(after, 't')?.columns.map(({ name }) => name);
  const add = {
    kind: 'addColumn',
    table: 't',
    column: column('n', 'int'),
    ifNotExists: false,
  } as const;

  test('go where the operation says', () => {
    expect(columnNames(apply(before, { ...add, position: null }))).toEqual(['a', 'b', 'c', 'n']);
    expect(columnNames(apply(before, { ...add, position: 'first' }))).toEqual(['n', 'a', 'b', 'c']);
    expect(columnNames(apply(before, { ...add, position: { after: 'a' } }))).toEqual([
      'a',
      'n',
      'b',
      'c',
    ]);
  });

  test('keep their place when redefined, unless it gives another', () => {
    const set = {
      kind: 'setColumn',
      table: 't',
      column: column('b', 'bigint'),
      using: null,
    } as const;
    const kept = apply(before, { ...set, position: null });
    expect(findTable(kept, 't')?.columns[1]).toEqual(column('b', 'bigint'));
    expect(columnNames(apply(before, { ...set, position: 'first' }))).toEqual(['b', 'a', 'c']);
  });

  test('of a primary key become NOT NULL', () => {
    const key = { name: null, columns: ['a'] };
    const after = apply(before, { kind: 'addPrimaryKey', table: 't', primaryKey: key });
    expect(findTable(after, 't')?.columns.map(({ nullable }) => nullable)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('enums', () => {
  const before = schema(
    'postgresql',
    [
      table('t', [
        column('s', 'kind', { default: { kind: 'literal', value: 'old' } }),
        column('l', 'kind[]', { default: { kind: 'expression', sql: "ARRAY['old'::kind]" } }),
      ]),
    ],
    { enums: [{ name: 'kind', values: ['old', 'new'] }] },
  );

  test('take a value before, after, or at the end', () => {
    const add = { kind: 'addEnumValue', enum: 'kind', value: 'x', ifNotExists: false } as const;
    const values = (position: Parameters<typeof apply>[1] & { kind: 'addEnumValue' }) =>
      apply(before, position).enums[0]?.values;
    expect(values({ ...add, position: null })).toEqual(['old', 'new', 'x']);
    expect(values({ ...add, position: { before: 'new' } })).toEqual(['old', 'x', 'new']);
    expect(values({ ...add, position: { after: 'old' } })).toEqual(['old', 'x', 'new']);
    expect(refusal(before, { ...add, position: { after: 'odl' } }).remedy).toBe(
      'Did you mean "old"?',
    );
  });

  test('rename in columns, arrays and casts', () => {
    const after = apply(before, { kind: 'renameEnum', from: 'kind', to: 'sort' });
    expect(after.tables[0]?.columns.map(({ type }) => type)).toEqual(['sort', 'sort[]']);
    expect(after.tables[0]?.columns[1]?.default).toEqual({
      kind: 'expression',
      sql: "ARRAY['old'::sort]",
    });
  });

  test('rename a value in the defaults that are it', () => {
    const after = apply(before, { kind: 'renameEnumValue', enum: 'kind', from: 'old', to: 'past' });
    expect(after.enums[0]?.values).toEqual(['past', 'new']);
    expect(after.tables[0]?.columns[0]?.default).toEqual({ kind: 'literal', value: 'past' });
  });

  test('are not dropped while a column is of the type', () => {
    const error = refusal(before, { kind: 'dropEnum', enum: 'kind', ifExists: false });
    expect(error.message).toBe('enum "kind" cannot be dropped: t.s is of that type');
    expect(error.remedy).toContain('t.s, t.l');
  });

  test('that are there stay as they are when created again', () => {
    expect(apply(before, { kind: 'createEnum', enum: { name: 'kind', values: [] } })).toBe(before);
  });
});

describe('views and functions', () => {
  const before = schema('postgresql', [users], { views: [view('a', 'one'), view('b', 'two')] });

  test('a replaced view keeps its place', () => {
    const after = apply(before, { kind: 'createView', view: view('a', 'new'), replace: true });
    expect(after.views.map(({ definition }) => definition)).toEqual(['new', 'two']);
  });

  test('a view is not made over one that is there', () => {
    const error = refusal(before, { kind: 'createView', view: view('a', 'new'), replace: false });
    expect(error.message).toBe('there is already a view "a"');
  });

  test('functions of one name differ by their arguments', () => {
    const make = (list: string, body: string) =>
      ({
        kind: 'createFunction',
        function: { name: 'f', definition: `CREATE FUNCTION f(${list}) RETURNS int AS '${body}'` },
        replace: true,
      }) as const;
    const two = apply(before, make('a int', '1'), make('a  INT', '2'), make('b text', '3'));
    expect(two.functions.map(({ definition }) => definition.slice(-2, -1))).toEqual(['2', '3']);
    const drop = (name: string) =>
      ({ kind: 'dropFunction', function: name, ifExists: false }) as const;
    expect(refusal(two, drop('f')).message).toBe('function name "f" is not unique');
    expect(apply(two, drop('f(a int)')).functions).toHaveLength(1);
  });
});

describe('indexes and constraints', () => {
  const before = schema('postgresql', [
    { ...users, indexes: [index('by_email', ['email'], { unique: true, nullsNotDistinct: true })] },
    table('other', [column('email', 'text')]),
  ]);
  const add = { kind: 'addIndex', ifNotExists: false, concurrently: false } as const;

  test('a name is taken in the whole schema on PostgreSQL, in the table on MySQL', () => {
    const body = { ...add, table: 'other', index: index('by_email', ['email']) };
    expect(refusal(before, body).message).toBe('there is already an index "by_email" on users');
    const mysql = apply({ ...before, engine: 'mysql' }, body);
    expect(findTable(mysql, 'other')?.indexes).toHaveLength(1);
    expect(apply(before, { ...body, ifNotExists: true })).toBe(before);
  });

  test('an index over a column that is not there is refused', () => {
    const error = refusal(before, { ...add, table: 'users', index: index('x', ['e_mail']) });
    expect(error.report).toContain('users has no column "e_mail"\n  Did you mean "email"?');
  });

  test('a unique constraint takes its index over', () => {
    const after = apply(before, {
      kind: 'addUniqueConstraint',
      table: 'users',
      uniqueConstraint: {
        name: 'one_email',
        columns: [],
        deferrable: 'deferred',
        nullsNotDistinct: false,
      },
      usingIndex: 'by_email',
    });
    expect(findTable(after, 'users')).toMatchObject({
      indexes: [],
      uniqueConstraints: [
        { name: 'one_email', columns: ['email'], deferrable: 'deferred', nullsNotDistinct: true },
      ],
    });
    const drop = refusal(after, {
      kind: 'dropIndex',
      table: 'users',
      index: 'one_email',
      ifExists: false,
      concurrently: false,
    });
    expect(drop.message).toContain('belongs to the unique constraint');
  });

  test('a check that was not valid becomes valid', () => {
    const unchecked = schema('postgresql', [
      { ...users, checkConstraints: [check('c', 'id > 0', false)] },
    ]);
    const after = apply(unchecked, { kind: 'validateConstraint', table: 'users', constraint: 'c' });
    expect(findTable(after, 'users')?.checkConstraints).toEqual([check('c', 'id > 0')]);
    const error = refusal(unchecked, {
      kind: 'validateConstraint',
      table: 'users',
      constraint: 'd',
    });
    expect(error.message).toBe('users has no foreign key or check constraint "d"');
  });

  test('an index of a materialized view is kept with the view', () => {
    const views = schema('postgresql', [], { views: [view('v', 'q', { materialized: true })] });
    const after = apply(views, { ...add, table: 'v', index: index('i', ['any']) });
    expect(after.views[0]?.indexes.map(({ name }) => name)).toEqual(['i']);
  });
});

test('the rename of public is refused as one that is not followed', () => {
  const rename = { kind: 'renameNamespace', from: 'public', to: 'old' } as const;
  expect(() => apply(schema('postgresql', []), rename)).toThrow(
    'migdocs does not follow the rename of public',
  );
});

test('a dropped schema takes along what is in it, and the keys that point there', () => {
  const before = schema('postgresql', [table('billing.bills', []), table('users', [])], {
    namespaces: ['billing', 'other'],
    enums: [{ name: 'billing.kind', values: [] }],
  });
  const after = apply(before, { kind: 'dropNamespace', namespace: 'billing', ifExists: false });
  expect(after.namespaces).toEqual(['other']);
  expect(after.tables.map(({ name }) => name)).toEqual(['users']);
  expect(after.enums).toEqual([]);
  const renamed = apply(before, { kind: 'renameNamespace', from: 'billing', to: 'money' });
  expect(renamed.tables[0]?.name).toBe('money.bills');
  expect(renamed.enums[0]?.name).toBe('money.kind');
});

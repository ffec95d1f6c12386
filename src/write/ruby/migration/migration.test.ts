import { describe, expect, test } from 'vitest';
import { applyAll } from '../../../apply/index.ts';
import { ENGINES } from '../../../model/engine.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import {
  column,
  foreignKey,
  index,
  indexPart,
  operation,
  schema,
  table,
} from '../../../testing/build.ts';
import { shop } from '../../../testing/shop.ts';
import { shopOperations } from '../../../testing/shop-operations.ts';
import { operationRuby } from './index.ts';

const RAILS_8 = { major: 8, minor: 0 };

function ruby(body: OperationBody, before: Schema = shop('postgresql'), rails = RAILS_8): string {
  return operationRuby(operation(body), before, rails);
}

describe.each(ENGINES)('%s', (engine) => {
  test('the golden file shows every operation as Ruby', async () => {
    const blocks = shopOperations(engine).map(({ name, body, first }) => {
      const before = applyAll(
        shop(engine),
        first.map((each) => operation(each)),
      );
      return [`# ${name}`, ruby(body, before)].join('\n');
    });
    await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${engine}.rb`);
  });
});

test('a column has all of its options', () => {
  expect(
    ruby({
      kind: 'addColumn',
      table: 'orders',
      column: column('status', 'character varying(20)', {
        nullable: false,
        default: { kind: 'literal', value: 'x' },
        collation: 'C',
        comment: 'a "#{b}" c',
      }),
      ifNotExists: true,
      position: null,
    }),
  ).toBe(
    'add_column :orders, :status, :string, limit: 20, default: "x", null: false, collation: "C", comment: "a \\"\\#{b}\\" c", if_not_exists: true',
  );
});

test('a type that Rails would take for another one is spelt as SQL', () => {
  const add = (type: string) =>
    ruby({
      kind: 'addColumn',
      table: 'orders',
      column: column('weight', type),
      ifNotExists: false,
      position: null,
    });
  expect(add('real')).toBe('add_column :orders, :weight, :float, limit: 24');
  expect(add('double precision')).toBe('add_column :orders, :weight, :float');
  expect(add('booking_state[]')).toBe(
    'add_column :orders, :weight, :enum, enum_type: "booking_state", array: true',
  );
});

test('the precision of a datetime depends on the version', () => {
  const body = {
    kind: 'addColumn',
    table: 'orders',
    column: column('seen_at', 'timestamp(6) without time zone'),
    ifNotExists: false,
    position: null,
  } as const;
  expect(ruby(body)).toBe('add_column :orders, :seen_at, :datetime');
  expect(ruby(body, shop('postgresql'), { major: 6, minor: 1 })).toBe(
    'add_column :orders, :seen_at, :datetime, precision: 6',
  );
});

test.each([
  ['id', 'bigint', 'sequence', 'create_table :t do |t|'],
  ['id', 'integer', 'sequence', 'create_table :t, id: :serial do |t|'],
  ['id', 'uuid', null, 'create_table :t, id: :uuid do |t|'],
  [
    'code',
    'character varying(8)',
    null,
    'create_table :t, primary_key: "code", id: { type: :string, limit: 8 } do |t|',
  ],
] as const)('a key %s of type %s', (name, type, autoIncrement, head) => {
  const key = column(name, type, { nullable: false, autoIncrement });
  const created = table('t', [key], { primaryKey: { name: null, columns: [name] } });
  expect(ruby({ kind: 'createTable', table: created, ifNotExists: false })).toBe(`${head}\nend`);
});

test('a table has its parts in the block, and what CREATE TABLE cannot say behind it', () => {
  const created = table('t', [column('a', 'bigint', { nullable: false })], {
    primaryKey: null,
    indexes: [
      index('by_a', ['a'], {
        unique: true,
        using: 'gin',
        parts: [indexPart('a', { order: 'desc', nulls: 'last', opclass: 'x_ops' })],
        include: ['a'],
        where: "a <> ''",
      }),
    ],
    foreignKeys: [foreignKey('a', 'orders', { validated: false, onDelete: 'setNull' })],
  });
  expect(ruby({ kind: 'createTable', table: created, ifNotExists: false })).toBe(
    [
      'create_table :t, id: false do |t|',
      '  t.bigint :a, null: false',
      '  t.index :a, name: "by_a", unique: true, order: { a: "DESC NULLS LAST" }, opclass: { a: :x_ops }, using: :gin, where: "a <> \'\'", include: [:a]',
      'end',
      'add_foreign_key :t, :orders, column: :a, name: "fk_a_orders", on_delete: :nullify, validate: false',
    ].join('\n'),
  );
});

test('an index over an expression is one text', () => {
  const parts = [indexPart('', { column: null, expression: 'lower(email)' }), indexPart('name')];
  expect(
    ruby({
      kind: 'addIndex',
      table: 'customers',
      index: index('by_lower', [], { parts, using: null }),
      ifNotExists: false,
      concurrently: true,
    }),
  ).toBe(
    'add_index :customers, "lower(email), \\"name\\"", name: "by_lower", algorithm: :concurrently',
  );
});

test('what is removed names what Rails needs to put it back', () => {
  expect(
    ruby({
      kind: 'dropColumn',
      table: 'customers',
      column: 'legacy_ref',
      ifExists: false,
      cascade: false,
    }),
  ).toBe('remove_column :customers, :legacy_ref, :string, limit: 20, null: false');
  expect(
    ruby({
      kind: 'dropForeignKey',
      table: 'orders',
      foreignKey: 'fk_rails_customer',
      ifExists: false,
    }),
  ).toBe(
    'remove_foreign_key :orders, :customers, column: :customer_id, name: "fk_rails_customer", on_delete: :cascade',
  );
});

test('a command that the version has not is executed as SQL', () => {
  const body = { kind: 'renameEnum', from: 'booking_state', to: 'state' } as const;
  expect(ruby(body)).toBe('rename_enum :booking_state, :state');
  expect(ruby(body, shop('postgresql'), { major: 7, minor: 1 })).toBe(
    'rename_enum :booking_state, to: :state',
  );
  expect(ruby(body, shop('postgresql'), { major: 6, minor: 1 })).toBe(
    `execute 'ALTER TYPE "booking_state" RENAME TO "state"'`,
  );
});

test('before Rails 7.1, disable_extension always cascades', () => {
  const drop = (cascade: boolean, minor: number) =>
    ruby({ kind: 'dropExtension', extension: 'citext', cascade }, shop('postgresql'), {
      major: 7,
      minor,
    });
  expect(drop(false, 1)).toBe('disable_extension "citext"');
  expect(drop(true, 1)).toBe('disable_extension "citext", force: :cascade');
  expect(drop(true, 0)).toBe('disable_extension "citext"');
  expect(drop(false, 0)).toBe(`execute 'DROP EXTENSION IF EXISTS "citext"'`);
});

test('a long statement is a heredoc, quoted where Ruby would read into it', () => {
  const run = (text: string) => ruby({ kind: 'runSql', text, purpose: 'a query' });
  expect(run('SELECT 1,\n  2;')).toBe('execute <<~SQL\n  SELECT 1,\n    2\nSQL');
  expect(run("SELECT '\\d'\n")).toBe(`execute "SELECT '\\\\d'"`);
  expect(run("SELECT\n'\\d'")).toBe("execute <<~'SQL'\n  SELECT\n  '\\d'\nSQL");
});

test('SET DEFAULT, for which Active Record has no word, is executed', () => {
  const before = schema('postgresql', [table('a', [column('b_id', 'bigint')]), table('b', [])]);
  const body = {
    kind: 'addForeignKey',
    table: 'a',
    foreignKey: foreignKey('b_id', 'b', { onDelete: 'setDefault' }),
    ifNotExists: false,
  } as const;
  expect(ruby(body, before)).toContain('ON DELETE SET DEFAULT');
});

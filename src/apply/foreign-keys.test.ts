import { describe, expect, test } from 'vitest';
import type { OperationBody } from '../model/operation.ts';
import { findTable, type Schema } from '../model/schema.ts';
import { column, foreignKey, index, operation, schema, table } from '../testing/build.ts';
import { applyAll } from './index.ts';

const shop = (engine: Schema['engine']): Schema =>
  schema(engine, [
    table('users', [column('id', 'bigint')]),
    table('orders', [column('id', 'bigint'), column('user_id', 'bigint')]),
  ]);
const add = (toTable = 'users'): OperationBody => ({
  kind: 'addForeignKey',
  table: 'orders',
  foreignKey: foreignKey('user_id', toTable),
  ifNotExists: false,
});
const apply = (before: Schema, ...bodies: readonly OperationBody[]) =>
  applyAll(
    before,
    bodies.map((body) => operation(body)),
  );
const indexNames = (after: Schema) => findTable(after, 'orders')?.indexes.map(({ name }) => name);

describe('MySQL makes an index for a foreign key', () => {
  const addIndex: OperationBody = {
    kind: 'addIndex',
    table: 'orders',
    index: index('by_user', ['user_id', 'id']),
    ifNotExists: false,
    concurrently: false,
  };

  test('named like the key, where no other serves', () => {
    expect(indexNames(apply(shop('mysql'), add()))).toEqual(['fk_user_id_users']);
    expect(indexNames(apply(shop('mysql'), addIndex, add()))).toEqual(['by_user']);
    expect(indexNames(apply(shop('postgresql'), add()))).toEqual([]);
  });

  test('that gives way to one that serves as well', () => {
    expect(indexNames(apply(shop('mysql'), add(), addIndex))).toEqual(['by_user']);
  });

  test('that stays when the key is dropped', () => {
    const drop = {
      kind: 'dropForeignKey',
      table: 'orders',
      foreignKey: 'fk_user_id_users',
      ifExists: false,
    } as const;
    const after = apply(shop('mysql'), add(), drop);
    expect(findTable(after, 'orders')?.foreignKeys).toEqual([]);
    expect(indexNames(after)).toEqual(['fk_user_id_users']);
  });

  test('that is not dropped while the key needs it', () => {
    const drop = {
      kind: 'dropIndex',
      table: 'orders',
      index: 'by_user',
      ifExists: false,
      concurrently: false,
    } as const;
    expect(() => apply(shop('mysql'), addIndex, add(), drop)).toThrow(
      'index "by_user" of orders cannot be dropped: foreign key "fk_user_id_users" needs it',
    );
    expect(indexNames(apply(shop('postgresql'), addIndex, add(), drop))).toEqual([]);
  });
});

describe('the table that a foreign key refers to', () => {
  test('has to be there, except on SQLite and in another schema', () => {
    expect(() => apply(shop('postgresql'), add('user'))).toThrow('there is no table "user"');
    expect(() => apply(shop('sqlite'), add('user'))).not.toThrow();
    expect(() => apply(shop('postgresql'), add('auth.users'))).not.toThrow();
  });

  const drop = { kind: 'dropTable', table: 'users', ifExists: false, cascade: false } as const;
  const refusal = 'users cannot be dropped: foreign key "fk_user_id_users" of orders refers to it';

  test('is protected on PostgreSQL, unless its drop cascades', () => {
    expect(() => apply(shop('postgresql'), add(), drop)).toThrow(refusal);
    const after = apply(shop('postgresql'), add(), { ...drop, cascade: true });
    expect(findTable(after, 'orders')?.foreignKeys).toEqual([]);
  });

  test.each([true, false])('is protected on MySQL, with CASCADE %s', (cascade) => {
    expect(() => apply(shop('mysql'), add(), { ...drop, cascade })).toThrow(refusal);
  });

  test.each([true, false])('leaves the key dangling on SQLite, with CASCADE %s', (cascade) => {
    const after = apply(shop('sqlite'), add(), { ...drop, cascade });
    expect(findTable(after, 'orders')?.foreignKeys).toHaveLength(1);
  });
});

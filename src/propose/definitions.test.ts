import { describe, expect, test } from 'vitest';
import { diffSchemas } from '../diff/index.ts';
import type { Schema } from '../model/schema.ts';
import { column, index, operation, schema, table } from '../testing/build.ts';
import { definitionsOf } from './definitions.ts';

const ID = column('id', 'bigint', { nullable: false });

function definitions(
  before: Schema,
  after: Schema,
  renames: Parameters<typeof operation>[0][] = [],
) {
  const changes = diffSchemas(before, after, { renames: renames.map((body) => operation(body)) });
  const all = definitionsOf(changes, before, after);
  expect(all).toHaveLength(changes.length);
  return new Map(changes.map(({ object }, at) => [object.name, all[at]]));
}

describe('the definition of a changed object', () => {
  test('is the statement that adds a part to its table, before and after', () => {
    const of = (type: string) => schema('postgresql', [table('orders', [ID, column('n', type)])]);
    expect(definitions(of('integer'), of('bigint')).get('n')).toEqual({
      before: ['ALTER TABLE "orders" ADD "n" integer;'],
      after: ['ALTER TABLE "orders" ADD "n" bigint;'],
    });
  });

  test('is null where there is no object', () => {
    const before = schema('postgresql', [table('carts', [ID])]);
    const found = definitions(before, schema('postgresql', [])).get('carts');
    expect(found?.after).toBeNull();
    expect(found?.before?.join('\n')).toContain('CREATE TABLE "carts"');
  });

  test('names the table as it was called then', () => {
    const of = (name: string, by: string) =>
      schema('postgresql', [table(name, [ID], { indexes: [index(by, ['id'])] })]);
    const found = definitions(of('carts', 'a'), of('baskets', 'b'), [
      { kind: 'renameTable', from: 'carts', to: 'baskets' },
    ]);
    const statements = [...found.values()].flatMap((one) => one?.before ?? []);
    expect(statements.some((sql) => sql.includes('ON "carts"'))).toBe(true);
    expect(statements.some((sql) => sql.includes('"baskets"'))).toBe(false);
  });
});

import { expect, test } from 'vitest';
import type { Engine } from '../../../../model/engine.ts';
import { predicted } from '../../../../testing/predicted.ts';

async function validated(code: string, engine: Engine): Promise<readonly boolean[]> {
  const { table } = await predicted(code, { engine });
  const posts = table('posts');
  return [
    ...(posts?.checkConstraints ?? []),
    ...(posts?.foreignKeys.filter(({ toTable }) => toTable === 'posts') ?? []),
  ].map((constraint) => constraint.validated);
}

const CHECK = `add_check_constraint :posts, "title <> ''", validate: false`;
const KEY =
  'add_column :posts, :parent_id, :bigint; add_foreign_key :posts, :posts, column: :parent_id, name: :own, validate: false';

test('validate: false leaves the rows unread on PostgreSQL', async () => {
  expect(await validated(CHECK, 'postgresql')).toEqual([false]);
  expect(await validated(KEY, 'postgresql')).toEqual([false]);
});

test.each(['mysql', 'sqlite'] as const)('validate: false means nothing on %s', async (engine) => {
  expect(await validated(CHECK, engine)).toEqual([true]);
  expect(await validated(KEY, engine)).toEqual([true]);
});

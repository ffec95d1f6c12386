import { expect, test } from 'vitest';
import { emptySchema } from '../../../model/schema.ts';
import { readMigrations } from '../index.ts';

async function lines(body: string) {
  const text = `class Change < ActiveRecord::Migration[8.0]\n  def up\n${body}\n  end\nend\n`;
  const { migrations } = await readMigrations(
    [{ path: 'db/migrate/1_change.rb', text }],
    emptySchema('postgresql'),
    { rails: null, project: { read: () => null, list: () => [] } },
  );
  const [migration] = migrations;
  return migration?.operations.map(({ kind, source }) => [kind, source.line, source.endLine]);
}

test('each statement of a heredoc stands in its own lines', async () => {
  const body = `    execute <<~SQL
      CREATE TABLE items (
        id bigserial PRIMARY KEY
      );
      -- the index
      CREATE INDEX by_id ON items (id);

      UPDATE items SET id = 1
    SQL`;
  expect(await lines(body)).toEqual([
    ['createTable', 4, 6],
    ['addIndex', 8, 8],
    ['changeRows', 10, 10],
  ]);
});

test('a statement alone stands where the call does', async () => {
  expect(await lines("    execute <<~SQL\n      SET a.b = 'c';\n    SQL")).toEqual([
    ['runSql', 3, 5],
  ]);
});

test('statements that Ruby puts together stand where the call does', async () => {
  const body =
    "    names = %w[a b]\n    execute names.map { |name| \"SET x.#{name} = '1'\" }.join(';')";
  expect(await lines(body)).toEqual([
    ['runSql', 4, 4],
    ['runSql', 4, 4],
  ]);
});

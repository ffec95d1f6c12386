import { expect, test } from 'vitest';
import type { Engine } from '../../../model/engine.ts';
import { predicted } from '../../../testing/predicted.ts';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

/** Kinds of the operations, those that are sent along with the one before marked by a plus. */
async function sent(code: string, engine: Engine): Promise<readonly string[]> {
  const { operations } = await predicted(code, { engine });
  return operations.map(({ kind, joined }) => (joined ? `+${kind}` : kind));
}

const BULK = `
  change_table :users, bulk: true do |t|
    t.string :nick
    t.remove :name
    t.index :age
    t.references :post
    t.integer :size
    t.integer :weight
  end`;

test('bulk: true sends what the adapter has clauses for in one ALTER TABLE', async () => {
  expect(await sent(BULK, 'postgresql')).toEqual([
    ...['addColumn', '+dropColumn', 'addIndex', 'addColumn', 'addIndex'],
    ...['addColumn', '+addColumn'],
  ]);
  expect(await sent(BULK, 'mysql')).toEqual([
    ...['addColumn', '+dropColumn', '+addIndex', 'addColumn', 'addIndex'],
    ...['addColumn', '+addColumn'],
  ]);
});

test('neither without bulk, nor after it, nor on SQLite are operations joined', async () => {
  const plain = BULK.replace(', bulk: true', '');
  for (const code of [plain, 'add_column :users, :a, :integer\nadd_column :users, :b, :integer']) {
    expect((await sent(code, 'postgresql')).filter((kind) => kind.startsWith('+'))).toEqual([]);
  }
  expect((await sent(BULK, 'sqlite')).filter((kind) => kind.startsWith('+'))).toEqual([]);
  const after = `${BULK}\nadd_column :users, :last, :integer`;
  expect((await sent(after, 'mysql')).at(-1)).toBe('addColumn');
});

test('the way back of a bulk change is one ALTER TABLE, too', async () => {
  const code = `revert do
    change_table :users, bulk: true do |t|
      t.integer :size
      t.integer :weight
    end
  end`;
  const { operations } = await predicted(
    `change_table(:users) { |t| t.integer :size; t.integer :weight }\n${code}`,
  );
  expect(operations.map(({ kind, joined = false }) => [kind, joined])).toEqual([
    ['addColumn', false],
    ['addColumn', false],
    ['dropColumn', false],
    ['dropColumn', true],
  ]);
});

test('algorithm: of add_index is what MySQL is told', async () => {
  const online = async (code: string, engine: Engine = 'mysql') =>
    (await predicted(code, { engine })).operations.map((operation) => operation.online);
  expect(await online('add_index :users, :age, algorithm: :copy')).toEqual([{ algorithm: 'copy' }]);
  expect(await online('add_index :users, :age, algorithm: :default')).toEqual([undefined]);
  expect(await online('add_index :users, :age, algorithm: :concurrently', 'postgresql')).toEqual([
    undefined,
  ]);
});

/** What each operation tells MySQL, read for a project on Active Record 8.2. */
async function onlineIn82(change: string): Promise<readonly unknown[]> {
  const schema =
    'ActiveRecord::Schema[8.1].define(version: 1) do\ncreate_table("posts") { |t| t.string "title" }\ncreate_table("users")\nend\n';
  const rails = { major: 8, minor: 2 };
  const before = await readSchemaRb(schema, 'db/schema.rb', { engine: 'mysql', rails });
  const text = `class Try < ActiveRecord::Migration[8.2]\ndef change\n${change}\nend\nend\n`;
  const { migrations } = await readMigrations(
    [{ path: 'db/migrate/2_try.rb', text }],
    before.schema,
    { rails, project: { read: () => null, list: () => [] } },
  );
  return migrations.flatMap(({ operations }) =>
    operations.map(({ kind, online }) => [kind, online ?? null]),
  );
}

test('since 8.2 columns take algorithm: and lock:, too', async () => {
  expect(await onlineIn82('add_column :posts, :a, :integer, algorithm: :copy')).toEqual([
    ['addColumn', { algorithm: 'copy' }],
  ]);
  expect(await onlineIn82('change_column :posts, :title, :text, lock: :shared')).toEqual([
    ['setColumn', { lock: 'shared' }],
  ]);
});

test('a reference passes its options to the column, and those of index: to the index', async () => {
  const code =
    'add_reference :posts, :user, algorithm: :instant, index: { algorithm: :copy }, foreign_key: true';
  expect(await onlineIn82(code)).toEqual([
    ['addColumn', { algorithm: 'instant' }],
    ['addIndex', { algorithm: 'copy' }],
    ['addForeignKey', null],
  ]);
});

test('before 8.2 a reference tells MySQL the algorithm of its index', async () => {
  const { operations } = await predicted(
    'add_reference :posts, :editor, index: { algorithm: :copy }',
    { engine: 'mysql' },
  );
  expect(operations.map(({ online }) => online)).toEqual([undefined, { algorithm: 'copy' }]);
});

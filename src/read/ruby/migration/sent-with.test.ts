import { expect, test } from 'vitest';
import type { Engine } from '../../../model/engine.ts';
import { predicted } from '../../../testing/predicted.ts';

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

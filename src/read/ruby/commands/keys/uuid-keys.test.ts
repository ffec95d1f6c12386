import { expect, test } from 'vitest';
import { readMigrations, readSchemaRb } from '../../index.ts';

const MIGRATION = `class A < ActiveRecord::Migration[7.1]
  def change
    create_table :orders do |t|
      t.references :user
      t.references :maker, polymorphic: true, null: true
    end
    create_table(:counts, id: :bigint) { |t| t.integer :number }
    add_reference :orders, :cart, index: false
  end
end
`;

async function columnsWith(lock: string, extension: string): Promise<readonly string[]> {
  const schema = `ActiveRecord::Schema[7.1].define(version: 1) do
  enable_extension "${extension}"
end
`;
  const rails = { major: 7, minor: 1 };
  const file = await readSchemaRb(schema, 'db/schema.rb', { engine: 'postgresql', rails });
  const project = {
    read: (path: string) => (path === 'Gemfile.lock' ? lock : null),
    list: () => [],
  };
  const files = [{ path: 'db/migrate/2_a.rb', text: MIGRATION }];
  const { after } = await readMigrations(files, file.schema, { rails, project });
  return after.tables.flatMap(({ name, columns }) =>
    columns.map((column) => {
      const made = column.default?.kind === 'expression' ? ` ${column.default.sql}` : '';
      const required = column.nullable ? '' : ' not null';
      return `${name}.${column.name} ${column.type}${required}${made}`;
    }),
  );
}

test('with ar-uuid keys and references are uuids where nothing else is said', async () => {
  expect(await columnsWith('GEM\n  specs:\n    ar-uuid (0.2.3)\n', 'pgcrypto')).toEqual([
    'orders.id uuid not null gen_random_uuid()',
    'orders.user_id uuid not null',
    'orders.maker_type character varying',
    'orders.maker_id uuid',
    'orders.cart_id uuid',
    'counts.id bigint not null',
    'counts.number integer',
  ]);
});

test('ar-uuid takes the function of uuid-ossp where that alone is there', async () => {
  const [key] = await columnsWith('GEM\n  specs:\n    ar-uuid (0.2.3)\n', 'uuid-ossp');
  expect(key).toBe('orders.id uuid not null uuid_generate_v4()');
});

test('without the gem they are those of Rails', async () => {
  const [key, reference] = await columnsWith('GEM\n  specs:\n    rails (7.1.0)\n', 'pgcrypto');
  expect([key, reference]).toEqual(['orders.id bigint not null', 'orders.user_id bigint']);
});

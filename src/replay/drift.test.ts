import { describe, expect, test } from 'vitest';
import type { MigrationFile } from '../project/selection.ts';
import { readSchemaRb } from '../read/ruby/index.ts';
import { driftOf } from './drift.ts';

async function schemaOf(...lines: readonly string[]) {
  const text = `ActiveRecord::Schema[7.1].define(version: 1) do\n${lines.join('\n')}\nend\n`;
  const { schema } = await readSchemaRb(text, 'db/schema.rb', {
    engine: 'postgresql',
    rails: null,
  });
  return schema;
}

function users(...columns: readonly string[]): string {
  return `create_table "users" do |t|\n${columns.map((column) => `t.${column}`).join('\n')}\nend`;
}

function migration(line: string): readonly MigrationFile[] {
  return [{ path: 'db/migrate/1_step.rb', version: '1', text: line }];
}

describe('driftOf', () => {
  test('a column that the dump holds and no migration names is drift', async () => {
    const before = await schemaOf(users('string "name"'));
    const predicted = await schemaOf(users('string "name"', 'string "email"'));
    const dumped = await schemaOf(users('string "name"', 'string "email"', 'date "born"'));
    const found = driftOf(
      { before, predicted, dumped },
      migration('add_column :users, :email, :string'),
    );
    expect(found).toEqual([{ type: 'column', table: 'users', name: 'born' }]);
  });

  test('a wrong prediction of what a migration names is none', async () => {
    const before = await schemaOf(users('string "name"'));
    const predicted = await schemaOf(users('string "name"'));
    const dumped = await schemaOf(users('string "name"', 'bigint "team_id"'));
    const found = driftOf({ before, predicted, dumped }, migration('add_reference :users, :team'));
    expect(found).toEqual([]);
  });

  test('a change that was predicted for nothing is our mistake, not drift', async () => {
    const before = await schemaOf(users('string "name"'));
    const predicted = await schemaOf(users('string "name"', 'date "born"'));
    const dumped = await schemaOf(users('string "name"', 'date "born", null: false'));
    expect(driftOf({ before, predicted, dumped }, migration('something_else'))).toEqual([]);
  });
});

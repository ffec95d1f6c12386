import { describe, expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

const DUMPED = `  create_table "users", force: :cascade do |t|
    t.string "name"
    t.index ["name"], name: "index_users_on_name"
  end

  add_foreign_key "users", "teams"
`;

const MIGRATION = {
  path: 'db/migrate/1_step.rb',
  version: '1',
  text: 'def change\n  add_index :users, :name, unique: true\n  add_foreign_key :users, :teams\nend\n',
};

describe('differencesOf', () => {
  test('a line of a table comes with its table and the lines of the migration that name it', () => {
    const predicted = DUMPED.replace(
      '"index_users_on_name"',
      '"index_users_on_name", unique: true',
    );
    expect(differencesOf(predicted, DUMPED, [MIGRATION], 'ruby')).toEqual([
      {
        table: 'users',
        line: 3,
        predicted: ['    t.index ["name"], name: "index_users_on_name", unique: true'],
        dumped: ['    t.index ["name"], name: "index_users_on_name"'],
        named: [{ path: MIGRATION.path, line: 2, text: 'add_index :users, :name, unique: true' }],
      },
    ]);
  });

  test('what stands outside of tables belongs to none', () => {
    const predicted = DUMPED.replace('  add_foreign_key "users", "teams"\n', '');
    expect(differencesOf(predicted, DUMPED, [MIGRATION], 'ruby')).toMatchObject([
      { table: null, line: 6, predicted: [], dumped: ['  add_foreign_key "users", "teams"'] },
    ]);
  });

  test('names with signs of regular expressions are taken literally', () => {
    const predicted = DUMPED.replace('t.string "name"', 't.string "na(me"');
    expect(differencesOf(predicted, DUMPED, [MIGRATION], 'ruby')).toHaveLength(1);
  });

  test('a line of SQL comes with the table whose statement it is in', () => {
    const dumped =
      'CREATE TABLE public.users (\n    id bigint NOT NULL,\n    user_name text\n);\n\nCREATE INDEX i ON public.users USING btree (user_name);\n';
    const predicted = dumped.replace('user_name text', 'user_name text NOT NULL');
    const migration = { ...MIGRATION, text: 'change_column_null :users, :user_name, true' };
    expect(differencesOf(predicted, dumped, [migration], 'sql')).toMatchObject([
      { table: 'users', line: 3, named: [{ line: 1, text: migration.text }] },
    ]);
  });
});

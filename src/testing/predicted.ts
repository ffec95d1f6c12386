import type { Engine } from '../model/engine.ts';
import { findTable } from '../model/schema.ts';
import { readMigrations, readSchemaRb } from '../read/ruby/index.ts';

const TABLES = `
  create_table "users", force: :cascade do |t|
    t.string "email", null: false
    t.string "name"
    t.integer "age"
    t.index ["email"], name: "index_users_on_email", unique: true
  end
  create_table "posts", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "title"
    t.index ["user_id"], name: "index_posts_on_user_id"
  end
  add_foreign_key "posts", "users"
`;

interface Given {
  readonly version?: string;
  readonly engine?: Engine;
  readonly files?: { readonly [path: string]: string };
  /** Other statements of the class, and whole methods instead of a \`change\`. */
  readonly body?: string;
}

/** What one migration makes of a project with the tables users and posts. */
export async function predicted(
  change: string,
  { version = '7.1', engine = 'postgresql', files = {}, body }: Given = {},
) {
  const schema = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do\n${TABLES}end\n`;
  const before = await readSchemaRb(schema, 'db/schema.rb', { engine, rails: null });
  const text = `class Try < ActiveRecord::Migration[${version}]\n${body ?? `def change\n${change}\nend`}\nend\n`;
  const path = 'db/migrate/20260202000000_try.rb';
  const prediction = await readMigrations([{ path, text }], before.schema, {
    rails: null,
    project: {
      read: (name) => files[name] ?? null,
      list: (folder) =>
        Object.keys(files)
          .filter((name) => name.startsWith(`${folder}/`))
          .sort(),
    },
  });
  const [migration] = prediction.migrations;
  if (!migration) throw new Error('no migration was read');
  const table = (name: string) => findTable(prediction.after, name);
  const kinds = migration.operations.map((operation) => operation.kind);
  return { ...prediction, migration, table, kinds, operations: migration.operations };
}

/** A column's type in a table that was predicted; undefined when it is not there. */
export function columnType(table: ReturnType<typeof findTable>, name: string): string | undefined {
  return table?.columns.find((column) => column.name === name)?.type;
}

import type { Engine } from '../model/engine.ts';
import type { Operation } from '../model/operation.ts';
import { findTable, type Schema } from '../model/schema.ts';
import type { ProjectFiles } from '../model/schema-file.ts';
import { readMigrations, readSchemaRb } from '../read/ruby/index.ts';

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  create_table "users", force: :cascade do |t|
    t.string "email", null: false
    t.string "name"
    t.integer "age"
  end
  create_table "posts", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "title"
  end
end
`;

/** Files of a project by their paths. */
export type Files = { readonly [path: string]: string };

/** What a migration of a project with the tables users and posts does. */
export interface Migrated {
  readonly after: Schema;
  readonly operations: readonly Operation[];
  /** Reasons of what was not understood. */
  readonly reasons: readonly string[];
  /** True when Rails wraps the migration in a transaction. */
  readonly transactional: boolean;
  /** Columns of a table; empty when there is none of that name. */
  readonly columns: (table: string) => readonly string[];
}

interface Given {
  readonly files?: Files;
  readonly engine?: Engine;
  /** Statements above the class. */
  readonly top?: string;
}

/** Runs the body of a `change`, or of a whole class when it has methods of its own. */
export async function migrated(code: string, given: Given = {}): Promise<Migrated> {
  const body = /^\s*def (?:change|up)\b/m.test(code) ? code : `def change\n${code}\nend`;
  const { top = '' } = given;
  return migratedFile(`${top}\nclass Try < ActiveRecord::Migration[7.1]\n${body}\nend\n`, given);
}

/** Runs a migration that is given as its whole file. */
export async function migratedFile(
  text: string,
  { files = {}, engine = 'postgresql' }: Given = {},
): Promise<Migrated> {
  const { schema } = await readSchemaRb(SCHEMA, 'db/schema.rb', { engine, rails: null });
  const migration = [{ path: 'db/migrate/20260202000000_try.rb', text }];
  const { after, migrations } = await readMigrations(migration, schema, {
    rails: { major: 7, minor: 1 },
    project: projectOf(files),
  });
  const operations = migrations[0]?.operations ?? [];
  return {
    after,
    operations,
    transactional: migrations[0]?.transactional ?? true,
    reasons: operations.flatMap((operation) =>
      operation.kind === 'opaque' ? [operation.reason] : [],
    ),
    columns: (table) => findTable(after, table)?.columns.map(({ name }) => name) ?? [],
  };
}

function projectOf(files: Files): ProjectFiles {
  const paths = Object.keys(files).sort();
  const folders = [...new Set(paths.map(folderOf))];
  return {
    read: (path) => files[path] ?? null,
    list: (folder) => paths.filter((path) => folderOf(path) === folder),
    folders: (folder) => folders.filter((other) => folderOf(other) === folder),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

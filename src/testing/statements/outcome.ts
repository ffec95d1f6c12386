import { type Engine, parseRailsVersion, type RailsVersion } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { Schema } from '../../model/schema.ts';
import { readMigrations, readSchemaRb } from '../../read/ruby/index.ts';
import { writeSchemaRb } from '../../write/ruby/schema/index.ts';
import type { Receiver } from './statement.ts';

/** What objects only PostgreSQL has, which examples name. */
const OBJECTS = { postgresql: '  create_enum "level", ["low", "high"]\n', mysql: '', sqlite: '' };

const CHARSET = { postgresql: '', mysql: ' charset: "utf8mb4",', sqlite: '' } as const;

const schemaText = (engine: Engine): string => `ActiveRecord::Schema[8.1].define(version: 1) do
${OBJECTS[engine]}  create_table "posts",${CHARSET[engine]} force: :cascade do |t|
    t.bigint "user_id"
    t.bigint "author_id"
    t.string "title"
    t.index ["user_id"], name: "index_posts_on_user_id"
  end

  create_table "users",${CHARSET[engine]} force: :cascade do |t|
    t.string "email", null: false
    t.string "name"
    t.integer "age"
    t.integer "score"
    t.index ["email"], name: "index_users_on_email", unique: true
  end

  add_foreign_key "posts", "users"
end
`;

/** Migrations of the project that examples run and revert. */
const OTHERS: { readonly [path: string]: string } = {
  'db/migrate/20250101000000_add_score.rb':
    'class AddScore < ActiveRecord::Migration[8.1]\ndef change\nadd_column :users, :score, :integer\nend\nend\n',
  'db/migrate/20250102000000_add_flag.rb':
    'class AddFlag < ActiveRecord::Migration[8.1]\ndef change\nadd_column :users, :flag, :boolean\nend\nend\n',
};

const NEWEST = '8.1';

export interface Outcome {
  readonly before: Schema;
  readonly after: Schema;
  readonly migration: Migration;
  /** The schema.rb afterwards. */
  readonly text: string;
}

/**
 * What a piece of a migration does to a small schema with the tables `posts` and `users`.
 *
 * @param installed - the project's Rails; that of the migration when it is not given.
 * @throws {InputError} when migdocs refuses it.
 */
export async function outcomeOf(
  ruby: string,
  {
    engine = 'postgresql',
    version = NEWEST,
    installed = version,
    receiver = 'migration',
  }: {
    readonly engine?: Engine | undefined;
    readonly version?: string | undefined;
    readonly installed?: string | undefined;
    readonly receiver?: Receiver;
  },
): Promise<Outcome> {
  const rails = railsOf(installed);
  const file = await readSchemaRb(schemaText(engine), 'db/schema.rb', { engine, rails });
  const text = `class Try < ActiveRecord::Migration[${version}]\ndef change\n${within(ruby, receiver)}\nend\nend\n`;
  const files = [{ path: 'db/migrate/20260101000000_try.rb', text }];
  const { after, migrations } = await readMigrations(files, file.schema, {
    rails,
    project: {
      read: (path) => OTHERS[path] ?? null,
      list: (folder) => Object.keys(OTHERS).filter((path) => path.startsWith(`${folder}/`)),
    },
  });
  const [migration] = migrations;
  if (!migration) throw new Error('no migration was read');
  return { before: file.schema, after, migration, text: writeSchemaRb(file, after, { rails }) };
}

function railsOf(version: string): RailsVersion {
  const rails = parseRailsVersion(version);
  if (!rails) throw new Error(`no version of Rails: ${version}`);
  return rails;
}

function within(ruby: string, receiver: Receiver): string {
  if (receiver === 'createTable') return `create_table :things do |t|\n${ruby}\nend`;
  return receiver === 'changeTable' ? `change_table :users do |t|\n${ruby}\nend` : ruby;
}

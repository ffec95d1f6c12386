import { example, type Statement, statement } from './statement.ts';

const mysql = { engine: 'mysql' } as const;
const sqlite = { engine: 'sqlite' } as const;

/** Statements on whole tables. */
export const TABLE_STATEMENTS: readonly Statement[] = [
  statement(
    'create_table',
    'id primary_key force if_not_exists temporary options comment charset collation as default limit precision unsigned auto_increment',
    [
      example('create_table(:things) { |t| t.string :name }', 'createTable', {
        shows: 'create_table "things", force: :cascade do |t|',
      }),
      example('create_table(:things, id: false) { |t| t.string :name }', 'createTable', {
        shows: 'create_table "things", id: false,',
      }),
      example('create_table(:things, id: { type: :string, limit: 36 })', 'createTable', {
        shows: 'create_table "things", id: { type: :string, limit: 36 },',
      }),
      example('create_table(:things, id: :uuid, default: -> { "uuid()" })', 'createTable', {
        shows: 'create_table "things", id: :uuid, default: -> { "uuid()" },',
      }),
      example('create_table(:things, id: :decimal, precision: 20)', 'createTable', {
        shows: 'id: { type: :decimal, precision: 20 }',
      }),
      example('create_table(:things, primary_key: :code)', 'createTable', {
        shows: 'create_table "things", primary_key: "code",',
      }),
      example(
        'create_table(:things, primary_key: [:shop, :code]) { |t| t.integer :shop; t.string :code }',
        'createTable',
        { shows: 'create_table "things", primary_key: ["shop", "code"],' },
      ),
      example('create_table(:users, force: :cascade) { |t| t.string :a }', 'dropTable createTable'),
      example('create_table(:users, if_not_exists: true) { |t| t.string :a }', 'createTable', {
        shows: 't.string "email", null: false',
      }),
      example(
        'create_table(:sums, temporary: true) { |t| t.integer :a }\nadd_index :sums, :a\ndrop_table :sums',
        '',
      ),
      example(
        'create_table(:things, options: "PARTITION BY LIST (a)") { |t| t.integer :a }',
        'createTable',
        { shows: 'options: "PARTITION BY LIST (a)"' },
      ),
      example('create_table(:things, comment: "What is sold")', 'createTable', {
        shows: 'comment: "What is sold"',
      }),
      example(
        'create_table(:things, charset: "latin1", collation: "latin1_bin", options: "ENGINE=MyISAM")',
        'createTable',
        { ...mysql, shows: 'charset: "latin1", collation: "latin1_bin", options: "ENGINE=MyISAM"' },
      ),
      example('create_table(:things, id: :integer, unsigned: true)', 'createTable', {
        ...mysql,
        shows: 'id: { type: :integer, unsigned: true }',
      }),
      example('create_table(:things, id: :bigint, auto_increment: false)', 'createTable', {
        ...mysql,
        shows: 'id: :bigint, default: nil',
      }),
      example(
        'create_table :things, as: "SELECT id, email AS mail FROM users WHERE age > 3"',
        'createTable',
        { shows: 't.string "mail"' },
      ),
    ],
    { note: 'As a query over one table; what another query yields is opaque.' },
  ),
  statement('create_join_table', 'table_name column_options', [
    example('create_join_table :users, :posts', 'createTable', {
      shows: 'create_table "posts_users", id: false,',
    }),
    example(
      'create_join_table(:users, :posts, table_name: :likes, column_options: { null: true }) { |t| t.index :user_id }',
      'createTable',
      { shows: 't.index ["user_id"], name: "index_likes_on_user_id"' },
    ),
  ]),
  statement('drop_table', 'if_exists force', [
    example('drop_table :posts, force: :cascade', 'dropTable'),
    example('drop_table :nothing, if_exists: true', 'dropTable'),
    example('drop_table :posts, :users', 'dropTable dropTable'),
  ]),
  statement('drop_join_table', 'table_name', [
    example(
      'create_join_table :users, :posts\ndrop_join_table :users, :posts',
      'createTable dropTable',
    ),
    example('drop_join_table :users, :posts, table_name: :posts', 'dropTable'),
  ]),
  statement('rename_table', '', [
    example('rename_table :posts, :articles', 'renameTable renameIndex', {
      shows: 't.index ["user_id"], name: "index_articles_on_user_id"',
    }),
  ]),
  statement('change_table', 'bulk', [
    example('change_table(:users) { |t| t.string :a; t.integer :b }', 'addColumn addColumn'),
    example(
      'change_table(:users, bulk: true) { |t| t.string :a; t.remove :age }',
      'addColumn dropColumn',
    ),
  ]),
  statement('bulk_change_table', '', [
    example(
      'bulk_change_table :users, [[:add_column, [:users, :a, :string]], [:remove_column, [:users, :age]]]',
      'addColumn dropColumn',
    ),
  ]),
  statement('update_table_definition', '', [
    example('update_table_definition(:users, self).string :a', 'addColumn'),
  ]),
  statement(
    'change_table_comment',
    'from to',
    [
      example('change_table_comment :users, "People"', 'setTableComment', {
        shows: 'comment: "People"',
      }),
      example('change_table_comment :users, from: nil, to: "People"', 'setTableComment'),
    ],
    { engines: ['postgresql', 'mysql'] },
  ),
  statement(
    'create_virtual_table',
    '',
    [
      example('create_virtual_table :texts, :fts5, ["title", "body"]', 'createVirtualTable', {
        ...sqlite,
        shows: 'create_virtual_table "texts", "fts5", ["title", "body"]',
      }),
    ],
    { engines: ['sqlite'] },
  ),
  statement(
    'drop_virtual_table',
    '',
    [
      example(
        'create_virtual_table :texts, :fts5, ["title"]\ndrop_virtual_table :texts, :fts5, ["title"]',
        'createVirtualTable dropVirtualTable',
        sqlite,
      ),
    ],
    { engines: ['sqlite'] },
  ),
];

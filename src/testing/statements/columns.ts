import { example, type Statement, statement } from './statement.ts';

const mysql = { engine: 'mysql' } as const;

const addReference = (name: string): Statement =>
  statement(name, 'polymorphic index foreign_key type null if_not_exists first after', [
    example(`${name} :users, :post`, 'addColumn addIndex', { shows: 't.bigint "post_id"' }),
    example(`${name} :users, :post, type: :uuid, null: false, index: false`, 'addColumn', {
      shows: 't.uuid "post_id", null: false',
    }),
    example(
      `${name} :users, :owner, polymorphic: { default: "User" }, index: { unique: true }`,
      'addColumn addColumn addIndex',
      { shows: 'name: "index_users_on_owner", unique: true' },
    ),
    example(
      `${name} :users, :boss, foreign_key: { to_table: :users, on_delete: :cascade }`,
      'addColumn addIndex addForeignKey',
      { shows: 'add_foreign_key "users", "users", column: "boss_id", on_delete: :cascade' },
    ),
    example(`${name} :posts, :user, if_not_exists: true`, 'addColumn addIndex'),
    example(`${name} :users, :post, after: :email, index: false`, 'addColumn', mysql),
    example(`${name} :users, :post, first: true, index: false`, 'addColumn', mysql),
  ]);

const removeReference = (name: string): Statement =>
  statement(name, 'foreign_key polymorphic if_exists', [
    example(`${name} :posts, :user, foreign_key: true`, 'dropForeignKey dropColumn'),
    example(
      `add_reference :users, :owner, polymorphic: true\n${name} :users, :owner, polymorphic: true`,
      'addColumn addColumn addIndex dropColumn dropColumn',
    ),
    example(`${name} :posts, :nobody, if_exists: true`, 'dropColumn'),
  ]);

/** Statements on columns. */
export const COLUMN_STATEMENTS: readonly Statement[] = [
  statement(
    'add_column',
    'limit precision scale default null collation comment primary_key if_not_exists array enum_type as type stored unsigned size charset auto_increment first after',
    [
      example('add_column :users, :a, :string, limit: 20, null: false, default: "x"', 'addColumn', {
        shows: 't.string "a", limit: 20, default: "x", null: false',
      }),
      example('add_column :users, :a, :decimal, precision: 8, scale: 2', 'addColumn', {
        shows: 't.decimal "a", precision: 8, scale: 2',
      }),
      example('add_column :users, :a, :string, collation: "C", comment: "Why"', 'addColumn', {
        shows: 't.string "a", collation: "C", comment: "Why"',
      }),
      example('add_column :users, :a, :string, array: true, default: []', 'addColumn', {
        shows: 't.string "a", default: [], array: true',
      }),
      example(
        'create_enum :mood, ["sad", "ok"]\nadd_column :users, :a, :enum, enum_type: :mood',
        'createEnum addColumn',
        { shows: 't.enum "a", enum_type: "mood"' },
      ),
      example(
        'add_column :users, :a, :virtual, type: :string, as: "upper(email)", stored: true',
        'addColumn',
        { shows: 't.virtual "a", type: :string' },
      ),
      example('add_column :users, :email, :text, if_not_exists: true', 'addColumn', {
        shows: 't.string "email", null: false',
      }),
      example(
        'create_table(:things, id: false)\nadd_column :things, :id, :bigint, primary_key: true',
        'createTable addColumn addPrimaryKey',
        { shows: 'create_table "things", force: :cascade do |t|' },
      ),
      example('add_column :users, :a, :integer, unsigned: true, after: :email', 'addColumn', {
        ...mysql,
        shows: 't.integer "a", unsigned: true\n    t.string "name"',
      }),
      example('add_column :users, :a, :text, size: :medium, first: true', 'addColumn', {
        ...mysql,
        shows: 't.text "a", size: :medium',
      }),
      example(
        'add_column :users, :a, :string, charset: "ascii", collation: "ascii_bin"',
        'addColumn',
        {
          ...mysql,
          shows: 't.string "a", collation: "ascii_bin"',
        },
      ),
      example(
        'create_table(:things, id: false)\nadd_column :things, :id, :bigint, primary_key: true, auto_increment: true',
        'createTable addColumn addPrimaryKey',
        mysql,
      ),
    ],
  ),
  statement('add_columns', 'type null default', [
    example(
      'add_columns :users, :a, :b, type: :integer, null: false, default: 0',
      'addColumn addColumn',
      { shows: 't.integer "b", default: 0, null: false' },
    ),
  ]),
  statement('remove_column', 'if_exists', [
    example('remove_column :users, :age, :integer', 'dropColumn'),
    example('remove_column :users, :nothing, if_exists: true', 'dropColumn'),
    example('remove_column :posts, :user_id', 'dropForeignKey dropColumn', mysql),
  ]),
  statement('remove_columns', 'type', [
    example('remove_columns :users, :age, :name, type: :string', 'dropColumn dropColumn'),
  ]),
  statement('rename_column', '', [
    example('rename_column :posts, :user_id, :owner_id', 'renameColumn renameIndex', {
      shows: 't.index ["owner_id"], name: "index_posts_on_owner_id"',
    }),
  ]),
  statement(
    'change_column',
    'limit precision scale default null collation comment array using cast_as first after unsigned size charset',
    [
      example(
        'change_column :users, :name, :text, limit: nil, null: false, default: "x"',
        'setColumn',
        {
          shows: 't.text "name", default: "x", null: false',
        },
      ),
      example('change_column :users, :age, :decimal, precision: 8, scale: 2', 'setColumn', {
        shows: 't.decimal "age", precision: 8, scale: 2',
      }),
      example('change_column :users, :age, :string, array: true, using: "ARRAY[age]"', 'setColumn'),
      example('change_column :users, :age, :text, cast_as: :text, comment: "Years"', 'setColumn', {
        shows: 't.text "age", comment: "Years"',
      }),
      example('change_column :users, :name, :text, size: :long, after: :age', 'setColumn', mysql),
      example(
        'change_column :users, :age, :bigint, unsigned: true, first: true',
        'setColumn',
        mysql,
      ),
      example(
        'change_column :users, :name, :string, charset: "ascii", collation: "ascii_bin"',
        'setColumn',
        mysql,
      ),
    ],
  ),
  statement('change_column_default', 'from to', [
    example('change_column_default :users, :age, 7', 'setColumnDefault', {
      shows: 't.integer "age", default: 7',
    }),
    example('change_column_default :users, :age, from: nil, to: 7', 'setColumnDefault'),
  ]),
  statement('change_column_null', '', [
    example('change_column_null :users, :age, false, 0', 'setColumnNull', {
      shows: 't.integer "age", null: false',
    }),
  ]),
  statement(
    'change_column_comment',
    'from to',
    [
      example('change_column_comment :users, :age, "Years"', 'setColumnComment', {
        shows: 't.integer "age", comment: "Years"',
      }),
      example('change_column_comment :users, :age, from: nil, to: ""', 'setColumnComment'),
    ],
    { engines: ['postgresql', 'mysql'] },
  ),
  statement('add_timestamps', 'null precision default', [
    example('add_timestamps :users, null: true, precision: 3', 'addColumn addColumn', {
      shows: 't.datetime "created_at", precision: 3',
    }),
    example('add_timestamps :users, default: -> { "now()" }', 'addColumn addColumn', {
      shows: 't.datetime "updated_at", default: -> { "now()" }, null: false',
    }),
  ]),
  statement('remove_timestamps', '', [
    example(
      'add_timestamps :users, null: true\nremove_timestamps :users',
      'addColumn addColumn dropColumn dropColumn',
    ),
  ]),
  addReference('add_reference'),
  addReference('add_belongs_to'),
  removeReference('remove_reference'),
  removeReference('remove_belongs_to'),
];

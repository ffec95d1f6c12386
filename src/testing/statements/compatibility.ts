import type { Engine } from '../../model/engine.ts';

/** What a migration of one version yields under Rails 8.1. */
interface VersionCase {
  readonly version: string;
  readonly ruby: string;
  readonly engine?: Engine;
  /** A part of the schema.rb afterwards. */
  readonly shows?: string;
  /** What the schema.rb does not hold. */
  readonly hides?: string;
  /** A part of the message with which it is refused. */
  readonly refused?: string;
}

/** What `ActiveRecord::Migration::Compatibility` of Rails 8.1 does for migrations of older versions. */
export interface CompatibilityRule {
  /** Its methods: `V7_0::TableDefinition#index`. */
  readonly methods: readonly string[];
  readonly rule: string;
  readonly cases: readonly VersionCase[];
}

const mysql = { engine: 'mysql' } as const;
const sqlite = { engine: 'sqlite' } as const;

const created = (block: string): string => `create_table(:things) { |t| ${block} }`;

const LONG = 'a_column_with_quite_a_long_name_for_its_index';
const LONGER = `${LONG}_on_this_table_here`;
const TWO_KEYS =
  'add_foreign_key :posts, :users, column: :author_id, name: "a_first"\nremove_foreign_key :posts, :users';
const HSTORE =
  'enable_extension "hstore"\nadd_column :users, :a, :hstore\ndisable_extension "hstore"';
const OLD_ORDER = 'create_table(:things) { |t| t.string :a; t.string :b; t.text :a }';

/** Every rule, the newest first. */
export const COMPATIBILITY_RULES: readonly CompatibilityRule[] = [
  {
    methods: [
      'V8_0::RemoveForeignKeyColumnMatch#remove_foreign_key',
      'V8_0::TableDefinition#remove_foreign_key',
    ],
    rule: 'Up to [8.0] `remove_foreign_key :posts, :users` takes the first key to the table; since 8.1 the one on its default column comes first.',
    cases: [
      { version: '8.0', ruby: TWO_KEYS, hides: 'column: "author_id"' },
      { version: '8.1', ruby: TWO_KEYS, shows: 'column: "author_id"' },
      {
        version: '8.0',
        ruby: 'add_foreign_key :posts, :users, column: :author_id, name: "a_first"\nchange_table(:posts) { |t| t.remove_foreign_key :users }',
        hides: 'column: "author_id"',
      },
    ],
  },
  {
    methods: [
      ...['V7_0#add_column', 'V7_0#add_reference', 'V7_0#add_belongs_to', 'V7_0#create_table'],
      ...['V7_0#change_column', 'V7_0::TableDefinition#column', 'V7_0::TableDefinition#change'],
      'V7_0::TableDefinition#references',
    ],
    rule: 'Up to [7.0] an option of a column that Rails does not know is passed on; since 7.1 it is refused.',
    cases: [
      { version: '7.0', ruby: 'add_column :users, :a, :string, foo: 1', shows: 't.string "a"' },
      { version: '7.1', ruby: 'add_column :users, :a, :string, foo: 1', hides: 't.string "a"' },
      { version: '7.0', ruby: created('t.string :a, foo: 1'), shows: 't.string "a"' },
      { version: '7.0', ruby: created('t.references :user, foo: 1'), shows: 't.bigint "user_id"' },
      { version: '7.0', ruby: 'add_belongs_to :users, :post, foo: 1', shows: 't.bigint "post_id"' },
      { version: '7.0', ruby: 'change_column :users, :age, :text, foo: 1', shows: 't.text "age"' },
      {
        version: '7.0',
        ruby: 'change_table(:users) { |t| t.change :age, :text, foo: 1 }',
        shows: 't.text "age"',
      },
    ],
  },
  {
    methods: [
      ...['V7_0#add_index', 'V7_0::TableDefinition#index'],
      ...['V7_0::LegacyIndexName#legacy_index_name', 'V7_0::LegacyIndexName#index_name_options'],
      'V7_0::LegacyIndexName#expression_column_name?',
    ],
    rule: 'Up to [7.0] the default name of an index stays long; since 7.1 it is shortened above 62 bytes.',
    cases: [
      {
        version: '7.0',
        ruby: created(`t.string :${LONG}; t.index :${LONG}`),
        shows: `name: "index_things_on_${LONG}"`,
      },
      {
        version: '7.0',
        ruby: `add_column :users, :${LONGER}, :string\nadd_index :users, :${LONGER}`,
        refused: 'is too long',
      },
      {
        version: '7.1',
        ruby: `add_column :users, :${LONGER}, :string\nadd_index :users, :${LONGER}`,
        shows: 'name: "idx_on_a_column_with_quite',
      },
      {
        version: '7.0',
        ruby: 'add_index :users, "lower(name)"',
        shows: 'index_users_on_lower_name',
      },
    ],
  },
  {
    methods: ['V7_0#rename_table'],
    rule: 'Up to [7.0] `rename_table` renames indexes from long names to long names, and takes a table name of any length.',
    cases: [
      { version: '7.0', ruby: 'rename_table :users, :people', shows: 'index_people_on_email' },
      {
        version: '7.0',
        ruby: 'rename_table :users, :a_table_with_so_long_a_name_that_its_index_is_long',
        refused: 'is too long',
      },
      {
        version: '7.1',
        ruby: 'rename_table :users, :a_table_with_so_long_a_name_that_its_index_is_long',
        shows: 'name: "idx_on_email_',
      },
    ],
  },
  {
    methods: ['V7_0#change_column'],
    rule: 'On MySQL, `change_column` of a migration up to [7.0] resets the collation.',
    cases: [
      {
        ...mysql,
        version: '7.0',
        ruby: 'add_column :users, :a, :string, collation: "ascii_bin"\nchange_column :users, :a, :text',
        hides: 'ascii_bin',
      },
      {
        ...mysql,
        version: '7.1',
        ruby: 'add_column :users, :a, :string, collation: "ascii_bin"\nchange_column :users, :a, :text',
        shows: 't.text "a", collation: "ascii_bin"',
      },
    ],
  },
  {
    methods: ['V7_0#change_column_null'],
    rule: 'Up to [7.0] `change_column_null` takes any value for true; since 7.1 it wants a boolean.',
    cases: [
      { version: '7.0', ruby: 'change_column_null :users, :email, "yes"', hides: 'null: false' },
      {
        version: '7.1',
        ruby: 'change_column_null :users, :email, "yes"',
        refused: 'true or false',
      },
    ],
  },
  {
    methods: ['V7_0#disable_extension'],
    rule: 'Up to [7.0] `disable_extension` says CASCADE; since 7.1 only with `force: :cascade`.',
    cases: [
      { version: '7.0', ruby: HSTORE, hides: 'hstore' },
      { version: '7.1', ruby: HSTORE, refused: 'depends on it' },
    ],
  },
  {
    methods: ['V7_0#add_foreign_key'],
    rule: 'On PostgreSQL, `deferrable: true` is `:immediate` up to [7.0]; since 7.1 it is refused.',
    cases: [
      {
        version: '7.0',
        ruby: 'add_foreign_key :posts, :users, column: :author_id, deferrable: true',
        shows: 'deferrable: :immediate',
      },
      {
        version: '7.1',
        ruby: 'add_foreign_key :posts, :users, column: :author_id, deferrable: true',
        refused: 'deferrable: true',
      },
    ],
  },
  {
    methods: [
      ...['V7_0', 'V6_1', 'V6_0', 'V5_2', 'V5_0', 'V4_2'].map(
        (version) => `${version}::TableDefinition#raise_on_if_exist_options`,
      ),
    ],
    rule: 'Up to [7.0] `if_not_exists` in the block of a `change_table` is ignored; since 7.1 it is refused.',
    cases: [
      ...['7.0', '6.1', '6.0', '5.2', '5.0', '4.2'].map((version) => ({
        version,
        ruby: 'change_table(:users) { |t| t.string :a, if_not_exists: true }',
        shows: 't.string "a"',
      })),
      {
        version: '7.1',
        ruby: 'change_table(:users) { |t| t.string :a, if_not_exists: true }',
        refused: 'if_not_exists',
      },
    ],
  },
  {
    methods: [
      ...['V6_1#add_column', 'V6_1#change_column', 'V6_1::TableDefinition#column'],
      ...['V6_1::TableDefinition#change', 'V6_1::TableDefinition#new_column_definition'],
      ...['V6_1::PostgreSQLCompat.self#compatible_timestamp_type', 'V6_0::TableDefinition#column'],
      'V5_2::TableDefinition#column',
    ],
    rule: 'Up to [6.1] a datetime has no precision unless it is given one; since 7.0 it has 6.',
    cases: [
      { version: '6.1', ruby: 'add_column :users, :a, :datetime', shows: '"a", precision: nil' },
      { version: '7.0', ruby: 'add_column :users, :a, :datetime', shows: 't.datetime "a"\n' },
      { version: '6.1', ruby: created('t.datetime :a'), shows: '"a", precision: nil' },
      { version: '6.0', ruby: created('t.column :a, :datetime'), shows: '"a", precision: nil' },
      { version: '5.2', ruby: created('t.datetime :a'), shows: '"a", precision: nil' },
      {
        version: '6.1',
        ruby: 'change_column :users, :name, :datetime, using: "now()", default: nil',
        shows: '"name", precision: nil',
      },
      {
        version: '6.1',
        ruby: 'add_column :users, :a, :date\nchange_table(:users) { |t| t.change :a, :datetime }',
        shows: '"a", precision: nil',
      },
      {
        ...mysql,
        version: '6.1',
        ruby: 'add_column :users, :a, "datetime"',
        shows: 't.datetime "a"\n',
      },
    ],
  },
  {
    methods: [
      ...['V6_0#add_reference', 'V6_0#add_belongs_to', 'V6_0::TableDefinition#references'],
      ...['V6_0::TableDefinition#belongs_to', 'V6_0::ReferenceDefinition#index_options'],
    ],
    rule: 'Up to [6.0] the index of a polymorphic reference is named after its columns; since 6.1 after the reference. On SQLite the reference is an integer.',
    cases: [
      {
        version: '6.0',
        ruby: 'add_reference :users, :owner, polymorphic: true',
        shows: 'name: "index_users_on_owner_type_and_owner_id"',
      },
      {
        version: '6.0',
        ruby: created('t.belongs_to :owner, polymorphic: true'),
        shows: 'name: "index_things_on_owner_type_and_owner_id"',
      },
      {
        version: '6.1',
        ruby: created('t.references :owner, polymorphic: true'),
        shows: 'name: "index_things_on_owner"',
      },
      { ...sqlite, version: '6.0', ruby: 'add_belongs_to :users, :a', shows: 't.integer "a_id"' },
    ],
  },
  {
    methods: ['V5_2::TableDefinition#timestamps', 'V5_2#add_timestamps'],
    rule: 'Up to [5.2] timestamps have no precision; since 6.0 they have 6.',
    cases: [
      { version: '5.2', ruby: created('t.timestamps'), shows: '"created_at", precision: nil' },
      { version: '6.0', ruby: created('t.timestamps'), shows: '"created_at", null: false' },
      {
        version: '5.2',
        ruby: 'add_timestamps :users, null: true',
        shows: '"updated_at", precision: nil',
      },
      { version: '6.0', ruby: 'add_timestamps :users, null: true', shows: '"updated_at"\n' },
    ],
  },
  {
    methods: ['V5_2::TableDefinition#raise_on_duplicate_column'],
    rule: 'Up to [5.2] a column can be defined again, in its place; since 6.0 it is refused.',
    cases: [
      { version: '5.2', ruby: OLD_ORDER, shows: 't.text "a"\n    t.string "b"' },
      { version: '6.0', ruby: OLD_ORDER, refused: 'defines the column "a" twice' },
    ],
  },
  {
    methods: [
      ...['V5_2#command_recorder', 'V5_2::CommandRecorder#invert_change_column_comment'],
      'V5_2::CommandRecorder#invert_change_table_comment',
    ],
    rule: 'Up to [5.2] the comment commands run again on the way back; since 6.0 they are turned around.',
    cases: [
      {
        version: '5.2',
        ruby: 'revert { change_table_comment :users, "A" }',
        shows: 'comment: "A"',
      },
      {
        version: '5.2',
        ruby: 'revert { change_column_comment :users, :age, "A" }',
        shows: 't.integer "age", comment: "A"',
      },
      {
        version: '6.0',
        ruby: 'revert { change_table_comment :users, from: "B", to: "A" }',
        shows: 'comment: "B"',
      },
    ],
  },
  {
    methods: ['V5_2::CommandRecorder#invert_transaction'],
    rule: 'Up to [5.2] the block of a transaction runs forward on the way back; since 6.0 it is turned around.',
    cases: [
      {
        version: '5.2',
        ruby: 'revert { transaction { add_column :users, :a, :string } }',
        shows: 't.string "a"',
      },
      {
        version: '6.0',
        ruby: 'revert { transaction { remove_column :users, :a, :string } }',
        shows: 't.string "a"',
      },
    ],
  },
  {
    methods: ['V5_1#change_column'],
    rule: 'On PostgreSQL, [5.1] sets default, NULL and comment one by one, with the same outcome.',
    cases: [
      {
        version: '5.1',
        ruby: 'change_column :users, :age, :bigint, default: 7, null: false, comment: "Years"',
        shows: 't.bigint "age", default: 7, null: false, comment: "Years"',
      },
    ],
  },
  {
    methods: ['V5_1#create_table'],
    rule: 'On MySQL, [5.1] asks for InnoDB, which a dump leaves out.',
    cases: [{ ...mysql, version: '5.1', ruby: created('t.string :a'), hides: 'InnoDB' }],
  },
  {
    methods: ['V5_0::TableDefinition#primary_key', 'V5_0#add_column'],
    rule: 'Up to [5.0] a primary key without a type is an integer; since 5.1 a bigint.',
    cases: [
      {
        version: '5.0',
        ruby: 'create_table(:things, id: false) { |t| t.primary_key :code }',
        shows: 'create_table "things", primary_key: "code", id: :serial,',
      },
      {
        version: '5.0',
        ruby: 'create_table(:things, id: false)\nadd_column :things, :id, :primary_key',
        shows: 'create_table "things", id: :serial,',
      },
      {
        version: '5.1',
        ruby: 'create_table(:things, id: false)\nadd_column :things, :id, :primary_key',
        shows: 'create_table "things", force: :cascade do |t|',
      },
    ],
  },
  {
    methods: ['V5_0#create_table'],
    rule: 'Up to [5.0] `id` is an integer; an integer that is named does not count up by itself, but a bigint on MySQL; a uuid is made by `uuid_generate_v4()`.',
    cases: [
      { version: '5.0', ruby: created('t.string :a'), shows: '"things", id: :serial,' },
      { ...mysql, version: '5.0', ruby: created('t.string :a'), shows: '"things", id: :integer,' },
      {
        version: '5.0',
        ruby: 'create_table(:things, id: :bigint)',
        shows: '"things", id: :bigint, default: nil,',
      },
      {
        ...mysql,
        version: '5.0',
        ruby: 'create_table(:things, id: :integer)',
        shows: '"things", id: :integer, default: nil,',
      },
      {
        ...mysql,
        version: '5.0',
        ruby: 'create_table(:things, id: :bigint)',
        shows: 'create_table "things", charset',
      },
      {
        version: '5.0',
        ruby: 'create_table(:things, id: :uuid)',
        shows: 'id: :uuid, default: -> { "uuid_generate_v4()" }',
      },
      {
        version: '5.1',
        ruby: 'create_table(:things, id: :uuid)',
        shows: 'id: :uuid, default: -> { "gen_random_uuid()" }',
      },
    ],
  },
  {
    methods: [
      ...['V5_0::TableDefinition#references', 'V5_0::TableDefinition#belongs_to'],
      ...['V5_0#add_reference', 'V5_0#add_belongs_to', 'V5_0#create_join_table'],
    ],
    rule: 'Up to [5.0] references are integers; since 5.1 bigints.',
    cases: [
      { version: '5.0', ruby: created('t.references :user'), shows: 't.integer "user_id"' },
      { version: '5.0', ruby: created('t.belongs_to :user'), shows: 't.integer "user_id"' },
      { version: '5.1', ruby: created('t.references :user'), shows: 't.bigint "user_id"' },
      { version: '5.0', ruby: 'add_reference :users, :post', shows: 't.integer "post_id"' },
      { version: '5.0', ruby: 'add_belongs_to :users, :post', shows: 't.integer "post_id"' },
      {
        version: '5.0',
        ruby: 'create_join_table :users, :posts',
        shows: 't.integer "post_id", null: false',
      },
    ],
  },
  {
    methods: [
      ...['V4_2::TableDefinition#references', 'V4_2::TableDefinition#belongs_to'],
      ...['V4_2#add_reference', 'V4_2#add_belongs_to'],
    ],
    rule: 'In [4.2] references have no index unless they ask for one; since 5.0 they have.',
    cases: [
      { version: '4.2', ruby: created('t.references :user'), hides: 'index_things_on_user_id' },
      { version: '4.2', ruby: created('t.belongs_to :user'), hides: 'index_things_on_user_id' },
      {
        version: '4.2',
        ruby: created('t.references :user, index: true'),
        shows: 'index_things_on_user_id',
      },
      { version: '5.0', ruby: created('t.references :user'), shows: 'index_things_on_user_id' },
      { version: '4.2', ruby: 'add_reference :users, :post', hides: 'index_users_on_post_id' },
      { version: '4.2', ruby: 'add_belongs_to :users, :post', hides: 'index_users_on_post_id' },
    ],
  },
  {
    methods: ['V4_2::TableDefinition#timestamps', 'V4_2#add_timestamps'],
    rule: 'In [4.2] timestamps may be NULL; since 5.0 they may not.',
    cases: [
      { version: '4.2', ruby: created('t.timestamps'), shows: '"created_at", precision: nil\n' },
      { version: '5.0', ruby: created('t.timestamps'), shows: 'precision: nil, null: false' },
      { version: '4.2', ruby: 'add_timestamps :users', shows: '"created_at", precision: nil\n' },
    ],
  },
  {
    methods: ['V4_2#index_exists?'],
    rule: 'In [4.2] `index_exists?` looks for the default name of the columns; since 5.0 for any index on them.',
    cases: [
      {
        version: '4.2',
        ruby: 'add_index :users, :age, name: "years"\nadd_column :users, :a, :string if index_exists?(:users, :age)',
        hides: 't.string "a"',
      },
      {
        version: '5.0',
        ruby: 'add_index :users, :age, name: "years"\nadd_column :users, :a, :string if index_exists?(:users, :age)',
        shows: 't.string "a"',
      },
    ],
  },
  {
    methods: ['V4_2#remove_index', 'V4_2#index_name_for_remove'],
    rule: 'In [4.2] `remove_index` looks for the default name of the columns; since 5.0 for any index on them.',
    cases: [
      {
        version: '4.2',
        ruby: 'add_index :users, :age, name: "years"\nremove_index :users, :age',
        refused: 'no index',
      },
      {
        version: '5.0',
        ruby: 'add_index :users, :age, name: "years"\nremove_index :users, :age',
        hides: 'years',
      },
    ],
  },
  {
    methods: [
      ...['V8_0', 'V7_0', 'V6_1', 'V6_0', 'V5_2', 'V5_0', 'V4_2'].map(
        (version) => `${version}#compatible_table_definition`,
      ),
    ],
    rule: 'The rules hold in the blocks of `create_table`, `create_join_table` and `change_table` as well.',
    cases: [
      { version: '4.2', ruby: created('t.references :user'), hides: 'index_things_on_user_id' },
      {
        version: '6.1',
        ruby: 'create_join_table(:users, :posts) { |t| t.datetime :a }',
        shows: '"a", precision: nil',
      },
      {
        version: '5.2',
        ruby: 'change_table(:users) { |t| t.datetime :a }',
        shows: '"a", precision: nil',
      },
    ],
  },
];

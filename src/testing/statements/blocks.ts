import { example, inChangeTable, inCreateTable, type Statement } from './statement.ts';

const mysql = { engine: 'mysql' } as const;

const makes = (name: string, options: string, call: string, shows: string): Statement =>
  inCreateTable(name, options, [example(call, 'createTable', { shows })]);

/** A reader of the definition, which the dump shows by a column that hangs on its answer. */
const tells = (name: string, condition: string): Statement =>
  makes(name, '', `t.integer :a\nt.string :told if ${condition}`, 't.string "told"');

const references = (name: string): Statement =>
  inCreateTable(name, 'polymorphic index foreign_key type null', [
    example(`t.${name} :user, :post, foreign_key: true`, 'createTable', {
      shows: 'add_foreign_key "things", "posts"',
    }),
    example(
      `t.${name} :owner, polymorphic: true, index: { name: "own" }, type: :uuid, null: false`,
      'createTable',
      { shows: 't.uuid "owner_id", null: false' },
    ),
  ]);

/** Methods of `t` in the block of a `create_table`. */
export const CREATE_TABLE_STATEMENTS: readonly Statement[] = [
  makes(
    'column',
    'null default index',
    't.column :a, :string, null: false, default: "x", index: { unique: true }',
    't.index ["a"], name: "index_things_on_a", unique: true',
  ),
  makes(
    'index',
    'unique name',
    't.string :a\nt.index :a, unique: true, name: "one"',
    'name: "one"',
  ),
  makes(
    'timestamps',
    'null precision',
    't.timestamps null: true, precision: 3',
    't.datetime "created_at", precision: 3',
  ),
  references('references'),
  references('belongs_to'),
  makes(
    'foreign_key',
    'column on_delete',
    't.bigint :a\nt.foreign_key :users, column: :a, on_delete: :cascade',
    'add_foreign_key "things", "users", column: "a", on_delete: :cascade',
  ),
  makes(
    'check_constraint',
    'name',
    't.integer :a\nt.check_constraint "a > 0", name: "grown"',
    't.check_constraint "a > 0", name: "grown"',
  ),
  makes(
    'unique_constraint',
    'name deferrable',
    't.integer :a\nt.unique_constraint :a, name: "one", deferrable: :deferred',
    't.unique_constraint ["a"], deferrable: :deferred, name: "one"',
  ),
  makes(
    'exclusion_constraint',
    'name using',
    't.integer :a\nt.exclusion_constraint "a WITH =", using: :btree, name: "one"',
    't.exclusion_constraint "a WITH =", using: :btree, name: "one"',
  ),
  makes(
    'primary_key',
    'default',
    't.remove_column :id\nt.primary_key :code, :uuid, default: -> { "uuid()" }',
    'create_table "things", primary_key: "code", id: :uuid, default: -> { "uuid()" },',
  ),
  makes(
    'virtual',
    'type as stored',
    't.virtual :a, type: :integer, as: "1 + 1", stored: true',
    't.virtual "a", type: :integer, as: "(1 + 1)", stored: true',
  ),
  makes('enum', 'enum_type', 't.enum :a, enum_type: :level', 't.enum "a", enum_type: "level"'),
  makes('remove_column', '', 't.string :a\nt.string :b\nt.remove_column :a', 't.string "b"'),
  makes('change_column', '', 't.string :a\nt.change_column :a, :text', 't.text "a"'),
  makes(
    'set_primary_key',
    '',
    't.remove_column :id\nt.set_primary_key :things, :uuid, :code',
    'create_table "things", primary_key: "code", id: :uuid,',
  ),
  tells('name', 't.name == "things"'),
  tells('columns', 't.columns.map(&:name) == ["id", "a"]'),
  tells('[]', 't[:a] && !t[:b]'),
  tells('indexes', 't.indexes.empty?'),
  tells('foreign_keys', 't.foreign_keys.empty?'),
  tells('check_constraints', 't.check_constraints.empty?'),
  tells('unique_constraints', 't.unique_constraints.empty?'),
  tells('exclusion_constraints', 't.exclusion_constraints.empty?'),
  tells('primary_keys', 't.primary_keys.nil?'),
  ...['comment', 'options', 'charset', 'collation', 'as'].map((name) =>
    tells(name, `t.${name}.nil?`),
  ),
  ...['temporary', 'if_not_exists', 'unlogged'].map((name) => tells(name, `!t.${name}`)),
];

const addReference = (name: string): Statement =>
  inChangeTable(name, 'polymorphic foreign_key', [
    example(`t.${name} :post, :other`, 'addColumn addIndex addColumn addIndex'),
    example(`t.${name} :post, foreign_key: true`, 'addColumn addIndex addForeignKey'),
    example(`t.${name} :owner, polymorphic: true`, 'addColumn addColumn addIndex'),
  ]);

const removeReference = (name: string): Statement =>
  inChangeTable(name, 'polymorphic', [
    example(
      `t.references :owner, polymorphic: true\nt.${name} :owner, polymorphic: true`,
      'addColumn addColumn addIndex dropColumn dropColumn',
    ),
  ]);

const check = 't.check_constraint "age > 0", name: "a"';
const unique = 't.unique_constraint :name, name: "one"';
const exclusion = 't.exclusion_constraint "age WITH =", using: :btree, name: "one"';

/** Methods of `t` in the block of a `change_table`; the table is `users`. */
export const CHANGE_TABLE_STATEMENTS: readonly Statement[] = [
  inChangeTable('column', 'null default index', [
    example('t.column :a, :string, null: false, default: "x", index: true', 'addColumn addIndex'),
  ]),
  inChangeTable('index', 'unique', [example('t.index :age, unique: true', 'addIndex')]),
  inChangeTable('rename_index', '', [
    example('t.rename_index "index_users_on_email", "emails"', 'renameIndex'),
  ]),
  inChangeTable('remove_index', 'name', [
    example('t.remove_index :email', 'dropIndex'),
    example('t.remove_index name: :index_users_on_email', 'dropIndex'),
  ]),
  inChangeTable('enable_index', '', [
    example(
      't.disable_index "index_users_on_email"\nt.enable_index "index_users_on_email"',
      'setIndexEnabled setIndexEnabled',
      mysql,
    ),
  ]),
  inChangeTable('disable_index', '', [
    example('t.disable_index "index_users_on_email"', 'setIndexEnabled', mysql),
  ]),
  inChangeTable('timestamps', 'null', [example('t.timestamps null: true', 'addColumn addColumn')]),
  inChangeTable('remove_timestamps', '', [
    example('t.timestamps\nt.remove_timestamps', 'addColumn addColumn dropColumn dropColumn'),
  ]),
  inChangeTable('change', 'limit null', [
    example('t.change :name, :string, limit: 20, null: false', 'setColumn', {
      shows: 't.string "name", limit: 20',
    }),
  ]),
  inChangeTable('change_default', 'from to', [
    example('t.change_default :age, 7', 'setColumnDefault'),
    example('t.change_default :age, from: nil, to: 7', 'setColumnDefault'),
  ]),
  inChangeTable('change_null', '', [example('t.change_null :age, false, 0', 'setColumnNull')]),
  inChangeTable('rename', '', [example('t.rename :age, :years', 'renameColumn')]),
  inChangeTable('remove', 'type', [
    example('t.remove :age, :name, type: :string', 'dropColumn dropColumn'),
  ]),
  addReference('references'),
  addReference('belongs_to'),
  removeReference('remove_references'),
  removeReference('remove_belongs_to'),
  inChangeTable('foreign_key', 'column', [
    example('t.bigint :boss_id\nt.foreign_key :users, column: :boss_id', 'addColumn addForeignKey'),
  ]),
  inChangeTable('remove_foreign_key', 'column', [
    example(
      't.bigint :a\nt.foreign_key :users, column: :a\nt.remove_foreign_key column: :a',
      'addColumn addForeignKey dropForeignKey',
    ),
  ]),
  inChangeTable('check_constraint', 'name', [example(check, 'addCheckConstraint')]),
  inChangeTable('remove_check_constraint', 'name', [
    example(
      `${check}\nt.remove_check_constraint name: "a"`,
      'addCheckConstraint dropCheckConstraint',
    ),
  ]),
  inChangeTable('validate_check_constraint', 'name', [
    example(
      `${check}\nt.validate_check_constraint name: "a"`,
      'addCheckConstraint validateConstraint',
    ),
  ]),
  inChangeTable('validate_constraint', '', [
    example(`${check}\nt.validate_constraint "a"`, 'addCheckConstraint validateConstraint'),
  ]),
  inChangeTable('unique_constraint', 'name', [example(unique, 'addUniqueConstraint')]),
  inChangeTable('remove_unique_constraint', 'name', [
    example(
      `${unique}\nt.remove_unique_constraint name: "one"`,
      'addUniqueConstraint dropUniqueConstraint',
    ),
  ]),
  inChangeTable('exclusion_constraint', 'using name', [
    example(exclusion, 'addExclusionConstraint'),
  ]),
  inChangeTable('remove_exclusion_constraint', 'name', [
    example(
      `${exclusion}\nt.remove_exclusion_constraint name: "one"`,
      'addExclusionConstraint dropExclusionConstraint',
    ),
  ]),
  inChangeTable('name', '', [
    example('t.string t.name', 'addColumn', { shows: 't.string "users"' }),
  ]),
  inChangeTable('column_exists?', '', [
    example('t.string :a unless t.column_exists?(:nothing)', 'addColumn'),
  ]),
  inChangeTable('index_exists?', '', [
    example('t.string :a if t.index_exists?(:email)', 'addColumn'),
  ]),
  inChangeTable('foreign_key_exists?', '', [
    example('t.string :a unless t.foreign_key_exists?(:posts)', 'addColumn'),
  ]),
  inChangeTable('check_constraint_exists?', 'name', [
    example('t.string :a unless t.check_constraint_exists?(name: "nothing")', 'addColumn'),
  ]),
];

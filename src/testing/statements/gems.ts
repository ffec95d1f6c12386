import { UNREAD_GEMS } from '../../read/ruby/gems/unread-gems.ts';
import { type Example, example, type Receiver } from './statement.ts';

/** Methods that a gem adds to migrations. */
interface GemStatements {
  readonly gem: string;
  /** Releases whose source was read. */
  readonly releases: string;
  readonly receiver: Receiver;
  readonly names: readonly string[];
  /** Each of the names stands in one of them. */
  readonly examples: readonly Example[];
  readonly note: string;
}

const PAPERCLIP = { gem: 'paperclip, kt-paperclip', releases: '3.0.0–6.1.0, 6.2.0–8.0.0' } as const;
const MONEY = { gem: 'money-rails', releases: '0.11.0–3.0.0' } as const;
const FX = { gem: 'fx', releases: '0.1.0–0.11.0' } as const;
const ONLINE = { gem: 'online_migrations', releases: '0.29.0–0.36.0' } as const;
const FOUR_COLUMNS = 'addColumn addColumn addColumn addColumn';
const FOUR_DROPS = 'dropColumn dropColumn dropColumn dropColumn';

const uppercase = (release: number): string =>
  `"CREATE OR REPLACE FUNCTION one() RETURNS integer LANGUAGE sql AS $$ SELECT ${release} $$"`;
const onUsers = '"CREATE TRIGGER stamp BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION one()"';
const hidden = 'initialize_column_rename :users, :name, :title\n';
const hiddenTwo = 'initialize_columns_rename :users, { name: :title, age: :years }\n';
const moved = 'initialize_table_rename :users, :people\n';

/** Lines of an example that prepare the one it is about, which comes last. */
export const GEM_STATEMENTS: readonly GemStatements[] = [
  {
    ...PAPERCLIP,
    receiver: 'migration',
    names: ['add_attachment', 'remove_attachment', 'drop_attached_file'],
    examples: [
      example('add_attachment :users, :photo', FOUR_COLUMNS, {
        shows: 't.bigint "photo_file_size"',
      }),
      example(
        'add_attachment :users, :photo\nremove_attachment :users, :photo',
        `${FOUR_COLUMNS} ${FOUR_DROPS}`,
      ),
      example(
        'add_attachment :users, :photo\ndrop_attached_file :users, :photo',
        `${FOUR_COLUMNS} ${FOUR_DROPS}`,
      ),
    ],
    note: 'The size of the file is a bigint since 6.1.0. The way back of an added attachment removes it; of a removed one there is none.',
  },
  {
    ...PAPERCLIP,
    receiver: 'createTable',
    names: ['attachment', 'has_attached_file'],
    examples: [
      example('t.attachment :photo', 'createTable', { shows: 't.string "photo_content_type"' }),
      example('t.has_attached_file :photo', 'createTable', {
        shows: 't.datetime "photo_updated_at"',
      }),
    ],
    note: '',
  },
  {
    ...PAPERCLIP,
    receiver: 'changeTable',
    names: ['attachment', 'has_attached_file'],
    examples: [
      example('t.attachment :photo', FOUR_COLUMNS),
      example('t.has_attached_file :photo', FOUR_COLUMNS),
    ],
    note: '',
  },
  {
    ...MONEY,
    receiver: 'migration',
    names: ['add_monetize', 'remove_monetize', 'add_money', 'remove_money'],
    examples: [
      example('add_monetize :users, :price', 'addColumn addColumn', {
        shows: 't.string "price_currency", default: "USD", null: false',
      }),
      example(
        'add_monetize :users, :price, amount: { postfix: "_p" }, currency: { present: false }',
        'addColumn',
        { shows: 't.integer "price_p", default: 0, null: false' },
      ),
      example(
        'add_monetize :users, :price\nremove_monetize :users, :price',
        'addColumn addColumn dropColumn dropColumn',
      ),
      example(
        'add_money :users, :price\nremove_money :users, :price',
        'addColumn addColumn dropColumn dropColumn',
        { engine: 'mysql' },
      ),
    ],
    note: '`config.amount_column`, `config.currency_column` and `config.default_currency` of the initializers hold. The names with `money` are not there on PostgreSQL since 1.4. A removed amount comes back by its type alone, since 1.13.3.',
  },
  {
    ...MONEY,
    receiver: 'createTable',
    names: ['monetize', 'money'],
    examples: [
      example('t.monetize :price', 'createTable', { shows: 't.integer "price_cents", default: 0' }),
      example('t.money :price', 'createTable', {
        engine: 'sqlite',
        shows: 't.string "price_currency"',
      }),
    ],
    note: '',
  },
  {
    ...MONEY,
    receiver: 'changeTable',
    names: ['monetize', 'remove_monetize', 'money', 'remove_money'],
    examples: [
      example(
        't.monetize :price\nt.remove_monetize :price',
        'addColumn addColumn dropColumn dropColumn',
      ),
      example(
        't.money :price\nt.remove_money :price',
        'addColumn addColumn dropColumn dropColumn',
        { engine: 'sqlite' },
      ),
    ],
    note: '',
  },
  {
    ...FX,
    receiver: 'migration',
    names: ['create_function', 'update_function', 'drop_function'],
    examples: [
      example(`create_function :one, sql_definition: ${uppercase(1)}`, 'createFunction'),
      example(
        `create_function :one, sql_definition: ${uppercase(1)}\nupdate_function :one, sql_definition: ${uppercase(2)}`,
        'createFunction dropFunction createFunction',
      ),
      example(
        `create_function :one, sql_definition: ${uppercase(1)}\ndrop_function :one`,
        'createFunction dropFunction',
      ),
    ],
    note: '`version:` reads `db/functions`. With `revert_to_version:` they can be undone.',
  },
  {
    ...FX,
    receiver: 'migration',
    names: ['create_trigger', 'update_trigger', 'drop_trigger'],
    examples: [
      example(`create_trigger :stamp, sql_definition: ${onUsers}`, 'createTrigger'),
      example(
        `create_trigger :stamp, sql_definition: ${onUsers}\nupdate_trigger :stamp, on: :users, sql_definition: ${onUsers}`,
        'createTrigger dropTrigger createTrigger',
      ),
      example(
        `create_trigger :stamp, sql_definition: ${onUsers}\ndrop_trigger :stamp, on: :users`,
        'createTrigger dropTrigger',
      ),
    ],
    note: '`version:` reads `db/triggers`. With `revert_to_version:` they can be undone.',
  },
  {
    ...ONLINE,
    receiver: 'migration',
    names: [
      ...['initialize_column_rename', 'revert_initialize_column_rename', 'finalize_column_rename'],
      ...['revert_finalize_column_rename', 'initialize_columns_rename', 'finalize_columns_rename'],
      ...['revert_initialize_columns_rename', 'revert_finalize_columns_rename'],
    ],
    examples: [
      example(hidden, 'renameTable renameIndex createView', {
        shows: 'create_table "users_column_rename"',
      }),
      example(
        `${hidden}revert_initialize_column_rename :users, :name, :title`,
        'renameTable renameIndex createView dropView renameTable renameIndex',
      ),
      example(
        `${hidden}finalize_column_rename :users, :name, :title`,
        'renameTable renameIndex createView dropView renameTable renameIndex renameColumn',
        { shows: 't.string "title"' },
      ),
      example(
        'revert_finalize_column_rename :users, :title, :name',
        'renameColumn renameTable renameIndex createView',
      ),
      example(
        `${hiddenTwo}finalize_columns_rename :users, { name: :title, age: :years }`,
        'renameTable renameIndex createView dropView renameTable renameIndex renameColumn renameColumn',
        { shows: 't.integer "years"' },
      ),
      example(
        `${hiddenTwo}revert_initialize_columns_rename :users`,
        'renameTable renameIndex createView dropView renameTable renameIndex',
      ),
      example(
        'revert_finalize_columns_rename :users, { title: :name }',
        'renameColumn renameTable renameIndex createView',
      ),
    ],
    note: 'The table is hidden behind a view of its name until the rename is finalized. Each step has its way back.',
  },
  {
    ...ONLINE,
    receiver: 'migration',
    names: [
      ...['initialize_table_rename', 'revert_initialize_table_rename'],
      ...['finalize_table_rename', 'revert_finalize_table_rename'],
    ],
    examples: [
      example(moved, 'renameTable renameIndex createView', { shows: 'create_table "people"' }),
      example(
        `${moved}revert_initialize_table_rename :users, :people`,
        'renameTable renameIndex createView dropView renameTable renameIndex',
      ),
      example(
        `${moved}finalize_table_rename :users, :people`,
        'renameTable renameIndex createView dropView',
      ),
      example(
        `${moved}finalize_table_rename :users, :people\nrevert_finalize_table_rename :users, :people`,
        'renameTable renameIndex createView dropView createView',
      ),
    ],
    note: 'A view of the old name stands until the rename is finalized. Each step has its way back.',
  },
  {
    ...ONLINE,
    receiver: 'migration',
    names: [
      ...['add_column_with_default', 'add_not_null_constraint', 'validate_not_null_constraint'],
      ...['remove_not_null_constraint', 'add_text_limit_constraint', 'swap_column_names'],
      ...['validate_text_limit_constraint', 'remove_text_limit_constraint'],
      'add_reference_concurrently',
    ],
    examples: [
      example('add_column_with_default :users, :active, :boolean, default: true', 'addColumn'),
      example(
        'add_not_null_constraint :users, :name, validate: false\nvalidate_not_null_constraint :users, :name\nremove_not_null_constraint :users, :name',
        'addCheckConstraint validateConstraint dropCheckConstraint',
      ),
      example(
        'add_text_limit_constraint :users, :name, 9, validate: false\nvalidate_text_limit_constraint :users, :name\nremove_text_limit_constraint :users, :name',
        'addCheckConstraint validateConstraint dropCheckConstraint',
      ),
      example('add_reference_concurrently :posts, :editor', 'addColumn addIndex'),
      example('swap_column_names :users, :age, :score', 'renameColumn renameColumn renameColumn'),
    ],
    note: 'Constraints have the names that the gem gives them.',
  },
  {
    gem: 'strong_migrations',
    releases: '2.8.0',
    receiver: 'migration',
    names: ['safety_assured'],
    examples: [
      example('safety_assured { add_column :users, :a, :text }', 'addColumn'),
      example('StrongMigrations.disable_check(:rename_table)', ''),
    ],
    note: 'What it marks as looked at is shown as such; settings change nothing.',
  },
  {
    gem: 'hair_trigger',
    releases: '1.3.0',
    receiver: 'migration',
    names: ['create_trigger', 'drop_trigger'],
    examples: [
      example(
        'create_trigger("t", generated: true, compatibility: 1).on("users").after(:insert) { "SELECT 1;" }',
        'opaque',
      ),
      example('drop_trigger("t", "users", generated: true)', 'opaque'),
    ],
    note: 'It touches the table that `on` names.',
  },
  {
    gem: 'que',
    releases: '2.4.1',
    receiver: 'migration',
    names: ['Que.migrate!'],
    examples: [example('Que.migrate!(version: 4)', 'opaque')],
    note: 'It touches `que_jobs`.',
  },
  ...UNREAD_GEMS.map(
    ({ gem, does, releases, receiver, methods }): GemStatements => ({
      gem,
      releases,
      receiver,
      names: methods,
      examples: methods.map((name) =>
        example(receiver === 'migration' ? `${name} :users, :name` : `t.${name}`, 'opaque'),
      ),
      note: `${gem} ${does}.`,
    }),
  ),
];

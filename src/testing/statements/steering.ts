import { example, type Statement, statement } from './statement.ts';

/** Runs its block as it stands. */
const wraps = (name: string): Statement =>
  statement(name, '', [example(`${name} { add_column :users, :a, :string }`, 'addColumn')]);

/** Says something, or sets what concerns messages and transactions alone. */
const silent = (name: string, call: string): Statement => statement(name, '', [example(call, '')]);

/** Methods of a migration that steer it. */
export const STEERING_STATEMENTS: readonly Statement[] = [
  statement('reversible', '', [
    example(
      'reversible { |dir| dir.up { add_column :users, :a, :string }; dir.down { drop_table :users } }',
      'addColumn',
    ),
    example(
      'revert { reversible { |dir| dir.up { drop_table :posts }; dir.down { add_column :users, :a, :string } } }',
      'addColumn',
    ),
  ]),
  statement('up_only', '', [
    example('up_only { add_column :users, :a, :string }', 'addColumn'),
    example('revert { up_only { add_column :users, :a, :string } }', ''),
  ]),
  statement('revert', '', [
    example(
      'add_column :users, :a, :string\nrevert { add_column :users, :a, :string }',
      'addColumn dropColumn',
    ),
    example('revert AddScore', 'dropColumn'),
    example('revert { revert { add_column :users, :a, :string } }', 'addColumn'),
  ]),
  statement('run', 'direction revert', [
    example('run AddFlag', 'addColumn'),
    example('run AddScore, direction: :down', 'dropColumn'),
    example('run AddScore, revert: true', 'dropColumn'),
  ]),
  statement('reverting?', '', [
    example('add_column :users, :a, :string unless reverting?', 'addColumn'),
  ]),
  wraps('say_with_time'),
  wraps('suppress_messages'),
  wraps('transaction'),
  silent('say', 'say "Nearly done", :subitem'),
  silent('announce', 'announce "migrating"'),
  silent('write', 'write "Nearly done"'),
  silent('verbose', 'verbose'),
  silent('disable_ddl_transaction!', 'disable_ddl_transaction!'),
  statement('connection', '', [example('connection.add_column :users, :a, :string', 'addColumn')]),
  statement('connection_pool', '', [
    example(
      'connection_pool.with_connection { |c| c.add_column :users, :a, :string }',
      'addColumn',
    ),
  ]),
  statement('proper_table_name', '', [
    example('add_column proper_table_name(:users), :a, :string', 'addColumn'),
  ]),
  statement('copy', '', [example('copy "db/migrate", "engine" => "other"', 'opaque')], {
    note: 'It writes files of migrations, which a schema does not hold.',
  }),
  statement('adapter_name', '', [
    example('add_column :users, :a, :string if adapter_name == "PostgreSQL"', 'addColumn'),
  ]),
];

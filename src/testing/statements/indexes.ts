import { example, type Statement, statement } from './statement.ts';

const mysql = { engine: 'mysql' } as const;

/** Statements on indexes. */
export const INDEX_STATEMENTS: readonly Statement[] = [
  statement(
    'add_index',
    'name unique where using order opclass length type algorithm comment include nulls_not_distinct if_not_exists enabled',
    [
      example('add_index :users, [:name, :age], unique: true, name: "both"', 'addIndex', {
        shows: 't.index ["name", "age"], name: "both", unique: true',
      }),
      example('add_index :users, :age, where: "age > 3", using: :hash', 'addIndex', {
        shows: 'where: "(age > 3)", using: :hash',
      }),
      example(
        'add_index :users, :age, order: { age: :desc }, algorithm: :concurrently',
        'addIndex',
        {
          shows: 'order: :desc',
        },
      ),
      example(
        'add_index :posts, :title, opclass: :text_pattern_ops, comment: "Search"',
        'addIndex',
        {
          shows: 'opclass: :text_pattern_ops, comment: "Search"',
        },
      ),
      example('add_index :users, :age, include: [:name], nulls_not_distinct: true', 'addIndex', {
        shows: 'include: ["name"], nulls_not_distinct: true',
      }),
      example('add_index :users, "lower(email)"', 'addIndex', {
        shows: 't.index "lower((email)::text)", name: "index_users_on_lower_email"',
      }),
      example(
        'add_index :users, :email, name: "index_users_on_email", if_not_exists: true',
        'addIndex',
      ),
      example('add_index :posts, :title, length: 10', 'addIndex', {
        ...mysql,
        shows: 'length: 10',
      }),
      example('add_index :posts, :title, type: :fulltext', 'addIndex', {
        ...mysql,
        shows: 'type: :fulltext',
      }),
      example('add_index :users, :age, enabled: false', 'addIndex', {
        ...mysql,
        shows: 'enabled: false',
      }),
    ],
  ),
  statement('remove_index', 'name column if_exists algorithm', [
    example('remove_index :users, :email', 'dropIndex'),
    example('remove_index :users, column: :email, algorithm: :concurrently', 'dropIndex'),
    example('remove_index :users, name: :index_users_on_email', 'dropIndex'),
    example('remove_index :users, :nothing, if_exists: true', ''),
  ]),
  statement('rename_index', '', [
    example('rename_index :users, "index_users_on_email", "emails"', 'renameIndex', {
      shows: 'name: "emails"',
    }),
  ]),
  statement(
    'enable_index',
    '',
    [
      example(
        'disable_index :users, "index_users_on_email"\nenable_index :users, "index_users_on_email"',
        'setIndexEnabled setIndexEnabled',
        mysql,
      ),
    ],
    { engines: ['mysql'] },
  ),
  statement(
    'disable_index',
    '',
    [
      example('disable_index :users, "index_users_on_email"', 'setIndexEnabled', {
        ...mysql,
        shows: 'enabled: false',
      }),
    ],
    { engines: ['mysql'] },
  ),
];

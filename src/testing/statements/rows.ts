import { example, type Statement, statement } from './statement.ts';

const UPDATE = '"UPDATE users SET age = 1 WHERE age IS NULL"';

const writes = (name: string): Statement =>
  statement(name, '', [example(`connection.${name} ${UPDATE}`, 'changeRows')]);

const reads = (name: string): Statement =>
  statement(name, '', [example(`connection.${name} "SELECT 1 FROM users"`, '')], {
    note: 'What it finds depends on the rows.',
  });

const sets = (name: string): Statement =>
  statement(name, '', [example(`connection.${name} "users", "id"`, 'runSql')]);

/** Statements that write or read rows, or send SQL. */
export const ROW_STATEMENTS: readonly Statement[] = [
  statement(
    'execute',
    '',
    [
      example(`execute ${UPDATE}`, 'changeRows'),
      example('execute "ALTER TABLE users ADD COLUMN a integer"', 'addColumn', {
        shows: 't.integer "a"',
      }),
      example('execute "SET lock_timeout = 1"', 'runSql'),
    ],
    { note: 'Its SQL is read like the statements themselves.' },
  ),
  ...['exec_query', 'exec_insert', 'exec_update', 'exec_delete', 'exec_insert_all'].map(writes),
  ...['insert', 'update', 'delete', 'create', 'insert_sql', 'update_sql', 'delete_sql'].map(writes),
  ...['raw_execute', 'raw_exec_query', 'internal_exec_query', 'query'].map(writes),
  ...['select_all', 'select_one', 'select_value', 'select_values', 'select_rows'].map(reads),
  ...['query_value', 'query_values'].map(reads),
  statement('truncate', '', [example('truncate "posts"', 'changeRows')]),
  statement('truncate_tables', '', [
    example('connection.truncate_tables "posts", "users"', 'changeRows changeRows'),
  ]),
  statement('insert_fixture', '', [
    example('connection.insert_fixture({ "age" => 1 }, "users")', 'changeRows'),
  ]),
  statement('insert_fixtures', '', [
    example('connection.insert_fixtures([{ "age" => 1 }], "users")', 'changeRows'),
  ]),
  statement('insert_fixtures_set', '', [
    example('connection.insert_fixtures_set({ "users" => [{ "age" => 1 }] })', 'changeRows'),
  ]),
  ...['set_pk_sequence!', 'reset_pk_sequence!', 'reset_sequence!'].map(sets),
  statement('set_constraints', '', [example('connection.set_constraints :deferred', 'runSql')]),
];

import type { Survey } from '../../model/survey.ts';
import { column, foreignKey, index, operation } from '../build.ts';
import { addColumn, addIndex, changeRows, createTable, lines } from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { eachUser, looked, sql, userModel } from './code.ts';
import { lite, my, pg, posts } from './schemas.ts';

const rule = casesOf;
const PATH = 'db/migrate/20260101000000_change.rb';

const surveyed = (name: string, value: string): Survey => ({
  format: 1,
  server: { name: 'postgresql', version: '16.4' },
  takenAt: '2026-11-20T08:15:00Z',
  countedSince: null,
  activity: { longTransactions: null, publications: null, logicalSlots: null, replicas: null },
  settings: [{ name, value }],
  tables: [],
  columns: [],
});

/** A file that whatever runs it sends as it is. */
const PLAIN = { migration: { tool: 'plain', rails: null, transactional: false } } as const;

const timeouts: readonly RuleCase[] = [
  rule('no-lock-timeout').hit(
    'no file of the project sets one',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    "without end: neither the migration nor the project's settings set lock_timeout, unless",
    { options: { project: looked() } },
  ),
  rule('no-lock-timeout').hit(
    'nothing is known of the project',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    'whether the connection does is not known',
  ),
  rule('no-lock-timeout').hit(
    'the parent of a new table, which goes on being read',
    pg(),
    lines(createTable({ ...posts, foreignKeys: [foreignKey('user_id', 'users')] })),
    'All later writes of users queue',
  ),
  rule('no-lock-timeout').hit(
    'a setting of another name',
    pg(),
    lines(sql("SET app.lock_timeout = '5s'"), addColumn('users', column('nick', 'text'))),
    'whether the connection does is not known',
  ),
  rule('no-lock-timeout').hit(
    'set to no limit at all',
    pg(),
    lines(sql('SET lock_timeout = 0'), addColumn('users', column('nick', 'text'))),
    'All later queries of users queue',
  ),
  rule('no-lock-timeout').hit(
    'the metadata lock of an INSTANT change',
    my(),
    lines(addColumn('users', column('nick', 'text'))),
    'waits for its lock, for up to a year:',
    { options: { project: looked() } },
  ),
  rule('no-lock-timeout').hit(
    "MariaDB's default of a day",
    my(),
    lines(addColumn('users', column('nick', 'text'))),
    'waits for its lock, for up to a day:',
    {
      options: {
        project: looked(),
        server: { name: 'mariadb', version: [10, 11], decidedBy: null },
      },
    },
  ),
  rule('no-lock-timeout').hit(
    "the server's default of a year",
    my(),
    lines(addColumn('users', column('nick', 'text'))),
    'neither the migration nor the server sets lock_wait_timeout',
    { options: { survey: surveyed('lock_wait_timeout', '31536000') } },
  ),
  rule('no-lock-timeout').miss(
    'set by the migration',
    pg(),
    lines(sql("SET LOCAL lock_timeout TO '5s'"), addColumn('users', column('nick', 'text'))),
  ),
  rule('no-lock-timeout').miss(
    'set in config/database.yml',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    {
      options: {
        project: looked({
          lockTimeout: {
            value: '5s',
            source: { path: 'config/database.yml', line: 9, column: 1, endLine: 9 },
          },
        }),
      },
    },
  ),
  rule('no-lock-timeout').miss(
    'set on the server',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    { options: { survey: surveyed('lock_timeout', '5s') } },
  ),
  rule('no-lock-timeout').miss(
    'in the block of a helper that tries again',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    { migration: { text: 'with_lock_retries do' } },
  ),
  rule('no-lock-timeout').miss('new table', pg(), lines(createTable(posts))),
  rule('no-lock-timeout').miss(
    'CONCURRENTLY, which nobody waits behind',
    pg(),
    lines(addIndex('orders', index('by_total', ['total']), true)),
    OUTSIDE,
  ),
];

const opaque = {
  kind: 'opaque',
  text: 't.wobble :x',
  language: 'ruby',
  reason: '`t.wobble` is none of the methods of change_table',
  touches: ['users'],
} as const;

const statements: readonly RuleCase[] = [
  rule('change-table-opaque').hit(
    'a line of the block',
    pg(),
    lines({ ...opaque, inChangeTable: true }),
    'In the change_table block of users, t.wobble :x was not understood',
  ),
  rule('change-table-opaque').miss('a line elsewhere', pg(), lines(opaque)),
  rule('raw-sql-opaque').miss(
    'a line of a change_table block, which is shown with its block',
    pg(),
    lines({ ...opaque, inChangeTable: true }),
  ),
  rule('transaction-control').hit(
    'COMMIT in the transaction of Rails',
    pg(),
    lines(sql('COMMIT')),
    'This ends the transaction that Rails began',
  ),
  rule('transaction-control').hit(
    'BEGIN in the transaction of goose',
    pg(),
    lines(sql('-- again\nbegin')),
    'The transaction that goose began is still open',
    { migration: { tool: 'goose', transactional: false, inToolTransaction: true } },
  ),
  rule('transaction-control').hit(
    'a method of the connection',
    pg(),
    lines(sql('connection.rollback_db_transaction')),
    'Rails still counts the migration as done',
  ),
  rule('transaction-control').hit(
    'BEGIN without an end',
    pg(),
    lines(sql('BEGIN'), addColumn('users', column('nick', 'text'))),
    'Nothing in the migration ends the transaction that begins here',
    OUTSIDE,
  ),
  rule('transaction-control').miss(
    "the author's own transaction",
    pg(),
    lines(sql('BEGIN'), addColumn('users', column('nick', 'text')), sql('COMMIT')),
    OUTSIDE,
  ),
  rule('transaction-control').hit(
    'BEGIN twice in a plain file',
    pg(),
    lines(sql('BEGIN'), sql('BEGIN'), sql('COMMIT')),
    'A transaction is open here already',
    PLAIN,
  ),
  rule('transaction-control').hit(
    'COMMIT without BEGIN in a plain file',
    pg(),
    lines(addColumn('users', column('nick', 'text')), sql('COMMIT')),
    'No transaction is open here: what runs before this COMMIT was final already',
    PLAIN,
  ),
  rule('transaction-control').miss(
    'two transactions, one behind the other, in a plain file',
    pg(),
    lines(sql('BEGIN'), sql('COMMIT'), sql('BEGIN'), sql('COMMIT')),
    PLAIN,
  ),
  rule('transaction-control').miss(
    'back to a savepoint',
    pg(),
    lines(sql('SAVEPOINT a'), sql('ROLLBACK TO SAVEPOINT a')),
  ),
];

const billing = pg({
  namespaces: ['billing'],
  tables: [...pg().tables, { ...posts, name: 'billing.invoices' }],
});
const ofText = (text: string) => ({ migration: { text, path: PATH, tool: 'goose' } }) as const;

const places: readonly RuleCase[] = [
  rule('schema-qualification').hit(
    'behind SET search_path',
    pg(),
    lines(sql('SET search_path TO billing'), createTable(posts)),
    `posts is created without a schema in its name, and search_path was set before it (${PATH}:1)`,
    ofText('SET search_path TO billing;\nCREATE TABLE posts (id bigint);'),
  ),
  rule('schema-qualification').hit(
    'several schemas with tables',
    billing,
    [operation(createTable(posts))],
    'and the database has tables in public, billing',
    ofText('CREATE TABLE IF NOT EXISTS posts (id bigint);'),
  ),
  rule('schema-qualification').miss(
    'one schema alone',
    pg(),
    [operation(createTable(posts))],
    ofText('CREATE TABLE posts (id bigint);'),
  ),
  rule('schema-qualification').miss(
    'qualified',
    billing,
    [operation(createTable(posts))],
    ofText('CREATE TABLE public.posts (id bigint);'),
  ),
  rule('schema-qualification').miss(
    'temporary',
    billing,
    [operation(createTable(posts))],
    ofText('CREATE TEMP TABLE posts (id bigint);'),
  ),
  rule('cross-database').hit('USE', my(), lines(sql('USE archive')), 'USE archive chooses another'),
  rule('cross-database').hit(
    'a table of another database',
    my(),
    lines(changeRows('users', 'insert', { text: 'INSERT INTO users SELECT * FROM old.users' })),
    'old.users names the database old',
  ),
  rule('cross-database').hit(
    'dblink',
    pg(),
    lines(sql("SELECT dblink_exec('dbname=old', 'DELETE FROM users')")),
    'dblink_exec reaches another database',
  ),
  rule('cross-database').hit(
    'a foreign-data wrapper',
    pg(),
    lines({ kind: 'createExtension', extension: { name: 'postgres_fdw', version: null } }),
    'The extension postgres_fdw reaches other databases',
  ),
  rule('cross-database').hit(
    'a model that lives elsewhere',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...eachUser,
        model: { ...userModel, connection: 'connects_to database: { writing: :archive }' },
      }),
    ),
    'User lives in another database (connects_to database: { writing: :archive })',
  ),
  rule('cross-database').hit(
    'a connection of its own',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    'The migration changes its connection by establish_connection',
    { migration: { text: 'class A\n  ActiveRecord::Base.establish_connection(:old)\nend' } },
  ),
  rule('cross-database').hit(
    'ATTACH',
    lite(),
    lines(sql("ATTACH 'old.db' AS old")),
    'ATTACH opens',
  ),
  rule('cross-database').miss(
    'a schema of the same database',
    pg(),
    lines(changeRows('users', 'insert', { text: 'INSERT INTO billing.users SELECT * FROM users' })),
  ),
  rule('cross-database').miss(
    'the role that writes',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    { migration: { text: '# establish_connection\nconnected_to(role: :writing) do' } },
  ),
  rule('cross-database').miss(
    "the server's own catalog",
    my(),
    lines(sql('SELECT 1 FROM information_schema.tables')),
  ),
];

/** Cases of rules on what surrounds the statements of a migration. */
export const surroundingCases: readonly RuleCase[] = [...timeouts, ...statements, ...places];

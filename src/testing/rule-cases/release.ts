import type { Change } from '../../model/change.ts';
import type { SuppressionComment } from '../../model/migration.ts';
import {
  type CodeReference,
  NO_PROJECT_FACTS,
  type ProjectFacts,
  type ReferenceKind,
} from '../../model/project-facts.ts';
import type { Survey } from '../../model/survey.ts';
import { column, index, migration, operation } from '../build.ts';
import {
  addColumn,
  addIndex,
  changeRows,
  createTable,
  dropColumn,
  dropTable,
  lines,
  renameColumn,
} from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { lite, my, pg, posts } from './schemas.ts';

const rule = casesOf;
const PATH = 'db/migrate/20260101000000_change.rb';
const at = (line: number) => ({ path: PATH, line, column: 1, endLine: line });
const sql = (text: string) => ({ kind: 'runSql', text, purpose: 'does something' }) as const;

/** An application of ten files that were looked into. */
const looked = (rest: Partial<ProjectFacts> = {}): ProjectFacts => ({
  ...NO_PROJECT_FACTS,
  filesRead: 10,
  ...rest,
});

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

const timeouts: readonly RuleCase[] = [
  rule('no-lock-timeout').hit(
    'no file of the project sets one',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    "without end: neither the migration nor the project's settings set lock_timeout.",
    { options: { project: looked() } },
  ),
  rule('no-lock-timeout').hit(
    'nothing is known of the project',
    pg(),
    lines(addColumn('users', column('nick', 'text'))),
    'whether the connection does is not known',
  ),
  rule('no-lock-timeout').hit(
    'set to no limit at all',
    pg(),
    lines(sql('SET lock_timeout = 0'), addColumn('users', column('nick', 'text'))),
    'users queues all later queries',
  ),
  rule('no-lock-timeout').hit(
    'the metadata lock of an INSTANT change',
    my(),
    lines(addColumn('users', column('nick', 'text'))),
    'for a year, MariaDB for a day',
    { options: { project: looked() } },
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

const model = {
  name: 'User',
  method: 'update!',
  definedIn: 'application',
  path: 'app/models/user.rb',
  hooks: ['after_commit :greet', 'validates :email, presence: true', 'before_destroy :keep'],
  connection: null,
} as const;
const ruby = { language: 'ruby', text: 'User.find_each { |user| user.update!(age: 1) }' } as const;

const models: readonly RuleCase[] = [
  rule('model-in-migration').hit(
    'callbacks and validations of an update',
    pg(),
    lines(changeRows('users', 'update', { ...ruby, model })),
    'update! goes through after_commit :greet; validates :email, presence: true.',
  ),
  rule('model-in-migration').hit(
    'a class of the application in one statement',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...ruby,
        text: 'User.update_all(age: 1)',
        model: { ...model, method: 'update_all' },
      }),
    ),
    'User (app/models/user.rb) is a class of the application, so this depends on what it is',
  ),
  rule('model-in-migration').hit(
    'a default scope leaves rows out',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...ruby,
        text: 'User.update_all(age: 1)',
        model: { ...model, method: 'update_all', hooks: ['default_scope { active }'] },
      }),
    ),
    'update_all goes through default_scope { active }',
  ),
  rule('model-in-migration').miss(
    'a class of the migration itself',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...ruby,
        model: { ...model, definedIn: 'migration', path: PATH, hooks: [] },
      }),
    ),
  ),
  rule('model-in-migration').miss(
    'a class that no file defines',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...ruby,
        model: { ...model, definedIn: 'unknown', path: null, hooks: [] },
      }),
    ),
  ),
  rule('model-in-migration').miss('SQL', pg(), lines(changeRows('users', 'update'))),
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
  rule('transaction-control').miss(
    'back to a savepoint',
    pg(),
    lines(sql('SAVEPOINT a'), sql('ROLLBACK TO SAVEPOINT a')),
  ),
];

const written = (text: string, verb: 'insert' | 'update' | 'delete', rest = {}) =>
  changeRows('users', verb, { text, ...rest });
const lint = rule('dml-syntax-lints');

const lints: readonly RuleCase[] = [
  lint.hit(
    '= NULL in a condition',
    pg(),
    lines(written('UPDATE users SET age = NULL WHERE users.name = NULL', 'update')),
    'users.name = NULL is never true',
  ),
  lint.hit(
    '<> NULL',
    my(),
    lines(written('DELETE FROM users WHERE `email` <> NULL', 'delete')),
    '`email` <> NULL is never true',
  ),
  lint.hit(
    '= NULL in the value of an assignment',
    pg(),
    lines(written('UPDATE users SET age = CASE WHEN name = NULL THEN 1 ELSE 2 END', 'update')),
    'name = NULL is never true',
  ),
  lint.hit(
    'a column twice',
    pg(),
    lines(written("UPDATE users SET name = 'a', age = 1, name = 'b'", 'update')),
    'name is set twice in one statement',
  ),
  lint.hit(
    'values by position',
    pg(),
    lines(written("INSERT INTO users VALUES (1, 'a')", 'insert')),
    'The INSERT into users names no columns',
  ),
  lint.hit(
    'rows at random',
    my(),
    lines(written('UPDATE users SET level = 1 ORDER BY RAND() LIMIT 5', 'update')),
    'ORDER BY RAND() goes through all rows',
  ),
  lint.hit(
    'LIMIT without an order',
    my(),
    lines(written('DELETE FROM users LIMIT 5', 'delete')),
    'LIMIT without ORDER BY takes any rows',
  ),
  lint.miss(
    'assignments of NULL',
    pg(),
    lines(
      written(
        'UPDATE users SET (age, name) = (1, NULL), email = NULL WHERE name IS NULL',
        'update',
      ),
      written(
        'INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = NULL',
        'insert',
      ),
    ),
  ),
  lint.miss(
    'ON DUPLICATE KEY UPDATE',
    my(),
    lines(
      written('INSERT INTO users (id) VALUES (1) ON DUPLICATE KEY UPDATE email = NULL', 'insert'),
    ),
  ),
  lint.miss(
    'columns of other tables of one name, and parts of an array',
    pg(),
    lines(
      written(
        "UPDATE users SET a[1] = 1, a[2] = 2 FROM orders WHERE email = 'name = NULL'",
        'update',
      ),
    ),
  ),
  lint.miss(
    'a new table',
    pg(),
    lines(
      createTable(posts),
      changeRows('posts', 'insert', { text: "INSERT INTO posts VALUES (1, 2, 'a')" }),
    ),
  ),
  lint.miss(
    'LIMIT of a subquery',
    pg(),
    lines(written('DELETE FROM users WHERE id IN (SELECT id FROM users LIMIT 5)', 'delete')),
  ),
  lint.miss(
    'Ruby',
    pg(),
    lines(written('User.where("age = NULL").delete_all', 'delete', { language: 'ruby' })),
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
        ...ruby,
        model: { ...model, connection: 'connects_to database: { writing: :archive }' },
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

const stray: Change = {
  kind: 'added',
  object: { type: 'column', table: 'users', name: 'nick' },
  from: null,
  before: null,
  after: null,
  differences: [],
};

const drifts: readonly RuleCase[] = [
  rule('schema-dump-drift').hit(
    'a column that no migration makes',
    pg(),
    lines(createTable(posts)),
    'users.nick is in it, and no migration makes it',
    { options: { drift: [stray] } },
  ),
  rule('schema-dump-drift').hit(
    'older than the schema',
    pg({ version: '20260501000000' }),
    lines(createTable(posts)),
    'Change (20260101000000) is older than 20260501000000',
  ),
  rule('schema-dump-drift').hit(
    'two of one version',
    pg(),
    lines(createTable(posts)),
    'Change and Other have the same version, 20260101000000',
    { options: { migrations: [migration(), migration({ path: 'b.rb', name: 'Other' })] } },
  ),
  rule('schema-dump-drift').miss(
    'the file is what the migrations give',
    pg({ version: '20251201000000' }),
    lines(createTable(posts)),
    { options: { drift: [] } },
  ),
];

const reference = (
  name: string,
  kind: ReferenceKind,
  rest: Partial<CodeReference> = {},
): CodeReference => ({
  object: { type: 'column', table: 'users', name },
  kind,
  certainty: 'parsed',
  source: { path: 'app/models/user.rb', line: 3, column: 3, endLine: 3 },
  text: `validates :${name}`,
  ...rest,
});

const named = (...references: readonly CodeReference[]) => ({
  options: { project: looked({ references }) },
});

const many = Array.from({ length: 7 }, (_, line) =>
  reference('name', 'view', {
    source: { path: 'app/views/users/show.html.erb', line: line + 1, column: 1, endLine: line + 1 },
  }),
);

const code: readonly RuleCase[] = [
  rule('app-code-reference').hit(
    'a validation',
    pg(),
    lines(dropColumn('users', 'name')),
    'users.name is still named in app/models/user.rb:3 (validation).',
    named(reference('name', 'validation')),
  ),
  rule('app-code-reference').hit(
    'many places',
    pg(),
    lines(renameColumn('users', 'name', 'title')),
    'show.html.erb:5 (view) and 2 more',
    named(...many),
  ),
  rule('app-code-reference').hit(
    'a model of the table',
    pg(),
    lines(dropTable('orders')),
    'orders is still named in app/models/user.rb:3 (model)',
    named(reference('', 'model', { object: { type: 'table', table: null, name: 'orders' } })),
  ),
  rule('app-code-reference').hit(
    'a value of an enum',
    pg(),
    lines({ kind: 'renameEnumValue', enum: 'order_status', from: 'paid', to: 'settled' }),
    'order_status is still named',
    named(
      reference('', 'declaration', {
        object: { type: 'enum', table: null, name: 'order_status' },
        text: 'enum :status, { paid: "paid" }',
      }),
    ),
  ),
  rule('app-code-reference').miss(
    'ignored by the model, and used nowhere else',
    pg(),
    lines(dropColumn('users', 'name')),
    named(reference('name', 'ignoredColumn')),
  ),
  rule('app-code-reference').miss(
    'another column',
    pg(),
    lines(dropColumn('users', 'name')),
    named(reference('email', 'validation')),
  ),
  rule('app-code-reference').miss(
    'another value of the enum',
    pg(),
    lines({ kind: 'renameEnumValue', enum: 'order_status', from: 'paid', to: 'settled' }),
    named(
      reference('', 'declaration', {
        object: { type: 'enum', table: null, name: 'order_status' },
        text: 'enum :status, { new: "new" }',
      }),
    ),
  ),
  rule('app-code-reference').miss(
    'no code was looked into',
    pg(),
    lines(dropColumn('users', 'name')),
  ),
  rule('drop-column').hit(
    'ignored by the model already',
    pg(),
    lines(dropColumn('users', 'name')),
    'the model ignores it already (app/models/user.rb:3)',
    named(reference('name', 'ignoredColumn')),
  ),
  rule('naming-conventions').hit(
    'a reserved word',
    pg(),
    lines(addColumn('users', column('order', 'integer'))),
    'order is a reserved word',
  ),
  rule('naming-conventions').hit(
    'reserved by MySQL',
    my(),
    lines(addColumn('users', column('rank', 'int'))),
    'rank is a reserved word',
  ),
  rule('naming-conventions').hit(
    'capitals',
    pg(),
    lines(addColumn('users', column('firstName', 'text'))),
    'firstName has capital letters',
  ),
  rule('naming-conventions').hit(
    'longer than the server keeps',
    pg(),
    lines(addColumn('users', column('a'.repeat(64), 'text'))),
    'is longer than 63 bytes',
  ),
  rule('naming-conventions').miss(
    'a key word that names a column all the same',
    pg(),
    lines(addColumn('users', column('position', 'integer'))),
  ),
  rule('naming-conventions').miss(
    'reserved by MySQL alone',
    my(),
    lines(addColumn('users', column('rank', 'int'))),
    { options: { server: { name: 'mariadb', version: [10, 11], decidedBy: null } } },
  ),
  rule('naming-conventions').miss(
    'capitals where all names have them',
    pg({ tables: [{ ...posts, name: 'userPosts' }] }),
    lines(addColumn('userPosts', column('firstName', 'text'))),
  ),
];

const comment = (rest: Partial<SuppressionComment> = {}): SuppressionComment => ({
  rules: ['drop-column'],
  reason: 'nobody reads it',
  source: at(1),
  covers: { from: 1, to: 1 },
  ...rest,
});
const commented = (...suppressions: readonly SuppressionComment[]) => ({
  migration: { suppressions },
});
const dropped = lines(dropColumn('users', 'name'));
const hygiene = rule('suppression-hygiene');

const suppressions: readonly RuleCase[] = [
  hygiene.hit(
    'no reason',
    pg(),
    dropped,
    'drop-column is suppressed without a reason',
    commented(comment({ reason: null })),
  ),
  hygiene.hit(
    'nothing to suppress',
    pg(),
    lines(createTable(posts)),
    'Nothing is found here by drop-column',
    commented(comment()),
  ),
  hygiene.hit(
    'a rule that is not there',
    pg(),
    dropped,
    'There is no rule drop-colunm',
    commented(comment({ rules: ['drop-colunm'] })),
  ),
  hygiene.hit(
    'no rule at all',
    pg(),
    dropped,
    'The comment names no rule',
    commented(comment({ rules: [] })),
  ),
  hygiene.hit(
    'safety_assured without a word',
    pg(),
    [operation(dropColumn('users', 'name'), { assured: true })],
    'gives no reason',
  ),
  hygiene.miss('a reason for what is found', pg(), dropped, commented(comment())),
  hygiene.miss('no suppression', pg(), dropped),
];

/** Cases of rules on what surrounds a migration, and on the release as a whole. */
export const releaseCases: readonly RuleCase[] = [
  ...timeouts,
  ...models,
  ...statements,
  ...lints,
  ...places,
  ...drifts,
  ...code,
  ...suppressions,
];

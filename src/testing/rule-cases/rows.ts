import { column, index, operation } from '../build.ts';
import {
  addColumn,
  addIndex,
  changeRows,
  createTable,
  lines,
  oneStatement,
  setColumnNull,
} from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { eachUser, userModel } from './code.ts';
import { my, pg, posts } from './schemas.ts';

const rule = casesOf;
const PATH = 'db/migrate/20260101000000_change.rb';

const models: readonly RuleCase[] = [
  rule('model-in-migration').hit(
    'callbacks and validations of an update',
    pg(),
    lines(changeRows('users', 'update', { ...eachUser, model: userModel })),
    'update! goes through after_commit :greet; validates :email, presence: true.',
  ),
  rule('model-in-migration').hit(
    'a class of the application in one statement',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...eachUser,
        text: 'User.update_all(age: 1)',
        model: { ...userModel, method: 'update_all' },
      }),
    ),
    'User (app/models/user.rb) is a class of the application, so this depends on what it is',
  ),
  rule('model-in-migration').hit(
    'a default scope leaves rows out',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...eachUser,
        text: 'User.update_all(age: 1)',
        model: { ...userModel, method: 'update_all', hooks: ['default_scope { active }'] },
      }),
    ),
    'update_all goes through default_scope { active }',
  ),
  rule('model-in-migration').hit(
    'several classes that only write',
    pg(),
    lines(
      changeRows('users', 'update', { ...eachUser, model: { ...userModel, hooks: [] } }),
      changeRows('orders', 'update', {
        ...eachUser,
        model: { ...userModel, name: 'Order', path: 'app/models/order.rb', hooks: [] },
      }),
    ),
    'User (app/models/user.rb), Order (app/models/order.rb) are classes of the application',
  ),
  rule('model-in-migration').miss(
    'a class of the migration itself',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...eachUser,
        model: { ...userModel, definedIn: 'migration', path: PATH, hooks: [] },
      }),
    ),
  ),
  rule('model-in-migration').miss(
    'a class that no file defines',
    pg(),
    lines(
      changeRows('users', 'update', {
        ...eachUser,
        model: { ...userModel, definedIn: 'unknown', path: null, hooks: [] },
      }),
    ),
  ),
  rule('model-in-migration').miss('SQL', pg(), lines(changeRows('users', 'update'))),
];

const written = (text: string, verb: 'insert' | 'update' | 'delete', rest = {}) =>
  changeRows('users', verb, { text, ...rest });
const lint = rule('dml-syntax-lints');

const lints: readonly RuleCase[] = [
  lint.miss(
    'a quoted name in capitals and the same in small letters',
    pg(),
    lines(written('UPDATE users SET "AGE" = 1, AGE = 2', 'update')),
  ),
  lint.hit(
    'a name in capitals and in small letters',
    pg(),
    lines(written('UPDATE users SET AGE = 1, age = 2', 'update')),
    'age is set twice',
  ),
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

const backfill = rule('backfill-unbatched');
const update = (text: string) => lines(changeRows('users', 'update', { scope: 'part', text }));

const backfills: readonly RuleCase[] = [
  backfill.hit(
    'rows that a condition picks',
    pg(),
    update('UPDATE users SET age = 1 WHERE age IS NULL'),
    'writes those rows of users (size unknown, taken as large) that its condition picks, however many',
  ),
  backfill.hit(
    'rows of a join',
    my(),
    update(
      'UPDATE users u JOIN orders o ON o.user_id = u.id SET u.name = 1 WHERE u.id = o.user_id',
    ),
    'that its condition picks',
  ),
  backfill.hit(
    'code that nobody read',
    pg(),
    lines(
      changeRows(null, 'unknown', {
        scope: 'unknown',
        language: 'ruby',
        text: 'Flipper.enable(:a)',
      }),
    ),
    'Whether Flipper.enable(:a) writes rows is not known',
  ),
  backfill.miss('rows by their keys', pg(), update('UPDATE users SET age = 1 WHERE id IN (1, 2)')),
  backfill.miss('one row', my(), update('UPDATE users u SET u.name = 1 WHERE u.id = 7;')),
  backfill.miss(
    'some rows of a small table',
    pg(),
    update('UPDATE users SET age = 1 WHERE age > 3'),
    {
      rows: { users: 500 },
    },
  ),
];

const deletion = rule('data-delete');

const deletions: readonly RuleCase[] = [
  deletion.hit(
    'one call that deletes from several tables',
    pg(),
    oneStatement(
      changeRows('users', 'delete', { scope: 'part', language: 'ruby', text: 'Cleaner.run' }),
      changeRows('orders', 'delete', { scope: 'part', language: 'ruby', text: 'Cleaner.run' }),
    ),
    'deletes rows of users (size unknown, taken as large), orders (size unknown, taken as large)',
  ),
  deletion.hit(
    'a condition that the copy can use',
    pg(),
    lines(changeRows('users', 'delete', { text: 'DELETE FROM users WHERE age < 3;' })),
    'deletes all rows of users',
  ),
  deletion.miss(
    'rows of a new table',
    pg(),
    lines(createTable(posts), changeRows('posts', 'delete', { text: 'DELETE FROM posts' })),
  ),
];

const held = rule('statements-after-ael');

const behindLocks: readonly RuleCase[] = [
  held.hit(
    'several statements behind one lock',
    pg(),
    lines(
      addColumn('users', column('nick', 'text')),
      setColumnNull('orders', 'total', false),
      setColumnNull('orders', 'user_id', false),
    ),
    'and stays so while 2 statements go through orders',
  ),
  held.hit(
    'several statements go through one table',
    pg(),
    lines(setColumnNull('users', 'name', false), setColumnNull('users', 'email', false)),
    'while 2 statements go through it one after the other',
  ),
  held.miss('one ALTER TABLE', pg(), [
    operation(setColumnNull('users', 'name', false)),
    operation(setColumnNull('users', 'email', false), { joined: true }),
  ]),
  held.miss(
    'each by itself',
    pg(),
    lines(setColumnNull('users', 'name', false), setColumnNull('orders', 'total', false)),
    OUTSIDE,
  ),
  rule('add-index-blocking').hit(
    'a lock of an earlier statement',
    pg(),
    lines(
      addColumn('users', column('nick', 'text')),
      addIndex('orders', index('by_total', ['total'])),
    ),
    'the transaction keeps users locked',
  ),
];

/** Cases of rules on rows that are written, and on what waits meanwhile. */
export const rowCases: readonly RuleCase[] = [
  ...models,
  ...lints,
  ...backfills,
  ...deletions,
  ...behindLocks,
];

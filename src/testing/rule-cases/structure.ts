import { check, column, index, table } from '../build.ts';
import {
  addCheck,
  addColumn,
  addIndex,
  createTable,
  dropCheck,
  dropColumn,
  dropIndex,
  lines,
  literal,
  setColumnNull,
  validate,
} from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { lite, my, orders, pg, posts, users } from './schemas.ts';

const rule = casesOf;
const byTotal = index('index_orders_on_total', ['total']);
const positive = check('positive', 'total > 0');

const unique = {
  name: 'one_total',
  columns: ['total'],
  deferrable: null,
  nullsNotDistinct: false,
} as const;
const exclusion = {
  name: 'no_overlap',
  expression: 'id WITH =',
  using: 'gist',
  where: null,
  deferrable: null,
} as const;

const indexes: readonly RuleCase[] = [
  rule('add-index-blocking').hit(
    'large table',
    pg(),
    lines(addIndex('orders', byTotal)),
    'blocks writes to orders (3,000,000 rows, undated)',
    { rows: { orders: 3_000_000 } },
  ),
  rule('add-index-blocking').hit(
    'while the transaction keeps another table locked',
    pg(),
    lines(dropColumn('users', 'name'), addIndex('orders', byTotal)),
    'until it is done; the transaction keeps users locked against reads and writes for as long',
  ),
  rule('add-index-blocking').miss(
    'concurrently',
    pg(),
    lines(addIndex('orders', byTotal, true)),
    OUTSIDE,
  ),
  rule('add-index-blocking').miss(
    'new table',
    pg(),
    lines(createTable(posts), addIndex('posts', index('i', ['title']))),
  ),
  rule('concurrently-in-transaction').hit(
    'build',
    pg(),
    lines(addIndex('orders', byTotal, true)),
    'refuses to build index_orders_on_total',
  ),
  rule('concurrently-in-transaction').hit(
    'drop',
    pg(),
    lines(dropIndex('users', 'index_users_on_name', true)),
    'refuses to drop index_users_on_name',
  ),
  rule('concurrently-in-transaction').miss(
    'outside of one',
    pg(),
    lines(addIndex('orders', byTotal, true)),
    OUTSIDE,
  ),
  rule('add-unique-index-data').miss(
    'columns that a unique index kept apart before the release',
    pg(),
    lines(
      dropIndex('users', 'index_users_on_email'),
      addIndex('users', index('wider', ['email', 'name'], { unique: true })),
    ),
  ),
  rule('add-unique-index-data').hit(
    'new column with the same value in each row',
    pg(),
    lines(
      addColumn('orders', column('rank', 'integer', { nullable: false, default: literal(0) })),
      addIndex('orders', index('by_rank', ['rank'], { unique: true })),
    ),
    'have the same rank',
  ),
  rule('add-unique-index-data').hit(
    'existing column',
    pg(),
    lines(addIndex('orders', { ...byTotal, unique: true })),
    'have the same total',
  ),
  rule('add-unique-index-data').miss(
    'column of the same release',
    pg(),
    lines(
      {
        kind: 'addColumn',
        table: 'orders',
        column: column('number', 'text'),
        ifNotExists: false,
        position: null,
      },
      addIndex('orders', index('i', ['number'], { unique: true })),
    ),
  ),
  rule('invalid-index-leftover').hit(
    'if_not_exists',
    pg(),
    lines({ ...addIndex('orders', byTotal, true), ifNotExists: true }),
    'takes it for the finished one',
    OUTSIDE,
  ),
  rule('invalid-index-leftover').miss(
    'without it',
    pg(),
    lines(addIndex('orders', byTotal, true)),
    OUTSIDE,
  ),
  rule('index-duplicate').hit(
    'prefix of another',
    pg(),
    lines(addIndex('users', index('again', ['name']))),
    'again is not needed',
  ),
  rule('index-duplicate').miss(
    'partial',
    pg(),
    lines(addIndex('users', index('again', ['name'], { where: 'age > 3' }))),
  ),
  rule('index-too-wide').hit(
    'four columns',
    pg(),
    lines(addIndex('users', index('wide', ['name', 'age', 'email', 'status']))),
    'over 4 columns',
  ),
  rule('index-too-wide').miss(
    'three',
    pg(),
    lines(addIndex('users', index('wide', ['age', 'email', 'status']))),
  ),
  rule('mysql-fulltext-spatial-index').hit(
    'fulltext',
    my(),
    lines(addIndex('users', index('ft', ['name'], { using: null, kind: 'fulltext' }))),
    'Building the fulltext index ft blocks writes',
  ),
  rule('mysql-fulltext-spatial-index').miss(
    'ordinary',
    my(),
    lines(addIndex('users', index('i', ['email']))),
  ),
  rule('drop-index').hit(
    'unique',
    pg(),
    lines(dropIndex('users', 'index_users_on_email')),
    'duplicates are no longer kept out',
  ),
  rule('drop-index').miss(
    'new table',
    pg(),
    lines(createTable({ ...posts, indexes: [index('i', ['title'])] }), dropIndex('posts', 'i')),
  ),
  rule('drop-index').miss(
    'a longer one serves the same queries',
    pg(),
    lines(dropIndex('users', 'index_users_on_name', true)),
    OUTSIDE,
  ),
  rule('drop-index').hit(
    'a longer one serves the same queries, yet the table is locked',
    pg(),
    lines(dropIndex('users', 'index_users_on_name')),
    'use index_users_on_name_and_age instead of index_users_on_name, and reads and writes wait',
  ),
  rule('drop-index').miss(
    'unique over columns that a key keeps apart',
    my({
      tables: [
        table('users', [column('id', 'bigint'), column('email', 'varchar(50)')], {
          indexes: [
            index('old', ['email'], { unique: true }),
            index('new', ['email'], { unique: true }),
          ],
        }),
      ],
    }),
    lines(dropIndex('users', 'old')),
  ),
  rule('replace-index-order').miss(
    'another index begins with the same column',
    pg(),
    lines(
      dropIndex('users', 'index_users_on_name'),
      addIndex('users', index('better', ['name', 'email'])),
    ),
  ),
  rule('replace-index-order').hit(
    'dropped first',
    pg({ tables: [{ ...users, indexes: [index('index_users_on_name', ['name'])] }, orders] }),
    lines(
      dropIndex('users', 'index_users_on_name'),
      addIndex('users', index('better', ['name', 'email'])),
    ),
    'dropped before better is built',
  ),
  rule('replace-index-order').miss(
    'built first',
    pg(),
    lines(
      addIndex('users', index('better', ['name', 'email'])),
      dropIndex('users', 'index_users_on_name'),
    ),
  ),
];

const constraints: readonly RuleCase[] = [
  rule('validate-check-while-locked').hit(
    'same transaction',
    pg(),
    lines(addCheck('orders', { ...positive, validated: false }), validate('orders', 'positive')),
    'Validating positive scans orders',
  ),
  rule('validate-check-while-locked').miss(
    'outside of a transaction',
    pg(),
    lines(addCheck('orders', { ...positive, validated: false }), validate('orders', 'positive')),
    OUTSIDE,
  ),
  rule('add-check-validating').hit(
    'one step',
    pg(),
    lines(addCheck('orders', positive)),
    'while reads and writes wait',
  ),
  rule('add-check-validating').miss(
    'not validated',
    pg(),
    lines(addCheck('orders', { ...positive, validated: false })),
  ),
  rule('add-unique-constraint').hit(
    'builds its own index',
    pg(),
    lines({
      kind: 'addUniqueConstraint',
      table: 'orders',
      uniqueConstraint: unique,
      usingIndex: null,
    }),
    'Adding one_total builds its index',
  ),
  rule('add-unique-constraint').miss(
    'takes over an index',
    pg({ tables: [users, { ...orders, indexes: [{ ...byTotal, unique: true }] }] }),
    lines({
      kind: 'addUniqueConstraint',
      table: 'orders',
      uniqueConstraint: unique,
      usingIndex: 'index_orders_on_total',
    }),
  ),
  rule('add-exclusion-constraint').hit(
    'existing table',
    pg(),
    lines({ kind: 'addExclusionConstraint', table: 'orders', exclusionConstraint: exclusion }),
    'Adding no_overlap builds its index',
  ),
  rule('add-exclusion-constraint').miss(
    'new table',
    pg(),
    lines(createTable(posts), {
      kind: 'addExclusionConstraint',
      table: 'posts',
      exclusionConstraint: exclusion,
    }),
  ),
  rule('add-primary-key').hit(
    'existing table',
    pg({ tables: [table('log', [column('number', 'bigint')])] }),
    lines({ kind: 'addPrimaryKey', table: 'log', primaryKey: { name: null, columns: ['number'] } }),
    'Adding a primary key to log',
  ),
  rule('add-primary-key').miss(
    'new table',
    pg(),
    lines(createTable(table('log', [column('number', 'bigint')])), {
      kind: 'addPrimaryKey',
      table: 'log',
      primaryKey: { name: null, columns: ['number'] },
    }),
  ),
  rule('drop-constraint').hit(
    'check',
    pg(),
    lines(dropCheck('users', 'users_age')),
    'Without users_age',
  ),
  rule('drop-constraint').miss(
    'the check that proved NOT NULL',
    pg({ tables: [{ ...users, checkConstraints: [check('nn', 'email IS NOT NULL')] }] }),
    lines(setColumnNull('users', 'email', false), dropCheck('users', 'nn')),
  ),
  rule('short-primary-key').hit(
    'integer',
    pg(),
    lines(
      createTable(
        table('log', [column('id', 'integer', { nullable: false, autoIncrement: 'sequence' })]),
      ),
    ),
    'log.id is integer',
  ),
  rule('short-primary-key').miss(
    'SQLite has 64 bits',
    lite(),
    lines(
      createTable(
        table('log', [
          column('id', 'integer', { nullable: false, autoIncrement: 'autoIncrement' }),
        ]),
      ),
    ),
  ),
];

export const structureCases: readonly RuleCase[] = [...indexes, ...constraints];

import { column, foreignKey, index, table } from '../build.ts';
import {
  addForeignKey,
  addIndex,
  createTable,
  dropForeignKey,
  lines,
  validate,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { lite, my, orders, pg, posts, users } from './schemas.ts';

const rule = casesOf;
const bare = { ...orders, indexes: [], foreignKeys: [] };
const toUsers = foreignKey('user_id', 'users');
const unchecked = { ...toUsers, validated: false };

export const foreignKeyCases: readonly RuleCase[] = [
  rule('fk-without-index').hit(
    'bare column',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', toUsers)),
    'No index begins with orders.user_id',
  ),
  rule('fk-without-index').miss(
    'index added later in the release',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', toUsers), addIndex('orders', index('i', ['user_id']))),
  ),
  rule('fk-without-index').miss(
    'partial index over the rows in which the key is set',
    pg({ tables: [users, bare] }),
    lines(
      addForeignKey('orders', toUsers),
      addIndex('orders', index('i', ['user_id'], { where: 'user_id IS NOT NULL' })),
    ),
  ),
  rule('fk-without-index').hit(
    'partial index over other rows',
    pg({ tables: [users, bare] }),
    lines(
      addForeignKey('orders', toUsers),
      addIndex('orders', index('i', ['user_id'], { where: "state = 'open'" })),
    ),
    'each DELETE from users scans orders',
  ),
  rule('add-fk-validating').hit(
    'one step',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', toUsers)),
    'blocks writes to orders (size unknown, taken as large) and users',
  ),
  rule('add-fk-validating').miss(
    'not validated',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', unchecked)),
  ),
  rule('add-fk-mysql').hit(
    'copies',
    my(),
    lines(addForeignKey('orders', toUsers)),
    'copies orders',
  ),
  rule('add-fk-mysql').miss(
    'new table',
    my(),
    lines(createTable(posts), addForeignKey('posts', toUsers)),
  ),
  rule('multiple-fks-one-migration').hit(
    'two parents',
    pg(),
    lines(
      createTable({
        ...posts,
        foreignKeys: [toUsers, foreignKey('order_id', 'orders')],
        columns: [...posts.columns, column('order_id', 'bigint')],
      }),
    ),
    'locks users, orders against writes one after the other',
  ),
  rule('multiple-fks-one-migration').miss(
    'a table that refers to itself',
    pg(),
    lines(
      createTable({
        ...posts,
        columns: [...posts.columns, column('post_id', 'bigint')],
        foreignKeys: [toUsers, foreignKey('post_id', 'posts')],
      }),
    ),
  ),
  rule('multiple-fks-one-migration').miss(
    'one parent',
    pg(),
    lines(createTable({ ...posts, foreignKeys: [toUsers] })),
  ),
  rule('create-table-with-fk').hit(
    'existing parent',
    pg(),
    lines(createTable({ ...posts, foreignKeys: [toUsers] })),
    'blocks writes to users for a moment',
  ),
  rule('create-table-with-fk').miss('no parent', pg(), lines(createTable(posts))),
  rule('fk-cascade-rule').hit(
    'cascade',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', { ...unchecked, onDelete: 'cascade' })),
    'Deleting a row of users deletes its rows in orders',
  ),
  rule('fk-cascade-rule').miss(
    'restrict',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', { ...unchecked, onDelete: 'restrict' })),
  ),
  rule('fk-type-mismatch').hit(
    'integer to bigint',
    pg(),
    lines(
      createTable({
        ...posts,
        columns: [column('id', 'bigint', { nullable: false }), column('user_id', 'integer')],
        foreignKeys: [toUsers],
      }),
    ),
    'posts.user_id is integer, and users.id',
  ),
  rule('fk-type-mismatch').miss(
    'bigint to integer holds every value',
    pg({
      tables: [{ ...users, columns: [column('id', 'integer', { nullable: false })] }, bare],
    }),
    lines(addForeignKey('orders', unchecked)),
  ),
  rule('fk-type-mismatch').hit(
    'types that do not compare',
    pg({ tables: [{ ...users, columns: [column('id', 'uuid', { nullable: false })] }, bare] }),
    lines(addForeignKey('orders', unchecked)),
    'PostgreSQL refuses a foreign key between the two',
  ),
  rule('fk-type-mismatch').miss(
    'integers of SQLite have 64 bits',
    lite({
      tables: [
        table('users', [column('id', 'integer', { nullable: false })]),
        table('orders', [column('user_id', 'bigint')]),
      ],
    }),
    lines(addForeignKey('orders', toUsers)),
  ),
  rule('fk-type-mismatch').miss(
    'both bigint',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', unchecked)),
  ),
  rule('remove-fk').hit(
    'in use',
    pg(),
    lines(dropForeignKey('orders', toUsers.name)),
    'locks orders and users against reads and writes',
  ),
  rule('remove-fk').hit(
    'of a table to itself, added again',
    pg({
      tables: [{ ...orders, foreignKeys: [foreignKey('user_id', 'orders', { name: 'own' })] }],
    }),
    lines(
      dropForeignKey('orders', 'own'),
      addForeignKey('orders', foreignKey('user_id', 'orders', { onDelete: 'cascade' })),
    ),
    'Dropping own locks orders against reads and writes.',
  ),
  rule('remove-fk').miss(
    'new table',
    pg(),
    lines(createTable({ ...posts, foreignKeys: [toUsers] }), dropForeignKey('posts', toUsers.name)),
  ),
  rule('validate-fk-while-locked').hit(
    'same transaction',
    pg({ tables: [users, bare] }),
    lines(addForeignKey('orders', unchecked), validate('orders', toUsers.name)),
    'while the transaction still blocks writes',
  ),
  rule('validate-fk-while-locked').miss(
    'by itself',
    pg({ tables: [users, { ...orders, foreignKeys: [unchecked] }] }),
    lines(validate('orders', toUsers.name)),
  ),
];

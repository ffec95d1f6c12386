import { describe, expect, test } from 'vitest';
import type { OperationBody } from '../../model/operation.ts';
import { defaultServer } from '../../model/server.ts';
import { check, column, foreignKey, index, operation, schema, table } from '../../testing/build.ts';
import {
  addCheck,
  addColumn,
  addForeignKey,
  addIndex,
  changeRows,
  dropColumn,
  dropIndex,
  dropTable,
  expression,
  literal,
  renameColumn,
  renameTable,
  setColumn,
  setColumnDefault,
  setColumnNull,
} from '../../testing/operations.ts';
import { locksOf } from './locks.ts';

const users = table(
  'users',
  [
    column('id', 'bigint'),
    column('name', 'varchar(50)'),
    column('bio', 'text'),
    column('kind', "enum('a','b')"),
  ],
  { indexes: [index('i', ['name'])] },
);
const orders = table('orders', [column('id', 'bigint'), column('user_id', 'bigint')], {
  foreignKeys: [foreignKey('user_id', 'users')],
});
const packed = table('packed', [column('id', 'bigint')], {
  options: 'ENGINE=InnoDB ROW_FORMAT=COMPRESSED',
});
const before = schema('mysql', [users, orders, packed]);

function locks(body: OperationBody): readonly string[] {
  return locksOf(operation(body), before, before, defaultServer('mysql')).map(
    ({ table: name, level, work }) =>
      level.engine === 'mysql' ? `${name} ${level.algorithm} ${level.lock} ${work}` : '?',
  );
}

describe('the online DDL table of MySQL 8.0', () => {
  const copy = 'copy shared rewrite';
  const rebuild = 'inplace none rewrite';
  const cases: readonly (readonly [string, OperationBody, readonly string[]])[] = [
    ['add column', addColumn('users', column('n', 'int')), ['users instant none catalog']],
    [
      'add column to a compressed table',
      addColumn('packed', column('n', 'int')),
      [`packed ${rebuild}`],
    ],
    [
      'add an auto-increment column',
      addColumn('users', column('n', 'int', { autoIncrement: 'autoIncrement' })),
      ['users inplace shared rewrite'],
    ],
    [
      'add a stored column',
      addColumn('users', column('n', 'int', { generated: { expression: '1', stored: true } })),
      [`users ${copy}`],
    ],
    [
      'add a computed default',
      addColumn('users', column('n', 'char(36)', { default: expression('(uuid())') })),
      [`users ${copy}`],
    ],
    ['drop column', dropColumn('users', 'bio'), ['users instant none catalog']],
    ['drop an indexed column', dropColumn('users', 'name'), [`users ${rebuild}`]],
    ['rename column', renameColumn('users', 'bio', 'about'), ['users instant none catalog']],
    [
      'rename a column that a foreign key refers to',
      renameColumn('users', 'id', 'uid'),
      ['users inplace none catalog'],
    ],
    ['change type', setColumn('users', column('bio', 'longtext')), [`users ${copy}`]],
    [
      'longer varchar within 255 bytes',
      setColumn('users', column('name', 'varchar(63)')),
      ['users inplace none catalog'],
    ],
    [
      'longer varchar past 255 bytes',
      setColumn('users', column('name', 'varchar(64)')),
      [`users ${copy}`],
    ],
    [
      'append an enum member',
      setColumn('users', column('kind', "enum('a','b','c')")),
      ['users instant none catalog'],
    ],
    ['set NOT NULL', setColumnNull('users', 'name', false), [`users ${rebuild}`]],
    [
      'set default',
      setColumnDefault('users', 'name', literal('x')),
      ['users instant none catalog'],
    ],
    ['add index', addIndex('users', index('j', ['bio'])), ['users inplace none indexBuild']],
    [
      'first fulltext index',
      addIndex('users', index('f', ['bio'], { kind: 'fulltext' })),
      ['users inplace shared rewrite'],
    ],
    [
      'spatial index',
      addIndex('users', index('s', ['bio'], { kind: 'spatial' })),
      ['users inplace shared indexBuild'],
    ],
    ['drop index', dropIndex('users', 'i'), ['users inplace none catalog']],
    [
      'add foreign key',
      addForeignKey('orders', foreignKey('user_id', 'users')),
      [`orders ${copy}`, 'users copy shared scan'],
    ],
    ['add check', addCheck('users', check('c', 'id > 0')), [`users ${copy}`]],
    ['drop primary key', { kind: 'dropPrimaryKey', table: 'users' }, [`users ${copy}`]],
    [
      'convert character set',
      { kind: 'setTableOptions', table: 'users', charset: 'utf8mb4' },
      [`users ${copy}`],
    ],
    ['rename table', renameTable('users', 'people'), ['users instant none catalog']],
    [
      'drop table',
      dropTable('orders'),
      ['orders inplace exclusive catalog', 'users inplace none catalog'],
    ],
    ['truncate', changeRows('users', 'truncate'), ['users inplace exclusive catalog']],
  ];

  test.each(cases)('%s', (_, body, expected) => {
    expect(locks(body)).toEqual(expected);
  });

  test('COPY blocks writes alone, and each claim says which version is assumed', () => {
    const [claim] = locksOf(
      operation(setColumn('users', column('bio', 'longtext'))),
      before,
      before,
      defaultServer('mysql'),
    );
    expect(claim).toMatchObject({ blocksReads: false, blocksWrites: true });
    expect(claim?.basis).toContain('8.0.29');
  });
});

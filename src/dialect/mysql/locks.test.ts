import { describe, expect, test } from 'vitest';
import type { Operation, OperationBody } from '../../model/operation.ts';
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
import { locksOfEach } from '../locks.ts';
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
    [
      'add a moment as default',
      addColumn('users', column('n', 'datetime', { default: expression('CURRENT_TIMESTAMP') })),
      ['users instant none catalog'],
    ],
    [
      'add a moment in parentheses as default',
      addColumn('users', column('n', 'datetime', { default: expression('(now())') })),
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
      { kind: 'setTableOptions', table: 'users', charset: 'utf8mb4', converts: true },
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

  test('COPY blocks writes alone, and each claim says for which server it is told', () => {
    const [claim] = locksOf(
      operation(setColumn('users', column('bio', 'longtext'))),
      before,
      before,
      defaultServer('mysql'),
    );
    expect(claim).toMatchObject({ blocksReads: false, blocksWrites: true });
    expect(claim?.basis).toContain(
      'refman/8.0/en/innodb-online-ddl-operations.html (for MySQL 8.0)',
    );
  });
});

describe('by version', () => {
  const on = (name: 'mysql' | 'mariadb', version: readonly number[], body: OperationBody) =>
    locksOf(operation(body), before, before, { name, version, decidedBy: null }).map(({ level }) =>
      level.engine === 'mysql' ? `${level.algorithm} ${level.lock}` : '?',
    )[0];
  const last = addColumn('users', column('n', 'int'));
  const first: OperationBody = { ...last, position: 'first' };
  const rename = renameColumn('users', 'bio', 'about');
  const moved: OperationBody = { ...setColumn('users', column('bio', 'text')), position: 'first' };

  test.each([
    ['mysql', [5, 7], last, 'inplace none'],
    ['mysql', [8, 0, 11], last, 'inplace none'],
    ['mysql', [8, 0, 12], last, 'instant none'],
    ['mysql', [8, 0, 28], first, 'inplace none'],
    ['mysql', [8, 0, 29], first, 'instant none'],
    ['mysql', [8, 0, 28], dropColumn('users', 'bio'), 'inplace none'],
    ['mysql', [9, 1], dropColumn('users', 'bio'), 'instant none'],
    ['mysql', [8, 0, 27], rename, 'inplace none'],
    ['mysql', [8, 0, 28], rename, 'instant none'],
    ['mysql', [5, 7], setColumnDefault('users', 'name', literal('x')), 'inplace none'],
    ['mysql', [8, 4], addCheck('users', check('c', 'id > 0')), 'copy shared'],
    ['mysql', [8, 0, 15], addCheck('users', check('c', 'id > 0')), 'inplace none'],
    ['mysql', [9, 1], moved, 'inplace none'],
    ['mysql', [8, 0], addIndex('users', index('j', ['bio'])), 'inplace none'],
    ['mariadb', [10, 2], last, 'inplace none'],
    ['mariadb', [10, 3, 2], last, 'instant none'],
    ['mariadb', [10, 3], first, 'inplace none'],
    ['mariadb', [10, 4], first, 'instant none'],
    ['mariadb', [10, 3], dropColumn('users', 'bio'), 'inplace none'],
    ['mariadb', [10, 4], dropColumn('users', 'bio'), 'instant none'],
    ['mariadb', [10, 4], moved, 'instant none'],
    ['mariadb', [10, 2], addIndex('users', index('j', ['bio'])), 'inplace none'],
    ['mariadb', [10, 3], addIndex('users', index('j', ['bio'])), 'nocopy none'],
  ] as const)('%s %j: %o is %s', (name, version, body, expected) => {
    expect(on(name, version, body)).toBe(expected);
  });
});

describe('ALGORITHM and LOCK that a statement gives', () => {
  const stated = (
    body: OperationBody,
    online: NonNullable<Operation['online']>,
    name: 'mysql' | 'mariadb' = 'mysql',
  ) =>
    locksOf(operation(body, { online }), before, before, defaultServer(name)).map(
      ({ level, work, blocksReads }) =>
        level.engine === 'mysql' ? [level.algorithm, level.lock, work, blocksReads] : [],
    )[0];
  const add = addColumn('users', column('n', 'int'));

  test('COPY copies what could be INSTANT', () => {
    expect(stated(add, { algorithm: 'copy' })).toEqual(['copy', 'shared', 'rewrite', false]);
  });

  test('INPLACE builds the table anew on MySQL, and is a limit for MariaDB', () => {
    expect(stated(add, { algorithm: 'inplace' })).toEqual(['inplace', 'none', 'rewrite', false]);
    expect(stated(add, { algorithm: 'inplace' }, 'mariadb')).toEqual([
      'instant',
      'none',
      'catalog',
      false,
    ]);
  });

  test('LOCK=EXCLUSIVE holds readers up, and LOCK=NONE takes nothing from what is needed', () => {
    const addI = addIndex('users', index('j', ['bio']));
    expect(stated(addI, { lock: 'exclusive' })).toEqual([
      'inplace',
      'exclusive',
      'indexBuild',
      true,
    ]);
    const change = setColumn('users', column('bio', 'longtext'));
    expect(stated(change, { lock: 'none' })).toEqual(['copy', 'shared', 'rewrite', false]);
  });
});

test('a column that comes with an index in one ALTER TABLE makes the table anew', () => {
  const add = operation(addColumn('users', column('n', 'int')));
  const build = operation(addIndex('users', index('j', ['bio'])), { joined: true });
  const levels = (operations: readonly Operation[]) =>
    locksOfEach(
      operations.map((one) => ({ operation: one, before, after: before })),
      defaultServer('mysql'),
    ).map(([own]) => own?.work);
  expect(levels([add])).toEqual(['catalog']);
  expect(levels([add, build])).toEqual(['rewrite', 'indexBuild']);
});

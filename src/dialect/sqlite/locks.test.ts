import { expect, test } from 'vitest';
import type { OperationBody } from '../../model/operation.ts';
import { defaultServer } from '../../model/server.ts';
import { column, foreignKey, index, operation, schema, table } from '../../testing/build.ts';
import {
  addColumn,
  addForeignKey,
  addIndex,
  createTable,
  dropColumn,
  renameTable,
  setColumnNull,
} from '../../testing/operations.ts';
import { locksOf } from './locks.ts';

const before = schema('sqlite', [
  table('users', [column('id', 'integer'), column('name', 'varchar')]),
]);

const cases: readonly (readonly [string, OperationBody, readonly string[]])[] = [
  ['add a nullable column', addColumn('users', column('n', 'integer')), ['catalog']],
  [
    'add a required column without default',
    addColumn('users', column('n', 'integer', { nullable: false })),
    ['rewrite'],
  ],
  ['drop a column', dropColumn('users', 'name'), ['rewrite']],
  ['set NOT NULL', setColumnNull('users', 'name', false), ['rewrite']],
  ['add a foreign key', addForeignKey('users', foreignKey('name', 'users')), ['rewrite']],
  ['add an index', addIndex('users', index('i', ['name'])), ['indexBuild']],
  ['rename the table', renameTable('users', 'people'), ['catalog']],
  ['create a table', createTable(table('posts', [])), []],
];

test.each(cases)(
  'to %s, the database is locked for writes for as long as the work takes',
  (_, body, works) => {
    const locks = locksOf(operation(body), before, before, defaultServer('sqlite'));
    expect(locks.map(({ work }) => work)).toEqual(works);
    for (const lock of locks) {
      expect(lock).toMatchObject({
        level: { engine: 'sqlite', mode: 'database' },
        blocksWrites: true,
        blocksReads: false,
      });
    }
  },
);

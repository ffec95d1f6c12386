import type { Change } from '../../model/change.ts';
import { column, foreignKey, index, indexPart, table } from '../build.ts';
import {
  addForeignKey,
  addIndex,
  changeRows,
  createTable,
  dropColumn,
  dropTable,
  lines,
  renameTable,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { looked } from './code.ts';
import { lite, my, pg, posts, users } from './schemas.ts';

const rule = casesOf;

const translation = {
  object: { type: 'column', table: 'users', name: 'name' },
  kind: 'other',
  certainty: 'parsed',
  source: { path: 'config/locales/de.yml', line: 9, column: 5, endLine: 9 },
  text: 'name: Name',
} as const;
const keyed = { ...users, columns: [...users.columns, column('key', 'varchar(255)')] };

const threaded = { ...posts, columns: [...posts.columns, column('parent_id', 'bigint')] };

const rebuilt = table('orders_new', [column('id', 'integer'), column('user_id', 'integer')], {
  foreignKeys: [foreignKey('user_id', 'users')],
});
const expressed = index('by_user_and_day', [], {
  parts: [{ ...indexPart('user_id'), column: null, expression: 'user_id, date(created_at)' }],
});
const plain = { migration: { tool: 'plain', path: 'migrations/2_change.sql' } } as const;

const recharted: Change = {
  kind: 'altered',
  object: { type: 'table', table: null, name: 'posts' },
  from: null,
  before: null,
  after: null,
  differences: [
    { property: 'collation', before: 'utf8mb4_unicode_ci', after: 'utf8mb4_0900_ai_ci' },
  ],
};
const unlisted: Change = {
  ...recharted,
  kind: 'removed',
  object: { type: 'index', table: 'posts', name: 'fk_users' },
  differences: [],
};

/** What a reader could refute once: each case keeps a finding from saying it again. */
export const refutedCases: readonly RuleCase[] = [
  rule('app-code-reference').hit(
    'a translation alone breaks nothing',
    pg(),
    lines(dropColumn('users', 'name')),
    'still named in config/locales/de.yml:9',
    { options: { project: looked({ references: [translation] }) } },
  ),
  rule('add-unique-index-data').hit(
    'a column whose name is a word of SQL',
    my({ tables: [keyed] }),
    lines(addIndex('users', index('one_key', [], { unique: true, parts: [indexPart('key')] }))),
    'same key',
  ),
  rule('add-unique-index-data').hit(
    'a query for a project of SQL',
    pg(),
    lines(addIndex('users', index('one_name', ['name'], { unique: true }))),
    'same name',
    plain,
  ),
  rule('add-fk-mysql').hit(
    'a table that refers to itself',
    my({ tables: [threaded] }),
    lines(addForeignKey('posts', foreignKey('parent_id', 'posts'))),
    'writes to it wait until it is done.',
  ),
  rule('drop-table').hit(
    'a table that gives its place to a copy',
    lite(),
    lines(
      createTable(rebuilt),
      changeRows('orders_new', 'insert'),
      dropTable('orders'),
      renameTable('orders_new', 'orders'),
    ),
    'orders_new takes the place of orders',
    plain,
  ),
  rule('drop-table').hit(
    'a table that gives its name to an empty one',
    lite(),
    lines(createTable(rebuilt), dropTable('orders'), renameTable('orders_new', 'orders')),
    'deletes all of its rows for good',
    plain,
  ),
  rule('sqlite-table-copy').miss(
    'SQL, which Rails does not carry out',
    lite(),
    lines(dropColumn('users', 'email')),
    plain,
  ),
  rule('fk-without-index').miss(
    'an index that comes when the table has its name',
    lite(),
    lines(
      createTable(rebuilt),
      dropTable('orders'),
      renameTable('orders_new', 'orders'),
      addIndex('orders', index('by_user', ['user_id'])),
    ),
    plain,
  ),
  rule('fk-without-index').miss(
    'an index with an expression behind the column',
    pg(),
    lines(createTable({ ...rebuilt, indexes: [expressed] })),
  ),
  rule('irreversible').hit(
    'a tool that runs no way back',
    pg(),
    lines(dropColumn('users', 'name')),
    'Prisma runs none, so that it takes a new migration',
    { migration: { tool: 'prisma', down: { kind: 'none', irreversible: [] } } },
  ),
  rule('schema-dump-drift').miss(
    'a character set that was assumed',
    my(),
    lines({ ...createTable(posts), charsetBecause: 'config/database.yml says encoding: utf8mb4' }),
    { options: { drift: [recharted] } },
  ),
  rule('schema-dump-drift').hit(
    'a character set that the migration states',
    my(),
    lines(createTable(posts)),
    'posts differs in it',
    { options: { drift: [recharted] } },
  ),
  rule('schema-dump-drift').hit(
    'an index with the name of its foreign key',
    my(),
    lines(createTable(posts)),
    'index posts.fk_users is missing in it',
    { options: { drift: [unlisted] } },
  ),
];

import { check, column, foreignKey, index, indexPart, table } from '../build.ts';
import {
  addCheck,
  addColumn,
  addForeignKey,
  addIndex,
  createTable,
  dropIndex,
  lines,
  setColumn,
  setColumnNull,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { serverOf } from './known.ts';
import { my, pg, posts, users } from './schemas.ts';

const rule = casesOf;
const on = (...given: Parameters<typeof serverOf>) => ({ options: serverOf(...given) });
const sql = (...texts: readonly string[]) =>
  lines(...texts.map((text) => ({ kind: 'runSql' as const, text, purpose: 'is run' })));

const events = {
  ...table('events', [column('id', 'bigint'), column('user_id', 'bigint')]),
  primaryKey: null,
  options: 'PARTITION BY LIST (user_id)',
};
const partitioned = pg({ tables: [users, events] });
const keyed = (validated: boolean) =>
  lines(addForeignKey('events', { ...foreignKey('user_id', 'users'), validated }));
const addValue = {
  kind: 'addEnumValue',
  enum: 'order_status',
  value: 'sent',
  position: null,
  ifNotExists: false,
} as const;
const lowered = index('one_email', [], {
  unique: true,
  parts: [{ ...indexPart('email'), column: null, expression: 'lower(email)' }],
});
const first = lines(addColumn('users', column('zip', 'text'), { position: 'first' }));
const moved = lines(setColumn('users', column('name', 'text'), { position: 'first' }));

/** What a rule says on one version of a server and not on another. */
export const byServerCases: readonly RuleCase[] = [
  rule('set-not-null').hit(
    'before PostgreSQL 12 a check proves nothing',
    pg({ tables: [{ ...users, checkConstraints: [check('nn', 'email IS NOT NULL')] }] }),
    lines(setColumnNull('users', 'email', false)),
    'goes through users',
    on('postgresql', 11),
  ),
  rule('set-not-null').miss(
    'NOT VALID of PostgreSQL 18',
    pg(),
    lines({ ...setColumnNull('users', 'email', false), validated: false }),
    on('postgresql', 18),
  ),
  rule('enum-add-value').hit(
    'in a transaction before PostgreSQL 12',
    pg(),
    lines(addValue),
    'PostgreSQL 11 refuses to add "sent" to order_status, as the migration runs in a transaction',
    on('postgresql', 11),
  ),
  rule('enum-add-value').hit(
    'outside of one before PostgreSQL 12',
    pg(),
    lines(addValue),
    'can never be removed',
    { ...on('postgresql', 11), migration: { transactional: false } },
  ),
  rule('add-fk-validating').hit(
    'NOT VALID on a partitioned table before PostgreSQL 18',
    partitioned,
    keyed(false),
    'PostgreSQL 17 refuses to add fk_user_id_users with NOT VALID, as events is partitioned',
    on('postgresql', 17),
  ),
  rule('add-fk-validating').miss(
    'NOT VALID on a partitioned table of PostgreSQL 18',
    partitioned,
    keyed(false),
    on('postgresql', 18),
  ),
  rule('add-check-validating').hit(
    'MySQL before 8.0.16',
    my(),
    lines(addCheck('users', check('some', 'id > 0'))),
    'MySQL 5.7 reads some and forgets it',
    on('mysql', 5, 7),
  ),
  rule('add-check-validating').miss(
    'not enforced',
    pg(),
    lines(addCheck('users', { ...check('some', 'id > 0'), enforced: false })),
    on('postgresql', 18),
  ),
  rule('column-position').hit(
    'before MySQL 8.0.29',
    my(),
    first,
    'not added at the end, for which MySQL 8.0.28 rebuilds users',
    on('mysql', 8, 0, 28),
  ),
  rule('column-position').miss('MySQL 8.0.29', my(), first, on('mysql', 8, 0, 29)),
  rule('column-position').hit(
    'moved on MySQL',
    my(),
    moved,
    'Moving users.name',
    on('mysql', 8, 4),
  ),
  rule('column-position').miss('moved on MariaDB 10.4', my(), moved, on('mariadb', 10, 4)),
  rule('add-fk-mysql').hit(
    'with foreign_key_checks off',
    my(),
    [
      ...sql('SET foreign_key_checks = 0'),
      ...lines(addForeignKey('orders', foreignKey('user_id', 'users'))),
    ],
    'is added in place, and no row of orders is checked',
  ),
  rule('mysql-table-options').hit(
    'OPTIMIZE TABLE',
    my(),
    sql('OPTIMIZE TABLE users'),
    'builds users (size unknown, taken as large) anew as it is',
  ),
  rule('mysql-table-options').hit(
    'ENGINE=InnoDB, which it has',
    my(),
    sql('ALTER TABLE users ENGINE=InnoDB'),
    'anew as it is',
  ),
  rule('set-unlogged-tablespace-cluster-vacuumfull').hit(
    'VACUUM FULL',
    pg(),
    sql('VACUUM (FULL, ANALYZE) users'),
    'VACUUM FULL rewrites users',
  ),
  rule('set-unlogged-tablespace-cluster-vacuumfull').hit(
    'CLUSTER',
    pg(),
    sql('CLUSTER users USING index_users_on_email'),
    'CLUSTER rewrites users',
  ),
  rule('set-unlogged-tablespace-cluster-vacuumfull').miss('VACUUM', pg(), sql('VACUUM users')),
  rule('set-unlogged-tablespace-cluster-vacuumfull').miss(
    'VACUUM with FULL off',
    pg(),
    sql('VACUUM (ANALYZE, FULL false) users'),
  ),
  rule('rls-and-policies').hit(
    'switched on without a policy',
    pg(),
    lines({
      kind: 'setTableOptions',
      table: 'users',
      rowSecurity: { enabled: true, forced: false },
    }),
    'every role but its owner sees an empty table',
  ),
  rule('rls-and-policies').miss(
    'switched on for a new table',
    pg(),
    lines(createTable(posts), {
      kind: 'setTableOptions',
      table: 'posts',
      rowSecurity: { enabled: true, forced: false },
    }),
  ),
  rule('extension').hit(
    'trusted from PostgreSQL 13 on',
    pg(),
    lines({ kind: 'createExtension', extension: { name: 'pg_trgm', version: null } }),
    'has no CREATE on the database',
    on('postgresql', 13),
  ),
  rule('extension').hit(
    'before PostgreSQL 13',
    pg(),
    lines({ kind: 'createExtension', extension: { name: 'pg_trgm', version: null } }),
    'fails where the role of the migration may not do it',
    on('postgresql', 12),
  ),
  rule('extension').miss(
    'that is there',
    pg({ extensions: [{ name: 'pg_trgm', version: null }] }),
    lines({ kind: 'createExtension', extension: { name: 'pg_trgm', version: null } }),
  ),
  rule('change-type-rewrite').hit(
    'indexes alone',
    pg(),
    lines(setColumn('users', column('email', 'citext'))),
    'keeps the rows of users (size unknown, taken as large) and builds its indexes on email anew',
  ),
  rule('drop-index').hit(
    'that a stricter one replaces, which keeps duplicates out',
    pg(),
    lines(addIndex('users', lowered, true), dropIndex('users', 'index_users_on_email', true)),
    'lose index_users_on_email.',
    { migration: { transactional: false } },
  ),
  rule('partition-create').hit(
    'as the readers tell it',
    partitioned,
    lines(
      createTable({
        ...table('events_1', events.columns),
        primaryKey: null,
        partition: { parent: 'events', bound: 'FOR VALUES IN (1)' },
      }),
    ),
    'Creating the partition events_1 locks events',
  ),
];

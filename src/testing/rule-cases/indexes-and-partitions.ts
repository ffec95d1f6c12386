import { check, column, index, indexPart, operation, table } from '../build.ts';
import { addIndex, createTable, dropIndex, lines, renameTable } from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { serverOf } from './known.ts';
import { my, pg, posts, users, view } from './schemas.ts';

const rule = casesOf;
const byTotal = index('index_orders_on_total', ['total']);
const lowered = index('index_users_on_lower_email', [], {
  parts: [{ ...indexPart('email'), column: null, expression: 'lower(email)' }],
});
const sql = (text: string) => lines({ kind: 'runSql', text, purpose: 'is run' });
const BUILD = lines(addIndex('orders', byTotal, true));
const renamed = (from: string) =>
  lines({ kind: 'renameIndex', table: 'users', from, to: 'by_email' });

const building: readonly RuleCase[] = [
  rule('index-corruption-pg14').hit('14.2', pg(), BUILD, 'PostgreSQL 14.2 can leave rows out of', {
    ...OUTSIDE,
    options: serverOf('postgresql', 14, 2),
  }),
  rule('index-corruption-pg14').hit(
    'REINDEX CONCURRENTLY on 14.0',
    pg(),
    sql('REINDEX TABLE CONCURRENTLY users'),
    'rows out of the indexes of users',
    { ...OUTSIDE, options: serverOf('postgresql', 14, 0) },
  ),
  rule('index-corruption-pg14').miss('14.4', pg(), BUILD, {
    options: serverOf('postgresql', 14, 4),
  }),
  rule('index-corruption-pg14').miss('14, and no more is known', pg(), BUILD, {
    options: serverOf('postgresql', 14),
  }),
  rule('reindex').hit(
    'a table',
    pg(),
    sql('REINDEX TABLE users'),
    'REINDEX blocks writes to users (2,000,000 rows, undated)',
    { rows: { users: 2_000_000 } },
  ),
  rule('reindex').hit(
    'an index',
    pg(),
    sql('REINDEX INDEX index_users_on_email'),
    'writes to users',
  ),
  rule('reindex').hit(
    'a schema',
    pg(),
    sql('REINDEX SCHEMA public'),
    'every table that it reaches',
  ),
  rule('reindex').hit(
    'CONCURRENTLY switched off',
    pg(),
    sql('REINDEX (CONCURRENTLY false) TABLE users'),
    'REINDEX blocks writes to users',
  ),
  rule('reindex').miss('as an option', pg(), sql('REINDEX (CONCURRENTLY) TABLE users'), OUTSIDE),
  rule('reindex').miss('concurrently', pg(), sql('REINDEX TABLE CONCURRENTLY users'), OUTSIDE),
  rule('reindex').miss('new table', pg(), [
    ...lines(createTable(posts)),
    ...sql('REINDEX TABLE posts'),
  ]),
  rule('analyze-after-index').hit(
    'an expression',
    pg(),
    lines(addIndex('users', lowered, true)),
    'Until users is analysed, PostgreSQL plans without statistics for index_users_on_lower_email',
    OUTSIDE,
  ),
  rule('analyze-after-index').miss(
    'analysed in the same migration',
    pg(),
    [...lines(addIndex('users', lowered, true)), ...sql('ANALYZE users')],
    OUTSIDE,
  ),
  rule('analyze-after-index').miss('plain columns', pg(), BUILD, OUTSIDE),
  rule('rename-index').hit(
    'unique, which upsert_all names',
    pg(),
    renamed('index_users_on_email'),
    'upsert_all with unique_by: :index_users_on_email fails',
  ),
  rule('rename-index').hit(
    'before PostgreSQL 12',
    pg(),
    renamed('index_users_on_name'),
    'PostgreSQL 11 locks index_users_on_name',
    { options: serverOf('postgresql', 11) },
  ),
  rule('rename-index').hit(
    'a function says its name',
    pg({ functions: [{ name: 'hint', definition: 'SELECT 1 FROM index_users_on_name' }] }),
    renamed('index_users_on_name'),
    'hint says index_users_on_name',
  ),
  rule('rename-index').miss('one that nothing names', pg(), renamed('index_users_on_name')),
  rule('rename-index').hit(
    'a view of MySQL says its name',
    my({
      tables: [
        { ...table('users', [column('level', 'int')]), indexes: [index('by_level', ['level'])] },
      ],
      views: [{ ...view, definition: 'SELECT level FROM users FORCE INDEX (by_level)' }],
    }),
    lines({ kind: 'renameIndex', table: 'users', from: 'by_level', to: 'users_by_level' }),
    'active_users says by_level',
  ),
  rule('rename-index').miss('along with its table', pg(), [
    ...lines(renameTable('users', 'people')),
    operation(
      { kind: 'renameIndex', table: 'people', from: 'index_users_on_email', to: 'by_email' },
      { impliedBy: 'rename_table' },
    ),
  ]),
];

const stated = (online: {
  readonly algorithm?: 'copy' | 'inplace';
  readonly lock?: 'shared' | 'exclusive' | 'none';
}) => lines(addIndex('users', index('by_email', ['email']))).map((each) => ({ ...each, online }));
const copied = lines({ kind: 'dropPrimaryKey', table: 'users' }).map((each) => ({
  ...each,
  online: { algorithm: 'copy' as const, lock: 'shared' as const },
}));

const online: readonly RuleCase[] = [
  rule('mysql-copy-algorithm').hit(
    'an index',
    my(),
    stated({ algorithm: 'copy' }),
    'ALGORITHM=COPY copies users (size unknown, taken as large) while writes wait; left out, the server takes INPLACE',
  ),
  rule('mysql-copy-algorithm').miss('in place', my(), stated({ algorithm: 'inplace' })),
  rule('mysql-copy-algorithm').miss('what the server copies in any case', my(), copied),
  rule('mysql-lock-option').hit(
    'shared',
    my(),
    stated({ lock: 'shared' }),
    'LOCK=SHARED makes writes of users',
  ),
  rule('mysql-lock-option').hit(
    'exclusive',
    my(),
    stated({ lock: 'exclusive' }),
    'makes reads and writes of users',
  ),
  rule('mysql-lock-option').miss('none', my(), stated({ lock: 'none' })),
  rule('mysql-lock-option').miss('what the server takes in any case', my(), copied),
];

const keyless = {
  ...table('tags', [column('code', 'text'), column('label', 'text', { nullable: false })]),
  indexes: [
    index('one_code', ['code'], { unique: true }),
    index('one_label', ['label'], { unique: true }),
  ],
};
const tagged = pg({ tables: [users, keyless] });
const keyFrom = (name: string, columnName: string) => {
  const [drop, add] = [
    operation(dropIndex('tags', name)),
    operation({
      kind: 'addPrimaryKey',
      table: 'tags',
      primaryKey: { name, columns: [columnName] },
      usingIndex: true,
    }),
  ];
  return [drop, add];
};

const keys: readonly RuleCase[] = [
  rule('pk-using-nullable-index').hit(
    'nullable',
    tagged,
    keyFrom('one_code', 'code'),
    'Making one_code the primary key sets tags.code NOT NULL, and reads tags',
  ),
  rule('pk-using-nullable-index').miss('NOT NULL', tagged, keyFrom('one_label', 'label')),
  rule('pk-using-nullable-index').miss(
    'proved by a validated check',
    pg({ tables: [users, { ...keyless, checkConstraints: [check('nn', 'code IS NOT NULL')] }] }),
    keyFrom('one_code', 'code'),
  ),
  rule('add-primary-key').miss(
    'from an index that is there',
    tagged,
    keyFrom('one_label', 'label'),
  ),
  rule('drop-index').miss('that becomes the key', tagged, keyFrom('one_label', 'label')),
];

const events = {
  ...table('events', [column('id', 'bigint'), column('at', 'date')]),
  primaryKey: null,
  options: 'PARTITION BY RANGE (at)',
};
const part = (name: string, bound: string) => ({
  ...table(name, events.columns),
  primaryKey: null,
  partition: { parent: 'events', bound },
});
const Y2026 = "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";
const Y2027 = "FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')";
const loose = { ...table('events_2027', events.columns), primaryKey: null };
const RANGE = "at >= '2027-01-01' AND at < '2028-01-01'";
const bounded = { ...loose, checkConstraints: [check('bounds', `at IS NOT NULL AND ${RANGE}`)] };
const withNulls = { ...loose, checkConstraints: [check('bounds', RANGE)] };
const cut = pg({ tables: [users, events, part('events_2026', Y2026), loose] });
const withDefault = pg({
  tables: [users, events, part('events_2026', Y2026), part('events_rest', 'DEFAULT'), bounded],
});
const ATTACH = lines({
  kind: 'attachPartition',
  table: 'events_2027',
  partition: { parent: 'events', bound: Y2027 },
});
const detach = (concurrently: boolean) =>
  lines({ kind: 'detachPartition', table: 'events_2026', concurrently });
const byAt = index('index_events_on_at', ['at']);

const partitions: readonly RuleCase[] = [
  rule('partition-attach').hit(
    'without a check',
    cut,
    ATTACH,
    'Attaching events_2027 to events reads every row of events_2027',
  ),
  rule('partition-attach').hit(
    'with a check that lets NULL through, which the bounds do not',
    pg({ tables: [users, events, withNulls] }),
    ATTACH,
    'reads every row of events_2027',
  ),
  rule('partition-attach').hit(
    'beside a default partition',
    withDefault,
    ATTACH,
    'reads every row of its default partition events_rest',
  ),
  rule('partition-attach').hit(
    'before PostgreSQL 12',
    pg({ tables: [users, events, bounded] }),
    ATTACH,
    'PostgreSQL 11 locks events',
    { options: serverOf('postgresql', 11) },
  ),
  rule('partition-attach').miss(
    'with a validated check',
    pg({ tables: [users, events, bounded] }),
    ATTACH,
  ),
  rule('partition-detach').hit(
    'with a lock',
    cut,
    detach(false),
    'Detaching events_2026 locks events with all of its partitions',
  ),
  rule('partition-detach').hit(
    'concurrently beside a default partition',
    withDefault,
    detach(true),
    'refuses to detach events_2026 with CONCURRENTLY',
    OUTSIDE,
  ),
  rule('partition-detach').miss('concurrently', cut, detach(true), OUTSIDE),
  rule('concurrently-in-transaction').hit(
    'detach',
    cut,
    detach(true),
    'refuses to detach events_2026 with CONCURRENTLY, as the migration runs in a transaction',
  ),
  rule('concurrently-in-transaction').hit(
    'REINDEX',
    pg(),
    sql('REINDEX INDEX CONCURRENTLY index_users_on_email'),
    'refuses REINDEX with CONCURRENTLY',
  ),
  rule('partitioned-index').hit(
    'on the parent',
    cut,
    lines(addIndex('events', byAt)),
    'blocks writes to events (size unknown, taken as large) with all of its partitions (events_2026)',
  ),
  rule('partitioned-index').hit(
    'concurrently on the parent',
    cut,
    lines(addIndex('events', byAt, true)),
    'PostgreSQL refuses to build index_events_on_at with CONCURRENTLY, as events is partitioned',
    OUTSIDE,
  ),
  rule('partitioned-index').miss(
    'on the parent alone',
    cut,
    lines(addIndex('events', byAt)).map((each) => ({ ...each, only: true as const })),
  ),
  rule('partitioned-index').miss('on one partition', cut, lines(addIndex('events_2026', byAt))),
  rule('add-index-blocking').miss(
    'on a partitioned table, which has a rule of its own',
    cut,
    lines(addIndex('events', byAt)),
  ),
  rule('add-index-blocking').miss(
    'on the parent alone',
    cut,
    lines(addIndex('events', byAt)).map((each) => ({ ...each, only: true as const })),
  ),
];

export const indexAndPartitionCases: readonly RuleCase[] = [
  ...building,
  ...online,
  ...keys,
  ...partitions,
];

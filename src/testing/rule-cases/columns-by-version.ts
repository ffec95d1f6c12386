import { check, column, index, table } from '../build.ts';
import {
  addColumn,
  createTable,
  dropColumn,
  lines,
  literal,
  oneStatement,
  setColumn,
  setColumnDefault,
  setColumnNull,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { projectOf, serverOf, surveyOf } from './known.ts';
import { my, orders, pg, posts, users } from './schemas.ts';

const rule = casesOf;

const docs = table('docs', [
  column('id', 'bigint', { nullable: false }),
  column('data', 'json'),
  column('code', 'character(5)'),
  column('host', 'inet'),
  column('login', 'citext'),
  column('nick', 'text'),
]);
const documents = pg({ tables: [users, orders, docs] });
const nickedOnce = pg({
  tables: [users, orders, { ...docs, indexes: [index('one_nick', ['nick'], { unique: true })] }],
});
const becomes = (name: string, type: string) => lines(setColumn('docs', column(name, type)));

const partlyIndexed = pg({
  tables: [
    users,
    orders,
    { ...docs, indexes: [index('named', ['id'], { where: 'nick IS NOT NULL' })] },
  ],
});

const types: readonly RuleCase[] = [
  rule('change-type-rewrite').hit(
    'an index with a WHERE on the column, which keeps its values',
    partlyIndexed,
    becomes('nick', 'character varying'),
    'keeps the rows of docs (size unknown, taken as large) and builds its indexes on nick anew',
  ),
  rule('change-type-rewrite').miss(
    'no index on the column, which keeps its values',
    documents,
    becomes('nick', 'character varying'),
  ),
  rule('change-type-int-precision-traps').hit(
    'json to jsonb',
    documents,
    becomes('data', 'jsonb'),
    'Turning docs.data from json into jsonb keeps the last of equal keys alone',
  ),
  rule('change-type-int-precision-traps').hit(
    'padded text',
    documents,
    becomes('code', 'text'),
    'cuts the blanks off',
  ),
  rule('change-type-int-precision-traps').hit(
    'inet to cidr',
    documents,
    becomes('host', 'cidr'),
    '10.1.2.3/8 becomes 10.0.0.0/8',
  ),
  rule('change-type-int-precision-traps').hit(
    'text to citext with a unique index',
    nickedOnce,
    becomes('nick', 'citext'),
    'fails when a unique index then holds two of them',
  ),
  rule('change-type-int-precision-traps').hit(
    'citext to text',
    documents,
    becomes('login', 'text'),
    'tells upper from lower case',
  ),
  rule('change-type-int-precision-traps').miss(
    'text to citext without one',
    documents,
    becomes('nick', 'citext'),
  ),
  rule('change-type-int-precision-traps').miss(
    'a wider number',
    pg(),
    lines(setColumn('users', column('age', 'bigint', { nullable: false }))),
  ),
];

const required = (type: string) => setColumn('users', column('email', type, { nullable: false }));
const proved = pg({
  tables: [{ ...users, checkConstraints: [check('nn', 'email IS NOT NULL')] }, orders],
});

const withNotNull: readonly RuleCase[] = [
  rule('change-type-with-not-null').hit(
    'the rows stay',
    pg(),
    lines(required('character varying(200)')),
    'goes through users (size unknown, taken as large) row by row while reads and writes wait',
  ),
  rule('change-type-with-not-null').hit(
    'the rows are rewritten',
    pg(),
    lines(required('character(50)')),
    'fails at the first row with NULL, however much of users',
  ),
  rule('change-type-with-not-null').hit(
    'two clauses of one ALTER TABLE',
    pg(),
    oneStatement(
      setColumn('users', column('email', 'text')),
      setColumnNull('users', 'email', false),
    ).map((each, position) => (position === 0 ? each : { ...each, joined: true as const })),
    'users.email becomes text and NOT NULL in one statement',
  ),
  rule('change-type-with-not-null').miss(
    'proved by a validated check',
    proved,
    lines(required('text')),
  ),
  rule('change-type-with-not-null').miss(
    'NOT NULL alone',
    pg(),
    lines(required('character varying(100)')),
  ),
  rule('set-not-null').miss(
    'along with a change of type, which has a rule of its own',
    pg(),
    lines(required('text')),
  ),
];

const emailRequired = lines(setColumnNull('users', 'email', false));

const strict: readonly RuleCase[] = [
  rule('set-not-null-mysql-nonstrict').hit(
    'switched off in database.yml',
    my(),
    emailRequired,
    'The project switches the strict mode of its sessions off: each NULL in users.email',
    { options: projectOf({ strictSqlMode: false }) },
  ),
  rule('set-not-null-mysql-nonstrict').hit(
    'not strict in the survey of a SQL project',
    my(),
    emailRequired,
    'The survey of 2026-11-20 found a sql_mode that is not strict',
    {
      migration: { tool: 'dbmate' },
      options: surveyOf({ settings: { sql_mode: 'NO_ENGINE_SUBSTITUTION' } }),
    },
  ),
  rule('set-not-null-mysql-nonstrict').hit(
    'unknown in a SQL project',
    my(),
    emailRequired,
    'depends on the sql_mode of its session, which is not known',
    { migration: { tool: 'dbmate' } },
  ),
  rule('set-not-null-mysql-nonstrict').miss('Rails is strict by itself', my(), emailRequired),
  rule('set-not-null-mysql-nonstrict').miss('strict in the survey', my(), emailRequired, {
    migration: { tool: 'dbmate' },
    options: surveyOf({ settings: { sql_mode: 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES' } }),
  }),
];

const toOne = lines(setColumnDefault('users', 'age', literal(1)));
const rails = (major: number, minor: number) => ({ options: { rails: { major, minor } } });

const partial: readonly RuleCase[] = [
  rule('change-default-partial-inserts').hit(
    'stated',
    pg(),
    toOne,
    'take 0 for the default of users.age, leave the column out of INSERT, and get 1 written',
    { options: projectOf({ partialInserts: true }) },
  ),
  rule('change-default-partial-inserts').hit(
    'Rails 6.1, which knows nothing else',
    pg(),
    toOne,
    'get 1 written',
    rails(6, 1),
  ),
  rule('change-default-partial-inserts').miss('switched off', pg(), toOne, {
    options: { ...projectOf({ partialInserts: false }), rails: { major: 6, minor: 1 } },
  }),
  rule('change-default-partial-inserts').miss(
    'Rails 7.1, where no file tells',
    pg(),
    toOne,
    rails(7, 1),
  ),
  rule('change-default-partial-inserts').miss(
    'the same default',
    pg(),
    lines(setColumnDefault('users', 'age', literal(0))),
    rails(6, 1),
  ),
];

const inSql = { migration: { tool: 'dbmate' as const } };
const moment = column('seen', 'timestamp(6) without time zone');

const preferred: readonly RuleCase[] = [
  rule('type-preference').hit(
    'a reference without a foreign key',
    pg(),
    lines(addColumn('orders', column('order_id', 'integer'))),
    'orders.order_id is integer: orders.id, which it seems to refer to, is bigint',
  ),
  rule('type-preference').hit(
    'padded text in a new table',
    pg(),
    lines(createTable(table('codes', [column('id', 'bigint'), column('iso', 'character(2)')]))),
    'codes.iso is character(2): values are padded',
  ),
  rule('type-preference').hit(
    'an array of padded text',
    pg(),
    lines(addColumn('orders', column('isos', 'character(2)[]'))),
    'orders.isos is character(2)[]: values are padded',
  ),
  rule('type-preference').hit(
    'amounts',
    pg(),
    lines(addColumn('orders', column('net_price', 'double precision'))),
    'holds no exact amounts',
  ),
  rule('type-preference').hit(
    'a moment of MySQL',
    my(),
    lines(addColumn('users', column('seen', 'timestamp'))),
    'it ends on 2038-01-19',
  ),
  rule('type-preference').hit(
    'a moment without a zone in a SQL project',
    pg(),
    lines(addColumn('users', moment)),
    'does not say which moment',
    inSql,
  ),
  rule('type-preference').miss('what t.datetime makes', pg(), lines(addColumn('users', moment))),
  rule('type-preference').miss(
    'what t.string makes',
    pg(),
    lines(addColumn('users', column('zip', 'character varying'))),
    inSql,
  ),
  rule('type-preference').miss(
    'a time that is summed up',
    pg(),
    lines(addColumn('orders', column('total_time', 'double precision'))),
  ),
  rule('type-preference').miss(
    'a ratio',
    pg(),
    lines(addColumn('orders', column('ratio', 'double precision'))),
  ),
  rule('type-preference').miss('a bigint', pg(), lines(createTable(posts))),
];

const number = addColumn('users', column('n', 'int'));
const LARGE = { users: 5_000_000 };

const instant: readonly RuleCase[] = [
  rule('mysql-instant-limit').hit(
    'a release that corrupts tables',
    my(),
    lines(number),
    'MySQL 8.0.30 can corrupt users',
    { options: serverOf('mysql', 8, 0, 30) },
  ),
  rule('mysql-instant-limit').hit(
    'a large table',
    my(),
    lines(dropColumn('users', 'name')),
    'while users (5,000,000 rows, undated) has fewer than 64 row versions',
    { options: serverOf('mysql', 8, 0, 36), rows: LARGE },
  ),
  rule('mysql-instant-limit').hit('255 from 9.1 on', my(), lines(number), 'fewer than 255', {
    options: serverOf('mysql', 9, 1),
    rows: LARGE,
  }),
  rule('mysql-instant-limit').miss('size unknown', my(), lines(number), {
    options: serverOf('mysql', 8, 0, 36),
  }),
  rule('mysql-instant-limit').miss(
    'INSTANT is stated, so that the server refuses',
    my(),
    lines(number).map((each) => ({ ...each, online: { algorithm: 'instant' as const } })),
    { options: serverOf('mysql', 8, 0, 36), rows: LARGE },
  ),
  rule('mysql-instant-limit').miss('MariaDB has no such limit', my(), lines(number), {
    options: serverOf('mariadb', 10, 11),
    rows: LARGE,
  }),
];

export const columnsByVersionCases: readonly RuleCase[] = [
  ...types,
  ...withNotNull,
  ...strict,
  ...partial,
  ...preferred,
  ...instant,
];

import { check, column, table } from '../build.ts';
import {
  addColumn,
  changeRows,
  createTable,
  dropColumn,
  expression,
  lines,
  literal,
  renameColumn,
  setColumn,
  setColumnDefault,
  setColumnNull,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { serverOf } from './known.ts';
import { auditFunction, lite, my, orders, pg, posts, trigger, users, view } from './schemas.ts';

const email = (type: string) => column('email', type);
const rule = casesOf;

const adding: readonly RuleCase[] = [
  rule('add-column-not-null-no-default').hit(
    'required',
    pg(),
    lines(addColumn('users', column('zip', 'text', { nullable: false }))),
    'users.zip is NOT NULL without a default',
  ),
  rule('add-column-not-null-no-default').hit(
    'required of an empty table',
    pg(),
    lines(addColumn('users', column('zip', 'text', { nullable: false }))),
    'users (0 rows, undated) has no row that lacks it as long as that holds',
    { rows: { users: 0 } },
  ),
  rule('add-column-not-null-no-default').miss(
    'with a default',
    pg(),
    lines(addColumn('users', column('zip', 'text', { nullable: false, default: literal('') }))),
  ),
  rule('add-column-not-null-no-default').miss(
    'table of the same release',
    pg(),
    lines(createTable(posts), addColumn('posts', column('zip', 'text', { nullable: false }))),
  ),
  rule('add-column-volatile-default').hit(
    'uuid',
    pg(),
    lines(
      addColumn('users', column('token', 'uuid', { default: expression('gen_random_uuid()') })),
    ),
    'rewrites users (size unknown',
  ),
  rule('add-column-volatile-default').miss(
    'now() is stable',
    pg(),
    lines(
      addColumn(
        'users',
        column('seen', 'timestamp with time zone', { default: expression('now()') }),
      ),
    ),
  ),
  rule('add-column-expression-default-mysql').hit(
    'uuid',
    my(),
    lines(addColumn('users', column('token', 'char(36)', { default: expression('(uuid())') }))),
    'MySQL 8.0 copies users',
  ),
  rule('add-column-expression-default-mysql').miss(
    'the time of the statement',
    my(),
    lines(
      addColumn(
        'users',
        column('seen', 'datetime(6)', { default: expression('CURRENT_TIMESTAMP(6)') }),
      ),
    ),
  ),
  rule('add-column-auto-increment').hit(
    'serial',
    pg(),
    lines(
      addColumn(
        'users',
        column('number', 'bigint', { nullable: false, autoIncrement: 'sequence' }),
      ),
    ),
    'reads and writes wait',
  ),
  rule('add-column-auto-increment').miss(
    'plain',
    pg(),
    lines(addColumn('users', column('number', 'bigint'))),
  ),
  rule('add-column-generated-stored').hit(
    'stored',
    pg(),
    lines(
      addColumn(
        'users',
        column('double', 'integer', { generated: { expression: 'age * 2', stored: true } }),
      ),
    ),
    'users.double rewrites',
  ),
  rule('add-column-generated-stored').miss(
    'virtual',
    pg(),
    lines(
      addColumn(
        'users',
        column('double', 'integer', { generated: { expression: 'age * 2', stored: false } }),
      ),
    ),
  ),
  rule('add-column-constrained-domain').hit(
    'with a check',
    pg({ domains: [domain(true)] }),
    lines(addColumn('users', column('height', 'posint'))),
    'domain posint',
  ),
  rule('add-column-constrained-domain').miss(
    'without one',
    pg({ domains: [domain(false)] }),
    lines(addColumn('users', column('height', 'posint'))),
  ),
  rule('add-json-column').hit(
    'json',
    pg(),
    lines(addColumn('users', column('data', 'json'))),
    'SELECT DISTINCT on users fails',
  ),
  rule('add-json-column').miss('jsonb', pg(), lines(addColumn('users', column('data', 'jsonb')))),
  rule('add-column-dangerous-name').hit(
    'hash',
    pg(),
    lines(addColumn('users', column('hash', 'text'))),
    'called hash in users',
  ),
  rule('add-column-dangerous-name').miss(
    'digest',
    pg(),
    lines(addColumn('users', column('digest', 'text'))),
  ),
  rule('column-position').hit(
    'first',
    my(),
    lines(addColumn('users', column('zip', 'text'), { position: 'first' })),
    'not added at the end',
    { options: serverOf('mysql', 5, 7) },
  ),
  rule('column-position').miss('end', my(), lines(addColumn('users', column('zip', 'text')))),
  rule('sqlite-alter-limits').hit(
    'computed default',
    lite(),
    lines(
      addColumn('users', column('seen', 'datetime', { default: expression('CURRENT_TIMESTAMP') })),
    ),
    'SQLite refuses to add users.seen',
  ),
  rule('sqlite-alter-limits').miss(
    'constant default',
    lite(),
    lines(addColumn('users', column('seen', 'datetime', { default: literal('2026-01-01') }))),
  ),
];

function domain(constrained: boolean) {
  return {
    name: 'posint',
    type: 'integer',
    nullable: true,
    default: null,
    checkConstraints: constrained ? [check('positive', 'VALUE > 0')] : [],
  };
}

const dropping: readonly RuleCase[] = [
  rule('drop-column').hit(
    'in use',
    pg(),
    lines(dropColumn('users', 'email')),
    'Dropping users.email deletes its data',
  ),
  rule('drop-column').miss(
    'added by the release',
    pg(),
    lines(addColumn('users', column('zip', 'text')), dropColumn('users', 'zip')),
  ),
  rule('drop-column-dependents').hit(
    'in a view',
    pg({ views: [view] }),
    lines({ ...dropColumn('users', 'email'), cascade: true }),
    'view active_users',
  ),
  rule('drop-column-dependents').hit(
    'in a trigger function that says NEW',
    pg({ triggers: [trigger], functions: [auditFunction] }),
    lines(dropColumn('users', 'email')),
    'function audit',
  ),
  rule('drop-column-dependents').miss(
    'named by none',
    pg({ views: [view], triggers: [trigger], functions: [auditFunction] }),
    lines(dropColumn('users', 'name')),
  ),
  rule('rename-column').hit(
    'in use',
    pg({ triggers: [trigger], functions: [auditFunction] }),
    lines(renameColumn('users', 'email', 'mail')),
    'function audit keep the old name',
  ),
  rule('rename-column').miss(
    'added by the release',
    pg(),
    lines(addColumn('users', column('zip', 'text')), renameColumn('users', 'zip', 'postcode')),
  ),
];

const types: readonly RuleCase[] = [
  rule('change-type-rewrite').miss(
    'a longer VARCHAR of MySQL, which has its own rule',
    my(),
    lines(setColumn('users', email('varchar(100)'))),
  ),
  rule('change-type-rewrite').miss(
    'members of an ENUM, which have their own rule',
    my(),
    lines(setColumn('users', column('level', "enum('b','a')"))),
  ),
  rule('change-type-rewrite').hit(
    'more digits after the point',
    pg(),
    lines(setColumn('orders', column('total', 'numeric(12,3)'))),
    'rewrites orders',
  ),
  rule('change-type-rewrite').miss(
    'longer varchar',
    pg(),
    lines(setColumn('users', email('character varying(200)'))),
  ),
  rule('change-type-safe').hit(
    'longer varchar',
    pg(),
    lines(setColumn('users', email('text'))),
    'loses the statistics',
  ),
  rule('change-type-safe').miss(
    'rewrite',
    pg(),
    lines(setColumn('orders', column('total', 'numeric(12,3)'))),
  ),
  rule('change-type-with-check').hit(
    'checked column',
    pg({ tables: [{ ...users, checkConstraints: [check('has_at', "email LIKE '%@%'")] }] }),
    lines(setColumn('users', email('text'))),
    'runs its check constraint',
  ),
  rule('change-type-with-check').miss(
    'other column',
    pg(),
    lines(setColumn('users', email('text'))),
  ),
  rule('change-type-used-by-view').hit(
    'in the view',
    pg({ views: [view] }),
    lines(setColumn('users', email('text'))),
    'active_users reads it',
  ),
  rule('change-type-used-by-view').miss(
    'only in a string of the view',
    pg({ views: [{ ...view, definition: "SELECT users.id, 'email' FROM users" }] }),
    lines(setColumn('users', email('text'))),
  ),
  rule('shrink-or-add-limit').miss(
    'a numbered column that becomes unsigned',
    my(),
    lines(
      setColumn(
        'users',
        column('id', 'bigint unsigned', { nullable: false, autoIncrement: 'autoIncrement' }),
      ),
    ),
  ),
  rule('shrink-or-add-limit').hit(
    'an integer that becomes unsigned',
    my({ tables: [table('accounts', [column('balance', 'bigint')])] }),
    lines(setColumn('accounts', column('balance', 'bigint unsigned'))),
    'Negative values of accounts.balance do not fit',
  ),
  rule('shrink-or-add-limit').miss(
    'numbers of another table that become unsigned',
    my(),
    lines(setColumn('orders', column('user_id', 'bigint unsigned'))),
  ),
  rule('shrink-or-add-limit').hit(
    'shorter',
    pg(),
    lines(setColumn('users', email('character varying(20)'))),
    'may not fit into character varying(20)',
  ),
  rule('shrink-or-add-limit').miss(
    'longer',
    pg(),
    lines(setColumn('users', email('character varying(200)'))),
  ),
  rule('varchar-grow-mysql').hit(
    'past 255 bytes',
    my(),
    lines(setColumn('users', email('varchar(100)'))),
    'from 50 to 100 characters crosses 255 bytes',
  ),
  rule('varchar-grow-mysql').miss(
    'within 255 bytes',
    my(),
    lines(setColumn('users', email('varchar(63)'))),
  ),
  rule('mysql-enum-set-change').hit(
    'reordered',
    my(),
    lines(setColumn('users', column('level', "enum('b','a')"))),
    'otherwise than by additions at the end',
  ),
  rule('mysql-enum-set-change').miss(
    'appended',
    my(),
    lines(setColumn('users', column('level', "enum('a','b','c')"))),
  ),
  rule('change-charset-collation').hit(
    'table',
    my(),
    lines({ kind: 'setTableOptions', table: 'users', charset: 'latin1' }),
    'character set of users',
  ),
  rule('change-charset-collation').miss(
    'engine',
    my(),
    lines({ kind: 'setTableOptions', table: 'users', options: 'ENGINE=InnoDB' }),
  ),
];

const nulls: readonly RuleCase[] = [
  rule('set-not-null').hit(
    'one step',
    pg(),
    lines(setColumnNull('users', 'email', false)),
    'goes through users (size unknown',
  ),
  rule('set-not-null').miss(
    'proved by a validated check',
    pg({ tables: [{ ...users, checkConstraints: [check('nn', 'email IS NOT NULL')] }] }),
    lines(setColumnNull('users', 'email', false)),
  ),
  rule('set-not-null').hit(
    'check not validated',
    pg({ tables: [{ ...users, checkConstraints: [check('nn', 'email IS NOT NULL', false)] }] }),
    lines(setColumnNull('users', 'email', false)),
    'NOT NULL',
  ),
  rule('set-not-null-with-default-arg').hit(
    'backfill',
    pg(),
    lines(setColumnNull('users', 'email', false, literal('x'))),
    'writes "x" into every row of users',
  ),
  rule('set-not-null-with-default-arg').miss(
    'no backfill',
    pg(),
    lines(setColumnNull('users', 'email', false)),
  ),
  rule('drop-not-null').hit(
    'was NOT NULL',
    pg(),
    lines(setColumnNull('users', 'age', true)),
    'users.age can hold NULL',
  ),
  rule('drop-not-null').miss('was nullable', pg(), lines(setColumnNull('users', 'email', true))),
  rule('drop-default-on-not-null').hit(
    'required',
    pg(),
    lines(setColumnDefault('users', 'age', null)),
    'users.age is NOT NULL and loses its default',
  ),
  rule('drop-default-on-not-null').miss(
    'another default',
    pg(),
    lines(setColumnDefault('users', 'age', literal(1))),
  ),
];

const sqliteCopies: readonly RuleCase[] = [
  rule('sqlite-table-copy').hit(
    'children would be deleted',
    lite(),
    lines(dropColumn('users', 'email')),
    'the rows of orders that refer to it are deleted',
  ),
  rule('sqlite-table-copy').miss(
    'nullable column',
    lite(),
    lines(addColumn('users', column('zip', 'varchar'))),
  ),
  rule('trigger-dependency').hit(
    'row changes fire it',
    pg({ triggers: [trigger] }),
    lines(changeRows('users', 'update')),
    'fires audit_users',
  ),
  rule('trigger-dependency').miss(
    'another table',
    pg({ triggers: [trigger], tables: [users, orders] }),
    lines(changeRows('orders', 'update')),
  ),
];

export const columnCases: readonly RuleCase[] = [
  ...adding,
  ...dropping,
  ...types,
  ...nulls,
  ...sqliteCopies,
];

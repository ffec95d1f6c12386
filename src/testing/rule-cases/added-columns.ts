import type { Operation, OperationBody } from '../../model/operation.ts';
import { check, column, foreignKey, table } from '../build.ts';
import {
  addCheck,
  addColumn,
  addForeignKey,
  createTable,
  expression,
  lines,
  literal,
  oneStatement,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { projectOf, serverOf } from './known.ts';
import { lite, my, orders, pg, posts, trigger, users, view } from './schemas.ts';

const rule = casesOf;
const zip = column('zip', 'text');
const priced = column('price', 'integer', { default: literal(0) });
const everyUser = {
  ...view,
  definition:
    'SELECT users.id, users.email, users.age, users.name, users.status FROM users WHERE (users.age > 17)',
};
const copiesRows = {
  name: 'audit',
  definition:
    'CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log SELECT NEW.*; RETURN NEW; END $$',
};
const log = { ...table('log', users.columns), primaryKey: null };
const audited = pg({ tables: [users, orders, log], triggers: [trigger], functions: [copiesRows] });

const shapes: readonly RuleCase[] = [
  rule('add-column-nullable').hit(
    'a view that was made with SELECT *',
    pg({ views: [everyUser] }),
    lines(addColumn('users', zip)),
    'active_users shows every column that users had when it was made, and will not show zip',
  ),
  rule('add-column-nullable').hit(
    'a trigger function that inserts whole rows',
    audited,
    lines(addColumn('users', zip)),
    'The function audit inserts whole rows of users into log, which has no zip',
  ),
  rule('add-column-nullable').miss(
    'the table that takes the rows has got the column',
    audited,
    lines(addColumn('log', zip), addColumn('users', zip)),
  ),
  rule('add-column-nullable').miss(
    'a view whose query names every column, here and there',
    pg({
      views: [
        {
          ...view,
          definition:
            'SELECT users.id, users.email, users.name FROM users WHERE (users.age > 17) ORDER BY users.status',
        },
      ],
    }),
    lines(addColumn('users', zip)),
  ),
  rule('add-column-nullable').miss(
    'a view of some columns',
    pg({ views: [view] }),
    lines(addColumn('users', zip)),
  ),
  rule('add-column-nullable').miss(
    'a view that the release makes anew',
    pg({ views: [everyUser] }),
    lines(addColumn('users', zip), {
      kind: 'createView',
      view: {
        ...everyUser,
        definition: everyUser.definition.replace('users.id', 'users.id, users.zip'),
      },
      replace: true,
    }),
  ),
];

const byVersion: readonly RuleCase[] = [
  rule('add-column-constant-default').hit(
    'before PostgreSQL 11',
    pg(),
    lines(addColumn('users', priced)),
    'PostgreSQL 10.4 writes the default of users.price into every row of users (2,000,000 rows, undated)',
    { options: serverOf('postgresql', 10, 4), rows: { users: 2_000_000 } },
  ),
  rule('add-column-constant-default').hit(
    'a stable default before PostgreSQL 11',
    pg(),
    lines(
      addColumn(
        'users',
        column('seen', 'timestamp with time zone', { default: expression('now()') }),
      ),
    ),
    'writes the default of users.seen into every row',
    { options: serverOf('postgresql', 10) },
  ),
  rule('add-column-constant-default').hit(
    'MySQL 5.7, with no default as well',
    my(),
    lines(addColumn('users', column('n', 'int'))),
    'MySQL 5.7 builds users (size unknown, taken as large) anew to add n',
    { options: serverOf('mysql', 5, 7) },
  ),
  rule('add-column-constant-default').hit(
    'MariaDB before 10.3.2',
    my(),
    lines(addColumn('users', column('n', 'int', { default: literal(1) }))),
    'MariaDB 10.2 builds users',
    { options: serverOf('mariadb', 10, 2) },
  ),
  rule('add-column-constant-default').hit(
    'two columns of one ALTER TABLE, once',
    my(),
    joined(addColumn('users', column('n', 'int')), addColumn('users', column('m', 'int'))),
    'anew to add n',
    { options: serverOf('mysql', 5, 7) },
  ),
  rule('add-column-constant-default').miss(
    'PostgreSQL 11',
    pg(),
    lines(addColumn('users', priced)),
    { options: serverOf('postgresql', 11) },
  ),
  rule('add-column-constant-default').miss(
    'MySQL 8.0.12',
    my(),
    lines(addColumn('users', column('n', 'int', { default: literal(1) }))),
    { options: serverOf('mysql', 8, 0, 12) },
  ),
  rule('add-column-constant-default').miss(
    'no default before PostgreSQL 11',
    pg(),
    lines(addColumn('users', zip)),
    { options: serverOf('postgresql', 10) },
  ),
  rule('add-column-volatile-default').miss(
    'now() before PostgreSQL 11, which has a rule of its own',
    pg(),
    lines(
      addColumn(
        'users',
        column('seen', 'timestamp with time zone', { default: expression('now()') }),
      ),
    ),
    { options: serverOf('postgresql', 10) },
  ),
];

const score = column('score', 'integer');
const positive = check('users_score', 'score > 0');
const unique = {
  name: 'users_score_key',
  columns: ['score'],
  deferrable: null,
  nullsNotDistinct: false,
} as const;
const addUnique = {
  kind: 'addUniqueConstraint',
  table: 'users',
  uniqueConstraint: unique,
  usingIndex: null,
} as const;
const orgId = column('order_id', 'bigint');
const toOrders = foreignKey('order_id', 'orders');

/** Operations that one ALTER TABLE sends. */
function joined(...bodies: readonly OperationBody[]): readonly Operation[] {
  return oneStatement(...bodies).map((each, position) =>
    position === 0 ? each : { ...each, joined: true as const },
  );
}

const along: readonly RuleCase[] = [
  rule('add-column-inline-check').hit(
    'in one statement',
    pg(),
    joined(addColumn('users', score), addCheck('users', positive)),
    'Adding users.score with users_score reads every row of users',
  ),
  rule('add-column-inline-check').miss(
    'not validated',
    pg(),
    joined(addColumn('users', score), addCheck('users', check('c', 'score > 0', false))),
  ),
  rule('add-column-inline-check').miss(
    'in statements of their own',
    pg(),
    lines(addColumn('users', score), addCheck('users', positive)),
  ),
  rule('add-check-validating').miss(
    'with its column, which has a rule of its own',
    pg(),
    joined(addColumn('users', score), addCheck('users', positive)),
  ),
  rule('add-column-inline-unique').hit(
    'in one statement',
    pg(),
    joined(addColumn('users', score), addUnique),
    'Adding users.score with users_score_key builds an index over users',
  ),
  rule('add-column-inline-unique').miss(
    'in statements of their own',
    pg(),
    lines(addColumn('users', score), addUnique),
  ),
  rule('add-column-inline-unique').miss('new table', pg(), [
    ...lines(createTable(posts)),
    ...joined(addColumn('posts', score), { ...addUnique, table: 'posts' }),
  ]),
  rule('add-unique-constraint').miss(
    'with its column, which has a rule of its own',
    pg(),
    joined(addColumn('users', score), addUnique),
  ),
  rule('add-column-inline-fk').hit(
    'REFERENCES without a default',
    pg(),
    joined(addColumn('users', orgId), { ...addForeignKey('users', toOrders), emptyColumn: true }),
    'Adding users.order_id with its key reads no row',
  ),
  rule('add-column-inline-fk').hit(
    'REFERENCES with a default',
    pg(),
    joined(addColumn('users', { ...orgId, default: literal(1) }), addForeignKey('users', toOrders)),
    'reads every row of users',
  ),
  rule('add-column-inline-fk').hit(
    'a FOREIGN KEY clause of its own',
    pg(),
    joined(addColumn('users', orgId), addForeignKey('users', toOrders)),
    'reads every row of users',
  ),
  rule('add-column-inline-fk').hit(
    'that MySQL forgets',
    my(),
    lines(addColumn('users', column('order_id', 'bigint'))),
    'MySQL 8.0 reads REFERENCES behind users.order_id and forgets it',
    { migration: { text: 'ALTER TABLE users ADD order_id bigint REFERENCES orders (id)' } },
  ),
  rule('add-column-inline-fk').miss(
    'a clause of its own on MySQL',
    my(),
    lines(addColumn('users', column('order_id', 'bigint'))),
    {
      migration: {
        text: 'ALTER TABLE users ADD order_id bigint, ADD FOREIGN KEY (order_id) REFERENCES orders (id)',
      },
    },
  ),
  rule('add-column-inline-fk').miss(
    'that MySQL 9 makes',
    my(),
    lines(addColumn('users', column('order_id', 'bigint'))),
    {
      migration: { text: 'ALTER TABLE users ADD order_id bigint REFERENCES orders (id)' },
      options: serverOf('mysql', 9, 0),
    },
  ),
  rule('add-column-inline-fk').miss(
    'in statements of their own',
    pg(),
    lines(addColumn('users', orgId), addForeignKey('users', toOrders)),
  ),
  rule('add-fk-validating').miss(
    'with its column, which has a rule of its own',
    pg(),
    joined(addColumn('users', orgId), addForeignKey('users', toOrders)),
  ),
];

const kind = column('type', 'character varying', { default: literal('Person') });
const inheritsByKind = {
  object: { type: 'column', table: 'users', name: 'type' },
  kind: 'declaration',
  certainty: 'parsed',
  source: { path: 'app/models/user.rb', line: 2, column: 3, endLine: 2 },
  text: 'self.inheritance_column = :kind',
} as const;

const inheritance: readonly RuleCase[] = [
  rule('add-sti-type-column').hit(
    'with a class',
    pg(),
    lines(addColumn('users', kind)),
    'With users.type at "Person"',
  ),
  rule('add-sti-type-column').miss(
    'the class of the table itself',
    pg(),
    lines(addColumn('users', { ...kind, default: literal('User') })),
  ),
  rule('add-sti-type-column').miss(
    'without a default',
    pg(),
    lines(addColumn('users', { ...kind, default: null })),
  ),
  rule('add-sti-type-column').miss(
    'the model keeps its class elsewhere',
    pg(),
    lines(addColumn('users', kind)),
    { options: projectOf({ references: [inheritsByKind] }) },
  ),
  rule('add-sti-type-column').miss(
    'no model of Rails',
    lite(),
    lines(addColumn('users', column('type', 'varchar', { default: literal('x') }))),
    { migration: { tool: 'dbmate' } },
  ),
];

export const addedColumnCases: readonly RuleCase[] = [
  ...shapes,
  ...byVersion,
  ...along,
  ...inheritance,
];

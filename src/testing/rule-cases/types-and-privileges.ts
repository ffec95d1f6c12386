import type { Domain } from '../../model/schema.ts';
import { check, column, table } from '../build.ts';
import { changeRows, createTable, lines } from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { my, orders, pg, posts, users } from './schemas.ts';

const rule = casesOf;
const sql = (...texts: readonly string[]) =>
  lines(...texts.map((text) => ({ kind: 'runSql' as const, text, purpose: 'is run' })));

const posint: Domain = {
  name: 'posint',
  type: 'integer',
  nullable: true,
  default: null,
  checkConstraints: [],
};
const sized = table('boxes', [column('id', 'bigint'), column('height', 'posint')]);
const boxes = pg({ tables: [users, sized], domains: [posint] });
const positive = check('positive', 'VALUE > 0');
const changed = (rest: Partial<Domain>) =>
  lines({ kind: 'createDomain', domain: { ...posint, ...rest }, replace: true });

const types: readonly RuleCase[] = [
  rule('domain-with-constraint').hit(
    'a check on a domain in use',
    boxes,
    changed({ checkConstraints: [positive] }),
    'The CHECK positive of the domain posint is tried on every row of boxes (5 rows, undated)',
    { rows: { boxes: 5 } },
  ),
  rule('domain-with-constraint').hit(
    'NOT NULL on a domain in use',
    boxes,
    changed({ nullable: false }),
    'NOT NULL of the domain posint is tried on every row of boxes',
  ),
  rule('domain-with-constraint').hit(
    'a new domain with a check',
    pg(),
    lines({ kind: 'createDomain', domain: { ...posint, checkConstraints: [positive] } }),
    'A column of the domain posint rewrites the table that it is added to',
  ),
  rule('domain-with-constraint').miss(
    'not validated',
    boxes,
    changed({ checkConstraints: [check('positive', 'VALUE > 0', false)] }),
  ),
  rule('domain-with-constraint').miss(
    'a domain without rules',
    pg(),
    lines({ kind: 'createDomain', domain: posint }),
  ),
  rule('create-enum').hit(
    'new',
    pg(),
    lines({ kind: 'createEnum', enum: { name: 'mood', values: ['glad', 'sad'] } }),
    'Values of mood (glad, sad) can be added and renamed later',
  ),
  rule('create-enum').miss(
    'made anew',
    pg({ tables: [orders] }),
    lines(
      { kind: 'dropEnum', enum: 'order_status', ifExists: false },
      { kind: 'createEnum', enum: { name: 'order_status', values: ['new'] } },
    ),
  ),
];

const bare = table('readings', [column('value', 'integer'), column('at', 'date')]);
const pairs = table('posts_users', [column('post_id', 'bigint'), column('user_id', 'bigint')]);

const tables: readonly RuleCase[] = [
  rule('create-table').hit(
    'without a key',
    pg(),
    lines(createTable(bare)),
    'readings has no primary key: nothing tells two equal rows of it apart',
  ),
  rule('create-table').hit(
    'that joins two others',
    my(),
    lines(createTable(pairs)),
    'nothing keeps the same pair from being entered twice',
  ),
  rule('create-table').hit(
    'without a key in a SQL project',
    pg(),
    lines(createTable(bare)),
    'readings has no primary key',
    { migration: { tool: 'dbmate' } },
  ),
  rule('create-table').miss('with a key', pg(), lines(createTable(posts))),
  rule('create-table').miss(
    'that gets its key later',
    pg(),
    lines(createTable(bare), {
      kind: 'addPrimaryKey',
      table: 'readings',
      primaryKey: { name: null, columns: ['at'] },
    }),
  ),
  rule('replica-identity').hit(
    'none',
    pg(),
    lines({ kind: 'setTableOptions', table: 'users', replicaIdentity: 'NOTHING' }),
    'becomes NOTHING: UPDATE and DELETE fail where the table is published',
  ),
  rule('replica-identity').hit(
    'the whole row',
    pg(),
    lines({ kind: 'setTableOptions', table: 'users', replicaIdentity: 'FULL' }),
    'writes the whole old row to the log',
  ),
  rule('replica-identity').miss(
    'another option',
    pg(),
    lines({ kind: 'setTableOptions', table: 'users', options: 'WITH (fillfactor=70)' }),
  ),
  rule('replica-identity').miss(
    'new table',
    pg(),
    lines(createTable(posts), {
      kind: 'setTableOptions',
      table: 'posts',
      replicaIdentity: 'FULL',
    }),
  ),
];

const GRANT = 'GRANT SELECT ON users TO reporting';
const granted = (definition: string) =>
  lines({
    kind: 'createObject',
    object: { type: 'grant', name: 'TABLE users', table: null, definition },
    replace: true,
  });

const privileges: readonly RuleCase[] = [
  rule('grants').hit('to a role', pg(), granted(GRANT), `${GRANT} changes who may do what.`),
  rule('grants').hit(
    'to everybody',
    pg(),
    granted('GRANT ALL ON users TO PUBLIC'),
    'for every role there is and will be',
  ),
  rule('grants').hit(
    'the owner',
    pg(),
    sql('ALTER TABLE users OWNER TO admin'),
    'ALTER TABLE users OWNER TO admin changes',
  ),
  rule('grants').hit(
    'a role, whose password is not shown',
    pg(),
    sql("CREATE ROLE reporting LOGIN PASSWORD 'secret'"),
    'CREATE ROLE reporting LOGIN PASSWORD … changes',
  ),
  rule('grants').hit('of MySQL', my(), sql(GRANT), GRANT),
  rule('grants').miss('on a new table', pg(), [
    ...lines(createTable(posts)),
    ...sql('GRANT SELECT ON posts TO reporting'),
  ]),
  rule('grants').miss('a comment', pg(), sql('ANALYZE users')),
];

const triggers: readonly RuleCase[] = [
  rule('disable-trigger').hit(
    'for good',
    pg(),
    sql('ALTER TABLE users DISABLE TRIGGER ALL'),
    'ALL triggers of users are switched off, and nothing in the migration switches it on again',
  ),
  rule('disable-trigger').hit(
    'for a while',
    pg(),
    sql(
      'ALTER TABLE users DISABLE TRIGGER audit_users',
      'ALTER TABLE users ENABLE TRIGGER audit_users',
    ),
    'audit_users of users is switched off, and back on later',
  ),
  rule('disable-trigger').hit(
    'of a session',
    pg(),
    sql('SET session_replication_role = replica'),
    'switched off for the session',
  ),
  rule('disable-trigger').hit(
    'foreign keys of MySQL',
    my(),
    sql('SET FOREIGN_KEY_CHECKS = 0', 'SET FOREIGN_KEY_CHECKS = 1'),
    'The foreign keys of every table are switched off for the session, and back on later',
  ),
  rule('disable-trigger').hit(
    'by the method of Rails',
    pg(),
    lines({ kind: 'setTableComment', table: 'users', comment: 'x' }, changeRows('users', 'update')),
    'disable_referential_integrity switches the rules of every table off, and back on later',
    {
      migration: {
        text: 'connection.disable_referential_integrity do\n  User.update_all(age: 1)\nend',
      },
    },
  ),
  rule('disable-trigger').miss(
    'in a comment',
    pg(),
    lines({ kind: 'setTableComment', table: 'users', comment: 'x' }, changeRows('users', 'update')),
    { migration: { text: '# without disable_referential_integrity\nUser.update_all(age: 1)' } },
  ),
  rule('disable-trigger').miss('on', pg(), sql('ALTER TABLE users ENABLE TRIGGER ALL')),
  rule('disable-trigger').miss('new table', pg(), [
    ...lines(createTable(posts)),
    ...sql('ALTER TABLE posts DISABLE TRIGGER ALL'),
  ]),
];

export const typeAndPrivilegeCases: readonly RuleCase[] = [
  ...types,
  ...tables,
  ...privileges,
  ...triggers,
];

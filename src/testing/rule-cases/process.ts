import { check, column, index } from '../build.ts';
import { addCheck, addColumn, addIndex, dropColumn, lines } from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { my, orders, pg, posts, users } from './schemas.ts';

const rule = casesOf;
const where = {
  source: { path: 'db/migrate/20260101000000_change.rb', line: 1, column: 1, endLine: 1 },
  reason: 'remove_column without a type',
};

export const processCases: readonly RuleCase[] = [
  rule('raw-sql-opaque').hit(
    'not understood',
    pg(),
    lines({
      kind: 'opaque',
      text: 'execute(sql)',
      language: 'ruby',
      reason: 'sql is computed',
      touches: ['users'],
    }),
    'because sql is computed; it names users',
  ),
  rule('raw-sql-opaque').miss(
    'understood',
    pg(),
    lines({ kind: 'runSql', text: 'ANALYZE', purpose: 'statistics' }),
  ),
  rule('irreversible').hit(
    'no way back',
    pg(),
    lines(dropColumn('users', 'name')),
    'Change has no way back',
    { migration: { down: { kind: 'none', irreversible: [] } } },
  ),
  rule('irreversible').hit(
    'one statement',
    pg(),
    lines(dropColumn('users', 'name')),
    'remove_column without a type',
    { migration: { down: { kind: 'change', irreversible: [where] } } },
  ),
  rule('irreversible').miss('another statement', pg(), lines(dropColumn('users', 'name')), {
    migration: {
      down: { kind: 'change', irreversible: [{ ...where, source: { ...where.source, line: 9 } }] },
    },
  }),
  rule('non-idempotent-nontransactional').hit(
    'two statements',
    my(),
    lines(addColumn('users', column('a', 'text')), addColumn('users', column('b', 'text'))),
    '_change.rb:1 did stays',
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'the first can be repeated',
    my(),
    lines(
      addColumn('users', column('a', 'text'), { ifNotExists: true }),
      addColumn('users', column('b', 'text')),
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').hit(
    'said once of three',
    my(),
    lines(
      addColumn('users', column('a', 'text')),
      addColumn('users', column('b', 'text')),
      addColumn('users', column('c', 'text')),
    ),
    '_change.rb:1 did stays',
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'a constraint that is dropped first where it is there',
    pg(),
    lines(
      { kind: 'dropCheckConstraint', table: 'users', checkConstraint: 'adult', ifExists: true },
      addCheck('users', check('adult', 'age > 17', false)),
      { kind: 'validateConstraint', table: 'users', constraint: 'adult' },
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'a constraint that is not there yet, and is dropped first',
    pg(),
    lines(
      {
        kind: 'runSql',
        text: 'ALTER TABLE users DROP CONSTRAINT IF EXISTS adult',
        purpose: 'would drop a constraint of users that is not there',
      },
      addCheck('users', check('adult', 'age > 17', false)),
      { kind: 'validateConstraint', table: 'users', constraint: 'adult' },
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'in a transaction',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('users', column('b', 'text'))),
  ),
  rule('statements-after-ael').hit(
    'check after a drop',
    pg(),
    lines(dropColumn('users', 'name'), addCheck('orders', check('c', 'total > 0'))),
    'users is locked against reads and writes since',
  ),
  rule('statements-after-ael').miss(
    'the table waits for the statement itself in any case',
    pg(),
    lines(dropColumn('users', 'name'), addCheck('users', check('c', 'age > 0'))),
  ),
  rule('statements-after-ael').miss(
    'an index, whose own rule says what waits along',
    pg(),
    lines(dropColumn('users', 'name'), addIndex('orders', index('i', ['total']))),
  ),
  rule('statements-after-ael').miss(
    'the other way round',
    pg(),
    lines(addCheck('orders', check('c', 'total > 0')), dropColumn('orders', 'total')),
  ),
  rule('multi-table-locks').hit(
    'two tables',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('orders', column('b', 'text'))),
    'locks users, orders one after the other',
  ),
  rule('multi-table-locks').hit(
    'three tables are one finding',
    pg({ tables: [users, orders, posts] }),
    lines(
      addColumn('users', column('a', 'text')),
      addColumn('orders', column('b', 'text')),
      addColumn('posts', column('c', 'text')),
    ),
    'locks users, orders, posts one after the other',
  ),
  rule('multi-table-locks').miss(
    'a table under its new name is the same',
    pg(),
    lines(
      { kind: 'renameTable', from: 'orders', to: 'sales' },
      addColumn('sales', column('a', 'text')),
    ),
  ),
  rule('multi-table-locks').miss(
    'outside of a transaction',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('orders', column('b', 'text'))),
    OUTSIDE,
  ),
];

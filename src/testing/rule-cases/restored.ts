import { check, column, index } from '../build.ts';
import {
  addCheck,
  addIndex,
  dropCheck,
  dropColumn,
  dropIndex,
  expression,
  lines,
  oneStatement,
  setColumn,
  setColumnNull,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { orders, pg, trigger, users } from './schemas.ts';

const rule = casesOf;

const OUTSIDE = { migration: { transactional: false } };

const emails = index('index_users_on_email', ['email']);
const named = { ...users, indexes: [emails] };
const cited = column('email', 'citext');

const kept = index('index_users_on_name_and_email', ['name', 'email'], { unique: true });
const valued = index('index_users_with_name', ['name', 'email'], {
  unique: true,
  where: '((name IS NOT NULL) AND (email IS NOT NULL))',
});
const open = index('index_users_with_open_name', ['name', 'email'], {
  unique: true,
  where: '(age > 3)',
});

const guarded = [
  'class Change < ActiveRecord::Migration[7.1]',
  '  disable_ddl_transaction!',
  '  def up',
  '    unless index_exists?(:users, :email)',
  '      add_index :users, :email, algorithm: :concurrently',
  '    end',
  '    add_index :users, :age, algorithm: :concurrently',
  '  end',
  'end',
];
const [, , , , first, , second] = lines(...guarded.map(() => addIndex('users', emails, true)));
const ages = index('index_users_on_age', ['age']);
const twoIndexes = [
  ...(first ? [first] : []),
  ...(second ? [{ ...second, ...addIndex('users', ages, true) }] : []),
];
const bare = pg({ tables: [{ ...users, indexes: [] }, orders] });

/** What goes and comes back, or is there already: nothing is lost by it. */
export const restoredCases: readonly RuleCase[] = [
  rule('drop-index').hit(
    'that is built again after its column changed',
    pg({ tables: [named, orders] }),
    lines(
      dropIndex('users', 'index_users_on_email', true),
      setColumn('users', cited),
      addIndex('users', emails, true),
    ),
    'go without index_users_on_email until it is built again',
    OUTSIDE,
  ),
  rule('drop-index').miss(
    'that is built again, which another rule tells',
    pg({ tables: [named, orders] }),
    lines(dropIndex('users', 'index_users_on_email', true), addIndex('users', emails, true)),
    OUTSIDE,
  ),
  rule('drop-index').miss(
    'whose column goes as well',
    pg({ tables: [named, orders] }),
    lines(dropIndex('users', 'index_users_on_email', true), dropColumn('users', 'email')),
    OUTSIDE,
  ),
  rule('trigger-dependency').hit(
    'a column that the trigger may read changes its type',
    pg({ triggers: [trigger] }),
    lines(setColumn('users', cited)),
    'users has the trigger audit_users',
  ),
  rule('trigger-dependency').miss(
    'a column gets statistics and a comment, which no trigger meets',
    pg({ triggers: [trigger] }),
    lines(setColumn('users', { ...column('name', 'text', { comment: 'full' }), statistics: 500 })),
  ),
  rule('change-default-partial-inserts').hit(
    'an expression is told as the server has it',
    pg(),
    lines({
      kind: 'setColumnDefault',
      table: 'users',
      column: 'name',
      default: expression('now()'),
    }),
    'and get now() written',
    { options: { rails: { major: 6, minor: 1 } } },
  ),
  rule('replace-index-order').miss(
    'a column of it changes in between',
    pg({ tables: [named, orders] }),
    lines(
      dropIndex('users', 'index_users_on_email', true),
      setColumn('users', cited),
      addIndex('users', emails, true),
    ),
    OUTSIDE,
  ),
  rule('drop-index').miss(
    'that another one replaces, which leaves out NULLs alone',
    pg({ tables: [{ ...users, indexes: [kept, valued] }, orders] }),
    lines(dropIndex('users', kept.name, true)),
    OUTSIDE,
  ),
  rule('drop-index').hit(
    'of which another one holds a part alone',
    pg({ tables: [{ ...users, indexes: [kept, open] }, orders] }),
    lines(dropIndex('users', kept.name, true)),
    'duplicates are no longer kept out',
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'the first asks whether its index is there',
    bare,
    twoIndexes,
    { migration: { transactional: false, text: guarded.join('\n') } },
  ),
  rule('non-idempotent-nontransactional').hit(
    'nothing asks whether the first index is there',
    bare,
    twoIndexes,
    '_change.rb:5 did stays',
    { migration: { transactional: false, text: guarded.join('\n').replace('unless', '# unless') } },
  ),
  rule('non-idempotent-nontransactional').miss(
    'Rails enables an extension that is not there yet',
    bare,
    lines(
      { kind: 'createExtension', extension: { name: 'citext', version: null } },
      addIndex('users', emails, true),
    ),
    OUTSIDE,
  ),
  rule('drop-constraint').hit(
    'another one of its name takes its place',
    pg(),
    lines(dropCheck('users', 'users_age'), addCheck('users', check('users_age', 'age >= 18'))),
    'Another users_age takes the place of this one',
  ),
  rule('statements-after-ael').hit(
    'the clauses of one statement are told once',
    pg(),
    [
      ...lines(setColumnNull('users', 'age', true)),
      ...oneStatement(
        setColumnNull('orders', 'user_id', false),
        setColumnNull('orders', 'total', false),
      ).map((each, position) => ({
        ...each,
        source: { ...each.source, line: 2, endLine: 2 },
        ...(position === 0 ? {} : { joined: true as const }),
      })),
    ],
    'users is locked against reads and writes since',
  ),
];

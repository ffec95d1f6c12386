import type { ReviewClass, ReviewModifier } from '../../model/review-policy.ts';
import { columnPolicy } from './policy/columns.ts';
import { constraintPolicy } from './policy/constraints.ts';
import type { PolicyOf } from './policy/entry.ts';
import { objectPolicy } from './policy/objects.ts';
import { rowPolicy } from './policy/rows.ts';
import { tablePolicy } from './policy/tables.ts';

/**
 * Who may draft what, how it is rolled back and how much review it needs, by class. The page
 * `docs/review-policy.md` is generated from it.
 */
export const POLICY: PolicyOf<ReviewClass> = {
  ...tablePolicy,
  ...columnPolicy,
  ...constraintPolicy,
  ...rowPolicy,
  ...objectPolicy,
};

interface ModifierEntry {
  /** When it holds, a clause. */
  readonly when: string;
  /** What it does, a clause. */
  readonly does: string;
}

/** What makes the review of an operation stricter, whatever its class. */
export const MODIFIERS: { readonly [M in ReviewModifier]: ModifierEntry } = {
  'blocking-work': {
    when: 'reads and writes of a table that is not small wait while it is scanned or written anew',
    does: 'one level more',
  },
  triggers: {
    when: 'the table has triggers, and the change is no comment and no renamed index',
    does: 'mandatory, drafted by a person, rollback at best assisted; human-only where a trigger or its function names the column',
  },
  'code-uses-it': {
    when: 'code or reports still name what is dropped or renamed',
    does: 'mandatory',
  },
  'suppressed-finding': { when: 'a finding on it is suppressed', does: 'one level more' },
  'dangerous-finding': { when: 'a finding on it is dangerous', does: 'at least thorough' },
  'undecided-condition': {
    when: 'it runs under a condition that could not be decided',
    does: 'at least thorough, rollback at best assisted',
  },
  'raw-sql': { when: 'a Rails migration asks for it in SQL', does: 'at least thorough' },
  'separate-commits': {
    when: 'the engine commits each statement by itself, and the migration has several',
    does: 'one level more, rollback at best assisted; mandatory when two of them or more take data away',
  },
  'no-transaction': {
    when: 'the migration runs outside of a transaction, and has several statements',
    does: 'at least thorough, rollback at best assisted; mandatory when two of them or more take data away',
  },
  irreversible: {
    when: 'the author gives no way back, or `rails db:rollback` refuses the statement',
    does: 'rollback at best assisted',
  },
  'table-copy': {
    when: 'the engine copies the table and drops the old one (SQLite)',
    does: 'at least thorough, rollback at best assisted; mandatory when foreign keys delete rows along',
  },
};

import { column, index } from '../build.ts';
import {
  addIndex,
  changeRows,
  dropIndex,
  lines,
  literal,
  setColumn,
  setColumnNull,
} from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { surveyOf } from './known.ts';
import { my, pg } from './schemas.ts';

const rule = casesOf;
const email = (counts: {
  readonly nulls?: number;
  readonly distinct?: number;
  readonly longest?: number;
}) => ({
  options: surveyOf({ columns: [{ table: 'users', column: 'email', rows: 1_000, ...counts }] }),
});
const indexed = (name: string, scans: number, valid = true) => ({
  options: surveyOf({
    tables: [{ name: 'users', indexes: [{ name, bytes: null, scans, valid }] }],
  }),
});
const required = lines(setColumnNull('users', 'email', false));
const shorter = lines(setColumn('users', column('email', 'character varying(20)')));
const BY_NAME = 'index_users_on_name_and_age';
const dropped = lines(dropIndex('users', BY_NAME, true));
const uniqueName = addIndex('users', index('one_email', ['email'], { unique: true }));

/** What a survey says decides: each figure is told with its day. */
export const surveyedCases: readonly RuleCase[] = [
  rule('set-not-null').hit(
    'no NULL was counted',
    pg(),
    required,
    'while reads and writes wait, and finds no NULL, as the survey of 2026-11-20 counted none',
    email({ nulls: 0 }),
  ),
  rule('set-not-null').hit(
    'NULLs were counted',
    pg(),
    required,
    'and fails, as the survey of 2026-11-20 counted 12 rows with NULL',
    email({ nulls: 12 }),
  ),
  rule('set-not-null').hit(
    'NULLs were counted, and a statement before gives the column values',
    pg(),
    lines(
      changeRows('users', 'update', { text: "UPDATE users SET email = '' WHERE email IS NULL" }),
      setColumnNull('users', 'email', false),
    ),
    'and fails when the release leaves one of the 12 rows with NULL, counted on 2026-11-20',
    email({ nulls: 12 }),
  ),
  rule('set-not-null').hit(
    'the statement fills NULLs itself',
    pg(),
    lines(setColumnNull('users', 'email', false, literal('x'))),
    'while reads and writes wait, with no NULL left by then',
    email({ nulls: 12 }),
  ),
  rule('set-not-null-with-default-arg').hit(
    'no row to write',
    pg(),
    lines(setColumnNull('users', 'email', false, literal('x'))),
    'in one UPDATE; the survey of 2026-11-20 counted none',
    email({ nulls: 0 }),
  ),
  rule('add-unique-index-data').hit(
    'duplicates were counted',
    my(),
    lines(uniqueName),
    'the same email; the survey of 2026-11-20 counted 40 rows too many',
    email({ nulls: 60, distinct: 900 }),
  ),
  rule('add-unique-index-data').hit(
    'none was counted',
    my(),
    lines(uniqueName),
    'the survey of 2026-11-20 counted none',
    email({ nulls: 100, distinct: 900 }),
  ),
  rule('shrink-or-add-limit').hit(
    'the longest value does not fit',
    pg(),
    shorter,
    'The longest value of users.email had 64 characters on 2026-11-20, which do not fit',
    email({ longest: 64 }),
  ),
  rule('shrink-or-add-limit').hit(
    'the longest value fits',
    pg(),
    shorter,
    'had 18 characters on 2026-11-20: all of that day fit into character varying(20)',
    email({ longest: 18 }),
  ),
  rule('drop-index').hit(
    'that nobody read',
    pg(),
    dropped,
    `${BY_NAME} of users (size unknown, taken as large) goes, and it was not read from 2026-10-01 to 2026-11-20`,
    { ...OUTSIDE, ...indexed(BY_NAME, 0) },
  ),
  rule('drop-index').hit(
    'that queries read',
    pg(),
    dropped,
    'and it was read 3,200 times from 2026-10-01 to 2026-11-20',
    { ...OUTSIDE, ...indexed(BY_NAME, 3_200) },
  ),
  rule('drop-index').hit(
    'that is invalid',
    pg(),
    dropped,
    'it was invalid on 2026-11-20, so that no query used it',
    { ...OUTSIDE, ...indexed(BY_NAME, 0, false) },
  ),
  rule('invalid-index-leftover').hit(
    'the name is taken',
    pg(),
    lines(addIndex('users', index('by_age', ['age']), true)),
    'An invalid by_age was left in users on 2026-11-20: the build fails, as the name is taken',
    { ...OUTSIDE, ...indexed('by_age', 0, false) },
  ),
  rule('invalid-index-leftover').miss(
    'a valid index of that name',
    pg(),
    lines(addIndex('users', index('by_age', ['age']), true)),
    { ...OUTSIDE, ...indexed('by_age', 0) },
  ),
];

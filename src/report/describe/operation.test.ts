import { describe, expect, test } from 'vitest';
import type { Operation, OperationBody } from '../../model/operation.ts';
import type { OperationBase } from '../../model/operation-base.ts';
import { column, foreignKey, ID, index, table } from '../../testing/sample/parts.ts';
import { describeOperation } from './operation.ts';

function operation(body: OperationBody, over: Partial<OperationBase> = {}): Operation {
  const source = { path: 'db/migrate/1_a.rb', line: 3, column: 5, endLine: 3 };
  return {
    ...body,
    source,
    condition: null,
    assured: false,
    impliedBy: null,
    ...over,
  } as Operation;
}

const literal = (value: string | number) => ({ kind: 'literal', value }) as const;
const users = table('users', [ID, column('email', 'text')]);

const cases: readonly (readonly [OperationBody, string])[] = [
  [
    { kind: 'createTable', table: users, ifNotExists: false },
    'Create the table users with 2 columns.',
  ],
  [
    { kind: 'createTable', table: table('one', [ID]), ifNotExists: true },
    'Create the table one with 1 column, unless it exists.',
  ],
  [
    { kind: 'dropTable', table: 'users', ifExists: true, cascade: true },
    'Drop the table users with all its rows and everything that depends on it, if it exists.',
  ],
  [{ kind: 'renameTable', from: 'users', to: 'people' }, 'Rename the table users to people.'],
  [
    { kind: 'setTableComment', table: 'users', comment: null },
    'Remove the comment of the table users.',
  ],
  [
    { kind: 'setTableOptions', table: 'users', charset: 'utf8mb4', collation: null },
    'Set the character set to utf8mb4, the collation to the default of the table users.',
  ],
  [
    {
      kind: 'addColumn',
      table: 'users',
      column: column('age', 'integer', { nullable: false, default: literal(0) }),
      ifNotExists: false,
      position: { after: 'email' },
    },
    'Add the column age to users after email: integer, not null, default 0.',
  ],
  [
    {
      kind: 'setColumn',
      table: 'users',
      column: column('age', 'bigint'),
      using: 'age::bigint',
      position: 'first',
    },
    'Define the column users.age anew as bigint, converting values with age::bigint as the first column.',
  ],
  [
    { kind: 'setColumnDefault', table: 'users', column: 'age', default: literal('new') },
    "Set the default of users.age to 'new'.",
  ],
  [
    { kind: 'setColumnDefault', table: 'users', column: 'age', default: null },
    'Remove the default of users.age.',
  ],
  [
    { kind: 'setColumnNull', table: 'users', column: 'age', nullable: false, backfill: literal(0) },
    'Forbid NULL in users.age, after writing 0 into NULLs.',
  ],
  [
    { kind: 'setColumnNull', table: 'users', column: 'age', nullable: true, backfill: null },
    'Allow NULL in users.age.',
  ],
  [
    {
      kind: 'addIndex',
      table: 'users',
      index: index('by_email', ['email'], { unique: true }),
      ifNotExists: false,
      concurrently: true,
    },
    'Add the index by_email to users while reading and writing go on: (email), unique.',
  ],
  [
    { kind: 'setIndexEnabled', table: 'users', index: 'by_email', enabled: false },
    'Keep the index by_email of users, but let no query use it.',
  ],
  [
    {
      kind: 'addForeignKey',
      table: 'orders',
      foreignKey: foreignKey('fk', 'user_id', 'users'),
      ifNotExists: false,
    },
    'Add the foreign key fk to orders: user_id → users.id.',
  ],
  [
    {
      kind: 'addUniqueConstraint',
      table: 'users',
      uniqueConstraint: {
        name: 'uq',
        columns: ['email'],
        deferrable: null,
        nullsNotDistinct: false,
      },
      usingIndex: 'by_email',
    },
    'Turn the index by_email of users into the unique constraint uq.',
  ],
  [
    { kind: 'addPrimaryKey', table: 'a', primaryKey: { name: null, columns: ['x', 'y'] } },
    'Make x and y the primary key of a.',
  ],
  [
    { kind: 'validateConstraint', table: 'orders', constraint: 'fk' },
    'Check all rows of orders against the constraint fk.',
  ],
  [
    { kind: 'createEnum', enum: { name: 'mood', values: ['sad', 'ok', 'happy'] } },
    'Create the enum mood with the values sad, ok and happy.',
  ],
  [
    {
      kind: 'addEnumValue',
      enum: 'mood',
      value: 'meh',
      position: { before: 'ok' },
      ifNotExists: false,
    },
    'Add the value meh to the enum mood before ok.',
  ],
  [
    { kind: 'dropView', view: 'totals', materialized: true, ifExists: false, cascade: false },
    'Drop the materialized view totals.',
  ],
  [
    {
      kind: 'changeRows',
      table: 'users',
      verb: 'update',
      scope: 'whole',
      text: 'x',
      language: 'ruby',
      batched: true,
    },
    'Update all rows of users, in batches.',
  ],
  [
    {
      kind: 'changeRows',
      table: null,
      verb: 'unknown',
      scope: 'unknown',
      text: 'x',
      language: 'sql',
      batched: false,
    },
    'Change rows of a table that is not known in a way that is not known.',
  ],
  [
    {
      kind: 'opaque',
      text: 'x',
      language: 'ruby',
      reason: 'it calls a method of the application',
      touches: ['users', 'orders'],
    },
    'Not understood, because it calls a method of the application; it names users and orders.',
  ],
];

describe('what an operation does', () => {
  test.each(cases)('$kind is a sentence with the names', (body, sentence) => {
    expect(describeOperation(operation(body))).toBe(sentence);
  });

  test('says what Rails sends along, and why', () => {
    const body = { kind: 'renameIndex', table: 'people', from: 'a', to: 'b' } as const;
    expect(describeOperation(operation(body, { impliedBy: 'rename_table' }))).toBe(
      'Rename the index a of people to b. Rails does this along with rename_table.',
    );
  });

  test('says a condition that is not decided', () => {
    const body = { kind: 'dropPrimaryKey', table: 'users' } as const;
    expect(describeOperation(operation(body, { condition: 'ENV["FAST"]' }))).toBe(
      'Drop the primary key of users. It runs only if ENV["FAST"], which is not decided here.',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { Review } from '../model/hazard.ts';
import type { Migration } from '../model/migration.ts';
import type { Operation, OperationBody } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import {
  applied,
  check,
  column,
  foreignKey,
  index,
  operation,
  rowsOf,
  table,
} from '../testing/build.ts';
import {
  addCheck,
  addColumn,
  addIndex,
  changeRows,
  createTable,
  dropColumn,
  dropIndex,
  expression,
  lines,
  literal,
  renameColumn,
  setColumn,
  setColumnNull,
} from '../testing/operations.ts';
import { lite, my, pg, posts, trigger } from '../testing/rule-cases/schemas.ts';
import { checkProposal } from './index.ts';

interface Around {
  readonly rows?: { readonly [table: string]: number };
  readonly migration?: Partial<Migration>;
}

function reviews(
  before: Schema,
  operations: readonly Operation[],
  around: Around = {},
): readonly Review[] {
  const steps = applied(before, operations, applyOperation, around.migration);
  const sizes = { small: 10_000, large: 1_000_000 };
  const options = { engine: before.engine, rows: rowsOf(around.rows ?? {}), sizes };
  return checkProposal(steps, options).steps.map(({ review }) => review);
}

const level = (before: Schema, body: OperationBody, around: Around = {}) =>
  reviews(before, lines(body), around)[0]?.level;

const SMALL: Around = { rows: { users: 10, orders: 10 } };
const LARGE: Around = { rows: { users: 5_000_000, orders: 5_000_000 } };

describe('the review policy', () => {
  const cases: readonly (readonly [string, OperationBody, string, string])[] = [
    ['create a table', createTable(posts), 'spot', 'spot'],
    [
      'create a table with a foreign key',
      createTable({ ...posts, foreignKeys: [foreignKey('user_id', 'users')] }),
      'thorough',
      'mandatory',
    ],
    ['add a nullable column', addColumn('users', column('n', 'text')), 'spot', 'spot'],
    [
      'add a required column with default',
      addColumn('users', column('n', 'text', { nullable: false, default: literal('') })),
      'thorough',
      'thorough',
    ],
    [
      'add a required column without',
      addColumn('users', column('n', 'text', { nullable: false })),
      'mandatory',
      'mandatory',
    ],
    [
      'add a column with a volatile default',
      addColumn('users', column('n', 'uuid', { default: expression('gen_random_uuid()') })),
      'thorough',
      'mandatory',
    ],
    ['add an index', addIndex('orders', index('i', ['total'])), 'spot', 'mandatory'],
    [
      'add a unique index',
      addIndex('orders', index('i', ['total'], { unique: true })),
      'thorough',
      'mandatory',
    ],
    [
      'drop an index that another one replaces',
      dropIndex('users', 'index_users_on_name'),
      'thorough',
      'thorough',
    ],
    ['drop a unique index', dropIndex('users', 'index_users_on_email'), 'mandatory', 'mandatory'],
    ['drop a column', dropColumn('users', 'name'), 'mandatory', 'mandatory'],
    ['rename a column', renameColumn('users', 'name', 'title'), 'thorough', 'thorough'],
    ['set NOT NULL', setColumnNull('users', 'name', false), 'thorough', 'mandatory'],
    ['widen a type', setColumn('users', column('email', 'text')), 'thorough', 'thorough'],
    [
      'narrow a type',
      setColumn('users', column('email', 'character varying(5)')),
      'mandatory',
      'mandatory',
    ],
    ['add a check', addCheck('orders', check('c', 'total > 0')), 'thorough', 'mandatory'],
    [
      'add a check NOT VALID',
      addCheck('orders', check('c', 'total > 0', false)),
      'thorough',
      'thorough',
    ],
    ['insert rows', changeRows('orders', 'insert'), 'thorough', 'thorough'],
    ['delete rows', changeRows('orders', 'delete'), 'mandatory', 'mandatory'],
  ];

  test.each(cases)('to %s: %s on small tables, %s on large ones', (_, body, small, large) => {
    expect([level(pg(), body, SMALL), level(pg(), body, LARGE)]).toEqual([small, large]);
  });

  test('takes a table of unknown size as large', () => {
    expect(level(pg(), addIndex('orders', index('i', ['total'])))).toBe('mandatory');
  });

  test('leaves a table of the release itself alone', () => {
    const [, second] = reviews(pg(), lines(createTable(posts), dropColumn('posts', 'title')));
    expect(second).toEqual({
      class: 'part-of-new-table',
      level: 'spot',
      draft: 'tool',
      rollback: 'automatic',
      rollbackReason: null,
      reasons: ['the release itself creates posts'],
    });
  });
});

describe('what makes a review stricter', () => {
  test('triggers on the table', () => {
    expect(level(pg({ triggers: [trigger] }), addColumn('users', column('n', 'text')), SMALL)).toBe(
      'mandatory',
    );
  });

  test('a suppressed hazard', () => {
    const rename = operation(renameColumn('users', 'name', 'title'), { assured: true });
    const [review] = reviews(pg(), [rename], SMALL);
    expect(review?.level).toBe('mandatory');
    expect(review?.reasons[0]).toBe('the hazard rename-column is suppressed by safety_assured');
  });

  test('a suppressed hazard that was a note only', () => {
    const body = addIndex('users', index('by_name', ['name']));
    const [plain] = reviews(pg(), [operation(body)], SMALL);
    const [assured] = reviews(pg(), [operation(body, { assured: true })], SMALL);
    expect([plain?.level, assured?.level]).toEqual(['spot', 'thorough']);
  });

  test('a condition that could not be decided', () => {
    const body = addColumn('users', column('n', 'text'));
    const [review] = reviews(pg(), [operation(body, { condition: 'ENV["X"]' })], SMALL);
    expect(review?.level).toBe('thorough');
  });

  test('several statements on MySQL, each committed by itself', () => {
    const two = lines(
      addColumn('users', column('a', 'text')),
      addColumn('users', column('b', 'text')),
    );
    const around = { ...SMALL, migration: { transactional: false } };
    expect(reviews(my(), two, around).map((each) => each.level)).toEqual(['thorough', 'thorough']);
    expect(reviews(my(), two.slice(0, 1), around).map((each) => each.level)).toEqual(['spot']);
  });

  test('a copy of a table on SQLite, more so when its children would go', () => {
    const required = column('n', 'integer', { nullable: false, default: literal(0) });
    expect(level(lite(), setColumn('orders', column('user_id', 'bigint')), SMALL)).toBe(
      'mandatory',
    );
    expect(level(lite(), setColumnNull('orders', 'user_id', false), SMALL)).toBe('thorough');
    expect(level(lite(), setColumnNull('users', 'email', false), SMALL)).toBe('mandatory');
    expect(level(lite(), addColumn('users', required), SMALL)).toBe('thorough');
  });

  test('nothing that was understood can outweigh what was not', () => {
    const body: OperationBody = {
      kind: 'opaque',
      text: 'x',
      language: 'ruby',
      reason: 'it is computed',
      touches: [],
    };
    expect(reviews(pg(), lines(body))).toEqual([
      {
        class: 'raw-sql-opaque',
        level: 'mandatory',
        draft: 'person',
        rollback: 'humanOnly',
        rollbackReason: 'what it does is not known',
        reasons: [
          'it was not understood (it is computed)',
          'it is dangerous: part of the migration could not be read (raw-sql-opaque)',
        ],
      },
    ]);
  });
});

describe('checkProposal', () => {
  const operations = [
    ...lines(addColumn('users', column('data', 'json')), dropColumn('users', 'name')),
    operation(addIndex('orders', index('i', ['total'])), { assured: true }),
  ];
  const result = checkProposal(applied(pg(), operations, applyOperation), {
    engine: 'postgresql',
    rows: {},
    sizes: { small: 10_000, large: 1_000_000 },
  });

  test('puts dangers first, then the order of the steps, then rules by id', () => {
    const order = result.hazards.map(({ severity, step, rule }) => [
      ['danger', 'warning', 'info'].indexOf(severity),
      step ?? -1,
      rule,
    ]);
    const sorted = [...order].sort(
      (a, b) =>
        Number(a[0]) - Number(b[0]) ||
        Number(a[1]) - Number(b[1]) ||
        (String(a[2]) < String(b[2]) ? -1 : 1),
    );
    expect(order).toEqual(sorted);
    expect(result.hazards.length).toBeGreaterThan(3);
    expect(result.severity).toBe('danger');
  });

  test('keeps a suppressed finding, one level lower', () => {
    expect(result.hazards.find(({ rule }) => rule === 'add-index-blocking')).toMatchObject({
      severity: 'warning',
      suppression: { by: 'safety_assured', reason: null },
      step: 2,
    });
  });

  test('gives locks and review for each step, and the strictest review of all', () => {
    expect(result.steps.map(({ locks }) => locks.map((lock) => lock.table))).toEqual([
      ['users'],
      ['users'],
      ['orders'],
    ]);
    expect(result.review).toBe('mandatory');
  });

  test('has nothing to say about a release without operations', () => {
    expect(checkProposal([], { engine: 'mysql', rows: {}, sizes: { small: 1, large: 2 } })).toEqual(
      {
        hazards: [],
        steps: [],
        review: 'spot',
        reviews: {
          migrations: [],
          release: {
            level: 'spot',
            draft: 'tool',
            rollback: 'automatic',
            reasons: [],
            steps: [],
            gates: [],
          },
        },
        severity: null,
      },
    );
  });

  test('knows the rows of a table that the release renamed', () => {
    const steps = applied(
      pg(),
      lines(
        { kind: 'renameTable', from: 'orders', to: 'sales' },
        addIndex('sales', index('i', ['total'])),
      ),
      applyOperation,
    );
    const { hazards } = checkProposal(steps, {
      engine: 'postgresql',
      rows: rowsOf({ orders: 12 }),
      sizes: { small: 100, large: 1000 },
    });
    expect(hazards.find(({ rule }) => rule === 'add-index-blocking')).toMatchObject({
      severity: 'info',
      message: expect.stringContaining('sales (12 rows, undated)'),
    });
  });

  test('takes a table as new that a release drops and creates again', () => {
    const fresh = table('orders', [column('id', 'bigint')]);
    const steps = applied(
      pg(),
      lines(
        { kind: 'dropTable', table: 'orders', ifExists: false, cascade: false },
        createTable(fresh),
        addIndex('orders', index('i', ['id'])),
      ),
      applyOperation,
    );
    const { hazards } = checkProposal(steps, {
      engine: 'postgresql',
      rows: {},
      sizes: { small: 100, large: 1000 },
    });
    expect(hazards.map(({ rule }) => rule)).not.toContain('add-index-blocking');
  });
});

describe('the review does not ask for more than there is', () => {
  const levels = (before: Schema, ...bodies: OperationBody[]) =>
    reviews(before, lines(...bodies)).map((review) => review.level);

  test('a column that the release itself added can be dropped without a sign-off', () => {
    const added = addColumn('users', column('n', 'text'));
    expect(levels(pg(), added, dropColumn('users', 'n'))).toEqual(['spot', 'thorough']);
    expect(levels(pg(), dropColumn('users', 'name'))).toEqual(['mandatory']);
  });

  test('a default that was not there is not lost', () => {
    const drop = (name: string): OperationBody => ({
      kind: 'setColumnDefault',
      table: 'users',
      column: name,
      default: null,
    });
    expect(levels(pg(), drop('age'))).toEqual(['mandatory']);
    expect(levels(pg(), drop('id'))).toEqual(['spot']);
  });

  test('an index of SQLite has no form that lets writes through', () => {
    expect(levels(lite(), addIndex('users', index('i', ['email'])))).toEqual(['thorough']);
    expect(levels(pg(), addIndex('users', index('i', ['name'])))).toEqual(['mandatory']);
  });
});

import { describe, expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { Review } from '../model/hazard.ts';
import type { Migration } from '../model/migration.ts';
import type { Operation, OperationBody } from '../model/operation.ts';
import { type CodeReference, NO_PROJECT_FACTS, type ProjectFacts } from '../model/project-facts.ts';
import type { Schema } from '../model/schema.ts';
import type { Survey } from '../model/survey.ts';
import {
  applied,
  check,
  column,
  foreignKey,
  index,
  operation,
  rowsOf,
  table,
  view,
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
import type { CheckOptions } from './context.ts';
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

describe('what the policy itself escalates', () => {
  const first = (
    before: Schema,
    body: OperationBody,
    rest: Partial<CheckOptions> = {},
    around: Partial<Migration> = {},
  ): Review | undefined => {
    const sizes = { small: 10_000, large: 1_000_000 };
    const steps = applied(before, lines(body), applyOperation, around);
    const rows = rowsOf({ users: 50_000, orders: 50_000 });
    return checkProposal(steps, { engine: before.engine, rows, sizes, ...rest }).steps[0]?.review;
  };
  const surveyOf = (rest: Partial<Survey>): Survey => ({
    format: 1,
    server: { name: 'postgresql', version: '16.4' },
    takenAt: '2026-11-20T08:15:00Z',
    countedSince: null,
    activity: { longTransactions: null, publications: null, logicalSlots: null, replicas: null },
    settings: [],
    tables: [],
    columns: [],
    ...rest,
  });
  const scanned = (scans: number | null) =>
    surveyOf({
      tables: [
        {
          name: 'orders',
          rows: 50_000,
          rowsAre: 'estimated',
          bytes: null,
          indexBytes: null,
          deadRows: null,
          writes: null,
          analyzedAt: null,
          indexes: [{ name: 'on_total', bytes: null, scans, valid: true }],
        },
      ],
    });
  const withIndex = pg({
    tables: pg().tables.map((each) =>
      each.name === 'orders'
        ? { ...each, indexes: [...each.indexes, index('on_total', ['total'])] }
        : each,
    ),
  });

  test.each([
    ['nobody counted its scans', null, 'mandatory', 'no survey says whether queries on orders'],
    ['it is scanned', 12, 'mandatory', 'queries use on_total: it was read 12 times'],
    ['it is never scanned', 0, 'thorough', 'queries on orders lose on_total'],
  ] as const)('an index is dropped: %s', (_, scans, wanted, reason) => {
    const review = first(withIndex, dropIndex('orders', 'on_total'), { survey: scanned(scans) });
    expect(review?.level).toBe(wanted);
    expect(review?.reasons[0]).toContain(reason);
  });

  test.each([
    ['VACUUM FULL users', 'table-rewrite'],
    ['VACUUM (FULL true) users', 'table-rewrite'],
    ['VACUUM (FULL false) users', 'neutral-sql'],
    ['CLUSTER users', 'table-rewrite'],
    ['REINDEX TABLE users', 'neutral-sql'],
  ])('%s is of the class %s', (text, expected) => {
    const body = { kind: 'runSql', text, purpose: 'maintenance' } as const;
    expect(first(pg(), body)?.class).toBe(expected);
  });

  test('a function is replaced that a check and an index call', () => {
    const score = { name: 'score(bigint)', definition: 'CREATE FUNCTION score(bigint)' };
    const before = pg({
      functions: [score],
      tables: pg().tables.map((each) =>
        each.name === 'users'
          ? {
              ...each,
              indexes: [index('by_score', ['id'], { where: 'score(id) > 1' })],
              checkConstraints: [check('low', 'score(id) < 9')],
            }
          : each,
      ),
    });
    const body = { kind: 'createFunction', function: score, replace: true } as const;
    expect(first(before, body)).toMatchObject({
      level: 'mandatory',
      reasons: ['by_score, low use score'],
    });
  });

  test('an index is dropped by which a foreign key finds its rows', () => {
    const review = first(pg(), dropIndex('orders', 'index_orders_on_user_id'));
    expect(review?.level).toBe('mandatory');
    expect(review?.reasons[0]).toMatch(/^each delete of a parent looks for its rows in orders by/);
  });

  test('a unique index whose column holds duplicates, as a survey counts them', () => {
    const body = addIndex('users', index('i', ['name'], { unique: true }));
    const counted = (distinct: number) =>
      surveyOf({ columns: [{ table: 'users', column: 'name', rows: 100, nulls: 10, distinct }] });
    expect(first(pg(), body, { survey: counted(80) })?.reasons[0]).toBe(
      '10 rows of users repeat a name that another row has (counted on 2026-11-20)',
    );
    expect(first(pg(), body, { survey: counted(90) })?.level).toBe('thorough');
  });

  test('a concurrent build on PostgreSQL 14.0 to 14.3', () => {
    const body = { ...addIndex('users', index('i', ['age'])), concurrently: true };
    const on = (...version: readonly number[]) =>
      first(pg(), body, { server: { name: 'postgresql', version, decidedBy: null } });
    expect(on(14, 2)).toMatchObject({ class: 'add-index-large-concurrent', level: 'mandatory' });
    expect(on(14, 4)).toMatchObject({ class: 'add-index-large-concurrent', level: 'thorough' });
  });

  test('code, but no test and no text alone, that still names what is dropped or renamed', () => {
    const reference = (rest: Partial<CodeReference>): ProjectFacts => ({
      ...NO_PROJECT_FACTS,
      references: [
        {
          object: { type: 'column', table: 'users', name: 'name' },
          kind: 'query',
          certainty: 'parsed',
          source: { path: 'app/models/user.rb', line: 7, column: 3, endLine: 7 },
          text: 'where(name: nil)',
          ...rest,
        },
      ],
    });
    const renamed = (rest: Partial<CodeReference>) =>
      first(pg(), renameColumn('users', 'name', 'title'), { project: reference(rest) });
    expect(renamed({})).toMatchObject({
      level: 'mandatory',
      reasons: expect.arrayContaining(['app/models/user.rb:7 still names name']),
    });
    expect(renamed({ certainty: 'textual' })?.level).toBe('thorough');
    expect(renamed({ inTests: true })?.level).toBe('thorough');
    expect(renamed({ kind: 'ignoredColumn' })?.level).toBe('thorough');
  });

  test('a column whose name is a method of Active Record', () => {
    const review = first(pg(), addColumn('users', column('hash', 'text')));
    expect(review).toMatchObject({ class: 'add-column-nullable', level: 'mandatory' });
  });

  test('a view that others read, and one whose drop takes them along', () => {
    const views = [view('mails', 'SELECT email FROM users'), view('news', 'SELECT * FROM mails')];
    const drop = (name: string, cascade: boolean): OperationBody => ({
      kind: 'dropView',
      view: name,
      materialized: false,
      ifExists: false,
      cascade,
    });
    expect(first(pg({ views }), drop('mails', true))?.reasons).toEqual(
      expect.arrayContaining(['news reads mails', 'what reads mails is dropped with it']),
    );
    expect(first(pg({ views }), drop('news', false))?.level).toBe('thorough');
  });

  test('a migration whose statements the engine commits one by one, told once', () => {
    const two = lines(addColumn('users', column('a', 'text')), dropIndex('users', 'none'));
    const steps = applied(my(), two.slice(0, 1), applyOperation, { transactional: false });
    const several = steps.map((step) => ({
      ...step,
      migration: { ...step.migration, operations: two },
    }));
    const { steps: reviewed } = checkProposal(several, {
      engine: 'mysql',
      rows: rowsOf({ users: 10 }),
      sizes: { small: 100, large: 1000 },
    });
    expect(reviewed[0]?.review).toMatchObject({
      level: 'thorough',
      rollback: 'assisted',
      reasons: ['each statement is committed by itself, and the migration has several'],
    });
  });

  test('two drops outside of a transaction', () => {
    const steps = applied(
      pg(),
      [
        operation(dropColumn('users', 'name')),
        operation(dropColumn('users', 'age'), {
          source: { path: 'db/migrate/20260101000000_change.rb', line: 2, column: 1, endLine: 2 },
        }),
      ],
      applyOperation,
      { transactional: false },
    );
    const { reviews: summary, steps: reviewed } = checkProposal(steps, {
      engine: 'postgresql',
      rows: {},
      sizes: { small: 1, large: 2 },
    });
    expect(summary.release.steps).toEqual([0, 1]);
    expect(reviewed[0]?.review.reasons).toContain(
      'a failure half way leaves the statements before it done, and 2 of them take data away',
    );
  });
});

describe('the gates of the release', () => {
  const sizes = { small: 10_000, large: 1_000_000 };
  const checked = (project: ProjectFacts) =>
    checkProposal(applied(pg(), lines(addColumn('users', column('n', 'text'))), applyOperation), {
      engine: 'postgresql',
      rows: rowsOf({ users: 10 }),
      sizes,
      project,
    });

  test('name a missing lock timeout, which raises no level', () => {
    const { reviews: summary, review } = checked({ ...NO_PROJECT_FACTS, filesRead: 3 });
    expect(summary.release.gates).toHaveLength(1);
    expect(summary.release.gates[0]).toMatch(/lock_timeout/);
    expect(review).toBe('spot');
  });

  test('are one sentence for all tables', () => {
    const [users, orders] = ['users', 'orders'].map((table, position) =>
      applied(pg(), lines(addColumn(table, column('n', 'text'))), applyOperation, {
        path: `db/migrate/${position}_a.rb`,
      }),
    );
    const { release } = checkProposal([...(users ?? []), ...(orders ?? [])], {
      engine: 'postgresql',
      rows: rowsOf({ users: 10, orders: 10 }),
      sizes,
      project: { ...NO_PROJECT_FACTS, filesRead: 3 },
    }).reviews;
    expect(release.gates).toHaveLength(1);
    expect(release.gates[0]).toMatch(/ of users .*The same holds for orders\.$/);
  });

  test('are open where the project sets one', () => {
    const source = { path: 'config/database.yml', line: 4, column: 1, endLine: 4 };
    const { reviews: summary } = checked({
      ...NO_PROJECT_FACTS,
      filesRead: 3,
      lockTimeout: { value: '5s', source },
    });
    expect(summary.release.gates).toEqual([]);
  });
});

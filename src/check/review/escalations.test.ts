import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../apply/index.ts';
import type { Review } from '../../model/hazard.ts';
import type { Migration } from '../../model/migration.ts';
import type { OperationBody } from '../../model/operation.ts';
import {
  type CodeReference,
  NO_PROJECT_FACTS,
  type ProjectFacts,
} from '../../model/project-facts.ts';
import type { Schema } from '../../model/schema.ts';
import type { Survey } from '../../model/survey.ts';
import { applied, check, column, index, operation, rowsOf, view } from '../../testing/build.ts';
import {
  addColumn,
  addIndex,
  dropColumn,
  dropIndex,
  lines,
  renameColumn,
} from '../../testing/operations.ts';
import { my, pg } from '../../testing/rule-cases/schemas.ts';
import type { CheckOptions } from '../context.ts';
import { checkProposal } from '../index.ts';

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

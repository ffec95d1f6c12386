import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../apply/index.ts';
import { ENGINES } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import type { OperationBody } from '../../model/operation.ts';
import type { RollbackStep } from '../../model/rollback.ts';
import type { Schema } from '../../model/schema.ts';
import { applied, column, operation, schema, table } from '../../testing/build.ts';
import { shop, spelt } from '../../testing/shop.ts';
import { planRollback } from './index.ts';

function planned(
  before: Schema,
  bodies: readonly OperationBody[],
  migration: Partial<Migration> = {},
) {
  const operations = bodies.map((body) => operation(body));
  return planRollback(applied(before, operations, applyOperation, migration));
}

function stepOf(before: Schema, body: OperationBody): RollbackStep {
  const [step] = planned(before, [body]).steps;
  if (!step) throw new Error('the plan is empty');
  return step;
}

const dropLegacyRef: OperationBody = {
  kind: 'dropColumn',
  table: 'customers',
  column: 'legacy_ref',
  ifExists: false,
  cascade: false,
};

function addShippedOn(rest: Partial<ReturnType<typeof column>> = {}): OperationBody {
  return {
    kind: 'addColumn',
    table: 'orders',
    column: column('shipped_on', 'date', rest),
    ifNotExists: false,
    position: null,
  };
}

describe('the plan', () => {
  test('undoes the last operation first, and names the first that does not come back', () => {
    const plan = planned(shop('postgresql'), [
      addShippedOn(),
      dropLegacyRef,
      { kind: 'renameTable', from: 'notes', to: 'remarks' },
    ]);
    expect(plan.steps.map(({ undoes }) => undoes)).toEqual([2, 1, 0]);
    expect(plan.pointOfNoReturn).toBe(1);
  });

  test('has no point of no return when everything comes back', () => {
    expect(planned(shop('postgresql'), [addShippedOn()]).pointOfNoReturn).toBeNull();
    expect(planRollback([])).toEqual({ steps: [], pointOfNoReturn: null });
  });

  test('a step carries the locks that undoing takes', () => {
    const { locks } = stepOf(shop('postgresql'), addShippedOn());
    expect(locks.map(({ table: name, level }) => [name, level])).toEqual([
      ['orders', { engine: 'postgresql', mode: 'accessExclusive' }],
    ]);
  });
});

describe.each(ENGINES)('a dropped NOT NULL column on %s', (engine) => {
  const step = stepOf(shop(engine), dropLegacyRef);

  test('comes back nullable, and gets NOT NULL only in a comment', () => {
    const run = step.sql.filter((text) => !text.startsWith('--')).join('\n');
    const comments = step.sql.filter((text) => text.startsWith('--')).join('\n');
    expect(run).toMatch(/(?:ADD ["`]|")legacy_ref["`] (?:character varying|varchar)\(20\)(?! NOT)/);
    expect(comments).toContain('-- When the data is back:');
    expect(comments).toMatch(/NOT NULL/);
    expect(step.action).toContain('nullable for now because rows exist');
    expect(step.precondition).toBe(
      'Every row of customers has a value in legacy_ref before NOT NULL is set.',
    );
  });

  test('brings its index, and says how its values are kept', () => {
    expect(step.sql.join('\n')).toContain('index_customers_on_legacy_ref_and_name');
    expect(step.saveFirst.join('\n').replaceAll('`', '"')).toBe(
      'CREATE TABLE "_saved_customers_legacy_ref" AS SELECT "id", "legacy_ref" FROM "customers";',
    );
    expect(step.sql.join('\n')).toContain('-- UPDATE');
  });

  test('is for people to decide', () => {
    expect(step).toMatchObject({ fidelity: 'schemaOnly', class: 'humanOnly' });
    expect(step.questions.length).toBeGreaterThan(0);
    expect(step.reason).toMatch(/^Dropping customers\.legacy_ref deletes its values/);
  });
});

describe('adding a column', () => {
  test('is undone unattended and exactly, and what was written since is named', () => {
    expect(stepOf(shop('postgresql'), addShippedOn())).toMatchObject({
      sql: ['ALTER TABLE "orders" DROP COLUMN "shipped_on";'],
      rails: 'remove_column :orders, :shipped_on, :date',
      fidelity: 'exact',
      class: 'automatic',
      dataLost: 'Values written to orders.shipped_on since.',
      saveFirst: [],
    });
  });

  test.each([
    ['NOT NULL without a default', { nullable: false }],
    ['an expression as default', { default: { kind: 'expression', sql: 'now()' } }],
    ['a stored computation', { generated: { expression: 'placed_on', stored: true } }],
  ] as const)('is started by a person with %s', (_, rest) => {
    expect(stepOf(shop('postgresql'), addShippedOn(rest)).class).toBe('assisted');
  });

  test('is started by a person on SQLite, which copies the table', () => {
    expect(stepOf(shop('sqlite'), addShippedOn()).class).toBe('assisted');
  });
});

describe('changing a type', () => {
  const retyped = (from: string, to: string, using: string | null = null): RollbackStep =>
    stepOf(schema('postgresql', [table('t', [column('id', 'bigint'), column('c', from)])]), {
      kind: 'setColumn',
      table: 't',
      column: column('c', to),
      using,
      position: null,
    });

  test('goes back with a cast', () => {
    expect(retyped('integer', 'bigint').sql).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "c" TYPE integer USING "c"::integer;',
    ]);
    expect(retyped('boolean', 'bigint').sql).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "c" TYPE boolean USING "c"::integer::boolean;',
    ]);
  });

  test.each([
    ['integer', 'bigint', 'Every value of t.c fits into integer.'],
    ['character varying(10)', 'text', 'Every value of t.c fits into character varying(10).'],
    ['text', 'character varying(10)', null],
    ['bigint', 'integer', null],
  ])('from %s to %s can go back when: %s', (from, to, precondition) => {
    expect(retyped(from, to)).toMatchObject({ precondition, class: 'assisted', fidelity: 'exact' });
  });

  test.each([
    ['numeric(10,2)', 'numeric(10,0)'],
    ['timestamp(6) without time zone', 'date'],
    ['timestamp(6) without time zone', 'timestamp(0) without time zone'],
    ['double precision', 'integer'],
    ['text', 'integer'],
  ])('from %s to %s loses values, which are saved first', (from, to) => {
    const step = retyped(from, to);
    expect(step).toMatchObject({ fidelity: 'schemaOnly', class: 'humanOnly' });
    expect(step.saveFirst[0]).toContain('CREATE TABLE "_saved_t_c" AS');
  });

  test('with an expression that is no cast, nobody knows what the values were', () => {
    expect(retyped('integer', 'integer', 'c * 100').action).toMatch(/^Nothing to undo/);
    expect(retyped('integer', 'bigint', 'c * 100').fidelity).toBe('schemaOnly');
    expect(retyped('integer', 'bigint', '"c"::bigint').fidelity).toBe('exact');
    expect(retyped('integer', 'numeric(10,2)', 'CAST(c AS numeric(10,2))').fidelity).toBe('exact');
  });

  test('gives up a default that has no cast before it changes the type', () => {
    const before = schema('postgresql', [
      table('t', [column('c', 'integer', { default: { kind: 'literal', value: 1 } })]),
    ]);
    const step = stepOf(before, {
      kind: 'setColumn',
      table: 't',
      column: column('c', 'text', { default: { kind: 'literal', value: '1' } }),
      using: null,
      position: null,
    });
    expect(step.sql).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "c" DROP DEFAULT;',
      'ALTER TABLE "t" ALTER COLUMN "c" TYPE integer USING "c"::integer, ALTER COLUMN "c" SET DEFAULT 1;',
    ]);
  });
});

describe('a dropped table', () => {
  const step = stepOf(shop('postgresql'), {
    kind: 'dropTable',
    table: 'orders',
    ifExists: false,
    cascade: true,
  });

  test('comes back whole, and the keys of others wait for its rows', () => {
    const run = step.sql.filter((text) => !text.startsWith('--')).join('\n');
    const comments = step.sql.filter((text) => text.startsWith('--')).join('\n');
    expect(run).toContain('CREATE TABLE "orders"');
    expect(run).toContain('fk_rails_customer');
    expect(run).toContain('CREATE VIEW "open_orders"');
    expect(run).not.toContain('fk_rails_order"');
    expect(comments).toContain('fk_rails_order"');
  });

  test('has a copy and a dump to save its rows, and goes on numbering behind them', () => {
    expect(step.saveFirst).toEqual([
      'CREATE TABLE "_saved_orders" AS SELECT * FROM "orders";',
      "-- or, outside of the database: pg_dump --data-only --table='orders' DATABASE > orders.sql",
    ]);
    expect(step.sql.join('\n')).toContain('-- SELECT setval(pg_get_serial_sequence(\'"orders"\'');
  });
});

describe('what cannot be undone', () => {
  test('a value of an enum stays, and it is said so', () => {
    const step = stepOf(shop('postgresql'), {
      kind: 'addEnumValue',
      enum: 'booking_state',
      value: 'late',
      position: null,
      ifNotExists: false,
    });
    expect(step).toMatchObject({ fidelity: 'impossible', class: 'humanOnly', sql: [], rails: '' });
    expect(step.action).toBe('Nothing is done: the value late stays in enum booking_state.');
  });

  test.each(['update', 'delete', 'truncate', 'unknown'] as const)('%s of rows', (verb) => {
    const step = stepOf(shop('mysql'), {
      kind: 'changeRows',
      table: 'orders',
      verb,
      scope: 'whole',
      text: 'x',
      language: 'ruby',
      batched: false,
    });
    expect(step).toMatchObject({ fidelity: 'impossible', class: 'humanOnly', sql: [] });
    expect(step.saveFirst[0]).toBe('CREATE TABLE `_saved_orders` AS SELECT * FROM `orders`;');
  });
});

describe('rows that are written', () => {
  const nickname: OperationBody = {
    kind: 'addColumn',
    table: 'customers',
    column: column('nickname', 'text'),
    ifNotExists: false,
    position: null,
  };
  const update = (text: string): OperationBody => ({
    kind: 'changeRows',
    table: 'customers',
    verb: 'update',
    scope: 'whole',
    text,
    language: 'ruby',
    batched: true,
  });
  const fidelities = (...bodies: readonly OperationBody[]) =>
    planRollback(
      applied(
        shop('sqlite'),
        bodies.map((body) => operation(body)),
        applyOperation,
      ),
    ).steps.map(({ fidelity }) => fidelity);

  test('into a column that the release adds go with it', () => {
    const text = 'Customer.where(nickname: nil).update_all("nickname = lower(email)")';
    expect(fidelities(nickname, update(text))).toEqual(['exact', 'exact']);
  });

  test.each([
    ['an older column too', 'Customer.update_all("nickname = email, email = lower(email)")'],
    ['through records', 'Customer.find_each { |c| c.email = c.nickname; c.save }'],
    ['by code that names no column', 'Customer.update_all(values)'],
  ])('into %s do not', (_, text) => {
    expect(fidelities(nickname, update(text))[0]).toBe('impossible');
  });

  test('into a column that was there before do not', () => {
    expect(fidelities(update('Customer.update_all("email = lower(email)")'))).toEqual([
      'impossible',
    ]);
  });
});

describe('what keeps a step from running unattended', () => {
  const drop: OperationBody = {
    kind: 'renameIndex',
    table: 'customers',
    from: 'index_customers_on_email',
    to: 'x',
  };

  test('nothing, when it is plain', () => {
    expect(stepOf(shop('postgresql'), drop).class).toBe('automatic');
  });

  test('a condition that could not be decided', () => {
    const operations = [operation(drop, { condition: 'ENV["X"]' })];
    const [step] = planRollback(applied(shop('postgresql'), operations, applyOperation)).steps;
    expect(step).toMatchObject({
      class: 'assisted',
      reason: 'It ran only if ENV["X"], which could not be decided.',
      questions: ['Did the step run, that is: did `ENV["X"]` hold?'],
    });
  });

  test('a statement that Rails cannot revert', () => {
    const { source } = operation(drop);
    const down = { kind: 'change', irreversible: [{ source, reason: 'it raises' }] } as const;
    expect(planned(shop('postgresql'), [drop], { down }).steps[0]).toMatchObject({
      class: 'assisted',
      reason: '`rails db:rollback` cannot undo it: it raises.',
    });
  });
});

test('a way back that the engine would refuse is left to people', () => {
  const before = shop('postgresql');
  const created = operation({
    kind: 'createTable',
    table: table('tags', [column('id', 'bigint')]),
    ifNotExists: false,
  });
  const [only] = applied(before, [created], applyOperation);
  if (!only) throw new Error('nothing was applied');
  const [step] = planRollback([{ ...only, after: before }]).steps;
  expect(step).toMatchObject({ fidelity: 'impossible', class: 'humanOnly', sql: [] });
  expect(step?.reason).toContain('there is no table "tags"');
});

test('the migration is written for the newest version among the migrations', () => {
  const before = schema('postgresql', [
    table('t', [column('at', 'timestamp(6) without time zone')]),
  ]);
  const drop: OperationBody = {
    kind: 'dropColumn',
    table: 't',
    column: 'at',
    ifExists: false,
    cascade: false,
  };
  const rails = (major: number, minor: number) =>
    planned(before, [drop], { rails: { major, minor } }).steps[0]?.rails.split('\n')[0];
  expect(rails(6, 1)).toBe('add_column :t, :at, :datetime, precision: 6');
  expect(rails(7, 0)).toBe('add_column :t, :at, :datetime');
});

test('a name for saved data that is too long is cut, and stays its own', () => {
  const long = 'a'.repeat(60);
  const names = ['b', 'c'].map((name) => {
    const before = schema('postgresql', [
      table(long, [column('id', 'bigint'), column(name, spelt('postgresql', 'text'))]),
    ]);
    const step = stepOf(before, {
      kind: 'dropColumn',
      table: long,
      column: name,
      ifExists: false,
      cascade: false,
    });
    return /CREATE TABLE "([^"]+)"/.exec(step.saveFirst[0] ?? '')?.[1] ?? '';
  });
  expect(names.map((name) => name.length)).toEqual([63, 63]);
  expect(new Set(names).size).toBe(2);
});

describe('what the review policy leaves to people', () => {
  const body = addShippedOn();
  const limit = (atBest: 'assisted' | 'humanOnly') =>
    planRollback(applied(shop('postgresql'), [operation(body)], applyOperation), {
      atBest: () => ({
        class: atBest,
        reason: 'a trigger names the column',
        questions: atBest === 'humanOnly' ? ['What did the trigger write?'] : [],
      }),
    }).steps[0];

  test('is no better in the plan, with the reason and the question', () => {
    expect(limit('humanOnly')).toMatchObject({
      class: 'humanOnly',
      reason: 'A person does it, because a trigger names the column.',
      questions: ['What did the trigger write?'],
    });
    expect(limit('assisted')).toMatchObject({ class: 'assisted', questions: [] });
  });

  test('keeps the statements, which a person starts', () => {
    expect(limit('humanOnly')?.sql).toEqual(limit('assisted')?.sql);
    expect(limit('humanOnly')?.sql.join()).toContain('DROP COLUMN');
  });

  test('makes nothing better that the plan leaves to people', () => {
    const steps = applied(shop('postgresql'), [operation(dropLegacyRef)], applyOperation);
    const atBest = () => ({ class: 'automatic' as const, reason: null, questions: [] });
    expect(planRollback(steps, { atBest })).toEqual(planRollback(steps));
  });
});

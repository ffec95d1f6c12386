import { describe, expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import { ENGINES } from '../model/engine.ts';
import type { OperationBody } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { applied, column, operation } from '../testing/build.ts';
import { shop } from '../testing/shop.ts';
import { shopOperations } from '../testing/shop-operations.ts';
import { planVerifications } from './verification.ts';

function verified(before: Schema, bodies: readonly OperationBody[]) {
  const operations = bodies.map((body) => operation(body));
  return planVerifications(applied(before, operations, applyOperation));
}

const renameTable: OperationBody = { kind: 'renameTable', from: 'notes', to: 'remarks' };
const addTitle: OperationBody = {
  kind: 'addColumn',
  table: 'notes',
  column: column('title', 'text'),
  ifNotExists: false,
  position: null,
};

describe.each(ENGINES)('%s', (engine) => {
  test('every query only reads', () => {
    for (const { body, first } of shopOperations(engine)) {
      for (const { sql } of verified(shop(engine), [...first, body])) {
        expect(sql).toMatch(/^SELECT [^;]+;$/);
        expect(sql).not.toMatch(/\b(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b/);
      }
    }
  });

  test('an added column is looked for forward, and for its absence back', () => {
    const found = verified(shop(engine), [addTitle]);
    expect(found.filter(({ step }) => step === 0).map(({ what }) => what)).toEqual([
      'Column title of notes is as planned.',
      'Column title of notes is not there.',
    ]);
  });

  test('the versions are noted forward and gone back', () => {
    const found = verified(shop(engine), [addTitle]).filter(({ step }) => step === null);
    expect(found.map(({ when, expected }) => [when, expected])).toEqual([
      ['forward', 'found = 1'],
      ['back', 'found = 0'],
    ]);
    expect(found[0]?.sql).toContain("IN ('20260101000000')");
  });
});

test('a later rename is followed forward, and traced back', () => {
  const found = verified(shop('postgresql'), [addTitle, renameTable]);
  expect(found.map(({ step, when, what }) => [step, when, what])).toEqual([
    [1, 'forward', 'Column title of remarks is as planned.'],
    [1, 'forward', 'Table remarks is as planned.'],
    [1, 'forward', 'Table notes is not there.'],
    [0, 'back', 'Column title of notes is not there.'],
    [1, 'back', 'Table notes is as it was before.'],
    [1, 'back', 'Table remarks is not there.'],
    [null, 'forward', 'schema_migrations holds the version of this release.'],
    [null, 'back', 'schema_migrations holds no version of this release.'],
  ]);
});

test('what a later step drops is expected to be gone', () => {
  const drop: OperationBody = {
    kind: 'dropColumn',
    table: 'notes',
    column: 'title',
    ifExists: false,
    cascade: false,
  };
  const found = verified(shop('postgresql'), [addTitle, drop]);
  expect(found.filter(({ when, step }) => when === 'forward' && step !== null)).toMatchObject([
    { step: 1, what: 'Column title of notes is not there.', expected: 'no row' },
  ]);
});

test('a check belongs to the step after which it holds', () => {
  const found = verified(shop('postgresql'), [
    addTitle,
    { kind: 'setColumnNull', table: 'notes', column: 'title', nullable: false, backfill: null },
  ]);
  const steps = found.map(({ step, when }) => [when, step]);
  expect(steps.slice(0, 2)).toEqual([
    ['forward', 1],
    ['back', 0],
  ]);
});

test('a column is compared by type, NOT NULL and default', () => {
  const [forward] = verified(shop('postgresql'), [
    { kind: 'setColumnNull', table: 'orders', column: 'total', nullable: false, backfill: null },
  ]);
  expect(forward?.expected).toBe('type = numeric(10,2), not_null = true, has_default = false');
});

test('an index has to be valid, a constraint validated', () => {
  const found = verified(shop('postgresql'), [
    { kind: 'renameIndex', table: 'customers', from: 'index_customers_on_email', to: 'by_email' },
    { kind: 'validateConstraint', table: 'bookings', constraint: 'room_exists' },
  ]);
  const forward = found.filter(({ when }) => when === 'forward').map(({ expected }) => expected);
  expect(forward.slice(0, 3)).toEqual([
    'indisvalid = true, indisunique = true',
    'no row',
    'convalidated = true',
  ]);
  const back = found.filter(({ when }) => when === 'back').map(({ expected }) => expected);
  expect(back).toContain('convalidated = false');
});

test('an integer of MySQL is compared without its display width', () => {
  const [forward] = verified(shop('mysql'), [
    {
      kind: 'setColumnDefault',
      table: 'order_lines',
      column: 'quantity',
      default: { kind: 'literal', value: 2 },
    },
  ]);
  expect(forward?.sql).toContain("SELECT data_type, column_type LIKE '%unsigned%' AS is_unsigned");
  expect(forward?.expected).toBe('data_type = int, is_unsigned = 0, is_nullable = NO');
});

test('a value that was added to an enum is not missed after the rollback, and not refused', () => {
  const found = verified(shop('postgresql'), [
    {
      kind: 'addEnumValue',
      enum: 'booking_state',
      value: 'late',
      position: null,
      ifNotExists: false,
    },
    { kind: 'renameEnum', from: 'booking_state', to: 'stay_state' },
  ]);
  const [values] = found.filter(({ when, what }) => when === 'back' && what.includes('added'));
  expect(values?.what).toBe(
    'Enum booking_state has the values that it had before; values that were added stay.',
  );
  const labels =
    shop('postgresql').enums.find(({ name }) => name === 'booking_state')?.values ?? [];
  expect(values?.sql).toContain(`enumlabel IN (${labels.map((label) => `'${label}'`).join(', ')})`);
  expect(values?.expected).toBe(`found = ${labels.length}`);
});

test('a JSON column of MySQL may be called longtext, as MariaDB calls it', () => {
  const [forward] = verified(shop('mysql'), [
    {
      kind: 'addColumn',
      table: 'orders',
      column: column('payload', 'json'),
      ifNotExists: false,
      position: null,
    },
  ]);
  expect(forward?.sql).toContain("SELECT column_type IN ('json', 'longtext') AS is_json");
  expect(forward?.expected).toBe('is_json = 1, is_nullable = YES');
});

test('nothing is verified when nothing ran', () => {
  expect(planVerifications([])).toEqual([]);
});

import type { Dependency } from '../../model/dependency.ts';
import type { Hazard } from '../../model/hazard.ts';
import type { LockClaim, PostgresqlLockLevel } from '../../model/lock.ts';
import type { RollbackStep, Verification } from '../../model/rollback.ts';
import { at, PATHS } from './migrations.ts';

const MANUAL = 'https://www.postgresql.org/docs/current';

export function lock(
  table: string,
  mode: PostgresqlLockLevel,
  work: LockClaim['work'] = 'catalog',
): LockClaim {
  return {
    table,
    level: { engine: 'postgresql', mode },
    blocksReads: mode === 'accessExclusive',
    blocksWrites: mode !== 'accessShare' && mode !== 'rowShare' && mode !== 'rowExclusive',
    blocksSchemaChanges: mode !== 'accessShare' && mode !== 'rowShare' && mode !== 'rowExclusive',
    work,
    basis: `${MANUAL}/explicit-locking.html`,
  };
}

function hazard(over: Partial<Hazard> & Pick<Hazard, 'rule' | 'title' | 'message'>): Hazard {
  return {
    severity: 'danger',
    why: 'The old code still reads the old form while the new one is rolled out.',
    instead: 'Do it in two releases: stop using it first, then change it.',
    reference: `${MANUAL}/sql-altertable.html`,
    step: null,
    table: null,
    source: null,
    locks: [],
    evidence: 'static',
    direction: 'up',
    suppression: null,
    ...over,
  };
}

export const HAZARDS: readonly Hazard[] = [
  hazard({
    rule: 'rename-column',
    title: 'Column is renamed while code uses it',
    message: 'Code that still says orders.state fails as soon as it is called orders.status.',
    step: 3,
    table: 'orders',
    source: at(PATHS.orders, 3),
    locks: [lock('orders', 'accessExclusive')],
  }),
  hazard({
    rule: 'change-column-type',
    title: 'Table is rewritten under an exclusive lock',
    message: 'Changing orders.total_cents to bigint rewrites orders; nobody reads it until then.',
    why: 'A change from integer to bigint writes every row anew under ACCESS EXCLUSIVE.',
    instead: 'add_column :orders, :total_cents_big, :bigint\n# backfill in batches, then swap',
    step: 4,
    table: 'orders',
    source: at(PATHS.orders, 4),
    locks: [lock('orders', 'accessExclusive', 'rewrite')],
  }),
  hazard({
    rule: 'drop-column',
    title: 'Column and its data are lost',
    message: 'The values of orders.legacy_ref are gone once the column is dropped.',
    step: 5,
    table: 'orders',
    source: at(PATHS.orders, 5),
  }),
  hazard({
    rule: 'add-index-blocks-writes',
    title: 'Index is built while writes wait',
    message: 'Building index_users_on_email blocks writes to users until it is done.',
    why: 'CREATE INDEX holds SHARE for the whole build, so every write to the table waits.',
    instead: 'add_index :users, :email, unique: true, algorithm: :concurrently',
    reference: `${MANUAL}/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY`,
    severity: 'warning',
    step: 8,
    table: 'users',
    source: at(PATHS.users, 5),
    locks: [lock('users', 'share', 'indexBuild')],
  }),
  hazard({
    rule: 'drop-table',
    title: 'Table and its data are lost',
    message: 'All rows of coupons are gone once the table is dropped.',
    step: 9,
    table: 'coupons',
    source: at(PATHS.coupons, 3),
    locks: [lock('coupons', 'accessExclusive')],
  }),
  hazard({
    rule: 'not-understood',
    title: 'Part of a migration was not understood',
    message: 'What LegacyCouponExport does to the database is not known.',
    why: 'It calls code that is not part of the migration.',
    instead: 'Say it as statements of the migration, or have a person check it.',
    reference: 'docs/rules/not-understood.md',
    step: 10,
    source: at(PATHS.coupons, 4),
  }),
];

export const DEPENDENCIES: readonly Dependency[] = [
  {
    object: { type: 'column', table: 'orders', name: 'total_cents' },
    relation: 'view',
    direction: 'usedBy',
    other: 'order_totals',
    certainty: 'parsed',
    effect: 'PostgreSQL refuses to change the type of a column that the view order_totals reads.',
    changes: [3],
    source: null,
  },
  {
    object: { type: 'table', table: null, name: 'shipments' },
    relation: 'foreignKey',
    direction: 'uses',
    other: 'shipments.order_id → orders.id',
    certainty: 'declared',
    effect: 'Orders with shipments cannot be deleted.',
    changes: [6],
    source: null,
  },
  {
    object: { type: 'column', table: 'orders', name: 'status' },
    relation: 'application',
    direction: 'usedBy',
    other: 'app/models/order.rb',
    certainty: 'textual',
    effect: 'The file names orders.state, which is called orders.status afterwards.',
    changes: [2],
    source: at('app/models/order.rb', 14),
  },
];

function undo(
  undoes: number,
  action: string,
  sql: string,
  source: RollbackStep['source'],
  over: Partial<RollbackStep> = {},
): RollbackStep {
  return {
    undoes,
    action,
    fidelity: 'exact',
    class: 'automatic',
    dataLost: null,
    reason: null,
    sql: sql === '' ? [] : [sql],
    rails: '',
    precondition: null,
    saveFirst: [],
    questions: [],
    locks: [],
    source,
    ...over,
  };
}

export const ROLLBACK: readonly RollbackStep[] = [
  undo(10, 'Undo what LegacyCouponExport did.', '', at(PATHS.coupons, 4), {
    fidelity: 'impossible',
    class: 'humanOnly',
    reason: 'It was not understood.',
    questions: ['What did LegacyCouponExport change, and how is that undone?'],
  }),
  undo(
    9,
    'Create the table coupons again, empty.',
    'CREATE TABLE coupons (id bigserial PRIMARY KEY, code character varying NOT NULL, percent integer);',
    at(PATHS.coupons, 3),
    {
      fidelity: 'schemaOnly',
      class: 'assisted',
      dataLost: 'All rows of coupons.',
      saveFirst: ['CREATE TABLE coupons_saved AS TABLE coupons;'],
    },
  ),
  undo(
    8,
    'Drop the index index_users_on_email.',
    'DROP INDEX index_users_on_email;',
    at(PATHS.users, 5),
    { locks: [lock('users', 'accessExclusive')] },
  ),
  undo(7, 'Nothing: the rows go with the column.', '', at(PATHS.users, 4)),
  undo(
    6,
    'Drop the column users.loyalty_points.',
    'ALTER TABLE users DROP COLUMN loyalty_points;',
    at(PATHS.users, 3),
    { dataLost: 'Points that were given since the migration.' },
  ),
  undo(
    5,
    'Add the column orders.legacy_ref again, empty, and its index.',
    'ALTER TABLE orders ADD COLUMN legacy_ref character varying;',
    at(PATHS.orders, 5),
    {
      fidelity: 'schemaOnly',
      class: 'assisted',
      dataLost: 'The values of orders.legacy_ref.',
      rails: 'add_column :orders, :legacy_ref, :string',
      saveFirst: [
        'CREATE TABLE orders_legacy_ref_saved AS SELECT id, legacy_ref FROM orders WHERE legacy_ref IS NOT NULL;',
      ],
      precondition: 'The saved values are in orders_legacy_ref_saved.',
    },
  ),
  undo(
    4,
    'Change orders.total_cents back to integer.',
    'ALTER TABLE orders ALTER COLUMN total_cents TYPE integer;',
    at(PATHS.orders, 4),
    {
      class: 'assisted',
      precondition: 'No value of orders.total_cents is above 2147483647.',
      locks: [lock('orders', 'accessExclusive', 'rewrite')],
    },
  ),
  undo(
    3,
    'Rename orders.status back to state.',
    'ALTER TABLE orders RENAME COLUMN status TO state;',
    at(PATHS.orders, 3),
  ),
  undo(
    2,
    'Drop the foreign key fk_rails_7fc21b6ec1 of shipments.',
    'ALTER TABLE shipments DROP CONSTRAINT fk_rails_7fc21b6ec1;',
    at(PATHS.shipments, 5),
  ),
  undo(1, 'Drop the table shipments.', 'DROP TABLE shipments;', at(PATHS.shipments, 4), {
    dataLost: 'Rows that were written to shipments since the migration.',
  }),
  undo(0, 'Drop the enum shipment_status.', 'DROP TYPE shipment_status;', at(PATHS.shipments, 3)),
];

export const VERIFICATIONS: readonly Verification[] = [
  {
    step: 1,
    when: 'forward',
    what: 'The table shipments exists.',
    sql: "SELECT to_regclass('shipments') IS NOT NULL;",
    expected: 'true',
  },
  {
    step: 4,
    when: 'forward',
    what: 'orders.total_cents is bigint.',
    sql: "SELECT data_type FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'total_cents';",
    expected: 'bigint',
  },
  {
    step: 8,
    when: 'forward',
    what: 'The index index_users_on_email is valid.',
    sql: "SELECT indisvalid FROM pg_index WHERE indexrelid = 'index_users_on_email'::regclass;",
    expected: 'true',
  },
  {
    step: null,
    when: 'forward',
    what: 'schema_migrations holds 20261106120000.',
    sql: "SELECT count(*) FROM schema_migrations WHERE version = '20261106120000';",
    expected: '1',
  },
  {
    step: 1,
    when: 'back',
    what: 'The table shipments is gone.',
    sql: "SELECT to_regclass('shipments') IS NULL;",
    expected: 'true',
  },
];

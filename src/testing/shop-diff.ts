import { applyAll } from '../apply/index.ts';
import { diffSchemas } from '../diff/index.ts';
import type { Hazard } from '../model/hazard.ts';
import type { Operation } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { buildDiffView, type DiffInput } from '../report/diff/index.ts';
import type { DiffView } from '../report/types.ts';
import { check, column, foreignKey, index, operation, schema, table, view } from './build.ts';

/** A shop's schema on PostgreSQL, with something of most types of object. */
export function shopBefore(): Schema {
  const id = column('id', 'bigint', { nullable: false, autoIncrement: 'sequence' });
  return schema(
    'postgresql',
    [
      table('carts', [id, column('token', 'uuid', { nullable: false })]),
      table('customers', [id, column('email', 'character varying', { nullable: false })], {
        indexes: [index('index_customers_on_email', ['email'], { unique: true })],
      }),
      table(
        'orders',
        [
          id,
          column('customer_id', 'bigint', { nullable: false }),
          column('state', 'character varying(20)'),
          column('total', 'integer', { default: { kind: 'literal', value: 0 } }),
          column('note', 'text'),
        ],
        {
          indexes: [
            index('index_orders_on_customer_id', ['customer_id']),
            index('index_orders_on_note', ['note']),
          ],
          foreignKeys: [foreignKey('customer_id', 'customers', { name: 'fk_rails_0123456789' })],
          checkConstraints: [check('total_positive', 'total >= 0')],
        },
      ),
    ],
    {
      enums: [{ name: 'channel', values: ['web', 'phone'] }],
      views: [
        view('open_orders', "SELECT orders.id\n FROM orders\n WHERE (orders.state = 'open');"),
      ],
    },
  );
}

/** What the migrations of the shop ask for. */
export function shopOperations(): readonly Operation[] {
  return [
    operation({
      kind: 'createTable',
      ifNotExists: false,
      table: table(
        'payments',
        [
          column('id', 'bigint', { nullable: false, autoIncrement: 'sequence' }),
          column('order_id', 'bigint', { nullable: false }),
          column('amount', 'numeric(10,2)', {
            nullable: false,
            default: { kind: 'literal', value: '0.0' },
            comment: 'in the shop’s currency',
          }),
        ],
        { indexes: [index('index_payments_on_order_id', ['order_id'])] },
      ),
    }),
    operation({
      kind: 'addForeignKey',
      table: 'payments',
      foreignKey: foreignKey('order_id', 'orders', {
        name: 'fk_rails_6af949464b',
        onDelete: 'cascade',
      }),
      ifNotExists: false,
    }),
    operation({
      kind: 'addEnumValue',
      enum: 'channel',
      value: 'app',
      position: { after: 'web' },
      ifNotExists: false,
    }),
    operation({ kind: 'renameColumn', table: 'orders', from: 'state', to: 'status' }),
    operation({
      kind: 'setColumn',
      table: 'orders',
      column: column('total', 'bigint', {
        nullable: false,
        default: { kind: 'literal', value: 0 },
      }),
      using: null,
      position: null,
    }),
    operation({
      kind: 'dropColumn',
      table: 'orders',
      column: 'note',
      ifExists: false,
      cascade: false,
    }),
    operation({
      kind: 'addIndex',
      table: 'orders',
      index: index(
        'index_orders_on_customer_id_and_status_where_still_open',
        ['customer_id', 'status'],
        { where: "status = 'open'::text" },
      ),
      ifNotExists: false,
      concurrently: true,
    }),
    operation({ kind: 'dropTable', table: 'carts', ifExists: false, cascade: false }),
    operation({ kind: 'renameTable', from: 'customers', to: 'clients' }),
  ];
}

const HAZARD: Hazard = {
  rule: 'drop-column',
  title: 'Column is dropped',
  severity: 'danger',
  message: 'Dropping orders.note loses its data | for good.',
  why: 'A dropped column does not come back.',
  instead: 'Ignore the column first:\n\n  self.ignored_columns += ["note"]',
  reference: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  step: 5,
  table: 'orders',
  source: { path: 'db/migrate/20260101000000_change.rb', line: 9, column: 5, endLine: 9 },
  locks: [],
  evidence: 'static',
  direction: 'up',
  suppression: null,
};

/** What the diff of the shop is made of; `over` replaces parts of it. */
export function shopDiffInput(over: Partial<DiffInput> = {}): DiffInput {
  const before = shopBefore();
  const after = applyAll(before, shopOperations());
  return {
    title: 'Payments and order status',
    facts: [
      { label: 'Engine', value: 'PostgreSQL 16' },
      { label: 'Base', value: 'db/schema.rb as it is in the working tree' },
      { label: 'Review', value: 'mandatory' },
    ],
    before,
    after,
    changes: diffSchemas(before, after, { renames: shopOperations() }),
    hazards: [
      {
        id: 'R1',
        hazard: {
          ...HAZARD,
          rule: 'rename-table',
          title: 'Table is renamed under running code',
          severity: 'warning',
          table: 'customers',
          message: 'Renaming customers breaks code that runs during the deploy.',
          instead: 'Keep both names for one release.',
          source: null,
        },
      },
      { id: 'R2', hazard: HAZARD },
    ],
    possibleRenames: [
      {
        type: 'table',
        table: null,
        from: 'carts',
        to: 'payments',
        reason: '1 of 1 columns has the same name and type',
      },
    ],
    unknowns: [
      {
        sentence: '`backfill!` was not understood, because it is defined in another file.',
        tables: ['orders', 'refunds'],
      },
    ],
    schemaFile: {
      name: 'db/schema.rb',
      before: '  create_table "carts" do |t|\n    t.uuid "token"\n  end\n',
      after: '  create_table "payments" do |t|\n    t.decimal "amount"\n  end\n',
    },
    footer: 'migdocs 0.1.0 · digest sha256:0123456789ab',
    ...over,
  };
}

/** The diff of the shop, ready to be rendered. */
export function shopDiff(over: Partial<DiffInput> = {}): DiffView {
  return buildDiffView(shopDiffInput(over));
}

import type { Migration } from '../../model/migration.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import type { SourceLocation } from '../../model/source.ts';
import {
  EMAIL_INDEX,
  LOYALTY_POINTS,
  SHIPMENT_STATUS,
  SHIPMENTS,
  SHIPMENTS_KEY,
  TOTAL_CENTS,
} from './schema.ts';

export const PATHS = {
  shipments: 'db/migrate/20261103090000_create_shipments.rb',
  orders: 'db/migrate/20261104101500_rework_orders.rb',
  users: 'db/migrate/20261105080000_add_loyalty_points_to_users.rb',
  coupons: 'db/migrate/20261106120000_drop_coupons.rb',
} as const;

export function at(path: string, line: number, endLine = line): SourceLocation {
  return { path, line, column: 5, endLine };
}

function operation(source: SourceLocation, body: OperationBody): Operation {
  return { ...body, source, condition: null, assured: false, impliedBy: null };
}

const BACKFILL = 'User.in_batches.update_all("loyalty_points = 10")';
const PURGE = 'LegacyCouponExport.call(dry_run: false)';

const createShipments: readonly Operation[] = [
  operation(at(PATHS.shipments, 3), { kind: 'createEnum', enum: SHIPMENT_STATUS }),
  operation(at(PATHS.shipments, 4, 10), {
    kind: 'createTable',
    table: SHIPMENTS,
    ifNotExists: false,
  }),
  operation(at(PATHS.shipments, 5), {
    kind: 'addForeignKey',
    table: 'shipments',
    foreignKey: SHIPMENTS_KEY,
    ifNotExists: false,
  }),
];

const reworkOrders: readonly Operation[] = [
  operation(at(PATHS.orders, 3), {
    kind: 'renameColumn',
    table: 'orders',
    from: 'state',
    to: 'status',
  }),
  operation(at(PATHS.orders, 4), {
    kind: 'setColumn',
    table: 'orders',
    column: TOTAL_CENTS,
    using: null,
    position: null,
  }),
  operation(at(PATHS.orders, 5), {
    kind: 'dropColumn',
    table: 'orders',
    column: 'legacy_ref',
    ifExists: false,
    cascade: false,
  }),
];

const addLoyaltyPoints: readonly Operation[] = [
  operation(at(PATHS.users, 3), {
    kind: 'addColumn',
    table: 'users',
    column: LOYALTY_POINTS,
    ifNotExists: false,
    position: null,
  }),
  operation(at(PATHS.users, 4), {
    kind: 'changeRows',
    table: 'users',
    verb: 'update',
    scope: 'whole',
    text: BACKFILL,
    language: 'ruby',
    batched: true,
  }),
  operation(at(PATHS.users, 5), {
    kind: 'addIndex',
    table: 'users',
    index: EMAIL_INDEX,
    ifNotExists: false,
    concurrently: false,
  }),
];

const dropCoupons: readonly Operation[] = [
  operation(at(PATHS.coupons, 3), {
    kind: 'dropTable',
    table: 'coupons',
    ifExists: false,
    cascade: false,
  }),
  operation(at(PATHS.coupons, 4), {
    kind: 'opaque',
    text: PURGE,
    language: 'ruby',
    reason: 'it calls LegacyCouponExport, which is not part of the migration',
    touches: [],
  }),
];

function migration(
  path: string,
  name: string,
  body: string,
  operations: readonly Operation[],
  down: Migration['down'],
): Migration {
  return {
    path,
    tool: 'rails',
    version: path.slice('db/migrate/'.length, 'db/migrate/'.length + 14),
    name,
    rails: { major: 7, minor: 1 },
    transactional: true,
    operations,
    down,
    text: `class ${name} < ActiveRecord::Migration[7.1]\n${body}end\n`,
  };
}

export const MIGRATIONS: readonly Migration[] = [
  migration(
    PATHS.shipments,
    'CreateShipments',
    `  def change
    create_enum :shipment_status, %w[pending sent delivered]
    create_table :shipments, comment: "Parcels on their way" do |t|
      t.references :order, null: false, index: { unique: true }, foreign_key: true
      t.enum :status, enum_type: :shipment_status, null: false, default: "pending"
      t.string :tracking_number
      t.datetime :created_at, null: false
    end
  end
`,
    createShipments,
    { kind: 'change', irreversible: [] },
  ),
  migration(
    PATHS.orders,
    'ReworkOrders',
    `  def change
    rename_column :orders, :state, :status
    change_column :orders, :total_cents, :bigint, null: false, default: 0
    remove_column :orders, :legacy_ref
  end
`,
    reworkOrders,
    {
      kind: 'change',
      irreversible: [
        {
          source: at(PATHS.orders, 4),
          reason: 'change_column does not say what the type was',
        },
        {
          source: at(PATHS.orders, 5),
          reason: 'remove_column does not say what the type was',
        },
      ],
    },
  ),
  migration(
    PATHS.users,
    'AddLoyaltyPointsToUsers',
    `  def up
    add_column :users, :loyalty_points, :integer, null: false, default: 0
    ${BACKFILL}
    add_index :users, :email, unique: true
  end

  def down
    remove_index :users, :email
    remove_column :users, :loyalty_points
  end
`,
    addLoyaltyPoints,
    { kind: 'written', irreversible: [] },
  ),
  migration(
    PATHS.coupons,
    'DropCoupons',
    `  def up
    drop_table :coupons
    ${PURGE}
  end
`,
    dropCoupons,
    {
      kind: 'none',
      irreversible: [{ source: at(PATHS.coupons, 2), reason: 'there is no down method' }],
    },
  ),
];

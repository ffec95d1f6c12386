import { emptySchema, type Schema, type Table } from '../../model/schema.ts';
import { CREATED_AT, column, foreignKey, ID, index, table } from './parts.ts';

const users = table(
  'users',
  [
    ID,
    column('email', 'character varying', { nullable: false, comment: 'Sign-in name' }),
    column('name', 'character varying'),
    CREATED_AT,
  ],
  { comment: 'People who buy' },
);

const addresses = table(
  'addresses',
  [
    ID,
    column('user_id', 'bigint', { nullable: false }),
    column('line1', 'character varying', { nullable: false }),
    column('city', 'character varying'),
  ],
  {
    indexes: [index('index_addresses_on_user_id', ['user_id'])],
    foreignKeys: [foreignKey('fk_rails_48c9e0c5a2', 'user_id', 'users', { onDelete: 'cascade' })],
  },
);

const products = table('products', [
  ID,
  column('sku', 'character varying', { nullable: false }),
  column('title', 'text', { nullable: false }),
  column('price', 'numeric(10,2)', { default: { kind: 'literal', value: '0.0' } }),
  CREATED_AT,
]);

const orders = table(
  'orders',
  [
    ID,
    column('user_id', 'bigint', { nullable: false }),
    column('state', 'character varying', {
      nullable: false,
      default: { kind: 'literal', value: 'new' },
    }),
    column('total_cents', 'integer', { nullable: false, default: { kind: 'literal', value: 0 } }),
    column('legacy_ref', 'character varying', { comment: 'Number in the system before 2019' }),
    column('placed_at', 'timestamp(6) without time zone'),
  ],
  {
    indexes: [
      index('index_orders_on_legacy_ref', ['legacy_ref'], { where: 'legacy_ref IS NOT NULL' }),
      index('index_orders_on_user_id', ['user_id']),
    ],
    foreignKeys: [foreignKey('fk_rails_f868b47f6a', 'user_id', 'users')],
    comment: 'One row per basket that was paid',
  },
);

const orderItems = table(
  'order_items',
  [
    ID,
    column('order_id', 'bigint', { nullable: false }),
    column('product_id', 'bigint', { nullable: false }),
    column('quantity', 'integer', { nullable: false, default: { kind: 'literal', value: 1 } }),
  ],
  {
    indexes: [
      index('index_order_items_on_order_id_and_product_id', ['order_id', 'product_id'], {
        unique: true,
      }),
    ],
    foreignKeys: [
      foreignKey('fk_rails_e3cb28f071', 'order_id', 'orders', { onDelete: 'cascade' }),
      foreignKey('fk_rails_f1a29ddd47', 'product_id', 'products'),
    ],
    checkConstraints: [{ name: 'quantity_positive', expression: 'quantity > 0', validated: true }],
  },
);

const coupons = table('coupons', [
  ID,
  column('code', 'character varying', { nullable: false }),
  column('percent', 'integer'),
]);

export const BEFORE: Schema = {
  ...emptySchema('postgresql'),
  version: '20261001120000',
  extensions: [{ name: 'plpgsql', version: null }],
  tables: [addresses, coupons, orderItems, orders, products, users],
  views: [
    {
      name: 'order_totals',
      materialized: false,
      definition:
        ' SELECT orders.user_id,\n    sum(orders.total_cents) AS total_cents\n   FROM orders\n  GROUP BY orders.user_id;',
      indexes: [],
      comment: null,
    },
  ],
  functions: [
    {
      name: 'touch_order',
      definition:
        'CREATE FUNCTION touch_order() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  UPDATE orders SET placed_at = now() WHERE id = NEW.order_id;\n  RETURN NEW;\nEND\n$$',
    },
  ],
  triggers: [
    {
      name: 'order_items_touch',
      table: 'order_items',
      definition:
        'CREATE TRIGGER order_items_touch AFTER INSERT ON order_items FOR EACH ROW EXECUTE FUNCTION touch_order()',
    },
  ],
};

export const SHIPMENTS = table(
  'shipments',
  [
    ID,
    column('order_id', 'bigint', { nullable: false }),
    column('status', 'shipment_status', {
      nullable: false,
      default: { kind: 'literal', value: 'pending' },
    }),
    column('tracking_number', 'character varying'),
    CREATED_AT,
  ],
  {
    indexes: [index('index_shipments_on_order_id', ['order_id'], { unique: true })],
    comment: 'Parcels on their way',
  },
);

export const SHIPMENTS_KEY = foreignKey('fk_rails_7fc21b6ec1', 'order_id', 'orders');
export const SHIPMENT_STATUS = {
  name: 'shipment_status',
  values: ['pending', 'sent', 'delivered'],
} as const;

export const LOYALTY_POINTS = column('loyalty_points', 'integer', {
  nullable: false,
  default: { kind: 'literal', value: 0 },
});
export const EMAIL_INDEX = index('index_users_on_email', ['email'], { unique: true });
export const TOTAL_CENTS = column('total_cents', 'bigint', {
  nullable: false,
  default: { kind: 'literal', value: 0 },
});

function editTable(schema: Schema, name: string, edit: (table: Table) => Table): Schema {
  return {
    ...schema,
    tables: schema.tables.map((one) => (one.name === name ? edit(one) : one)),
  };
}

function edited(column: Table['columns'][number]): Table['columns'][number] {
  if (column.name === 'state') return { ...column, name: 'status' };
  return column.name === 'total_cents' ? TOTAL_CENTS : column;
}

const withEnum: Schema = { ...BEFORE, enums: [SHIPMENT_STATUS] };
const withShipments: Schema = {
  ...withEnum,
  tables: [...withEnum.tables.slice(0, 5), SHIPMENTS, ...withEnum.tables.slice(5)],
};
const withShipmentsKey = editTable(withShipments, 'shipments', (one) => ({
  ...one,
  foreignKeys: [SHIPMENTS_KEY],
}));
const withStatus = editTable(withShipmentsKey, 'orders', (one) => ({
  ...one,
  columns: one.columns.map((each) => (each.name === 'state' ? edited(each) : each)),
}));
const withBigTotals = editTable(withStatus, 'orders', (one) => ({
  ...one,
  columns: one.columns.map(edited),
}));
const withoutLegacyRef = editTable(withBigTotals, 'orders', (one) => ({
  ...one,
  columns: one.columns.filter((each) => each.name !== 'legacy_ref'),
  indexes: one.indexes.filter((each) => each.name !== 'index_orders_on_legacy_ref'),
}));
const withPoints = editTable(withoutLegacyRef, 'users', (one) => ({
  ...one,
  columns: [...one.columns, LOYALTY_POINTS],
}));
const withEmailIndex = editTable(withPoints, 'users', (one) => ({
  ...one,
  indexes: [EMAIL_INDEX],
}));
const withoutCoupons: Schema = {
  ...withEmailIndex,
  tables: withEmailIndex.tables.filter((one) => one.name !== 'coupons'),
};

/** The schema before the first step, then after each step, in order: 12 schemas for 11 steps. */
export const STAGES: readonly Schema[] = [
  BEFORE,
  withEnum,
  withShipments,
  withShipmentsKey,
  withStatus,
  withBigTotals,
  withoutLegacyRef,
  withPoints,
  withPoints,
  withEmailIndex,
  withoutCoupons,
  withoutCoupons,
];

export const AFTER: Schema = { ...withoutCoupons, version: '20261106120000' };

import type { Engine } from '../model/engine.ts';
import type { Column, Schema, Table } from '../model/schema.ts';
import { check, column, foreignKey, index, indexPart, schema, table, view } from './build.ts';

/** Spellings of the types that the shop uses, by engine. */
const TYPES = {
  postgresql: {
    id: 'bigint',
    reference: 'bigint',
    integer: 'integer',
    string: 'character varying',
    code: 'character varying(20)',
    text: 'text',
    money: 'numeric(10,2)',
    boolean: 'boolean',
    date: 'date',
    instant: 'timestamp(6) without time zone',
  },
  mysql: {
    id: 'bigint',
    reference: 'bigint',
    integer: 'int',
    string: 'varchar(255)',
    code: 'varchar(20)',
    text: 'text',
    money: 'decimal(10,2)',
    boolean: 'tinyint(1)',
    date: 'date',
    instant: 'datetime(6)',
  },
  sqlite: {
    id: 'integer',
    reference: 'integer',
    integer: 'integer',
    string: 'varchar',
    code: 'varchar(20)',
    text: 'text',
    money: 'decimal(10,2)',
    boolean: 'boolean',
    date: 'date',
    instant: 'datetime(6)',
  },
} as const;

const AS_WRITTEN = { 'total >= 0': 'total >= 0', 'balance > -1000': 'balance > -1000' };

/** Expressions as a dump gives them back: PostgreSQL states the types that it compares, MySQL quotes names. */
const asDumped = {
  postgresql: {
    'total >= 0': 'total >= 0::numeric',
    'balance > -1000': "balance > '-1000'::integer::numeric",
  },
  mysql: { ...AS_WRITTEN, 'total >= 0': '`total` >= 0' },
  sqlite: AS_WRITTEN,
};

export type ShopType = keyof (typeof TYPES)['postgresql'];

/** How the engine spells a type. */
export function spelt(engine: Engine, type: ShopType): string {
  return TYPES[engine][type];
}

/** A small shop: tables that refer to each other, with every part that the engine knows. */
export function shop(engine: Engine): Schema {
  const tables = [customers(engine), orders(engine), lines(engine), notes(engine)];
  const views = [view('open_orders', "SELECT id, number FROM orders WHERE number <> ''")];
  return engine === 'postgresql'
    ? withPostgresqlObjects(tables)
    : schema(engine, tables, { views });
}

function idColumn(engine: Engine): Column {
  return column('id', spelt(engine, 'id'), {
    nullable: false,
    autoIncrement: engine === 'postgresql' ? 'sequence' : 'autoIncrement',
  });
}

function comment(engine: Engine, text: string): string | null {
  return engine === 'sqlite' ? null : text;
}

function customers(engine: Engine): Table {
  const type = (name: ShopType) => spelt(engine, name);
  return table(
    'customers',
    [
      idColumn(engine),
      column('email', type('string'), { nullable: false }),
      column('name', type('string'), { comment: comment(engine, "The customer's name") }),
      column('legacy_ref', type('code'), { nullable: false }),
      column('balance', type('money'), {
        nullable: false,
        default: { kind: 'literal', value: '0.0' },
      }),
      column('active', type('boolean'), {
        nullable: false,
        default: { kind: 'literal', value: true },
      }),
      column('created_at', type('instant'), { nullable: false }),
    ],
    {
      indexes: [
        index('index_customers_on_email', ['email'], { unique: true, using: using(engine) }),
        index('index_customers_on_legacy_ref_and_name', ['legacy_ref', 'name'], {
          parts: [indexPart('legacy_ref'), indexPart('name', { order: 'desc' })],
          using: using(engine),
        }),
      ],
      checkConstraints: [check('balance_is_sane', asDumped[engine]['balance > -1000'])],
      comment: comment(engine, 'People who buy'),
      ...(engine === 'mysql'
        ? { charset: 'utf8mb4', collation: 'utf8mb4_0900_ai_ci', options: 'ENGINE=InnoDB' }
        : {}),
    },
  );
}

function orders(engine: Engine): Table {
  const type = (name: ShopType) => spelt(engine, name);
  return table(
    'orders',
    [
      idColumn(engine),
      column('customer_id', type('reference'), { nullable: false }),
      column('number', type('code'), {
        nullable: false,
        default: { kind: 'literal', value: 'draft' },
      }),
      column('note', type('text')),
      column('total', type('money')),
      column('placed_on', type('date')),
    ],
    {
      indexes: [
        index('index_orders_on_customer_id', ['customer_id'], { using: using(engine) }),
        ...(engine === 'mysql'
          ? []
          : [
              index('index_orders_on_number', ['number'], {
                where: '(total IS NOT NULL)',
                using: using(engine),
              }),
            ]),
      ],
      foreignKeys: [
        foreignKey('customer_id', 'customers', { name: 'fk_rails_customer', onDelete: 'cascade' }),
      ],
      checkConstraints: [check('total_is_positive', asDumped[engine]['total >= 0'])],
    },
  );
}

/** A table with a key over two columns. */
function lines(engine: Engine): Table {
  const type = (name: ShopType) => spelt(engine, name);
  return table(
    'order_lines',
    [
      column('order_id', type('reference'), { nullable: false }),
      column('position', type('integer'), { nullable: false }),
      column('quantity', type('integer'), {
        nullable: false,
        default: { kind: 'literal', value: 1 },
      }),
    ],
    {
      primaryKey: { name: null, columns: ['order_id', 'position'] },
      foreignKeys: [foreignKey('order_id', 'orders', { name: 'fk_rails_order' })],
    },
  );
}

/** A table that nothing refers to. */
function notes(engine: Engine): Table {
  return table('notes', [
    idColumn(engine),
    column('body', spelt(engine, 'text'), { nullable: false }),
  ]);
}

/** Rails states no access method for PostgreSQL and SQLite; MySQL's dump does. */
function using(engine: Engine): string | null {
  return engine === 'mysql' ? 'btree' : null;
}

function withPostgresqlObjects(tables: readonly Table[]): Schema {
  return schema('postgresql', [...tables, bookings(), archive()], {
    namespaces: ['billing'],
    extensions: [{ name: 'btree_gist', version: null }],
    enums: [{ name: 'booking_state', values: ['open', 'paid', 'void'] }],
    domains: [
      {
        name: 'percentage',
        type: 'integer',
        nullable: true,
        default: null,
        checkConstraints: [check('percentage_range', 'VALUE >= 0 AND VALUE <= 100')],
      },
    ],
    sequences: [{ name: 'invoice_numbers', ownedBy: null, options: 'START WITH 1000' }],
    views: [
      view('open_orders', "SELECT id, number FROM orders WHERE number <> ''"),
      view('order_totals', 'SELECT customer_id, sum(total) AS total FROM orders GROUP BY 1', {
        materialized: true,
        indexes: [index('index_order_totals_on_customer_id', ['customer_id'], { unique: true })],
      }),
    ],
    functions: [
      {
        name: 'touch_note',
        definition:
          'CREATE FUNCTION touch_note() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN NEW;\nEND;\n$$',
      },
    ],
    triggers: [
      {
        name: 'note_touched',
        table: 'notes',
        definition:
          'CREATE TRIGGER note_touched BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch_note()',
      },
    ],
    policies: [
      {
        name: 'own_notes',
        table: 'notes',
        definition: 'CREATE POLICY own_notes ON notes FOR SELECT USING (true)',
      },
    ],
  });
}

function bookings(): Table {
  return table(
    'bookings',
    [
      idColumn('postgresql'),
      column('state', 'booking_state', {
        nullable: false,
        default: { kind: 'literal', value: 'open' },
      }),
      column('room', 'integer', { nullable: false }),
      column('during', 'tsrange'),
      column('discount', 'percentage'),
      column('tags', 'text[]', { default: { kind: 'literal', value: [] } }),
      column('label', 'text', {
        generated: { expression: "('room '::text || (room)::text)", stored: true },
      }),
      column('settings', 'jsonb', { default: { kind: 'literal', value: {} } }),
      column('token', 'uuid', { default: { kind: 'expression', sql: 'gen_random_uuid()' } }),
    ],
    {
      indexes: [
        index('index_bookings_on_tags', ['tags'], { using: 'gin' }),
        index('index_bookings_on_lower_label', [], {
          parts: [indexPart('', { column: null, expression: 'lower(label)' })],
          using: null,
        }),
      ],
      uniqueConstraints: [
        {
          name: 'unique_booking_room',
          columns: ['room', 'during'],
          deferrable: 'deferred',
          nullsNotDistinct: false,
        },
      ],
      exclusionConstraints: [
        {
          name: 'no_double_booking',
          expression: 'room WITH =, during WITH &&',
          using: 'gist',
          where: "state <> 'void'::booking_state",
          deferrable: null,
        },
      ],
      checkConstraints: [check('room_exists', 'room > 0', false)],
    },
  );
}

/** A table in a schema of its own, whose key is a uuid and whose foreign key was never validated. */
function archive(): Table {
  return table(
    'billing.invoices',
    [
      column('id', 'uuid', {
        nullable: false,
        default: { kind: 'expression', sql: 'gen_random_uuid()' },
      }),
      column('customer_id', 'bigint'),
      column('number', 'bigint', {
        default: { kind: 'expression', sql: "nextval('invoice_numbers'::regclass)" },
      }),
    ],
    {
      foreignKeys: [
        foreignKey('customer_id', 'customers', { name: 'fk_invoice_customer', validated: false }),
      ],
    },
  );
}

import type { Schema } from '../../model/schema.ts';
import { check, column, foreignKey, index, schema, table } from '../build.ts';

const ID = { nullable: false, autoIncrement: 'sequence' } as const;

/** `users` and `orders`, joined by an indexed foreign key, as PostgreSQL has them. */
export const users = table(
  'users',
  [
    column('id', 'bigint', ID),
    column('email', 'character varying(100)'),
    column('age', 'integer', { nullable: false, default: { kind: 'literal', value: 0 } }),
    column('name', 'text'),
    column('status', 'order_status'),
  ],
  {
    indexes: [
      index('index_users_on_email', ['email'], { unique: true }),
      index('index_users_on_name', ['name']),
      index('index_users_on_name_and_age', ['name', 'age']),
    ],
    checkConstraints: [check('users_age', 'age >= 0')],
  },
);

export const orders = table(
  'orders',
  [column('id', 'bigint', ID), column('user_id', 'bigint'), column('total', 'numeric(10,2)')],
  {
    indexes: [index('index_orders_on_user_id', ['user_id'])],
    foreignKeys: [foreignKey('user_id', 'users')],
  },
);

const ORDER_STATUS = { name: 'order_status', values: ['new', 'paid'] };

/** `users` and `orders` on PostgreSQL, with what `rest` adds. */
export function pg(rest: Partial<Omit<Schema, 'engine'>> = {}): Schema {
  return schema('postgresql', rest.tables ?? [users, orders], { enums: [ORDER_STATUS], ...rest });
}

const MYSQL_ID = { nullable: false, autoIncrement: 'autoIncrement' } as const;

/** The same on MySQL. */
export function my(rest: Partial<Omit<Schema, 'engine'>> = {}): Schema {
  const tables = [
    table('users', [
      column('id', 'bigint', MYSQL_ID),
      column('email', 'varchar(50)'),
      column('level', "enum('a','b')"),
      column('name', 'text'),
    ]),
    table('orders', [column('id', 'bigint', MYSQL_ID), column('user_id', 'bigint')]),
  ];
  return schema('mysql', rest.tables ?? tables, rest);
}

/** The same on SQLite. */
export function lite(rest: Partial<Omit<Schema, 'engine'>> = {}): Schema {
  const tables = [
    table('users', [column('id', 'integer', MYSQL_ID), column('email', 'varchar')]),
    table('orders', [column('id', 'integer', MYSQL_ID), column('user_id', 'integer')], {
      foreignKeys: [foreignKey('user_id', 'users', { onDelete: 'cascade' })],
    }),
  ];
  return schema('sqlite', rest.tables ?? tables, rest);
}

/** A new table `posts` that nobody uses yet. */
export const posts = table('posts', [
  column('id', 'bigint', ID),
  column('user_id', 'bigint'),
  column('title', 'text'),
]);

export const view = {
  name: 'active_users',
  materialized: false,
  definition: 'SELECT users.id, users.email FROM users WHERE (users.age > 17)',
  indexes: [],
  comment: null,
};

export const trigger = {
  name: 'audit_users',
  table: 'users',
  definition:
    'CREATE TRIGGER audit_users AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION audit()',
};

export const auditFunction = {
  name: 'audit',
  definition:
    'CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.email); RETURN NEW; END $$',
};

import type { Engine } from '../model/engine.ts';
import type { Column } from '../model/schema.ts';
import { check, column, foreignKey, index, table, view } from './build.ts';
import { shop, spelt } from './shop.ts';
import { one, type ShopOperation } from './shop-operation.ts';
import { postgresqlOperations } from './shop-operations-postgresql.ts';

export type { ShopOperation } from './shop-operation.ts';

/** At least one operation of every kind that the engine knows, each applying to `shop(engine)`. */
export function shopOperations(engine: Engine): readonly ShopOperation[] {
  return [
    ...tableOperations(engine),
    ...columnOperations(engine),
    ...indexOperations(engine),
    ...constraintOperations(),
    ...rowOperations(),
    ...BY_ENGINE[engine](),
  ];
}

/** A column of the shop with some of its properties changed. */
function shopColumn(engine: Engine, tableName: string, name: string): Column {
  const owner = shop(engine).tables.find((each) => each.name === tableName);
  const found = owner?.columns.find((each) => each.name === name);
  if (!found) throw new Error(`the shop has no column ${tableName}.${name}`);
  return found;
}

function tableOperations(engine: Engine): readonly ShopOperation[] {
  return [
    one('create a table', {
      kind: 'createTable',
      table: table(
        'tags',
        [
          column('id', spelt(engine, 'id'), {
            nullable: false,
            autoIncrement: engine === 'postgresql' ? 'sequence' : 'autoIncrement',
          }),
          column('customer_id', spelt(engine, 'reference')),
          column('name', spelt(engine, 'string'), { nullable: false }),
        ],
        {
          indexes: [index('index_tags_on_customer_id', ['customer_id'], { using: null })],
          foreignKeys: [foreignKey('customer_id', 'customers', { name: 'fk_rails_tag' })],
        },
      ),
      ifNotExists: false,
    }),
    one('drop a table', { kind: 'dropTable', table: 'notes', ifExists: false, cascade: false }),
    one('drop a table that is not there', {
      kind: 'dropTable',
      table: 'nowhere',
      ifExists: true,
      cascade: false,
    }),
    one('rename a table', { kind: 'renameTable', from: 'notes', to: 'remarks' }),
    one('comment a table', { kind: 'setTableComment', table: 'orders', comment: "What's ordered" }),
  ];
}

function columnOperations(engine: Engine): readonly ShopOperation[] {
  const legacy = shopColumn(engine, 'customers', 'legacy_ref');
  return [
    one('add a nullable column', {
      kind: 'addColumn',
      table: 'orders',
      column: column('shipped_on', spelt(engine, 'date')),
      ifNotExists: false,
      position: null,
    }),
    one('add a column with a default', {
      kind: 'addColumn',
      table: 'orders',
      column: column('gift', spelt(engine, 'boolean'), {
        nullable: false,
        default: { kind: 'literal', value: false },
      }),
      ifNotExists: false,
      position: null,
    }),
    one('drop a column with its indexes', {
      kind: 'dropColumn',
      table: 'customers',
      column: 'legacy_ref',
      ifExists: false,
      cascade: false,
    }),
    one('drop a nullable column', {
      kind: 'dropColumn',
      table: 'orders',
      column: 'note',
      ifExists: false,
      cascade: false,
    }),
    one('drop a column that is not there', {
      kind: 'dropColumn',
      table: 'orders',
      column: 'nothing',
      ifExists: true,
      cascade: false,
    }),
    one('rename a column', {
      kind: 'renameColumn',
      table: 'customers',
      from: 'name',
      to: 'full_name',
    }),
    one('change a type', {
      kind: 'setColumn',
      table: 'customers',
      column: { ...legacy, type: spelt(engine, 'string') },
      using: null,
      position: null,
    }),
    one('change type, default and null at once', {
      kind: 'setColumn',
      table: 'order_lines',
      column: {
        ...shopColumn(engine, 'order_lines', 'quantity'),
        type: spelt(engine, 'money'),
        nullable: true,
        default: { kind: 'literal', value: '2.5' },
      },
      using: null,
      position: null,
    }),
    one('set a default', {
      kind: 'setColumnDefault',
      table: 'orders',
      column: 'number',
      default: { kind: 'literal', value: "o'new" },
    }),
    one('remove a default', {
      kind: 'setColumnDefault',
      table: 'customers',
      column: 'active',
      default: null,
    }),
    one('set NOT NULL', {
      kind: 'setColumnNull',
      table: 'orders',
      column: 'placed_on',
      nullable: false,
      backfill: null,
    }),
    one('set NOT NULL with a value for what is NULL', {
      kind: 'setColumnNull',
      table: 'orders',
      column: 'total',
      nullable: false,
      backfill: { kind: 'literal', value: '0.0' },
    }),
    one('allow NULL', {
      kind: 'setColumnNull',
      table: 'customers',
      column: 'email',
      nullable: true,
      backfill: null,
    }),
    ...(engine === 'sqlite'
      ? []
      : [
          one('remove a comment', {
            kind: 'setColumnComment',
            table: 'customers',
            column: 'name',
            comment: null,
          }),
        ]),
  ];
}

function indexOperations(engine: Engine): readonly ShopOperation[] {
  const concurrently = engine === 'postgresql';
  return [
    one('add an index', {
      kind: 'addIndex',
      table: 'orders',
      index: index('index_orders_on_placed_on', ['placed_on'], { using: null }),
      ifNotExists: false,
      concurrently,
    }),
    one('drop an index', {
      kind: 'dropIndex',
      table: 'customers',
      index: 'index_customers_on_email',
      ifExists: false,
      concurrently,
    }),
    one('rename an index', {
      kind: 'renameIndex',
      table: 'customers',
      from: 'index_customers_on_email',
      to: 'by_email',
    }),
  ];
}

function constraintOperations(): readonly ShopOperation[] {
  return [
    one('add a foreign key', {
      kind: 'addForeignKey',
      table: 'notes',
      foreignKey: foreignKey('id', 'orders', { name: 'fk_rails_note', onDelete: 'cascade' }),
      ifNotExists: false,
    }),
    one('drop a foreign key', {
      kind: 'dropForeignKey',
      table: 'orders',
      foreignKey: 'fk_rails_customer',
      ifExists: false,
    }),
    one('add a check', {
      kind: 'addCheckConstraint',
      table: 'order_lines',
      checkConstraint: check('quantity_is_positive', 'quantity > 0'),
      ifNotExists: false,
    }),
    one('drop a check', {
      kind: 'dropCheckConstraint',
      table: 'orders',
      checkConstraint: 'total_is_positive',
      ifExists: false,
    }),
  ];
}

function rowOperations(): readonly ShopOperation[] {
  return [
    one('update rows', {
      kind: 'changeRows',
      table: 'orders',
      verb: 'update',
      scope: 'whole',
      text: "UPDATE orders SET note = ''",
      language: 'sql',
      batched: false,
    }),
    one('run SQL', { kind: 'runSql', text: 'SELECT 1', purpose: 'a query' }),
    one('something that was not understood', {
      kind: 'opaque',
      text: 'Importer.run!',
      language: 'ruby',
      reason: 'Importer is not known here',
      touches: [],
    }),
    one('create a view', {
      kind: 'createView',
      view: view('recent_orders', 'SELECT id FROM orders'),
      replace: false,
    }),
    one('replace a view', {
      kind: 'createView',
      view: view('open_orders', 'SELECT id, number, note FROM orders'),
      replace: true,
    }),
    one('drop a view', {
      kind: 'dropView',
      view: 'open_orders',
      materialized: false,
      ifExists: false,
      cascade: false,
    }),
  ];
}

const BY_ENGINE: { readonly [E in Engine]: () => readonly ShopOperation[] } = {
  postgresql: postgresqlOperations,
  mysql: () => [
    one('change the charset', {
      kind: 'setTableOptions',
      table: 'customers',
      charset: 'latin1',
      collation: 'latin1_swedish_ci',
    }),
    one('hide an index', {
      kind: 'setIndexEnabled',
      table: 'customers',
      index: 'index_customers_on_email',
      enabled: false,
    }),
    one(
      'add a foreign key that brings its index',
      {
        kind: 'addForeignKey',
        table: 'customers',
        foreignKey: foreignKey('note_id', 'notes', { name: 'fk_rails_first_note' }),
        ifNotExists: false,
      },
      [
        {
          kind: 'addColumn',
          table: 'customers',
          column: column('note_id', 'bigint'),
          ifNotExists: false,
          position: null,
        },
      ],
    ),
    one(
      'add an index in place of the one that MySQL made',
      {
        kind: 'addIndex',
        table: 'customers',
        index: index('index_customers_on_note_id', ['note_id'], { using: null }),
        ifNotExists: false,
        concurrently: false,
      },
      [
        {
          kind: 'addColumn',
          table: 'customers',
          column: column('note_id', 'bigint'),
          ifNotExists: false,
          position: null,
        },
        {
          kind: 'addForeignKey',
          table: 'customers',
          foreignKey: foreignKey('note_id', 'notes', { name: 'fk_rails_first_note' }),
          ifNotExists: false,
        },
      ],
    ),
    one('add a column in a place', {
      kind: 'addColumn',
      table: 'orders',
      column: column('source', 'varchar(20)'),
      ifNotExists: false,
      position: { after: 'number' },
    }),
    one('move a column', {
      kind: 'setColumn',
      table: 'orders',
      column: column('note', 'text'),
      using: null,
      position: 'first',
    }),
  ],
  sqlite: () => [
    one('create a virtual table', {
      kind: 'createVirtualTable',
      virtualTable: { name: 'searches', module: 'fts5', arguments: ['title', 'body'] },
    }),
    one('drop a virtual table', { kind: 'dropVirtualTable', virtualTable: 'searches' }, [
      {
        kind: 'createVirtualTable',
        virtualTable: { name: 'searches', module: 'fts5', arguments: ['title', 'body'] },
      },
    ]),
    one('add a column that takes a copy of the table', {
      kind: 'addColumn',
      table: 'notes',
      column: column('title', 'varchar', { nullable: false }),
      ifNotExists: false,
      position: null,
    }),
  ],
};

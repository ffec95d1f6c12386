import type { OperationBody } from '../model/operation.ts';
import type { SchemaObject } from '../model/schema.ts';
import { column, index, table } from './build.ts';
import { one, type ShopOperation } from './shop-operation.ts';

/** Operations of PostgreSQL that only SQL asks for. */
export function sqlOperations(): readonly ShopOperation[] {
  return [...tableProperties(), ...partitions(), ...sequences(), ...objects(), ...renames()];
}

function tableProperties(): readonly ShopOperation[] {
  const set = (
    properties: Omit<Extract<OperationBody, { kind: 'setTableOptions' }>, 'kind' | 'table'>,
  ) => ({ kind: 'setTableOptions', table: 'customers', ...properties }) as const;
  return [
    one('enable row security', set({ rowSecurity: { enabled: true, forced: false } })),
    one('no longer force row security', set({ rowSecurity: { enabled: true, forced: false } }), [
      set({ rowSecurity: { enabled: true, forced: true } }),
    ]),
    one(
      'set the replica identity',
      set({ replicaIdentity: 'USING INDEX index_customers_on_email' }),
    ),
    one('set the replica identity back', set({ replicaIdentity: null }), [
      set({ replicaIdentity: 'FULL' }),
    ]),
    one('cluster on an index', set({ clusteredBy: 'index_customers_on_email' })),
    one('make a table unlogged', { kind: 'setTableOptions', table: 'notes', unlogged: true }),
    one(
      'drop a table with all that only SQL gives it',
      { kind: 'dropTable', table: 'notes', ifExists: false, cascade: false },
      [
        { kind: 'setTableOptions', table: 'notes', rowSecurity: { enabled: true, forced: true } },
        { kind: 'createObject', object: rule, replace: false },
        { kind: 'createObject', object: triggerComment, replace: true },
      ],
    ),
  ];
}

const january = "FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')";

const measured: readonly OperationBody[] = ['measurements', 'measurements_2026_01'].map((name) => ({
  kind: 'createTable',
  table: table(name, [column('at', 'date', { nullable: false }), column('value', 'integer')], {
    options: name === 'measurements' ? 'PARTITION BY RANGE (at)' : null,
  }),
  ifNotExists: false,
}));

const attach: OperationBody = {
  kind: 'attachPartition',
  table: 'measurements_2026_01',
  partition: { parent: 'measurements', bound: january },
};

function partitions(): readonly ShopOperation[] {
  return [
    one('attach a partition', attach, measured),
    one(
      'detach a partition',
      { kind: 'detachPartition', table: 'measurements_2026_01', concurrently: false },
      [...measured, attach],
    ),
    one(
      'drop a table with its partitions',
      { kind: 'dropTable', table: 'measurements', ifExists: false, cascade: false },
      [...measured, attach],
    ),
    one(
      'rename a partitioned table',
      { kind: 'renameTable', from: 'measurements', to: 'readings', keepsNames: true },
      [...measured, attach],
    ),
  ];
}

function sequences(): readonly ShopOperation[] {
  return [
    one('set the options of a sequence', {
      kind: 'setSequence',
      sequence: { name: 'invoice_numbers', ownedBy: 'orders.id', options: 'CACHE 5' },
    }),
    one('rename a sequence', {
      kind: 'renameObject',
      type: 'sequence',
      table: null,
      from: 'invoice_numbers',
      to: 'bill_numbers',
    }),
    one('move a sequence', {
      kind: 'renameObject',
      type: 'sequence',
      table: null,
      from: 'invoice_numbers',
      to: 'billing.invoice_numbers',
    }),
  ];
}

const rule: SchemaObject = {
  type: 'rule',
  name: 'keep_notes',
  table: 'notes',
  definition: 'CREATE RULE keep_notes AS\n    ON DELETE TO notes DO INSTEAD NOTHING',
};

const triggerComment: SchemaObject = {
  type: 'comment',
  name: 'TRIGGER note_touched',
  table: 'notes',
  definition: "COMMENT ON TRIGGER note_touched ON notes IS 'Stamps a note'",
};

const pair: SchemaObject = {
  type: 'compositeType',
  name: 'pair',
  table: null,
  definition: 'CREATE TYPE pair AS (\n\tone integer,\n\tother integer\n)',
};

const state: SchemaObject = {
  type: 'setting',
  name: 'TRIGGER note_touched',
  table: 'notes',
  definition: 'ALTER TABLE notes DISABLE TRIGGER note_touched',
};

const grant: SchemaObject = {
  type: 'grant',
  name: 'TABLE notes',
  table: null,
  definition: 'GRANT SELECT ON TABLE notes TO PUBLIC',
};

function created(object: SchemaObject, replace = false): OperationBody {
  return { kind: 'createObject', object, replace };
}

function dropped({ type, name, table: owner }: SchemaObject): OperationBody {
  return { kind: 'dropObject', type, name, table: owner, ifExists: false };
}

function objects(): readonly ShopOperation[] {
  const all = [
    ['a rule', rule],
    ['a comment on a trigger', triggerComment],
    ['a composite type', pair],
    ['the state of a trigger', state],
    ['a grant', grant],
  ] as const;
  const other = "COMMENT ON TRIGGER note_touched ON notes IS 'Stamps'";
  return [
    ...all.map(([words, object]) => one(`create ${words}`, created(object))),
    ...all.map(([words, object]) => one(`drop ${words}`, dropped(object), [created(object)])),
    one('replace a comment', created({ ...triggerComment, definition: other }, true), [
      created(triggerComment, true),
    ]),
    one(
      'drop a function with what calls it',
      { kind: 'dropFunction', function: 'touch_note', ifExists: false, cascade: true },
      [created(triggerComment)],
    ),
    one('drop an enum with what is of it', {
      kind: 'dropEnum',
      enum: 'booking_state',
      ifExists: false,
      cascade: true,
    }),
    one('drop a domain with what is of it', {
      kind: 'dropDomain',
      domain: 'percentage',
      ifExists: false,
      cascade: true,
    }),
  ];
}

function renames(): readonly ShopOperation[] {
  const rename = (
    type: Extract<OperationBody, { kind: 'renameObject' }>['type'],
    owner: string | null,
    from: string,
    to: string,
  ): OperationBody => ({ kind: 'renameObject', type, table: owner, from, to });
  const overRoom: OperationBody = {
    kind: 'addIndex',
    table: 'bookings',
    index: index('index_bookings_on_room', ['room']),
    ifNotExists: false,
    concurrently: false,
  };
  return [
    one('rename a view', rename('view', null, 'open_orders', 'orders_to_do')),
    one('rename a materialized view', rename('view', null, 'order_totals', 'totals')),
    one('rename a function', rename('function', null, 'touch_note', 'stamp_note')),
    one('rename a trigger', rename('trigger', 'notes', 'note_touched', 'note_stamped'), [
      created(triggerComment),
      created(state),
    ]),
    one('rename a policy', rename('policy', 'notes', 'own_notes', 'my_notes')),
    one('rename a domain', rename('domain', null, 'percentage', 'share')),
    one('rename a rule', rename('rule', 'notes', 'keep_notes', 'never_drop'), [created(rule)]),
    one('move a composite type', rename('compositeType', null, 'pair', 'billing.pair'), [
      created(pair),
    ]),
    one(
      'rename the index that CLUSTER goes by',
      { kind: 'renameIndex', table: 'bookings', from: 'index_bookings_on_room', to: 'by_room' },
      [
        overRoom,
        { kind: 'setTableOptions', table: 'bookings', clusteredBy: 'index_bookings_on_room' },
      ],
    ),
    one(
      'drop the index that CLUSTER goes by',
      {
        kind: 'dropIndex',
        table: 'bookings',
        index: 'index_bookings_on_room',
        ifExists: false,
        concurrently: false,
      },
      [
        overRoom,
        { kind: 'setTableOptions', table: 'bookings', clusteredBy: 'index_bookings_on_room' },
      ],
    ),
  ];
}

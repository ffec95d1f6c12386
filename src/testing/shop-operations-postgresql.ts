import { column } from './build.ts';
import { one, type ShopOperation } from './shop-operation.ts';
import { sqlOperations } from './shop-operations-objects.ts';

/** Operations that only PostgreSQL has. */
export function postgresqlOperations(): readonly ShopOperation[] {
  return [
    ...postgresqlTypes(),
    ...postgresqlConstraints(),
    ...postgresqlPrograms(),
    ...sqlOperations(),
    one('drop a table that others refer to', {
      kind: 'dropTable',
      table: 'orders',
      ifExists: false,
      cascade: true,
    }),
    one('drop a generated column', {
      kind: 'dropColumn',
      table: 'bookings',
      column: 'label',
      ifExists: false,
      cascade: false,
    }),
    one('drop a column that a constraint needs', {
      kind: 'dropColumn',
      table: 'bookings',
      column: 'during',
      ifExists: false,
      cascade: false,
    }),
    one('drop the column of the primary key', {
      kind: 'dropColumn',
      table: 'notes',
      column: 'id',
      ifExists: false,
      cascade: true,
    }),
    one(
      'turn an enum into text',
      {
        kind: 'setColumn',
        table: 'bookings',
        column: column('state', 'text', {
          nullable: false,
          default: { kind: 'literal', value: 'open' },
        }),
        using: null,
        position: null,
      },
      [
        {
          kind: 'dropExclusionConstraint',
          table: 'bookings',
          exclusionConstraint: 'no_double_booking',
          ifExists: false,
        },
      ],
    ),
    one('rename a table in a schema', {
      kind: 'renameTable',
      from: 'billing.invoices',
      to: 'billing.bills',
    }),
  ];
}

function postgresqlTypes(): readonly ShopOperation[] {
  const mood = { name: 'mood', values: ['good', "so 'so"] };
  return [
    one('create an enum', { kind: 'createEnum', enum: mood }),
    one('drop an enum', { kind: 'dropEnum', enum: 'mood', ifExists: false }, [
      { kind: 'createEnum', enum: mood },
    ]),
    one('rename an enum', { kind: 'renameEnum', from: 'booking_state', to: 'reservation_state' }),
    one('add a value to an enum', {
      kind: 'addEnumValue',
      enum: 'booking_state',
      value: 'late',
      position: { before: 'void' },
      ifNotExists: false,
    }),
    one('rename a value of an enum', {
      kind: 'renameEnumValue',
      enum: 'booking_state',
      from: 'paid',
      to: 'settled',
    }),
    one('create a domain', {
      kind: 'createDomain',
      domain: {
        name: 'short_text',
        type: 'text',
        nullable: false,
        default: { kind: 'literal', value: '' },
        checkConstraints: [],
      },
    }),
    one('drop a domain', { kind: 'dropDomain', domain: 'percentage', ifExists: false }, [
      {
        kind: 'dropColumn',
        table: 'bookings',
        column: 'discount',
        ifExists: false,
        cascade: false,
      },
    ]),
    one('create a sequence', {
      kind: 'createSequence',
      sequence: { name: 'tickets', ownedBy: null, options: 'INCREMENT BY 10' },
    }),
    one('drop a sequence', { kind: 'dropSequence', sequence: 'tickets', ifExists: false }, [
      {
        kind: 'createSequence',
        sequence: { name: 'tickets', ownedBy: null, options: 'INCREMENT BY 10' },
      },
    ]),
    one('enable an extension', {
      kind: 'createExtension',
      extension: { name: 'pgcrypto', version: null },
    }),
    one('disable an extension', { kind: 'dropExtension', extension: 'pgcrypto', cascade: false }, [
      { kind: 'createExtension', extension: { name: 'pgcrypto', version: null } },
    ]),
    one('create a schema', { kind: 'createNamespace', namespace: 'audit' }),
    one('drop a schema with what is in it', {
      kind: 'dropNamespace',
      namespace: 'billing',
      ifExists: false,
    }),
    one('rename a schema', { kind: 'renameNamespace', from: 'billing', to: 'accounting' }),
  ];
}

function postgresqlConstraints(): readonly ShopOperation[] {
  const numbers = { columns: ['number'], deferrable: null, nullsNotDistinct: false };
  return [
    one('drop a primary key', { kind: 'dropPrimaryKey', table: 'order_lines' }),
    one(
      'add a primary key',
      {
        kind: 'addPrimaryKey',
        table: 'order_lines',
        primaryKey: { name: null, columns: ['order_id'] },
      },
      [{ kind: 'dropPrimaryKey', table: 'order_lines' }],
    ),
    one('add a unique constraint', {
      kind: 'addUniqueConstraint',
      table: 'orders',
      uniqueConstraint: { ...numbers, name: 'unique_number' },
      usingIndex: null,
    }),
    one('turn an index into a unique constraint', {
      kind: 'addUniqueConstraint',
      table: 'customers',
      uniqueConstraint: { ...numbers, name: 'unique_email', columns: ['email'] },
      usingIndex: 'index_customers_on_email',
    }),
    one('drop a unique constraint', {
      kind: 'dropUniqueConstraint',
      table: 'bookings',
      uniqueConstraint: 'unique_booking_room',
      ifExists: false,
    }),
    one('add an exclusion constraint', {
      kind: 'addExclusionConstraint',
      table: 'bookings',
      exclusionConstraint: {
        name: 'one_discount',
        expression: 'discount WITH =',
        using: 'gist',
        where: null,
        deferrable: 'immediate',
      },
    }),
    one('drop an exclusion constraint', {
      kind: 'dropExclusionConstraint',
      table: 'bookings',
      exclusionConstraint: 'no_double_booking',
      ifExists: false,
    }),
    one('validate a check', {
      kind: 'validateConstraint',
      table: 'bookings',
      constraint: 'room_exists',
    }),
    one('validate a foreign key', {
      kind: 'validateConstraint',
      table: 'billing.invoices',
      constraint: 'fk_invoice_customer',
    }),
    one('rename a check', {
      kind: 'renameConstraint',
      table: 'bookings',
      from: 'room_exists',
      to: 'room_is_known',
    }),
    one('rename a foreign key', {
      kind: 'renameConstraint',
      table: 'billing.invoices',
      from: 'fk_invoice_customer',
      to: 'fk_invoice_payer',
    }),
  ];
}

function postgresqlPrograms(): readonly ShopOperation[] {
  const definition =
    "CREATE OR REPLACE FUNCTION touch_note() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.body := 'x';\n  RETURN NEW;\nEND;\n$$";
  const onNotes = 'ON notes FOR EACH ROW EXECUTE FUNCTION touch_note()';
  return [
    one('refresh a materialized view', {
      kind: 'refreshView',
      view: 'order_totals',
      concurrently: true,
    }),
    one('drop a materialized view', {
      kind: 'dropView',
      view: 'order_totals',
      materialized: true,
      ifExists: false,
      cascade: false,
    }),
    one('create a function', {
      kind: 'createFunction',
      function: {
        name: 'twice',
        definition:
          'CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT n * 2 $$',
      },
      replace: false,
    }),
    one('replace a function', {
      kind: 'createFunction',
      function: { name: 'touch_note', definition },
      replace: true,
    }),
    one('drop a function', { kind: 'dropFunction', function: 'touch_note', ifExists: false }, [
      { kind: 'dropTrigger', trigger: 'note_touched', table: 'notes', ifExists: false },
    ]),
    one('create a trigger', {
      kind: 'createTrigger',
      trigger: {
        name: 'note_made',
        table: 'notes',
        definition: `CREATE TRIGGER note_made BEFORE INSERT ${onNotes}`,
      },
    }),
    one('drop a trigger', {
      kind: 'dropTrigger',
      trigger: 'note_touched',
      table: 'notes',
      ifExists: false,
    }),
    one('create a policy', {
      kind: 'createPolicy',
      policy: {
        name: 'no_notes',
        table: 'notes',
        definition: 'CREATE POLICY no_notes ON notes FOR DELETE USING (false)',
      },
    }),
    one('drop a policy', { kind: 'dropPolicy', policy: 'own_notes', table: 'notes' }),
  ];
}

import type {
  Change,
  ChangeKind,
  ObjectReference,
  PropertyDifference,
} from '../../model/change.ts';
import type { JsonValue } from '../../model/schema.ts';
import { AFTER, BEFORE, SHIPMENT_STATUS, SHIPMENTS, SHIPMENTS_KEY } from './schema.ts';

function json(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null));
}

interface Given {
  readonly from?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly differences?: readonly PropertyDifference[];
}

function change(kind: ChangeKind, object: ObjectReference, given: Given): Change {
  return {
    kind,
    object,
    from: given.from ?? null,
    before: json(given.before),
    after: json(given.after),
    differences: given.differences ?? [],
  };
}

function part(schema: typeof BEFORE, table: string, list: 'columns' | 'indexes', name: string) {
  const found = schema.tables.find((one) => one.name === table);
  return found?.[list].find((one) => one.name === name);
}

/** In the order of the diff: stand-alone objects by kind, then tables with their parts. */
export const CHANGES: readonly Change[] = [
  change(
    'added',
    { type: 'enum', table: null, name: 'shipment_status' },
    {
      after: SHIPMENT_STATUS,
    },
  ),
  change(
    'removed',
    { type: 'table', table: null, name: 'coupons' },
    {
      before: BEFORE.tables.find((one) => one.name === 'coupons'),
    },
  ),
  change(
    'renamed',
    { type: 'column', table: 'orders', name: 'status' },
    {
      from: 'state',
      before: part(BEFORE, 'orders', 'columns', 'state'),
      after: part(AFTER, 'orders', 'columns', 'status'),
    },
  ),
  change(
    'altered',
    { type: 'column', table: 'orders', name: 'total_cents' },
    {
      before: part(BEFORE, 'orders', 'columns', 'total_cents'),
      after: part(AFTER, 'orders', 'columns', 'total_cents'),
      differences: [{ property: 'type', before: 'integer', after: 'bigint' }],
    },
  ),
  change(
    'removed',
    { type: 'column', table: 'orders', name: 'legacy_ref' },
    {
      before: part(BEFORE, 'orders', 'columns', 'legacy_ref'),
    },
  ),
  change(
    'removed',
    { type: 'index', table: 'orders', name: 'index_orders_on_legacy_ref' },
    { before: part(BEFORE, 'orders', 'indexes', 'index_orders_on_legacy_ref') },
  ),
  change(
    'added',
    { type: 'table', table: null, name: 'shipments' },
    {
      after: { ...SHIPMENTS, foreignKeys: [SHIPMENTS_KEY] },
    },
  ),
  change(
    'added',
    { type: 'column', table: 'users', name: 'loyalty_points' },
    {
      after: part(AFTER, 'users', 'columns', 'loyalty_points'),
    },
  ),
  change(
    'added',
    { type: 'index', table: 'users', name: 'index_users_on_email' },
    {
      after: part(AFTER, 'users', 'indexes', 'index_users_on_email'),
    },
  ),
];

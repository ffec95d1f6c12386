import { diffSchemas } from '../diff/index.ts';
import type { Change, ObjectType } from '../model/change.ts';
import type { Schema, Table } from '../model/schema.ts';

/** How far two schemas agree, object by object: a table and each of its parts count as one each. */
export interface Agreement {
  /** Objects of either schema. */
  readonly objects: number;
  readonly equal: number;
  /** What leads from the predicted schema to the committed one. */
  readonly changes: readonly Change[];
}

/** Rails dumps these into structure.sql, and into schema.rb only where a gem adds them. */
const OFTEN_UNDUMPED: readonly ObjectType[] = [
  'namespace',
  'domain',
  'sequence',
  'function',
  'trigger',
  'policy',
  'view',
  'materializedView',
  'object',
];

/** Compares what migrations come to with the schema file that was committed. */
export function compareObjects(predicted: Schema, committed: Schema): Agreement {
  const held = new Set(OFTEN_UNDUMPED.filter((type) => holds(committed, type)));
  const changes = diffSchemas(predicted, committed).filter(
    ({ kind, object: { type } }) =>
      kind !== 'removed' || !OFTEN_UNDUMPED.includes(type) || held.has(type),
  );
  const removed = partsOf(changes, 'removed', predicted);
  const added = partsOf(changes, 'added', committed);
  const altered = changes.filter(({ kind }) => kind === 'altered').length;
  const objects = countObjects(committed) + removed;
  return { objects, equal: objects - removed - added - altered, changes };
}

function holds(schema: Schema, type: ObjectType): boolean {
  const lists: { readonly [T in ObjectType]?: readonly unknown[] } = {
    namespace: schema.namespaces,
    domain: schema.domains,
    sequence: schema.sequences,
    function: schema.functions,
    trigger: schema.triggers,
    policy: schema.policies,
    view: schema.views.filter(({ materialized }) => !materialized),
    materializedView: schema.views.filter(({ materialized }) => materialized),
    object: schema.objects ?? [],
  };
  return (lists[type] ?? []).length > 0;
}

/** Objects that came or went, the parts of whole tables among them. */
function partsOf(
  changes: readonly Change[],
  kind: 'added' | 'removed',
  { tables }: Schema,
): number {
  const sizes = new Map(tables.map((table) => [table.name, countParts(table)]));
  return changes
    .filter((change) => change.kind === kind)
    .reduce((sum, { object: { type, name } }) => {
      return sum + 1 + (type === 'table' ? (sizes.get(name) ?? 0) : 0);
    }, 0);
}

function countObjects(schema: Schema): number {
  const apart = [
    schema.namespaces,
    schema.extensions,
    schema.enums,
    schema.domains,
    schema.sequences.filter(({ ownedBy }) => ownedBy === null),
    schema.views,
    schema.functions,
    schema.triggers,
    schema.policies,
    schema.virtualTables,
    schema.objects ?? [],
    schema.tables,
  ];
  const parts = schema.tables.reduce((sum, table) => sum + countParts(table), 0);
  return apart.reduce((sum, list) => sum + list.length, parts);
}

function countParts(table: Table): number {
  return (
    table.columns.length +
    table.indexes.length +
    table.foreignKeys.length +
    table.checkConstraints.length +
    table.uniqueConstraints.length +
    table.exclusionConstraints.length +
    (table.primaryKey === null ? 0 : 1)
  );
}

import type { ObjectReference, ObjectType } from '../../model/change.ts';
import type { ObjectShapes } from '../../model/object-shapes.ts';
import type { Domain, JsonValue, Sequence, Table, View } from '../../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../../model/schema-object-types.ts';
import { describeColumn, describeDefault, quoted } from './columns.ts';
import {
  describeCheckConstraint,
  describeExclusionConstraint,
  describeForeignKey,
  describePrimaryKey,
  describeUniqueConstraint,
} from './constraints.ts';
import { count, listing, oneLine } from './counting.ts';
import { describeIndex } from './indexes.ts';
import { describeTableProperties } from './tables.ts';

/** What each type of object is called. `count` makes the plural. */
export const OBJECT_WORDS: { readonly [T in ObjectType]: string } = {
  namespace: 'schema',
  extension: 'extension',
  enum: 'enum',
  domain: 'domain',
  sequence: 'sequence',
  table: 'table',
  column: 'column',
  primaryKey: 'primary key',
  index: 'index',
  foreignKey: 'foreign key',
  checkConstraint: 'check constraint',
  uniqueConstraint: 'unique constraint',
  exclusionConstraint: 'exclusion constraint',
  view: 'view',
  materializedView: 'materialized view',
  function: 'function',
  trigger: 'trigger',
  policy: 'policy',
  virtualTable: 'virtual table',
  object: 'object',
};

/** What the object is called: `index`, or the name of its own type for one of `Schema.objects`. */
export function objectWord({
  type,
  objectType,
}: Pick<ObjectReference, 'type' | 'objectType'>): string {
  return objectType === undefined ? OBJECT_WORDS[type] : SCHEMA_OBJECT_WORDS[objectType];
}

/** Characters of a query or definition that a line of a list shows. */
const DEFINITION_LIMIT = 120;

const DESCRIBE: { readonly [T in ObjectType]: (object: ObjectShapes[T]) => string } = {
  namespace: () => '',
  extension: ({ version }) => (version === null ? '' : `version ${version}`),
  enum: ({ values }) => values.map((value) => `'${value}'`).join(', '),
  domain: describeDomain,
  sequence: describeSequence,
  table: describeTable,
  column: describeColumn,
  primaryKey: describePrimaryKey,
  index: describeIndex,
  foreignKey: describeForeignKey,
  checkConstraint: describeCheckConstraint,
  uniqueConstraint: describeUniqueConstraint,
  exclusionConstraint: describeExclusionConstraint,
  view: describeView,
  materializedView: describeView,
  function: describeDefinition,
  trigger: describeDefinition,
  policy: describeDefinition,
  object: describeDefinition,
  virtualTable: (table) => `using ${table.module}(${table.arguments.join(', ')})`,
};

/**
 * One line that says all that the object is, but its name; empty where the name says all.
 *
 * @param object - in the model's shape for the type, as a `Change` holds it.
 */
export function describeObject(type: ObjectType, object: JsonValue): string {
  // A change's object has the model's shape for its type; TypeScript cannot follow the pairing
  // through an index by a union.
  const describe = DESCRIBE[type] as unknown as (object: JsonValue) => string;
  return object === null ? '' : describe(object);
}

/** `5 columns, primary key (id), 2 indexes and 1 foreign key`. */
export function describeTable(table: Table): string {
  const constraints =
    table.checkConstraints.length +
    table.uniqueConstraints.length +
    table.exclusionConstraints.length;
  const counts: readonly (readonly [number, string])[] = [
    [table.indexes.length, 'index'],
    [table.foreignKeys.length, 'foreign key'],
    [constraints, 'constraint'],
  ];
  return listing([
    count(table.columns.length, 'column'),
    table.primaryKey ? `primary key ${describePrimaryKey(table.primaryKey)}` : 'no primary key',
    ...counts.filter(([number]) => number > 0).map(([number, word]) => count(number, word)),
    ...describeTableProperties(table),
  ]);
}

/** `START WITH 100, owned by users.id`; empty for a free sequence with the defaults. */
export function describeSequence({ ownedBy, options }: Sequence): string {
  const owner = ownedBy === null ? '' : `owned by ${ownedBy}`;
  return [options, owner].filter((words) => words !== '').join(', ');
}

function describeDomain(domain: Domain): string {
  return [
    domain.type,
    ...(domain.nullable ? [] : ['not null']),
    ...(domain.default === null ? [] : [`default ${describeDefault(domain.default)}`]),
    ...domain.checkConstraints.map((check) => `check ${describeCheckConstraint(check)}`),
  ].join(', ');
}

function describeView(view: View): string {
  const query = oneLine(view.definition, DEFINITION_LIMIT);
  const indexes = view.indexes.length === 0 ? [] : [count(view.indexes.length, 'index')];
  const comment = view.comment === null ? [] : [`comment ${quoted(view.comment)}`];
  return [query, ...indexes, ...comment].join(', ');
}

function describeDefinition({ definition }: { readonly definition: string }): string {
  return oneLine(definition, DEFINITION_LIMIT);
}

/** `column orders.status`, `index index_orders_on_status of orders`, `enum order_status`. */
export function describeReference(reference: ObjectReference): string {
  const { type, table, name } = reference;
  if (table === null) return `${objectWord(reference)} ${name}`;
  if (type === 'column') return `column ${table}.${name}`;
  if (type === 'primaryKey') return `primary key of ${table}`;
  return `${objectWord(reference)} ${name} of ${table}`;
}

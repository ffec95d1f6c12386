import { serialSequence } from '../../dialect/postgresql/default-names.ts';
import type { OperationBody, OperationKind, OperationOf } from '../../model/operation.ts';
import {
  type Column,
  type ColumnDefault,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../model/schema.ts';
import { has, refuse, replaced, withTable } from '../lookup.ts';
import { attachedIndexes, indexOf } from './attached-indexes.ts';
import { inheritsCheck, inheritsColumn, isPartitioned } from './family.ts';
import { keyName, withIndexesOfParent } from './partition-indexes.ts';

/** A table with one that is its partition or child, both as they are before the operation. */
export interface Family {
  readonly before: Schema;
  readonly parent: Table;
  readonly child: Table;
  /** Applies an operation to the child, and to the children that it has. */
  readonly apply: (schema: Schema, body: OperationBody) => Schema;
}

/** What an operation on a table makes of a child, once the table itself has changed. */
type Follow<K extends OperationKind> = (
  schema: Schema,
  operation: OperationOf<K>,
  family: Family,
) => Schema;

/**
 * The operations that reach children and partitions, unless ONLY stops them.
 *
 * @see {@link https://www.postgresql.org/docs/15/ddl-inherit.html | Inheritance}
 */
export const FOLLOW: { readonly [K in OperationKind]?: Follow<K> } = {
  addColumn,
  dropColumn,
  renameColumn: (schema, { from, to }, { child, apply }) =>
    apply(schema, { kind: 'renameColumn', table: child.name, from, to }),
  setColumn,
  setColumnDefault: (schema, { column, default: value }, { child, apply }) =>
    apply(schema, { kind: 'setColumnDefault', table: child.name, column, default: value }),
  setColumnNull: (schema, { column, nullable }, { child, apply }) =>
    apply(schema, {
      ...({ kind: 'setColumnNull', table: child.name, column, nullable } as const),
      backfill: null,
    }),
  addCheckConstraint,
  dropCheckConstraint,
  renameConstraint: (schema, { from, to }, { parent, child, apply }) =>
    has(parent.checkConstraints, from)
      ? apply(schema, { kind: 'renameConstraint', table: child.name, from, to })
      : schema,
  validateConstraint: (schema, { constraint }, { child, apply }) =>
    has(child.checkConstraints, constraint)
      ? apply(schema, { kind: 'validateConstraint', table: child.name, constraint })
      : schema,
  addForeignKey: (schema, _operation, { parent, child }) =>
    isPartitioned(parent) ? withoutKeysOfParent(schema, parent.name, child.name) : schema,
  addPrimaryKey: (schema, _operation, { parent, child }) =>
    withIndexIn(schema, parent, child, keyName(findTable(schema, parent.name) ?? parent)),
  addUniqueConstraint: (schema, { uniqueConstraint }, { parent, child }) =>
    withIndexIn(schema, parent, child, uniqueConstraint.name),
  addIndex: (schema, { index }, { parent, child }) =>
    withIndexIn(schema, parent, child, index.name),
  dropPrimaryKey: (schema, _operation, family) =>
    withoutAttached(schema, keyName(family.parent), family),
  dropUniqueConstraint: (schema, { uniqueConstraint }, family) =>
    withoutAttached(schema, uniqueConstraint, family),
  dropIndex: (schema, { index }, family) => withoutAttached(schema, index, family),
};

/** A column of that name that the child has itself becomes the parent's, too, and stays its own. */
function addColumn(schema: Schema, operation: OperationOf<'addColumn'>, family: Family): Schema {
  const { column } = operation;
  const { before, parent, child, apply } = family;
  const own = findColumn(child, column.name);
  if (column.autoIncrement?.startsWith('identity')) {
    const message = `${parent.name} has children, to which an identity column is not added`;
    throw refuse(operation, message, 'Add the column first, then its identity.');
  }
  if (!own) {
    const inherited = inheritedColumn(column, parent.name);
    return apply(schema, { ...operation, table: child.name, column: inherited, position: null });
  }
  if (own.type !== column.type) {
    throw refuse(
      operation,
      `${child.name} has a column "${column.name}" of another type than ${parent.name} gets`,
      'Give the two the same type.',
    );
  }
  if (inheritsColumn(before, child, column.name)) return schema;
  return withColumn(schema, child.name, { ...own, local: true });
}

/** Numbers come from the parent's sequence; the comment stays with the parent. */
function inheritedColumn(column: Column, parent: string): Column {
  const { sequence, statistics: _statistics, notNullName: _name, ...rest } = column;
  if (column.autoIncrement !== 'sequence') return { ...rest, comment: null };
  const name = sequence?.name ?? serialSequence(parent, column.name);
  const value: ColumnDefault = { kind: 'expression', sql: `nextval('${name}'::regclass)` };
  return { ...rest, comment: null, autoIncrement: null, default: value };
}

/** A column that the child has itself, or from another parent, stays. */
function dropColumn(schema: Schema, operation: OperationOf<'dropColumn'>, family: Family): Schema {
  const { before, parent, child, apply } = family;
  const column = findColumn(child, operation.column);
  const stays = column?.local || inheritsColumn(before, child, operation.column, parent.name);
  return stays ? schema : apply(schema, { ...operation, table: child.name, ifExists: true });
}

/** What changed of the parent's column changes of the child's; a default of its own stays. */
function setColumn(schema: Schema, operation: OperationOf<'setColumn'>, family: Family): Schema {
  const { parent, child, apply } = family;
  const { column: after } = operation;
  const was = findColumn(parent, after.name);
  const own = findColumn(child, after.name);
  if (!was || !own) return schema;
  const column = withDefaultOf(own, was, withStorageOf(own, was, after));
  if (same(column, own)) return schema;
  return apply(schema, { ...operation, table: child.name, column, position: null });
}

function withStorageOf(own: Column, was: Column, after: Column): Column {
  const { storage: _storage, statistics: _statistics, ...rest } = own;
  const storage = was.storage === after.storage ? own.storage : after.storage;
  const statistics = was.statistics === after.statistics ? own.statistics : after.statistics;
  return {
    ...rest,
    ...(was.type !== after.type && { type: after.type }),
    ...(was.collation !== after.collation && { collation: after.collation }),
    ...(was.generated && !after.generated && { generated: null }),
    ...(storage !== undefined && { storage }),
    ...(statistics !== undefined && { statistics }),
  };
}

/** The default of a retyped column is cast along; the same one is cast to the same. */
function withDefaultOf(own: Column, was: Column, column: Column): Column {
  if (column.type === own.type || own.default?.kind !== 'literal') return column;
  return same(own.default, was.default) ? { ...column, default: was.default } : column;
}

/** A check of that name that the child has itself becomes the parent's, too, and stays its own. */
function addCheckConstraint(
  schema: Schema,
  operation: OperationOf<'addCheckConstraint'>,
  family: Family,
): Schema {
  const { before, parent, child, apply } = family;
  const stored = findTable(schema, parent.name)?.checkConstraints.at(-1);
  const check = stored ?? operation.checkConstraint;
  if (check.inherited === false) return schema;
  const own = child.checkConstraints.find(({ name }) => name === check.name);
  if (!own) return apply(schema, { ...operation, table: child.name });
  if (own.expression !== check.expression) {
    throw refuse(
      operation,
      `${child.name} has another check constraint "${check.name}"`,
      'Give this one another name.',
    );
  }
  if (child.partition || inheritsCheck(before, child, check.name)) return schema;
  return withTable(schema, {
    ...child,
    checkConstraints: replaced(child.checkConstraints, own.name, { ...own, local: true }),
  });
}

function dropCheckConstraint(
  schema: Schema,
  operation: OperationOf<'dropCheckConstraint'>,
  family: Family,
): Schema {
  const { before, parent, child, apply } = family;
  const { checkConstraint: name } = operation;
  const dropped = parent.checkConstraints.find((check) => check.name === name);
  const own = child.checkConstraints.find((check) => check.name === name);
  const stays =
    !own ||
    own.local ||
    dropped?.inherited === false ||
    inheritsCheck(before, child, name, parent.name);
  return stays ? schema : apply(schema, { ...operation, table: child.name, ifExists: true });
}

/** Foreign keys of a partition that are those of its parent are no longer its own: pg_dump leaves them out. */
export function withoutKeysOfParent(schema: Schema, parent: string, child: string): Schema {
  const table = findTable(schema, child);
  const keys = findTable(schema, parent)?.foreignKeys ?? [];
  if (!table) return schema;
  const shape = (key: Table['foreignKeys'][number]) => JSON.stringify({ ...key, name: '' });
  const own = table.foreignKeys.filter((key) => !keys.some((one) => shape(one) === shape(key)));
  return own.length === table.foreignKeys.length
    ? schema
    : withTable(schema, { ...table, foreignKeys: own });
}

function withIndexIn(schema: Schema, parent: Table, child: Table, index: string): Schema {
  if (!isPartitioned(parent)) return schema;
  return withIndexesOfParent(schema, parent.name, child.name, index);
}

/** The schema without the index of the partition that was attached to the one that is gone. */
function withoutAttached(schema: Schema, index: string, family: Family): Schema {
  const { parent, child, apply } = family;
  const attached = attachedIndexes(schema).find(
    (one) => one.table === child.name && one.parent === indexOf(parent.name, index),
  );
  if (!attached) return schema;
  return apply(schema, dropOf(child, attached.index));
}

function dropOf(child: Table, name: string): OperationBody {
  const on = { table: child.name, ifExists: true };
  if (has(child.indexes, name)) {
    return { kind: 'dropIndex', ...on, index: name, concurrently: false };
  }
  if (has(child.uniqueConstraints, name)) {
    return { kind: 'dropUniqueConstraint', ...on, uniqueConstraint: name };
  }
  return { kind: 'dropPrimaryKey', table: child.name };
}

function withColumn(schema: Schema, table: string, column: Column): Schema {
  const found = findTable(schema, table);
  if (!found) return schema;
  return withTable(schema, { ...found, columns: replaced(found.columns, column.name, column) });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

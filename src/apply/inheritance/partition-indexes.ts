import { objectName } from '../../dialect/postgresql/default-names.ts';
import { freeName, nameAddition, relationNameTaken } from '../../dialect/postgresql/free-names.ts';
import { bareName } from '../../dialect/sql-names.ts';
import { findTable, type Index, type Schema, type Table } from '../../model/schema.ts';
import { withTable } from '../lookup.ts';
import { attachedIndexes, attachment, indexOf } from './attached-indexes.ts';
import { childrenOf, isPartitioned } from './family.ts';
import { indexColumnNames } from './index-column-names.ts';

/** An index of a table, or that of a key or constraint. */
interface TableIndex {
  readonly kind: 'primaryKey' | 'unique' | 'index';
  readonly name: string;
  /** All but name and comment, so that two that are equal are alike. */
  readonly shape: string;
}

/** The indexes of a table that its partitions have, too. */
function indexesOf(table: Table): readonly TableIndex[] {
  const { primaryKey: key } = table;
  return [
    ...(key ? [{ kind: 'primaryKey' as const, name: keyName(table), shape: shapeOf(key) }] : []),
    ...table.uniqueConstraints.map((one) => ({
      ...{ kind: 'unique' as const, name: one.name, shape: shapeOf(one) },
    })),
    ...table.indexes.map((one) => ({
      ...{ kind: 'index' as const, name: one.name, shape: shapeOf(one) },
    })),
  ];
}

/** The name of the primary key's index; the server's where the schema file does not tell. */
export function keyName({ name, primaryKey }: Table): string {
  return primaryKey?.name ?? objectName(bareName(name), null, 'pkey');
}

function shapeOf(part: object): string {
  const shape = { ...part, name: null, comment: null };
  return JSON.stringify(Object.entries(shape).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The schema with indexes, keys and unique constraints of a partition like those of its parent: one
 * that is there is attached, others are made under names that the server chooses (DefineIndex and
 * AttachPartitionEnsureIndexes, PostgreSQL 15).
 *
 * @param only - the one index that the partition shall get; null for all.
 */
export function withIndexesOfParent(
  schema: Schema,
  parent: string,
  child: string,
  only: string | null = null,
): Schema {
  const table = findTable(schema, parent);
  if (!table) return schema;
  return indexesOf(table)
    .filter(({ name }) => only === null || name === only)
    .reduce((result, index) => withIndexOfParent(result, table, child, index), schema);
}

function withIndexOfParent(
  schema: Schema,
  parent: Table,
  child: string,
  index: TableIndex,
): Schema {
  const name = indexOf(parent.name, index.name);
  const attached = attachedIndexes(schema);
  const table = findTable(schema, child);
  if (!table || attached.some((one) => one.table === child && one.parent === name)) return schema;
  const like = indexesOf(table).find(
    (own) =>
      own.kind === index.kind &&
      own.shape === index.shape &&
      !attached.some((one) => one.table === child && one.index === own.name),
  );
  const own = like?.name ?? freeIndexName(schema, table, parent, index);
  const made = like ? schema : withTable(schema, withIndex(table, parent, index, own));
  const object = attachment({ parent: name, table: child, index: own });
  const all = { ...made, objects: [...(made.objects ?? []), object] };
  if (!isPartitioned(table)) return all;
  return childrenOf(all, child).reduce<Schema>(
    (result, { name: below }) => withIndexesOfParent(result, child, below, own),
    all,
  );
}

function freeIndexName(schema: Schema, child: Table, parent: Table, index: TableIndex): string {
  const taken = relationNameTaken(schema, child);
  if (index.kind === 'primaryKey') return freeName(child.name, null, 'pkey', taken);
  const unique = parent.uniqueConstraints.find(({ name }) => name === index.name);
  if (unique) return freeName(child.name, nameAddition(unique.columns), 'key', taken);
  const plain = parent.indexes.find(({ name }) => name === index.name);
  const columns = plain ? indexColumnNames(plain) : [];
  return freeName(child.name, nameAddition(columns), 'idx', taken);
}

function withIndex(child: Table, parent: Table, { kind, name }: TableIndex, own: string): Table {
  const named = <T extends { readonly name: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter((part) => part.name === name).map((part) => ({ ...part, name: own }));
  if (kind === 'unique') {
    const uniqueConstraints = [...child.uniqueConstraints, ...named(parent.uniqueConstraints)];
    return { ...child, uniqueConstraints };
  }
  if (kind === 'index') {
    const indexes = named(parent.indexes).map((index): Index => ({ ...index, comment: null }));
    return { ...child, indexes: [...child.indexes, ...indexes] };
  }
  const primaryKey = parent.primaryKey && { ...parent.primaryKey, name: own };
  const columns = child.columns.map((column) =>
    primaryKey?.columns.includes(column.name) ? { ...column, nullable: false } : column,
  );
  return { ...child, columns, primaryKey };
}

import {
  type CheckConstraint,
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../../model/schema.ts';

/** The tables that a table says it inherits from. */
function parentsOf({ options }: Table, schema: Schema): readonly Table[] {
  const list = /\bINHERITS\s*\(([^)]*)\)/i.exec(options ?? '')?.[1] ?? '';
  return list.split(',').flatMap((name) => {
    const bare = name
      .trim()
      .replaceAll('"', '')
      .replace(/^public\./, '');
    return findTable(schema, bare) ?? [];
  });
}

/** True for a column that a parent gives the table: the dump leaves it to the parent. */
export function isInherited(column: Column, table: Table, schema: Schema): boolean {
  if (column.local) return false;
  return parentsOf(table, schema).some(
    (parent) => findColumn(parent, column.name)?.type === column.type,
  );
}

/** True for a check that a parent gives the table. */
export function isInheritedCheck(
  { name, local }: CheckConstraint,
  table: Table,
  schema: Schema,
): boolean {
  if (local) return false;
  return parentsOf(table, schema).some((parent) =>
    parent.checkConstraints.some((check) => check.name === name && check.inherited !== false),
  );
}

/** True for NOT NULL that a parent gives the column. */
export function isNotNullInherited(column: Column, table: Table, schema: Schema): boolean {
  return parentsOf(table, schema).some(
    (parent) => findColumn(parent, column.name)?.nullable === false,
  );
}

/** True for a column whose parents have a default, and which has none. */
export function lacksDefault(column: Column, table: Table, schema: Schema): boolean {
  if (column.default !== null || column.autoIncrement !== null || column.generated) return false;
  const parents = table.partition
    ? [findTable(schema, table.partition.parent)].flatMap((parent) => parent ?? [])
    : parentsOf(table, schema);
  return parents.some((parent) => {
    const given = findColumn(parent, column.name);
    return given !== null && (given.default !== null || given.autoIncrement === 'sequence');
  });
}

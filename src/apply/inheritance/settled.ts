import { type Column, findColumn, findTable, type Schema, type Table } from '../../model/schema.ts';
import { withTable } from '../lookup.ts';
import { inheritsCheck, inheritsColumn, parentsOf } from './family.ts';

/**
 * The schema with a child as its dump, loaded anew, makes it: the columns of its parents come first,
 * and one that is NOT NULL there is so in the child. pg_dump says neither of the child (flagInhAttrs,
 * PostgreSQL 15). What its parents have lost is from then on the child's own.
 */
export function withChildSettled(schema: Schema, name: string): Schema {
  const child = findTable(schema, name);
  if (!child) return schema;
  const settled = withOwnMarks(schema, child);
  const table = child.partition ? settled : withParentsFirst(settled, parentsOf(schema, child));
  return table === child ? schema : withTable(schema, table);
}

function withOwnMarks(schema: Schema, child: Table): Table {
  const isStale =
    child.columns.some(({ name, local }) => local && !inheritsColumn(schema, child, name)) ||
    child.checkConstraints.some(({ name, local }) => local && !inheritsCheck(schema, child, name));
  if (!isStale) return child;
  return {
    ...child,
    columns: child.columns.map((column) =>
      inheritsColumn(schema, child, column.name) ? column : unmarked(column),
    ),
    checkConstraints: child.checkConstraints.map((check) =>
      inheritsCheck(schema, child, check.name) ? check : unmarked(check),
    ),
  };
}

function unmarked<T extends { readonly local?: true }>({ local: _local, ...rest }: T) {
  return rest;
}

function withParentsFirst(child: Table, parents: readonly Table[]): Table {
  if (parents.length === 0) return child;
  const given = new Set(parents.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const first = [...given].flatMap((name) => findColumn(child, name) ?? []);
  const own = child.columns.filter(({ name }) => !given.has(name));
  const columns = [...first, ...own].map((column) => filled(column, parents));
  const isSame = columns.every((column, place) => column === child.columns[place]);
  return isSame ? child : { ...child, columns };
}

function filled(column: Column, parents: readonly Table[]): Column {
  const isFilled = parents.some((parent) => findColumn(parent, column.name)?.nullable === false);
  return isFilled && column.nullable ? { ...column, nullable: false } : column;
}

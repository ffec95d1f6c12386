import { InputError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import type { Operation } from '../model/operation.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Index,
  type Schema,
  type Table,
} from '../model/schema.ts';

/** What an operation is blamed with: its place. */
export type Blamed = Pick<Operation, 'source'>;

/** The error of an operation that does not apply to the schema it finds. */
export function refuse(operation: Blamed, message: string, remedy: string | null = null) {
  return new InputError(message, { location: operation.source, remedy });
}

/** The error of a name that is not there, with the nearest name that is. */
export function missing(
  operation: Blamed,
  message: string,
  name: string,
  known: readonly string[],
): InputError {
  const meant = nearest(name, known);
  const remedy = meant
    ? `Did you mean "${meant}"?`
    : 'Check the name, and that the migrations before this one are part of the schema file.';
  return refuse(operation, message, remedy);
}

/** @throws {InputError} when there is no such table. */
export function requireTable(schema: Schema, name: string, operation: Blamed): Table {
  const table = findTable(schema, name);
  if (table) return table;
  const names = schema.tables.map((other) => other.name);
  throw missing(operation, `there is no table "${name}"`, name, names);
}

/** @throws {InputError} when the table has no such column. */
export function requireColumn(table: Table, name: string, operation: Blamed): Column {
  const column = findColumn(table, name);
  if (column) return column;
  const names = table.columns.map((other) => other.name);
  throw missing(operation, `${table.name} has no column "${name}"`, name, names);
}

/**
 * The part of a table with that name.
 *
 * @param what - what the part is called in the message: `index`, `foreign key`.
 * @throws {InputError} when the owner has none.
 */
export function requirePart<T extends { readonly name: string }>(
  parts: readonly T[],
  name: string,
  what: string,
  owner: string,
  operation: Blamed,
): T {
  const part = parts.find((other) => other.name === name);
  if (part) return part;
  const names = parts.map((other) => other.name);
  throw missing(operation, `${owner} has no ${what} "${name}"`, name, names);
}

/**
 * The stand-alone object with that name.
 *
 * @throws {InputError} when there is none.
 */
export function requireObject<T extends { readonly name: string }>(
  objects: readonly T[],
  name: string,
  what: string,
  operation: Blamed,
): T {
  const object = objects.find((other) => other.name === name);
  if (object) return object;
  const names = objects.map((other) => other.name);
  throw missing(operation, `there is no ${what} "${name}"`, name, names);
}

/** True when one of them has that name. */
export function has(objects: readonly { readonly name: string }[], name: string): boolean {
  return objects.some((object) => object.name === name);
}

/** The list without the objects of that name. */
export function without<T extends { readonly name: string }>(
  objects: readonly T[],
  name: string,
): readonly T[] {
  return objects.filter((object) => object.name !== name);
}

/** The list with the object of that name replaced in its place. */
export function replaced<T extends { readonly name: string }>(
  objects: readonly T[],
  name: string,
  object: T,
): readonly T[] {
  return objects.map((other) => (other.name === name ? object : other));
}

/** The schema with that table replaced in its place. */
export function withTable(schema: Schema, table: Table): Schema {
  return { ...schema, tables: replaced(schema.tables, table.name, table) };
}

/** Every index of the schema with its table or materialized view. */
export function indexOwner(schema: Schema, index: string): string | null {
  const owners: readonly { readonly name: string; readonly indexes: readonly Index[] }[] = [
    ...schema.tables,
    ...schema.views,
  ];
  return owners.find(({ indexes }) => has(indexes, index))?.name ?? null;
}

import type { OperationOf } from '../model/operation.ts';
import type { ColumnDefault, Enum, Index, Schema, Table } from '../model/schema.ts';
import { has, missing, refuse, replaced, requireObject, without } from './lookup.ts';
import { renameTypeInSql } from './sql-identifiers.ts';
import { withoutUsersOfType } from './types-in-use.ts';

/** `create_enum` leaves an enum of that name as it is, whatever its values (Active Record 7.0 to 8.1). */
export function createEnum(schema: Schema, operation: OperationOf<'createEnum'>): Schema {
  if (has(schema.enums, operation.enum.name)) return schema;
  return { ...schema, enums: [...schema.enums, operation.enum] };
}

export function dropEnum(schema: Schema, operation: OperationOf<'dropEnum'>): Schema {
  if (operation.ifExists && !has(schema.enums, operation.enum)) return schema;
  requireObject(schema.enums, operation.enum, 'enum', operation);
  const rest = withoutUsersOfType(schema, operation.enum, 'enum', operation);
  return { ...rest, enums: without(rest.enums, operation.enum) };
}

/** Renames the type, in the columns that have it and in casts to it. */
export function renameEnum(schema: Schema, operation: OperationOf<'renameEnum'>): Schema {
  const { from, to } = operation;
  const found = requireObject(schema.enums, from, 'enum', operation);
  if (from !== to && has(schema.enums, to)) {
    throw refuse(operation, `there is already an enum "${to}"`, 'Choose another name.');
  }
  const type = (name: string) =>
    name === from || name === `${from}[]` ? `${to}${name.slice(from.length)}` : name;
  const sql = (text: string) => renameTypeInSql(text, from, to, schema.engine);
  return {
    ...schema,
    enums: replaced(schema.enums, from, { ...found, name: to }),
    tables: schema.tables.map((table) => withType(table, type, sql)),
    domains: schema.domains.map((domain) => ({ ...domain, type: type(domain.type) })),
  };
}

function withType(
  table: Table,
  type: (name: string) => string,
  sql: (text: string) => string,
): Table {
  const renamedDefault = (value: ColumnDefault | null): ColumnDefault | null =>
    value?.kind === 'expression' ? { ...value, sql: sql(value.sql) } : value;
  const renamedIndex = (index: Index): Index => ({
    ...index,
    where: index.where === null ? null : sql(index.where),
    parts: index.parts.map((part) =>
      part.expression === null ? part : { ...part, expression: sql(part.expression) },
    ),
  });
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      type: type(column.type),
      default: renamedDefault(column.default),
      generated: column.generated && {
        ...column.generated,
        expression: sql(column.generated.expression),
      },
    })),
    indexes: table.indexes.map(renamedIndex),
    checkConstraints: table.checkConstraints.map((check) => ({
      ...check,
      expression: sql(check.expression),
    })),
  };
}

export function addEnumValue(schema: Schema, operation: OperationOf<'addEnumValue'>): Schema {
  const found = requireObject(schema.enums, operation.enum, 'enum', operation);
  if (found.values.includes(operation.value)) {
    if (operation.ifNotExists) return schema;
    throw refuse(
      operation,
      `enum ${found.name} already has the value "${operation.value}"`,
      'Pass `if_not_exists: true`, or leave it out.',
    );
  }
  const values = [...found.values];
  values.splice(valuePosition(found, operation), 0, operation.value);
  return { ...schema, enums: replaced(schema.enums, found.name, { ...found, values }) };
}

function valuePosition(found: Enum, operation: OperationOf<'addEnumValue'>): number {
  const { position } = operation;
  if (position === null) return found.values.length;
  const neighbour = 'before' in position ? position.before : position.after;
  requireValue(found, neighbour, operation);
  return found.values.indexOf(neighbour) + ('before' in position ? 0 : 1);
}

/** Defaults that are the value follow: PostgreSQL keeps the value's id, not its label. */
export function renameEnumValue(schema: Schema, operation: OperationOf<'renameEnumValue'>): Schema {
  const { from, to } = operation;
  const found = requireObject(schema.enums, operation.enum, 'enum', operation);
  requireValue(found, from, operation);
  if (from !== to && found.values.includes(to)) {
    throw refuse(
      operation,
      `enum ${found.name} already has the value "${to}"`,
      'Choose another label.',
    );
  }
  const values = found.values.map((value) => (value === from ? to : value));
  const relabelled = (value: ColumnDefault | null): ColumnDefault | null =>
    value?.kind === 'literal' && value.value === from ? { ...value, value: to } : value;
  return {
    ...schema,
    enums: replaced(schema.enums, found.name, { ...found, values }),
    tables: schema.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.type === found.name ? { ...column, default: relabelled(column.default) } : column,
      ),
    })),
  };
}

function requireValue(
  found: Enum,
  value: string,
  operation: OperationOf<'addEnumValue'> | OperationOf<'renameEnumValue'>,
): void {
  if (found.values.includes(value)) return;
  const message = `enum ${found.name} has no value "${value}"`;
  throw missing(operation, message, value, found.values);
}

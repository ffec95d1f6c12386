import {
  EXTENSION_OBJECTS,
  type ExtensionObjects,
} from '../dialect/postgresql/extension-objects.ts';
import type { OperationOf } from '../model/operation.ts';
import { own } from '../model/own.ts';
import type { Column, Index, Schema, Table } from '../model/schema.ts';
import { dropColumn } from './drop-column.ts';
import { has, refuse, without, withTable } from './lookup.ts';

type DropExtension = OperationOf<'dropExtension'>;

/** `enable_extension` says IF NOT EXISTS: one that is there stays as it is. */
export function createExtension(schema: Schema, operation: OperationOf<'createExtension'>): Schema {
  const { extension } = operation;
  if (has(schema.extensions, extension.name)) return schema;
  return { ...schema, extensions: [...schema.extensions, extension] };
}

/**
 * `disable_extension` says IF EXISTS: one that is not there is no error. CASCADE drops the columns
 * of the extension's types, the defaults that call its functions and the indexes of its operator
 * classes; without it they refuse.
 *
 * @throws {InputError} when something depends on the extension and it is dropped without CASCADE.
 */
export function dropExtension(schema: Schema, operation: DropExtension): Schema {
  if (!has(schema.extensions, operation.extension)) return schema;
  const dropped = { ...schema, extensions: without(schema.extensions, operation.extension) };
  const bare = operation.extension.slice(operation.extension.lastIndexOf('.') + 1);
  const objects = own(EXTENSION_OBJECTS, bare);
  return objects
    ? schema.tables.reduce(
        (result, { name }) => freeTable(result, name, objects, operation),
        dropped,
      )
    : dropped;
}

function freeTable(
  schema: Schema,
  name: string,
  objects: ExtensionObjects,
  operation: DropExtension,
): Schema {
  const table = schema.tables.find((other) => other.name === name);
  if (!table) return schema;
  const typed = table.columns.filter((column) => objects.types.includes(elementType(column)));
  const computed = table.columns.filter((column) => calls(column, objects));
  const indexed = table.indexes.filter((index) => uses(index, objects));
  const [first] = [...typed, ...computed, ...indexed];
  if (first === undefined) return schema;
  if (!operation.cascade) {
    throw refuse(
      operation,
      `extension "${operation.extension}" cannot be dropped: ${name}.${first.name} depends on it`,
      'Drop what depends on it first, or pass `force: :cascade`.',
    );
  }
  const freed: Table = {
    ...table,
    columns: table.columns.map((column) =>
      computed.includes(column) ? { ...column, default: null } : column,
    ),
    indexes: table.indexes.filter((index) => !indexed.includes(index)),
  };
  return typed.reduce(
    (result, column) =>
      dropColumn(result, {
        ...operation,
        kind: 'dropColumn',
        table: name,
        column: column.name,
        ifExists: false,
        cascade: true,
      }),
    withTable(schema, freed),
  );
}

/** `hstore` of `hstore[]`, `geometry` of `geometry(Point,4326)`. */
function elementType({ type }: Column): string {
  return type.replace(/[([].*$/s, '').replace(/^.*\./s, '');
}

function calls({ default: value }: Column, { functions }: ExtensionObjects): boolean {
  return value?.kind === 'expression' && functions.some((name) => value.sql.includes(`${name}(`));
}

function uses(index: Index, { operatorClasses }: ExtensionObjects): boolean {
  return index.parts.some(({ opclass }) => opclass !== null && operatorClasses.includes(opclass));
}

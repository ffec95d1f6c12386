import type { OperationOf } from '../model/operation.ts';
import type { Schema, Table } from '../model/schema.ts';
import { missing, refuse } from './lookup.ts';
import { withoutTable } from './tables.ts';

type Named = { readonly name: string };

/** Rails writes `create_schema` into every dump, where the schema may be there already. */
export function createNamespace(schema: Schema, operation: OperationOf<'createNamespace'>): Schema {
  if (schema.namespaces.includes(operation.namespace)) return schema;
  return { ...schema, namespaces: [...schema.namespaces, operation.namespace] };
}

/**
 * `drop_schema` says CASCADE (Active Record 5.0 to 8.1): everything in it goes along.
 *
 * @throws {InputError} when there is something in it, and CASCADE is not said.
 */
export function dropNamespace(schema: Schema, operation: OperationOf<'dropNamespace'>): Schema {
  const { namespace } = operation;
  if (!schema.namespaces.includes(namespace)) {
    if (operation.ifExists) return schema;
    throw missingNamespace(schema, namespace, operation);
  }
  const inside = isInside(namespace);
  if (operation.restrict) refuseFilled(schema, inside, operation);
  const outside = <T extends Named>(objects: readonly T[]) =>
    objects.filter(({ name }) => !inside(name));
  const emptied = schema.tables
    .filter(({ name }) => inside(name))
    .reduce((result, { name }) => withoutTable(result, name), schema);
  return {
    ...emptied,
    namespaces: schema.namespaces.filter((name) => name !== namespace),
    tables: emptied.tables.map((table) => withoutKeysInto(table, inside)),
    enums: outside(emptied.enums),
    domains: outside(emptied.domains),
    sequences: outside(emptied.sequences),
    views: outside(emptied.views),
    functions: outside(emptied.functions),
    ...(emptied.objects && { objects: outside(emptied.objects) }),
  };
}

function refuseFilled(
  schema: Schema,
  inside: (name: string) => boolean,
  operation: OperationOf<'dropNamespace'>,
): void {
  const all: readonly Named[] = [
    ...schema.tables,
    ...schema.views,
    ...schema.functions,
    ...schema.enums,
    ...schema.domains,
    ...schema.sequences,
    ...(schema.objects ?? []),
  ];
  const first = all.find(({ name }) => inside(name));
  if (!first) return;
  throw refuse(
    operation,
    `schema "${operation.namespace}" cannot be dropped: ${first.name} is in it`,
    'Drop what is in it first, or say CASCADE.',
  );
}

function withoutKeysInto(table: Table, inside: (name: string) => boolean): Table {
  const kept = table.foreignKeys.filter(({ toTable }) => !inside(toTable));
  return kept.length === table.foreignKeys.length ? table : { ...table, foreignKeys: kept };
}

/** Renames the schema in the names of everything in it; SQL texts keep theirs. */
export function renameNamespace(schema: Schema, operation: OperationOf<'renameNamespace'>): Schema {
  const { from, to } = operation;
  if (from === 'public') {
    throw refuse(
      operation,
      'migdocs does not follow the rename of public, where the tables without a schema in their name stand',
      'Leave public as it is, and create the other schema beside it.',
    );
  }
  if (!schema.namespaces.includes(from)) throw missingNamespace(schema, from, operation);
  if (from !== to && schema.namespaces.includes(to)) {
    throw refuse(operation, `there is already a schema "${to}"`, 'Choose another name.');
  }
  const inside = isInside(from);
  const moved = (name: string) => (inside(name) ? `${to}${name.slice(from.length)}` : name);
  const renamed = <T extends Named>(object: T): T => ({ ...object, name: moved(object.name) });
  const onMoved = <T extends { readonly table: string | null }>(object: T): T => ({
    ...object,
    table: object.table === null ? null : moved(object.table),
  });
  return {
    ...schema,
    namespaces: schema.namespaces.map((name) => (name === from ? to : name)),
    enums: schema.enums.map(renamed),
    domains: schema.domains.map(renamed),
    sequences: schema.sequences.map((sequence) => ({
      ...renamed(sequence),
      ownedBy: sequence.ownedBy === null ? null : moved(sequence.ownedBy),
    })),
    tables: schema.tables.map((table) => movedTable(table, moved)),
    views: schema.views.map(renamed),
    functions: schema.functions.map(renamed),
    triggers: schema.triggers.map(onMoved),
    policies: schema.policies.map((policy) => ({ ...policy, table: moved(policy.table) })),
    ...(schema.objects && { objects: schema.objects.map(renamed).map(onMoved) }),
  };
}

function movedTable(table: Table, moved: (name: string) => string): Table {
  return {
    ...table,
    name: moved(table.name),
    columns: table.columns.map((column) => ({
      ...column,
      type: moved(column.type),
      ...(column.sequence && {
        sequence: { ...column.sequence, name: moved(column.sequence.name) },
      }),
    })),
    ...(table.partition && {
      partition: { ...table.partition, parent: moved(table.partition.parent) },
    }),
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, toTable: moved(key.toTable) })),
  };
}

function isInside(namespace: string): (name: string) => boolean {
  return (name) => name.startsWith(`${namespace}.`);
}

function missingNamespace(
  schema: Schema,
  name: string,
  operation: OperationOf<'dropNamespace'> | OperationOf<'renameNamespace'>,
) {
  return missing(operation, `there is no schema "${name}"`, name, schema.namespaces);
}

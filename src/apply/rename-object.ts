import { sequenceOfColumn } from '../dialect/postgresql/column-sequences.ts';
import { hasOwnList, type OperationOf, type RenamedObjectType } from '../model/operation.ts';
import type { Schema, SchemaObject, SchemaObjectType, Table } from '../model/schema.ts';
import { tellsSequences, withSequenceKept } from './column-sequences.ts';
import { functionNamed, missingFunction } from './functions.ts';
import { type Blamed, has, missing, refuse, requireObject } from './lookup.ts';
import { missingObject, withObjects } from './objects.ts';
import { type PartRename, withPartNamed } from './part-names.ts';
import { withObjectsOf } from './rename-table.ts';
import { renameTypeInSql } from './sql-identifiers.ts';
import {
  renameFunctionInSql,
  renameInHead,
  renameSequenceInSql,
  renameTableInSql,
} from './sql-relations.ts';
import { mapped, withStoredSql } from './stored-sql.ts';

type RenameObject = OperationOf<'renameObject'>;

type Rename = (schema: Schema, operation: RenameObject) => Schema;

const RENAMES: { readonly [T in Exclude<RenamedObjectType, SchemaObjectType>]: Rename } = {
  domain: renameDomain,
  function: renameFunction,
  policy: renamePolicy,
  sequence: renameSequence,
  trigger: renameTrigger,
  view: renameView,
};

/**
 * Renames an object, or moves it to another schema, and every mention of it in what the engine
 * keeps by number: PostgreSQL prints the new name in views, defaults, triggers and the like. Bodies
 * of functions, which are text, keep the old one.
 */
export function renameObject(schema: Schema, operation: RenameObject): Schema {
  const { type } = operation;
  return hasOwnList(type) ? RENAMES[type](schema, operation) : renameKept(schema, type, operation);
}

function renameView(schema: Schema, operation: RenameObject): Schema {
  const { from, to } = operation;
  requireObject(schema.views, from, 'view', operation);
  refuseTaken([...schema.tables, ...schema.views], 'table or view', operation);
  const renamed: Schema = {
    ...schema,
    views: mapped(schema.views, (view) => (view.name === from ? { ...view, name: to } : view)),
    triggers: mapped(schema.triggers, (trigger) =>
      trigger.table === from ? { ...trigger, table: to } : trigger,
    ),
  };
  const followed = withStoredSql(renamed, (sql) => renameTableInSql(sql, from, to, schema.engine));
  return withObjectsOf(followed, from, to);
}

function renameDomain(schema: Schema, operation: RenameObject): Schema {
  const { from, to } = operation;
  requireObject(schema.domains, from, 'domain', operation);
  refuseTaken([...schema.domains, ...schema.enums], 'type', operation);
  const type = (name: string) =>
    name === from || name === `${from}[]` ? `${to}${name.slice(from.length)}` : name;
  const renamed: Schema = {
    ...schema,
    domains: schema.domains.map((domain) => ({
      ...domain,
      name: domain.name === from ? to : domain.name,
      type: type(domain.type),
    })),
    tables: mapped(schema.tables, (table) => {
      const columns = mapped(table.columns, (column) =>
        type(column.type) === column.type ? column : { ...column, type: type(column.type) },
      );
      return columns === table.columns ? table : { ...table, columns };
    }),
  };
  return withStoredSql(renamed, (sql) => renameTypeInSql(sql, from, to, schema.engine));
}

function renameFunction(schema: Schema, operation: RenameObject): Schema {
  const { from } = operation;
  const found = functionNamed(schema, from, operation);
  if (!found) throw missingFunction(schema, from, operation);
  const [to = operation.to] = operation.to.split('(');
  const head = (sql: string) => renameInHead(sql, found.name, to, schema.engine);
  const renamed: Schema = {
    ...schema,
    functions: schema.functions.map((other) =>
      other === found ? { ...found, name: to, definition: head(found.definition) } : other,
    ),
  };
  // A call of one that has namesakes may be one of these.
  if (schema.functions.some((other) => other !== found && other.name === found.name)) {
    return renamed;
  }
  const followed = withStoredSql(renamed, (sql) =>
    renameFunctionInSql(sql, found.name, to, schema.engine),
  );
  return withNamesOf(followed, (name) => renameFunctionInSql(name, found.name, to, schema.engine));
}

/** Comments and grants are named after what they are about. */
function withNamesOf(schema: Schema, change: (name: string) => string): Schema {
  if (!schema.objects) return schema;
  const objects = mapped(schema.objects, (object) => {
    const name = change(object.name);
    return name === object.name ? object : { ...object, name };
  });
  return { ...schema, objects };
}

function renameSequence(schema: Schema, operation: RenameObject): Schema {
  const { from, to } = operation;
  const tables = withSequenceOfColumn(schema, operation);
  if (tables === schema.tables) requireObject(schema.sequences, from, 'sequence', operation);
  refuseTaken(schema.sequences, 'sequence', operation);
  const renamed: Schema = {
    ...schema,
    tables,
    sequences: schema.sequences.map((sequence) =>
      sequence.name === from ? { ...sequence, name: to } : sequence,
    ),
  };
  const followed = withStoredSql(renamed, (sql) =>
    renameSequenceInSql(sql, from, to, schema.engine),
  );
  return withObjectsOf(followed, from, to);
}

/** The tables with the column that the sequence numbers under its new name; the same when there is none. */
function withSequenceOfColumn(schema: Schema, { from, to }: RenameObject): readonly Table[] {
  if (!tellsSequences(schema)) return schema.tables;
  return mapped(schema.tables, (table) => {
    const names = { from: table.name, to: table.name };
    const columns = mapped(table.columns, (column) =>
      sequenceOfColumn(column, table.name)?.name === from
        ? withSequenceKept(column, column, names, () => to)
        : column,
    );
    return columns === table.columns ? table : { ...table, columns };
  });
}

function renameTrigger(schema: Schema, operation: RenameObject): Schema {
  const { table, from } = operation;
  const triggers = renamedOnTable(schema.triggers, operation, schema);
  if (triggers !== schema.triggers)
    return withSubject({ ...schema, triggers }, 'TRIGGER', operation);
  throw missing(
    operation,
    `${table ?? 'the schema'} has no trigger "${from}"`,
    from,
    namesOf(schema.triggers),
  );
}

function renamePolicy(schema: Schema, operation: RenameObject): Schema {
  const { table, from } = operation;
  const policies = renamedOnTable(schema.policies, operation, schema);
  if (policies !== schema.policies)
    return withSubject({ ...schema, policies }, 'POLICY', operation);
  throw missing(
    operation,
    `${table ?? 'the schema'} has no policy "${from}"`,
    from,
    namesOf(schema.policies),
  );
}

interface OnTable {
  readonly name: string;
  readonly table: string | null;
  readonly definition: string;
}

function renamedOnTable<T extends OnTable>(
  list: readonly T[],
  { table, from, to, source }: RenameObject,
  { engine }: Schema,
): readonly T[] {
  const onTable = list.filter((one) => table === null || one.table === table);
  if (from !== to && has(onTable, to)) {
    throw refuse({ source }, `${table} already has "${to}"`, 'Choose another name.');
  }
  return mapped(list, (one) =>
    one.name === from && onTable.includes(one)
      ? { ...one, name: to, definition: renameInHead(one.definition, from, to, engine) }
      : one,
  );
}

/** The comments and settings of a trigger, policy or rule follow. */
function withSubject(schema: Schema, kind: PartRename['kind'], operation: RenameObject): Schema {
  const { table, from, to } = operation;
  return withPartNamed(schema, { kind, table, from, to });
}

function renameKept(schema: Schema, type: SchemaObjectType, operation: RenameObject): Schema {
  const { table, from, to } = operation;
  const objects = schema.objects ?? [];
  const is = (name: string) => (object: SchemaObject) =>
    object.type === type && object.name === name && object.table === table;
  const found = objects.find(is(from));
  if (!found) throw missingObject(objects, { type, table, name: from }, operation);
  if (from !== to && objects.some(is(to))) {
    throw refuse(operation, `there is already a "${to}"`, 'Choose another name.');
  }
  const bare = (name: string) => name.replace(/\s*\(.*$/s, '');
  const definition = renameInHead(found.definition, bare(from), bare(to), schema.engine);
  const renamed = withObjects(
    schema,
    objects.map((object) => (object === found ? { ...object, name: to, definition } : object)),
  );
  if (type === 'rule') return withSubject(renamed, 'RULE', operation);
  if (!/Type$/.test(type)) return renamed;
  const retyped = (name: string) =>
    name === from || name === `${from}[]` ? `${to}${name.slice(from.length)}` : name;
  const tables = mapped(renamed.tables, (owner) => {
    const columns = mapped(owner.columns, (column) =>
      retyped(column.type) === column.type ? column : { ...column, type: retyped(column.type) },
    );
    return columns === owner.columns ? owner : { ...owner, columns };
  });
  return withStoredSql({ ...renamed, tables }, (sql) =>
    renameTypeInSql(sql, from, to, schema.engine),
  );
}

function refuseTaken(
  list: readonly { readonly name: string }[],
  what: string,
  operation: Blamed & { readonly from: string; readonly to: string },
): void {
  const { from, to } = operation;
  if (from === to || !has(list, to)) return;
  throw refuse(operation, `there is already a ${what} "${to}"`, 'Choose another name.');
}

function namesOf(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

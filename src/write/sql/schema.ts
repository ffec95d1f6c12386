import type { DatabaseFunction, Schema, Table } from '../../model/schema.ts';
import { foreignKeySql } from './constraints.ts';
import { DDL_FORMS } from './forms.ts';
import { functionSql, policySql, triggerSql, virtualTableSql } from './programs.ts';
import { schemaObjectsSql } from './schema-object-order.ts';
import { dialectOf, sqlComment } from './statement.ts';
import { attachPartitionSql } from './table-properties.ts';
import { tableSql, tableWithoutForeignKeys } from './tables.ts';
import {
  domainSql,
  enumSql,
  extensionSql,
  namespaceSql,
  sequenceOwnerSql,
  sequenceSql,
} from './types.ts';
import { viewSql } from './views.ts';

/**
 * The DDL of a whole schema, in an order that runs on an empty database: what others need comes
 * first, foreign keys after all tables, views after what they read. Statements of the schema file
 * that were not understood stand at the end as comments.
 */
export function schemaSql(schema: Schema): readonly string[] {
  const [early, late] = functionsByNeed(schema);
  return [
    ...schema.namespaces.flatMap((namespace) => namespaceSql(namespace, schema)),
    ...schema.extensions.flatMap((extension) => extensionSql(extension, schema)),
    ...schema.enums.flatMap((type) => enumSql(type, schema)),
    ...schemaObjectsSql(schema, 'types'),
    ...schema.domains.flatMap((domain) => domainSql(domain, schema)),
    ...schema.sequences.flatMap((sequence) => sequenceSql({ ...sequence, ownedBy: null }, schema)),
    ...bodyChecks(schema),
    ...early.flatMap(functionSql),
    ...schemaObjectsSql(schema, 'functions'),
    ...tablesSql(schema),
    ...schema.sequences.flatMap((sequence) => sequenceOwnerSql(sequence, dialectOf(schema))),
    ...schema.virtualTables.flatMap((table) => virtualTableSql(table, schema)),
    ...late.flatMap(functionSql),
    ...schema.views.flatMap((view) => viewSql(view, schema)),
    ...schema.triggers.flatMap(triggerSql),
    ...schema.policies.flatMap(policySql),
    ...schemaObjectsSql(schema, 'tables'),
    ...schemaObjectsSql(schema, 'properties'),
    ...schema.opaque.map(({ text, reason }) =>
      sqlComment(`Not understood, because ${reason}`, text),
    ),
  ];
}

function bodyChecks(schema: Schema): readonly string[] {
  const unchecked = DDL_FORMS[schema.engine].checkedFunctionBodies && schema.functions.length > 0;
  return unchecked ? ['SET check_function_bodies = false;'] : [];
}

/** SQLite takes a foreign key only inside CREATE TABLE, but there before its parent exists. */
function tablesSql(schema: Schema): readonly string[] {
  if (!dialectOf(schema).altersColumnsInPlace) {
    return schema.tables.flatMap((table) => tableSql(table, schema));
  }
  return [
    ...schema.tables.flatMap((table) => tableWithoutForeignKeys(withoutParent(table), schema)),
    // A partition brings its indexes along, which then serve for those of its parent.
    ...schema.tables.flatMap(({ name, partition }) =>
      partition ? [attachPartitionSql(name, partition, dialectOf(schema))] : [],
    ),
    ...schema.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => foreignKeySql(key, table.name, schema)),
    ),
  ];
}

function withoutParent({ partition: _parent, ...table }: Table): Table {
  return table;
}

/**
 * Functions come before tables, which can need them in defaults, checks and indexes; those with a
 * table's row type in their signature come after. Bodies are not checked meanwhile, as in pg_dump.
 */
function functionsByNeed(
  schema: Schema,
): readonly [readonly DatabaseFunction[], readonly DatabaseFunction[]] {
  const tables = new Set(schema.tables.map(({ name }) => name));
  const late = schema.functions.filter((program) => takesTable(program, tables));
  return [schema.functions.filter((program) => !late.includes(program)), late];
}

function takesTable({ definition }: DatabaseFunction, tables: ReadonlySet<string>): boolean {
  const [signature = ''] = definition.split(/\bAS\b|\$|'/i);
  return (signature.match(/[\w.]+/g) ?? []).some((word) => tables.has(word));
}

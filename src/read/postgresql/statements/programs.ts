import type {
  AlterObjectSchemaStmt,
  AlterPolicyStmt,
  CreateExtensionStmt,
  CreateFunctionStmt,
  CreatePolicyStmt,
  CreateSchemaStmt,
  CreateTrigStmt,
} from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import { findTable } from '../../../model/schema.ts';
import { nameOfList, namespaceOf, qualified, relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** Functions and procedures, whole: what their bodies do is not read. */
export function createFunction(node: CreateFunctionStmt, { statement }: Reading): Bodies {
  const name = nameOfList(node.funcname);
  const replace = node.replace ?? false;
  return [{ kind: 'createFunction', function: { name, definition: statement.text }, replace }];
}

/** Triggers of tables and views, event triggers aside. */
export function createTrigger(node: CreateTrigStmt, { statement }: Reading): Bodies {
  const trigger = {
    name: node.trigname ?? '',
    table: relationName(node.relation),
    definition: statement.text,
  };
  return [{ kind: 'createTrigger', trigger }];
}

export function createPolicy(node: CreatePolicyStmt, { statement }: Reading): Bodies {
  const policy = {
    name: node.policy_name ?? '',
    table: relationName(node.table),
    definition: statement.text,
  };
  return [{ kind: 'createPolicy', policy }];
}

export function alterPolicy(node: AlterPolicyStmt, reading: Reading): Bodies {
  return [
    noEffect(reading, `changes the policy ${node.policy_name} of ${relationName(node.table)}`),
  ];
}

/** An extension that is there, under whatever schema a dump names it with, stays as it is. */
export function createExtension(node: CreateExtensionStmt, reading: Reading): Bodies {
  const name = node.extname ?? '';
  const isThere = reading.schema.extensions.some((other) => bareName(other.name) === name);
  if (isThere) return [noEffect(reading, 'makes sure of an extension that is there')];
  const version = nodesOf(node.options, 'DefElem').find(({ defname }) => defname === 'new_version');
  const pinned = nodeOf(version?.arg, 'String')?.sval ?? null;
  return [{ kind: 'createExtension', extension: { name, version: pinned } }];
}

export function createNamespace(node: CreateSchemaStmt, reading: Reading): Bodies {
  const namespace = node.schemaname ?? node.authrole?.rolename ?? '';
  if (node.schemaElts) throw new NotTold('it makes a schema and objects in it at once');
  if (namespace === 'public' || reading.schema.namespaces.includes(namespace)) {
    return [noEffect(reading, `would make the schema ${namespace}, which is there`)];
  }
  return [{ kind: 'createNamespace', namespace }];
}

/** ALTER … SET SCHEMA of a table is a rename; of anything else no dump shows it. */
export function setSchema(node: AlterObjectSchemaStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  if (node.objectType !== 'OBJECT_TABLE' || namespaceOf(name) === node.newschema) {
    return [noEffect(reading, `moves an object to the schema ${node.newschema}`)];
  }
  if (!findTable(reading.schema, name)) {
    return [noEffect(reading, `moves ${name}, which the schema file does not hold`)];
  }
  return [
    { kind: 'renameTable', from: name, to: qualified(node.newschema ?? null, bareName(name)) },
  ];
}

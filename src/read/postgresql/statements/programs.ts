import type {
  AlterObjectSchemaStmt,
  CreateExtensionStmt,
  CreateFunctionStmt,
  CreateSchemaStmt,
  CreateTrigStmt,
} from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import { findTable } from '../../../model/schema.ts';
import { nameOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { withoutPublic } from '../public-names.ts';
import { kindOfObject } from './object-names.ts';
import { optionNamed } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { movedTo, moveSequence, renameObject } from './rename-objects.ts';
import { typeObject } from './rename-types.ts';

/** Functions and procedures, whole: what their bodies do is not read. */
export function createFunction(node: CreateFunctionStmt, { statement }: Reading): Bodies {
  const name = nameOfList(node.funcname);
  const replace = node.replace ?? false;
  return [
    {
      kind: 'createFunction',
      function: { name, definition: withoutPublic(statement.text) },
      replace,
    },
  ];
}

/** Triggers of tables and views, event triggers aside. */
export function createTrigger(node: CreateTrigStmt, { statement }: Reading): Bodies {
  const trigger = {
    name: node.trigname ?? '',
    table: relationName(node.relation),
    definition: withoutPublic(statement.text),
  };
  return [{ kind: 'createTrigger', trigger }];
}

/** An extension that is there, under whatever schema a dump names it with, stays as it is. */
export function createExtension(node: CreateExtensionStmt, reading: Reading): Bodies {
  const name = node.extname ?? '';
  const isThere = reading.schema.extensions.some((other) => bareName(other.name) === name);
  if (isThere) return [noEffect(reading, 'makes sure of an extension that is there')];
  const version = nodesOf(node.options, 'DefElem').find(({ defname }) => defname === 'new_version');
  const pinned = nodeOf(version?.arg, 'String')?.sval ?? null;
  const home = nodeOf(optionNamed(node.options, 'schema')?.arg, 'String')?.sval ?? null;
  // As a dump of Rails 8.0 and newer names it, which leaves out public.
  const isElsewhere = reading.schema.complete && home !== null && home !== 'public';
  const extension = { name: isElsewhere ? `${home}.${name}` : name, version: pinned };
  return [{ kind: 'createExtension', extension }];
}

export function createNamespace(node: CreateSchemaStmt, reading: Reading): Bodies {
  const namespace = node.schemaname ?? node.authrole?.rolename ?? '';
  if (node.schemaElts) throw new NotTold('it makes a schema and objects in it at once');
  if (namespace === 'public' || reading.schema.namespaces.includes(namespace)) {
    return [noEffect(reading, `would make the schema ${namespace}, which is there`)];
  }
  return [{ kind: 'createNamespace', namespace }];
}

/** ALTER … SET SCHEMA is a rename. */
export function setSchema(node: AlterObjectSchemaStmt, reading: Reading): Bodies {
  const { objectType, newschema = 'public' } = node;
  if (!node.relation) return moveOther(node, newschema, reading);
  const from = relationName(node.relation);
  const to = movedTo(from, newschema);
  if (from === to) return [noEffect(reading, `moves ${from} to where it is`)];
  if (objectType === 'OBJECT_SEQUENCE') return moveSequence(from, to, reading);
  if (findTable(reading.schema, from)) {
    return [{ kind: 'renameTable', from, to, keepsNames: true }];
  }
  const isTable = objectType === 'OBJECT_TABLE' || objectType === undefined;
  if (!isTable) return renameObject(objectType, { name: from, table: null }, to, reading);
  if (node.missing_ok) return [noEffect(reading, `would move ${from}, which is not there`)];
  if (reading.schema.complete) throw new NotTold(`the schema holds no table "${from}"`);
  return [noEffect(reading, `moves ${from}, which the schema file does not hold`)];
}

function moveOther(node: AlterObjectSchemaStmt, namespace: string, reading: Reading): Bodies {
  const { schema } = reading;
  const name = kindOfObject(node.objectType)?.read(node.object).name ?? '';
  const to = movedTo(name, namespace);
  if (node.objectType === 'OBJECT_TYPE') {
    if (schema.enums.some((other) => other.name === name)) {
      return [{ kind: 'renameEnum', from: name, to }];
    }
    const type = typeObject(schema, name)?.type;
    if (type) return [{ kind: 'renameObject', type, table: null, from: name, to }];
  }
  return renameObject(node.objectType, { name, table: null }, to, reading);
}

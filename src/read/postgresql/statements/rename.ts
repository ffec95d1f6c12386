import type { ObjectType, RenameStmt } from '@pgsql/types';
import { indexOwner } from '../../../apply/lookup.ts';
import { constraintNames } from '../../../dialect/postgresql/free-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { findColumn, findTable, type Table } from '../../../model/schema.ts';
import { nameOfList, namespaceOf, qualified, relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { kindOfObject } from './object-names.ts';
import { withOnly } from './only.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { moveSequence, renameObject } from './rename-objects.ts';
import { renameAttribute, renameDomainConstraint, typeObject } from './rename-types.ts';

type ReadRename = (node: RenameStmt, reading: Reading) => Bodies;

const RENAMES: { readonly [T in ObjectType]?: ReadRename } = {
  OBJECT_TABLE: renameTable,
  OBJECT_COLUMN: renameColumn,
  OBJECT_INDEX: renameIndex,
  OBJECT_TABCONSTRAINT: renameConstraint,
  OBJECT_TYPE: renameType,
  OBJECT_SCHEMA: ({ subname = '', newname = '' }) => [
    { kind: 'renameNamespace', from: subname, to: newname },
  ],
  OBJECT_VIEW: renameView,
  OBJECT_MATVIEW: renameView,
  OBJECT_SEQUENCE: (node, reading) => {
    const from = relationName(node.relation);
    return moveSequence(from, renamed(from, node.newname), reading);
  },
  OBJECT_ATTRIBUTE: renameAttribute,
  OBJECT_DOMCONSTRAINT: renameDomainConstraint,
};

/** ALTER … RENAME TO. */
export function rename(node: RenameStmt, reading: Reading): Bodies {
  const read = RENAMES[node.renameType ?? 'OBJECT_ACCESS_METHOD'];
  return read ? read(node, reading) : renameOther(node, reading);
}

/** Objects that stand beside the tables; a Ruby schema file may leave them out. */
function renameOther(node: RenameStmt, reading: Reading): Bodies {
  const about = node.relation
    ? { name: node.subname ?? '', table: relationName(node.relation) }
    : kindOfObject(node.renameType)?.read(node.object);
  const name = about?.name ?? '';
  const list = /\(.*$/s.exec(name)?.[0] ?? '';
  const bare = name.slice(0, name.length - list.length);
  const method = / USING \w+$/.exec(bare)?.[0] ?? '';
  const plain = bare.slice(0, bare.length - method.length);
  const to = about?.table == null ? renamed(plain, node.newname) : (node.newname ?? '');
  const from = { name, table: about?.table ?? null };
  return renameObject(node.renameType, from, `${to}${method}${list}`, reading);
}

/** The new name stands in the old one's schema. */
function renamed(name: string, to: string | undefined): string {
  return qualified(namespaceOf(name), to ?? '');
}

function missing(node: RenameStmt, name: string, reading: Reading): Bodies {
  if (node.missing_ok || name.includes('.')) {
    return [noEffect(reading, `renames ${name}, which the schema file does not hold`)];
  }
  throw new NotTold(`the schema holds no "${name}"`);
}

/**
 * Unlike `rename_table`, SQL leaves the names of the key's index and of sequences as they are. A
 * sequence that is not called after its table makes no serial column for Rails.
 */
function* renameTable(node: RenameStmt, reading: Reading): Bodies {
  const from = relationName(node.relation);
  const to = renamed(from, node.newname);
  const table = findTable(reading.schema, from);
  if (!table) {
    const isIndex = indexOwner(reading.schema, bareName(from)) !== null;
    yield* isIndex ? renameIndex(node, reading) : missing(node, from, reading);
    return;
  }
  yield { kind: 'renameTable', from, to, keepsNames: true };
}

function* renameColumn(node: RenameStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const table = findTable(reading.schema, name);
  const from = node.subname ?? '';
  const column = table && findColumn(table, from);
  if (node.relationType !== 'OBJECT_TABLE' && reading.schema.complete && !table) {
    throw new NotTold(`migdocs does not know what ${name} is with another column`);
  } else if (node.relationType !== 'OBJECT_TABLE' && !table) {
    yield noEffect(reading, `renames a column of ${name}`);
  } else if (!table || !column) {
    yield* missing(node, table ? `${name}.${from}` : name, reading);
  } else {
    const to = node.newname ?? '';
    const on = { table: name, schema: reading.schema };
    yield* withOnly(node.relation, on, [{ kind: 'renameColumn', table: name, from, to }]);
  }
}

function renameIndex(node: RenameStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const from = bareName(name);
  const to = node.newname ?? '';
  const table = indexOwner(reading.schema, from);
  if (table !== null) return [{ kind: 'renameIndex', table, from, to }];
  const owner = reading.schema.tables.find((other) => constraintOf(other, from) !== null);
  if (owner) return renamePart(owner, from, to);
  // A dump of Rails does not tell the names of primary keys.
  if (/_pk(?:ey)?$/.test(from)) return [noEffect(reading, 'renames the index of a primary key')];
  return missing(node, name, reading);
}

function renameConstraint(node: RenameStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const table = findTable(reading.schema, name);
  if (!table) return missing(node, name, reading);
  const told = renamePart(table, node.subname ?? '', node.newname ?? '');
  return withOnly(node.relation, { table: name, schema: reading.schema }, told);
}

/** What kind of part has the name; null when the table has none. */
function constraintOf(table: Table, name: string): 'constraint' | 'index' | null {
  if (constraintNames(table).includes(name)) return 'constraint';
  return table.indexes.some((index) => index.name === name) ? 'index' : null;
}

/** What renames the part of the table that has the name; a unique constraint may be dumped as an index. */
function renamePart(table: Table, from: string, to: string): readonly OperationBody[] {
  const kind = constraintOf(table, from);
  if (kind === null) throw new NotTold(`the schema holds no constraint "${from}" of ${table.name}`);
  if (kind === 'index') return [{ kind: 'renameIndex', table: table.name, from, to }];
  return [{ kind: 'renameConstraint', table: table.name, from, to }];
}

function renameType(node: RenameStmt, reading: Reading): Bodies {
  const from = nameOfList(nodeOf(node.object, 'List')?.items);
  const isEnum = reading.schema.enums.some(({ name }) => name === from);
  if (isEnum) return [{ kind: 'renameEnum', from, to: renamed(from, node.newname) }];
  const users = reading.schema.tables.filter((table) =>
    table.columns.some(({ type }) => type.replace('[]', '') === from),
  );
  const kept = typeObject(reading.schema, from);
  if (kept) {
    const to = renamed(from, node.newname);
    return [{ kind: 'renameObject', type: kept.type, table: null, from, to }];
  }
  if (users.length === 0) return [noEffect(reading, `renames the type ${from}`)];
  throw new NotTold(`the schema file does not tell what the type "${from}" is`);
}

function renameView(node: RenameStmt, reading: Reading): Bodies {
  const from = relationName(node.relation);
  const view = reading.schema.views.find(({ name }) => name === from);
  if (!view) return [noEffect(reading, `renames the view ${from}, which the schema file omits`)];
  const to = renamed(from, node.newname);
  if (reading.schema.complete) {
    return [{ kind: 'renameObject', type: 'view', table: null, from, to }];
  }
  const { materialized } = view;
  return [
    { kind: 'dropView', view: from, materialized, ifExists: false, cascade: false },
    { kind: 'createView', view: { ...view, name: to }, replace: false },
  ];
}

import type { ObjectType, RenameStmt } from '@pgsql/types';
import { indexOwner } from '../../../apply/lookup.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { type Column, findColumn, findTable, type Table } from '../../../model/schema.ts';
import { nameOfList, namespaceOf, qualified, relationName } from '../names.ts';
import { nodeOf } from '../nodes.ts';
import { constraintNames, sequenceTaken, serialSequence } from './default-names.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

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
  OBJECT_SEQUENCE: renameSequence,
};

/** ALTER … RENAME TO. */
export function rename(node: RenameStmt, reading: Reading): Bodies {
  const read = RENAMES[node.renameType ?? 'OBJECT_ACCESS_METHOD'];
  return read ? read(node, reading) : [noEffect(reading, 'renames an object that is no table')];
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
  yield { kind: 'renameTable', from, to };
  for (const column of table.columns) {
    yield* keptSequence(column, serialSequence(from, column.name), to, reading);
  }
}

function* renameColumn(node: RenameStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const table = findTable(reading.schema, name);
  const from = node.subname ?? '';
  const column = table && findColumn(table, from);
  if (node.relationType !== 'OBJECT_TABLE') {
    yield noEffect(reading, `renames a column of ${name}`);
  } else if (!table || !column) {
    yield* missing(node, table ? `${name}.${from}` : name, reading);
  } else {
    yield { kind: 'renameColumn', table: name, from, to: node.newname ?? '' };
  }
}

/** The column that was serial before the rename, with its sequence's name as it was. */
function keptSequence(before: Column, sequence: string, to: string, { schema }: Reading): Bodies {
  const table = findTable(schema, to);
  const column = table && findColumn(table, before.name);
  const isSerial = before.autoIncrement === 'sequence' && column?.autoIncrement === 'sequence';
  if (!column || !isSerial || sequence === serialSequence(to, column.name)) return [];
  const sql = `nextval('${sequence}'::regclass)`;
  const kept: Column = { ...column, autoIncrement: null, default: { kind: 'expression', sql } };
  return [
    {
      ...{ kind: 'setColumn', table: to, column: kept, using: null, position: null },
      impliedBy: `the rename leaves the sequence ${sequence} its name`,
    },
  ];
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
  return renamePart(table, node.subname ?? '', node.newname ?? '');
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
  if (users.length === 0) return [noEffect(reading, `renames the type ${from}`)];
  throw new NotTold(`the schema file does not tell what the type "${from}" is`);
}

function renameView(node: RenameStmt, reading: Reading): Bodies {
  const from = relationName(node.relation);
  const view = reading.schema.views.find(({ name }) => name === from);
  if (!view) return [noEffect(reading, `renames the view ${from}, which the schema file omits`)];
  const { materialized } = view;
  return [
    { kind: 'dropView', view: from, materialized, ifExists: false, cascade: false },
    { kind: 'createView', view: { ...view, name: renamed(from, node.newname) }, replace: false },
  ];
}

/** Columns that take from the sequence name it in their default. */
function* renameSequence(node: RenameStmt, reading: Reading): Bodies {
  const from = relationName(node.relation);
  const to = renamed(from, node.newname);
  yield noEffect(reading, `renames the sequence ${from}`);
  for (const table of reading.schema.tables) {
    for (const column of table.columns) {
      const changed = renumbered(column, table, from, to);
      if (changed) {
        const impliedBy = `the sequence ${from} is renamed`;
        const set = { kind: 'setColumn', table: table.name, column: changed } as const;
        yield { ...set, using: null, position: null, impliedBy };
      }
    }
  }
}

/** The column when its sequence has another name; null when it takes from another one. */
function renumbered(column: Column, table: Table, from: string, to: string): Column | null {
  if (sequenceTaken(column, table.name) !== from) return null;
  if (to === serialSequence(table.name, column.name))
    return { ...column, autoIncrement: 'sequence', default: null };
  const sql = `nextval('${to}'::regclass)`;
  return { ...column, autoIncrement: null, default: { kind: 'expression', sql } };
}

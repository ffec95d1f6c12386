import { has } from '../../../apply/lookup.ts';
import { objectName, serialSequence } from '../../../dialect/postgresql/default-names.ts';
import {
  constraintNameTaken,
  freeName,
  nameAddition,
  relationNameTaken,
} from '../../../dialect/postgresql/free-names.ts';
import { withNotNullNamesKept } from '../../../dialect/postgresql/not-null-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type { Column, Index, Schema, Table } from '../../../model/schema.ts';
import { SqlText } from '../sql-text.ts';
import { TableDraft } from './table-parts.ts';

/** What LIKE … INCLUDING takes along, as bits (src/include/nodes/parsenodes.h, PostgreSQL 18). */
const LIKE_BITS = {
  comments: 1 << 0,
  constraints: 1 << 2,
  defaults: 1 << 3,
  generated: 1 << 4,
  identity: 1 << 5,
  indexes: 1 << 6,
} as const;

/**
 * LIKE: the columns with their types, collations and NOT NULL, and of the rest what INCLUDING names.
 *
 * @see {@link https://www.postgresql.org/docs/18/sql-createtable.html | CREATE TABLE}
 */
export function copyLike(draft: TableDraft, from: Table, options: number): void {
  const includes = (part: keyof typeof LIKE_BITS) => (options & LIKE_BITS[part]) !== 0;
  draft.addColumns(
    named(draft, from).map((column) => {
      const isSerial = column.autoIncrement === 'sequence';
      const isIdentity = column.autoIncrement !== null && !isSerial;
      const { sequence: _sequence, ...copied } = column;
      return {
        ...copied,
        default: includes('defaults') ? defaultOfCopy(column, from) : null,
        generated: includes('generated') ? column.generated : null,
        autoIncrement: isIdentity && includes('identity') ? column.autoIncrement : null,
        comment: includes('comments') ? column.comment : null,
      };
    }),
  );
  if (includes('constraints')) copyChecks(draft, from);
  if (includes('indexes')) copyIndexes(draft, from);
}

/** The columns of the original with the names that their NOT NULL keeps in the copy. */
function named({ schema, table }: TableDraft, from: Table): Table['columns'] {
  return withNotNullNamesKept(schema, from, { ...table, columns: from.columns }).columns;
}

/** A copy takes its numbers from the sequence of the original. */
function defaultOfCopy(column: Column, from: Table): Column['default'] {
  if (column.autoIncrement !== 'sequence') return column.default;
  const sequence = column.sequence?.name ?? serialSequence(from.name, column.name);
  return { kind: 'expression', sql: `nextval('${sequence}'::regclass)` };
}

/** INHERITS: the parent's columns with defaults and NOT NULL, and its checks; no keys, no indexes. */
export function inheritFrom(draft: TableDraft, parent: Table): void {
  draft.addColumns(parent.columns.map((column) => inherited(column, parent)));
  const checkConstraints = parent.checkConstraints.filter(({ inherited: is }) => is !== false);
  copyChecks(draft, { ...parent, checkConstraints });
}

/** Comments, statistics and the names of constraints stay with the parent. */
function inherited(parts: Column, parent: Table): Column {
  const { statistics: _statistics, sequence: _sequence, notNullName: _name, ...column } = parts;
  return { ...column, comment: null, ...unnumbered(parts, parent) };
}

function unnumbered(column: Column, from: Table): Pick<Column, 'autoIncrement' | 'default'> {
  return { autoIncrement: null, default: defaultOfCopy(column, from) };
}

/**
 * PARTITION OF: as INHERITS, and with keys, indexes and foreign keys like the parent's. In a schema that
 * tells which table is a partition, they come with that.
 */
export function partitionOf(draft: TableDraft, parent: Table): void {
  inheritFrom(draft, parent);
  if (draft.schema.complete) return;
  copyIndexes(draft, parent);
  draft.change((table) => ({
    ...table,
    foreignKeys: [...table.foreignKeys, ...parent.foreignKeys],
  }));
}

function copyChecks(draft: TableDraft, from: Table): void {
  draft.change((table) => ({
    ...table,
    checkConstraints: [
      ...table.checkConstraints,
      ...from.checkConstraints.filter(({ name }) => !has(table.checkConstraints, name)),
    ],
  }));
}

/** Indexes of a copy are named anew, as if they had been made without a name. */
function copyIndexes(draft: TableDraft, from: Table): void {
  if (from.primaryKey) {
    const name = objectName(bareName(draft.table.name), null, 'pkey');
    const primaryKey = { ...from.primaryKey, name };
    draft.change((table) => ({ ...table, primaryKey }));
  }
  for (const constraint of from.uniqueConstraints) {
    const { table, schema } = draft;
    const name = freeName(
      table.name,
      nameAddition(constraint.columns),
      'key',
      relationNameTaken(schema, table),
    );
    draft.change((before) => ({
      ...before,
      uniqueConstraints: [...before.uniqueConstraints, { ...constraint, name }],
    }));
  }
  for (const constraint of from.exclusionConstraints) {
    const { table, schema } = draft;
    const name = freeName(table.name, 'excl', 'excl', constraintNameTaken(schema, table));
    draft.change((before) => ({
      ...before,
      exclusionConstraints: [...before.exclusionConstraints, { ...constraint, name }],
    }));
  }
  for (const index of from.indexes) {
    const name = copiedIndexName(draft, index);
    draft.change((table) => ({ ...table, indexes: [...table.indexes, { ...index, name }] }));
  }
}

function copiedIndexName({ table, schema }: TableDraft, { parts }: Index): string {
  const columns = parts.map(
    ({ column, expression }) => column ?? /^\w+(?=\()/.exec(expression ?? '')?.[0] ?? 'expr',
  );
  return freeName(table.name, nameAddition(columns), 'idx', relationNameTaken(schema, table));
}

/** What attaching makes a partition get: the keys and indexes of the parent that it has none like. */
export function missingParts(
  child: Table,
  parent: Table,
  schema: Schema,
): readonly OperationBody[] {
  const draft = new TableDraft(child, schema, new SqlText(''));
  const on = { table: child.name };
  const like = (left: Index, right: Index) =>
    JSON.stringify({ ...left, name: '', comment: null }) ===
    JSON.stringify({ ...right, name: '', comment: null });
  const bodies: OperationBody[] = [];
  if (parent.primaryKey && !child.primaryKey) {
    bodies.push({ kind: 'addPrimaryKey', ...on, primaryKey: { ...parent.primaryKey, name: null } });
  }
  for (const index of parent.indexes) {
    if (child.indexes.some((own) => like(own, index))) continue;
    const added = { ...index, name: copiedIndexName(draft, index) };
    draft.change((table) => ({ ...table, indexes: [...table.indexes, added] }));
    const plain = { ifNotExists: false, concurrently: false };
    bodies.push({ kind: 'addIndex', ...on, index: added, ...plain });
  }
  for (const foreignKey of parent.foreignKeys) {
    const same = child.foreignKeys.some(
      (own) =>
        own.toTable === foreignKey.toTable && own.columns.join() === foreignKey.columns.join(),
    );
    if (!same) bodies.push({ kind: 'addForeignKey', ...on, foreignKey, ifNotExists: false });
  }
  return bodies;
}

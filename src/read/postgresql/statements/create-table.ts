import type { ColumnDef, CreateStmt, Node, PartitionSpec, RangeVar, TypeName } from '@pgsql/types';
import { tableOptionsText } from '../../../dialect/postgresql/table-options.ts';
import { emptyTable } from '../../../model/empty-table.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { typeOf } from '../types.ts';
import { columnOf, type DefinedColumn } from './columns.ts';
import { compositeColumns } from './composite-types.ts';
import { copyLike, inheritFrom, partitionOf } from './copied-parts.ts';
import { defaultOf } from './defaults.ts';
import { printedName, storageParameters } from './option-values.ts';
import { boundText } from './partition-bound.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { TableDraft } from './table-parts.ts';

/** CREATE TABLE, with what its clauses take from other tables. */
export function createTable(node: CreateStmt, reading: Reading): Bodies {
  if (isTemporary(node.relation)) return [noEffect(reading, 'makes a temporary table')];
  const { schema, statement } = reading;
  const draft = new TableDraft(emptyTable(relationName(node.relation)), schema, statement.source);
  addParents(draft, node);
  if (node.ofTypename) draft.addColumns(columnsOfType(node.ofTypename, reading));
  const elements = (node.tableElts ?? []).map((element) => elementOf(element, draft, reading));
  addColumns(draft, elements, reading);
  for (const element of elements) addConstraints(draft, element);
  const table = {
    ...(node.partbound ? withoutOwnMarks(draft.table) : draft.table),
    options: optionsOf(node, reading),
    ...(node.relation?.relpersistence === 'u' ? { unlogged: true as const } : {}),
    ...partitionOfParent(node, draft),
  };
  return [{ kind: 'createTable', table, ifNotExists: node.if_not_exists ?? false }];
}

/** A partition has nothing of its own that its parent has (MergeWithExistingConstraint). */
function withoutOwnMarks(table: Table): Table {
  const checkConstraints = table.checkConstraints.map(({ local: _local, ...check }) => check);
  return { ...table, checkConstraints };
}

/** Temporary tables live in a schema of the session, which is no part of a dump. */
export function isTemporary(relation: RangeVar | undefined): boolean {
  return relation?.relpersistence === 't' || /^pg_temp\b/.test(relation?.schemaname ?? '');
}

function addParents(draft: TableDraft, { inhRelations, partbound }: CreateStmt): void {
  for (const range of nodesOf(inhRelations, 'RangeVar')) {
    const parent = known(draft.schema, range);
    if (partbound) partitionOf(draft, parent);
    else inheritFrom(draft, parent);
  }
}

/** @throws {NotTold} when the schema does not hold the table, as with one that no dump shows. */
function known(schema: Schema, range: RangeVar | undefined): Table {
  const name = relationName(range);
  const table = findTable(schema, name);
  if (!table) throw new NotTold(`the schema holds no table "${name}" to take columns from`);
  return table;
}

/** One part of the parentheses; `defined` for a column with its type. */
interface Element {
  readonly node: Node;
  readonly defined: DefinedColumn | null;
}

function elementOf(node: Node, draft: TableDraft, reading: Reading): Element {
  const definition = nodeOf(node, 'ColumnDef');
  const defined = definition?.typeName ? definedColumn(definition, draft, reading) : null;
  return { node, defined };
}

/** Columns one behind the other are added at once: tables can have hundreds. */
function addColumns(draft: TableDraft, elements: readonly Element[], reading: Reading): void {
  let waiting: Column[] = [];
  for (const { node, defined } of elements) {
    if (defined) {
      waiting.push(defined.column);
      continue;
    }
    if ('Constraint' in node) continue;
    draft.addColumns(waiting, true);
    waiting = [];
    addOther(draft, node, reading);
  }
  draft.addColumns(waiting, true);
}

/** LIKE; and a column without a type, of which a partition or a table of a type says more. */
function addOther(draft: TableDraft, node: Node, reading: Reading): void {
  const definition = nodeOf(node, 'ColumnDef');
  if (definition) draft.changeColumn(withOwnClauses(definition, draft, reading));
  const like = nodeOf(node, 'TableLikeClause');
  if (like) copyLike(draft, known(draft.schema, like.relation), like.options ?? 0);
}

function definedColumn(definition: ColumnDef, draft: TableDraft, reading: Reading) {
  const { schema, statement } = reading;
  return columnOf(definition, draft.table.name, statement.source, schema.complete ?? false);
}

/** The column that is there, with the default and NOT NULL of the clauses. */
function withOwnClauses(definition: ColumnDef, draft: TableDraft, reading: Reading): Column {
  const { colname = '' } = definition;
  const before = findColumn(draft.table, colname);
  if (!before) throw new NotTold(`there is no column "${colname}" to say more of`);
  // Only clauses that stand beside the type are taken from what is read.
  const typeName = { names: [{ String: { sval: 'text' } }] };
  const { column } = definedColumn({ ...definition, typeName }, draft, reading);
  const clause = nodesOf(definition.constraints, 'Constraint').find(
    ({ contype }) => contype === 'CONSTR_DEFAULT',
  );
  const { source } = reading.statement;
  const stated = clause?.raw_expr ? defaultOf(clause.raw_expr, before.type, source) : null;
  return {
    ...before,
    nullable: before.nullable && column.nullable,
    default: clause ? stated : before.default,
  };
}

function addConstraints(draft: TableDraft, { node, defined }: Element): void {
  const constraint = nodeOf(node, 'Constraint');
  if (constraint) draft.addConstraint(constraint, null);
  for (const own of defined?.constraints ?? [])
    draft.addConstraint(own, defined?.column.name ?? '');
}

function partitionOfParent(node: CreateStmt, { schema }: TableDraft): Pick<Table, 'partition'> {
  if (!node.partbound) return {};
  const parent = known(schema, nodesOf(node.inhRelations, 'RangeVar')[0]);
  return { partition: { parent: parent.name, bound: boundText(node.partbound, parent) } };
}

/** OF: the columns are the attributes of a composite type. */
function columnsOfType(type: TypeName, { schema }: Reading): readonly Column[] {
  const name = typeOf(type);
  const columns = compositeColumns(schema, name);
  if (!columns) throw new NotTold(`the schema holds no type "${name}" to take columns from`);
  return columns;
}

/**
 * INHERITS and PARTITION BY, which Active Record dumps as `options:` since 8.0 (`table_options`), and
 * how the rows are stored.
 */
function optionsOf(node: CreateStmt, reading: Reading): string | null {
  const { file } = reading;
  const isPartitioned = node.partspec !== undefined;
  const parameters = storageParameters(node.options);
  const method = node.accessMethod ?? (isPartitioned ? null : (file?.accessMethod ?? null));
  const tablespace = node.tablespacename ?? file?.tablespace ?? null;
  return tableOptionsText({
    inherits: node.partbound ? [] : nodesOf(node.inhRelations, 'RangeVar').map(relationName),
    partitionBy: node.partspec ? partitionKey(node.partspec, reading) : null,
    using: method === null || method === 'heap' ? null : printedName(method),
    parameters: parameters === '' ? null : parameters,
    tablespace: tablespace === null ? null : printedName(tablespace),
  });
}

const STRATEGIES: { readonly [strategy: string]: string } = {
  PARTITION_STRATEGY_LIST: 'LIST',
  PARTITION_STRATEGY_RANGE: 'RANGE',
  PARTITION_STRATEGY_HASH: 'HASH',
};

/** As pg_get_partkeydef prints it: `RANGE (created_at)`. */
function partitionKey(spec: PartitionSpec, { statement }: Reading): string {
  const { source } = statement;
  const params = nodesOf(spec.partParams, 'PartitionElem');
  const names = params.flatMap(({ name }) => (name === undefined ? [] : [printedName(name)]));
  const strategy = STRATEGIES[spec.strategy ?? ''] ?? '';
  if (names.length === params.length) return `${strategy} (${names.join(', ')})`;
  const written = source.enclosed(source.characterAt(spec.location ?? 0));
  return `${strategy} (${written?.text ?? ''})`;
}

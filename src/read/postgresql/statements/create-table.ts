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
import { columnOf } from './columns.ts';
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
  const elements = node.tableElts ?? [];
  for (const element of elements) addColumn(draft, element, reading);
  for (const element of elements) addConstraints(draft, element, reading);
  const table = {
    ...draft.table,
    options: optionsOf(node, reading),
    ...(node.relation?.relpersistence === 'u' ? { unlogged: true as const } : {}),
    ...partitionOfParent(node, draft),
  };
  return [{ kind: 'createTable', table, ifNotExists: node.if_not_exists ?? false }];
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

function addColumn(draft: TableDraft, element: Node, reading: Reading): void {
  const definition = nodeOf(element, 'ColumnDef');
  if (definition?.typeName) draft.addColumns([definedColumn(definition, draft, reading).column]);
  // A partition, or a table of a type, names a column without one to give it a default.
  else if (definition) draft.changeColumn(withOwnClauses(definition, draft, reading));
  const like = nodeOf(element, 'TableLikeClause');
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

function addConstraints(draft: TableDraft, element: Node, reading: Reading): void {
  const definition = nodeOf(element, 'ColumnDef');
  const constraint = nodeOf(element, 'Constraint');
  if (constraint) draft.addConstraint(constraint, null);
  if (!definition?.typeName) return;
  const { constraints, column } = definedColumn(definition, draft, reading);
  for (const own of constraints) draft.addConstraint(own, column.name);
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

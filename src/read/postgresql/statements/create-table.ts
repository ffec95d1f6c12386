import type { CreateStmt, Node, PartitionSpec, RangeVar } from '@pgsql/types';
import { quoteIdentifier } from '../../../dialect/postgresql/quoting.ts';
import { emptyTable } from '../../../model/empty-table.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { columnOf } from './columns.ts';
import { copyLike, inheritFrom, partitionOf } from './copied-parts.ts';
import { inheritsOption } from './inheritance.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { TableDraft } from './table-parts.ts';

/** CREATE TABLE, with what its clauses take from other tables. */
export function createTable(node: CreateStmt, reading: Reading): Bodies {
  if (isTemporary(node.relation)) return [noEffect(reading, 'makes a temporary table')];
  if (node.ofTypename) throw new NotTold('its columns are those of a type');
  const { schema, statement } = reading;
  const draft = new TableDraft(emptyTable(relationName(node.relation)), schema, statement.source);
  addParents(draft, node);
  const elements = node.tableElts ?? [];
  for (const element of elements) addColumn(draft, element, reading);
  for (const element of elements) addConstraints(draft, element, reading);
  const options = optionsOf(node, reading);
  const table = { ...draft.table, options };
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

function addColumn(draft: TableDraft, element: Node, { statement }: Reading): void {
  const definition = nodeOf(element, 'ColumnDef');
  // A partition names columns without a type to give them a default.
  if (definition?.typeName) {
    draft.addColumns([columnOf(definition, draft.table.name, statement.source).column]);
  }
  const like = nodeOf(element, 'TableLikeClause');
  if (like) copyLike(draft, known(draft.schema, like.relation), like.options ?? 0);
}

function addConstraints(draft: TableDraft, element: Node, { statement }: Reading): void {
  const definition = nodeOf(element, 'ColumnDef');
  const constraint = nodeOf(element, 'Constraint');
  if (constraint) draft.addConstraint(constraint, null);
  if (!definition?.typeName) return;
  const { constraints, column } = columnOf(definition, draft.table.name, statement.source);
  for (const own of constraints) draft.addConstraint(own, column.name);
}

/**
 * INHERITS and PARTITION BY, which Active Record dumps as `options:` since 8.0 (`table_options`); a
 * partition counts as a table that inherits.
 */
function optionsOf(node: CreateStmt, reading: Reading): string | null {
  const parents = nodesOf(node.inhRelations, 'RangeVar').map(({ relname }) => relname ?? '');
  if (parents.length > 0) return inheritsOption(parents);
  return node.partspec ? `PARTITION BY ${partitionKey(node.partspec, reading)}` : null;
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

function printedName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : quoteIdentifier(name);
}

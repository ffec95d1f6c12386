import type { IndexElem, Node } from '@pgsql/types';
import { quoteIdentifier, quoteTable } from '../../dialect/postgresql/quoting.ts';
import { isPlainIdentifier } from '../../dialect/reserved-words.ts';
import type { Operation } from '../../model/operation.ts';
import type { Column, Index, IndexPart, Schema, Table } from '../../model/schema.ts';
import { nameOfList } from './names.ts';
import { kindOf, nodesOf } from './nodes.ts';
import { parsePostgresql } from './parse.ts';
import { isDefaultOpclass } from './statements/indexes.ts';
import type { StoredQueries } from './stored-query.ts';

/** Reads expressions over a schema; the schema holds the table that they are of. */
type QueriesOf = (schema: Schema) => StoredQueries;

/**
 * The operation with the expressions of its indexes and generated columns as the server prints
 * them. What is not known for sure stays as it was written.
 */
export function withStoredExpressions<O extends Operation>(
  operation: O,
  schema: Schema,
  queriesOf: QueriesOf,
): O {
  switch (operation.kind) {
    case 'addIndex': {
      if (!hasExpression(operation.index)) return operation;
      const queries = queriesOf(schema);
      return { ...operation, index: storedIndex(operation.index, operation.table, queries) };
    }
    case 'createTable': {
      const { table } = operation;
      if (!table.indexes.some(hasExpression) && !table.columns.some(isGenerated)) return operation;
      const queries = queriesOf(withTable(schema, table));
      return { ...operation, table: storedTable(table, queries) };
    }
    case 'addColumn':
    case 'setColumn': {
      const { column } = operation;
      const table = schema.tables.find(({ name }) => name === operation.table);
      if (!isGenerated(column) || !table) return operation;
      const queries = queriesOf(
        withTable(schema, { ...table, columns: [...table.columns, column] }),
      );
      return { ...operation, column: storedColumn(column, operation.table, queries) };
    }
    default:
      return operation;
  }
}

function withTable(schema: Schema, table: Table): Schema {
  const others = schema.tables.filter(({ name }) => name !== table.name);
  return { ...schema, tables: [...others, table] };
}

function hasExpression({ where, parts }: Index): boolean {
  return where !== null || parts.some(({ expression }) => expression !== null);
}

function isGenerated({ generated }: Column): boolean {
  return generated !== null;
}

function storedTable(table: Table, queries: StoredQueries): Table {
  return {
    ...table,
    columns: table.columns.map((column) => storedColumn(column, table.name, queries)),
    indexes: table.indexes.map((index) => storedIndex(index, table.name, queries)),
  };
}

function storedColumn(column: Column, table: string, queries: StoredQueries): Column {
  const { generated } = column;
  const node = generated && indexOf(`((${generated.expression}\n))`, table)?.elements[0]?.expr;
  if (!generated || !node) return column;
  const stored = queries.expression(node, table, 'value');
  if (!('value' in stored)) return column;
  return { ...column, generated: { ...generated, expression: stored.value } };
}

function storedIndex(index: Index, table: string, queries: StoredQueries): Index {
  const where = index.where === null ? null : storedPredicate(index.where, table, queries);
  return {
    ...index,
    where,
    parts: index.parts.map((part) => storedPart(part, index.using ?? 'btree', table, queries)),
  };
}

function storedPredicate(where: string, table: string, queries: StoredQueries): string {
  const node = indexOf(`(1)) WHERE (${where}\n`, table)?.where;
  const stored = node && queries.expression(node, table, 'predicate');
  return stored && 'value' in stored ? stored.value : where;
}

/** All elements of the index are in one part where one of them is an expression. */
function storedPart(
  part: IndexPart,
  method: string,
  table: string,
  queries: StoredQueries,
): IndexPart {
  if (part.expression === null) return part;
  const elements = indexOf(part.expression, table)?.elements;
  const printed = elements?.map((element) => storedElement(element, method, table, queries));
  if (!printed?.every((text) => text !== null)) return part;
  return { ...part, expression: printed.join(', ') };
}

interface Parsed {
  readonly elements: readonly IndexElem[];
  readonly where: Node | undefined;
}

/** What stands between the parentheses of an index; null where that is no list of one. */
function indexOf(list: string, table: string): Parsed | null {
  const [only, ...others] = parsePostgresql(`CREATE INDEX ON ${quoteTable(table)} (${list}\n)`);
  if (!only || others.length > 0 || only.node === null || !('IndexStmt' in only.node)) return null;
  const { indexParams, whereClause } = only.node.IndexStmt;
  return { elements: nodesOf(indexParams, 'IndexElem'), where: whereClause };
}

/**
 * One element with what is said of it. A column and a call stand alone, all else in parentheses
 * (pg_get_indexdef_worker of ruleutils.c).
 */
function storedElement(
  element: IndexElem,
  method: string,
  table: string,
  queries: StoredQueries,
): string | null {
  const { name, expr, collation, ordering, nulls_ordering: nulls } = element;
  if (collation) return null;
  const text = expr ? storedValue(expr, table, queries) : spelt(name ?? '');
  if (text === null) return null;
  const opclass = isDefaultOpclass(element.opclass, method) ? '' : nameOfList(element.opclass);
  const words = [text, opclass, ORDER.get(ordering ?? '') ?? '', nullsWords(ordering, nulls)];
  return words.filter((word) => word !== '').join(' ');
}

const ORDER: ReadonlyMap<string, string> = new Map([['SORTBY_DESC', 'DESC']]);

/** NULLS LAST goes without saying in ascending order, NULLS FIRST in descending. */
function nullsWords(order: string | undefined, nulls: string | undefined): string {
  const descends = order === 'SORTBY_DESC';
  if (nulls === 'SORTBY_NULLS_FIRST') return descends ? '' : 'NULLS FIRST';
  return nulls === 'SORTBY_NULLS_LAST' && descends ? 'NULLS LAST' : '';
}

function storedValue(node: Node, table: string, queries: StoredQueries): string | null {
  const stored = queries.expression(node, table, 'value');
  if (!('value' in stored)) return null;
  return looksLikeCall(node) ? stored.value : `(${stored.value})`;
}

/** What needs no parentheses in an index (looks_like_function of ruleutils.c). */
function looksLikeCall(node: Node): boolean {
  if ('A_Expr' in node) return node.A_Expr.kind === 'AEXPR_NULLIF';
  return ['FuncCall', 'CoalesceExpr', 'MinMaxExpr', 'SQLValueFunction'].includes(kindOf(node));
}

function spelt(column: string): string {
  return isPlainIdentifier(column, 'postgresql') ? column : quoteIdentifier(column);
}

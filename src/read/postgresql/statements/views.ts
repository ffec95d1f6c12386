import type { CreateTableAsStmt, RefreshMatViewStmt, ViewStmt } from '@pgsql/types';
import { emptyTable } from '../../../model/empty-table.ts';
import type { Column, Table, View } from '../../../model/schema.ts';
import { findColumn, findTable } from '../../../model/schema.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { withoutPublic } from '../public-names.ts';
import { isTemporary } from './create-table.ts';
import { printedName, storageParameters } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

export function createView(node: ViewStmt, reading: Reading): Bodies {
  if (isTemporary(node.view)) return [noEffect(reading, 'makes a temporary view')];
  const name = relationName(node.view);
  const view = { name, materialized: false, definition: queryText(reading) };
  const options = viewOptions(node);
  const before = reading.schema.views.find((other) => other.name === name);
  return [
    {
      kind: 'createView',
      view: {
        ...view,
        indexes: [],
        comment: before?.comment ?? null,
        ...(options === '' ? {} : { options }),
      },
      replace: node.replace ?? false,
      ...(node.aliases?.length ? { unprinted: 'column names in front of the query' } : {}),
    },
  ];
}

/** CREATE MATERIALIZED VIEW, CREATE TABLE AS and SELECT INTO share a node. */
export function createTableAs(node: CreateTableAsStmt, reading: Reading): Bodies {
  const name = relationName(node.into?.rel);
  if (isTemporary(node.into?.rel)) return [noEffect(reading, 'makes a temporary table')];
  if (node.objtype === 'OBJECT_MATVIEW') {
    if (node.if_not_exists && reading.schema.views.some((view) => view.name === name)) {
      return [noEffect(reading, `would make the materialized view ${name}, which is there`)];
    }
    const definition = queryText(reading);
    const view = { name, materialized: true, definition, indexes: [], comment: null };
    return [{ kind: 'createView', view: { ...view, ...storedAs(node, reading) }, replace: false }];
  }
  const columns = columnsOfQuery(node, reading);
  const table: Table = { ...emptyTable(name), columns };
  return [{ kind: 'createTable', table, ifNotExists: node.if_not_exists ?? false }];
}

export function refreshView(node: RefreshMatViewStmt): Bodies {
  const concurrently = node.concurrent ?? false;
  return [{ kind: 'refreshView', view: relationName(node.relation), concurrently }];
}

/** WITH (…) and WITH CHECK OPTION, which the server keeps as an option, too. */
function viewOptions({ options, withCheckOption }: ViewStmt): string {
  const check = CHECK_OPTIONS[withCheckOption ?? ''];
  const parameters = storageParameters(options);
  return [...(parameters === '' ? [] : [parameters]), ...(check ? [check] : [])].join(', ');
}

const CHECK_OPTIONS: { readonly [option: string]: string } = {
  LOCAL_CHECK_OPTION: 'check_option=local',
  CASCADED_CHECK_OPTION: 'check_option=cascaded',
};

/** Parameters, access method and tablespace of a materialized view. */
function storedAs(
  { into }: CreateTableAsStmt,
  { file }: Reading,
): Pick<View, 'options' | 'storage'> {
  const options = storageParameters(into?.options);
  const method = into?.accessMethod ?? file?.accessMethod ?? 'heap';
  const tablespace = into?.tableSpaceName ?? file?.tablespace ?? null;
  const storage = [
    ...(method === 'heap' ? [] : [`USING ${printedName(method)}`]),
    ...(tablespace === null ? [] : [`TABLESPACE ${printedName(tablespace)}`]),
  ].join(' ');
  return { ...(options === '' ? {} : { options }), ...(storage === '' ? {} : { storage }) };
}

/** What follows AS, without WITH [NO] DATA and WITH CHECK OPTION. */
function queryText({ statement }: Reading): string {
  const { source, text } = statement;
  const first = source.text.indexOf(text);
  const start = source.after(Math.max(first, 0), 'AS') ?? first;
  const query = withoutPublic(source.text.slice(start, first + text.length)).trim();
  return query
    .replace(/\s+WITH\s+(?:NO\s+)?DATA$/i, '')
    .replace(/\s+WITH\s+(?:(?:LOCAL|CASCADED)\s+)?CHECK\s+OPTION$/i, '');
}

/**
 * The columns of `SELECT a, b FROM t` and `SELECT * FROM t`: the types go along, and nothing else.
 *
 * @throws {NotTold} for queries that compute.
 */
function columnsOfQuery(node: CreateTableAsStmt, { schema }: Reading): readonly Column[] {
  const query = nodeOf(node.query, 'SelectStmt');
  const [from, ...more] = query?.fromClause ?? [];
  const table = findTable(schema, relationName(nodeOf(from, 'RangeVar') ?? undefined));
  if (!query || !table || more.length > 0) throw new NotTold(COMPUTED);
  const columns = nodesOf(query.targetList, 'ResTarget').flatMap((target) => {
    const { fields = [] } = nodeOf(target.val, 'ColumnRef') ?? {};
    if (fields.some((field) => 'A_Star' in field)) return table.columns;
    const column = findColumn(table, textsOf(fields).at(-1) ?? '');
    if (!column) throw new NotTold(COMPUTED);
    return [{ ...column, name: target.name ?? column.name }];
  });
  const names = textsOf(node.into?.colNames);
  return columns.map((column, position) => ({
    ...column,
    name: names[position] ?? column.name,
    nullable: true,
    default: null,
    autoIncrement: null,
    generated: null,
    comment: null,
  }));
}

const COMPUTED = 'the columns of the new table are those of a query that computes';

import type { IndexElem, IndexStmt, Node } from '@pgsql/types';
import {
  freeName,
  nameAddition,
  relationNameTaken,
} from '../../../dialect/postgresql/free-names.ts';
import { emptyTable } from '../../../model/empty-table.ts';
import { findTable, type Index, type IndexPart, type Table } from '../../../model/schema.ts';
import { nameOfList, relationName } from '../names.ts';
import { nodesOf, textsOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { columnNames } from './index-columns.ts';
import { withOnly } from './only.ts';
import { indexStorage } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** CREATE INDEX; without a name the server makes one, `t_c_idx`. */
export function createIndex(node: IndexStmt, reading: Reading): Bodies {
  const table = relationName(node.relation);
  const { schema } = reading;
  const owner = findTable(schema, table) ?? schema.views.find(({ name }) => name === table) ?? null;
  if (!owner) return withoutOwner(table, reading);
  const draft = 'columns' in owner ? owner : { ...emptyTable(table), indexes: owner.indexes };
  const index = indexOf(node, draft, reading);
  const told = {
    ...({ kind: 'addIndex', table, index } as const),
    ifNotExists: node.if_not_exists ?? false,
    concurrently: node.concurrent ?? false,
  };
  return withOnly(node.relation, { table, schema }, [told]);
}

/** Relations of another schema, and views without a gem that dumps them, are no part of a dump. */
function withoutOwner(table: string, reading: Reading): Bodies {
  if (table.includes('.') && !reading.schema.complete) {
    return [noEffect(reading, `builds an index of ${table}`)];
  }
  throw new NotTold(`the schema holds no table "${table}"`);
}

function indexOf(node: IndexStmt, table: Table, reading: Reading): Index {
  const { source } = reading.statement;
  const elements = nodesOf(node.indexParams, 'IndexElem');
  const isPlain = elements.every(({ name }) => name !== undefined);
  const list = isPlain && !node.whereClause ? null : columnList(node, source);
  const where = node.whereClause && list ? source.after(list.end, 'WHERE') : null;
  const tablespace = node.tableSpace ?? reading.file?.tablespace ?? undefined;
  const storage = indexStorage(node.options, tablespace);
  return {
    name:
      node.idxname ??
      freeName(
        table.name,
        nameAddition(
          columnNames([...elements, ...nodesOf(node.indexIncludingParams, 'IndexElem')]),
        ),
        'idx',
        relationNameTaken(reading.schema, table),
      ),
    parts: isPlain
      ? elements.map((element) => plainPart(element, node.accessMethod))
      : [expressionPart(list?.text ?? '')],
    unique: node.unique ?? false,
    // btree goes without saying.
    using: node.accessMethod === 'btree' ? null : (node.accessMethod ?? null),
    kind: null,
    where: where === null ? null : source.clause(where),
    include: nodesOf(node.indexIncludingParams, 'IndexElem').map(({ name }) => name ?? ''),
    nullsNotDistinct: node.nulls_not_distinct ?? false,
    comment: null,
    enabled: true,
    ...(storage === null ? {} : { storage }),
  };
}

/** What stands in the parentheses behind the table. */
function columnList({ relation }: IndexStmt, source: SqlText) {
  const list = source.enclosed(source.characterAt(relation?.location ?? 0));
  if (!list) throw new NotTold('its columns could not be found in the text');
  return list;
}

/**
 * NULLS LAST goes without saying in ascending order and NULLS FIRST in descending (pg_get_indexdef
 * prints only the other).
 */
function plainPart(
  { name, opclass, collation, ordering, nulls_ordering }: IndexElem,
  method: string | undefined,
): IndexPart {
  const order = ordering === 'SORTBY_DESC' ? 'desc' : 'asc';
  const stated = NULLS.get(nulls_ordering ?? '') ?? null;
  return {
    column: name ?? '',
    expression: null,
    order,
    nulls: stated === (order === 'desc' ? 'first' : 'last') ? null : stated,
    opclass: isDefaultOpclass(opclass, method) ? null : nameOfList(opclass),
    length: null,
    collation: collation ? nameOfList(collation) : null,
  };
}

const NULLS: ReadonlyMap<string, 'first' | 'last'> = new Map([
  ['SORTBY_NULLS_FIRST', 'first'],
  ['SORTBY_NULLS_LAST', 'last'],
]);

/** Operator classes that an access method takes by itself for a type, and that no dump shows. */
const DEFAULT_OPCLASSES =
  /^(?:u?int[248]|text|bpchar|uuid|date|timestamp|timestamptz|time|bool|float[48]|numeric|jsonb|array|inet|cidr|bytea|oid|name|enum|record|range|network|interval|tsvector|citext|hstore|ltree)_ops$/;

/** GiST has a class for addresses that it does not take by itself (pg_opclass.dat, 9.4 to 18). */
export function isDefaultOpclass(
  opclass: readonly Node[] | undefined,
  method: string | undefined,
): boolean {
  const name = textsOf(opclass).at(-1);
  if (name === undefined) return true;
  return DEFAULT_OPCLASSES.test(name) && !(method === 'gist' && name === 'inet_ops');
}

/** All parts as one text, the way a dump of Rails gives an index with an expression. */
function expressionPart(text: string): IndexPart {
  return {
    column: null,
    expression: text,
    order: 'asc',
    nulls: null,
    opclass: null,
    length: null,
    collation: null,
  };
}

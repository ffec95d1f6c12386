import type { CommonTableExpr, WithClause } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import { Beyond, type CommonTable, outputOf, type Query } from '../query/query.ts';
import type { Environment, Scope } from './context.ts';
import { setOperation } from './set-operations.ts';

const MATERIALIZED: { readonly [word: string]: CommonTable['materialized'] } = {
  CTEMaterializeDefault: '',
  CTEMaterializeAlways: 'MATERIALIZED ',
  CTEMaterializeNever: 'NOT MATERIALIZED ',
};

/** The WITH clause; each common table sees those before it, a recursive one also itself. */
export function commonTablesOf(
  clause: WithClause | undefined,
  above: Scope,
  environment: Environment,
): readonly CommonTable[] {
  const tables: CommonTable[] = [];
  for (const node of clause?.ctes ?? []) {
    if (!('CommonTableExpr' in node)) throw new Beyond('WITH');
    const scope: Scope = {
      ...above,
      commonTables: [...tables.toReversed(), ...above.commonTables],
    };
    tables.push(commonTable(node.CommonTableExpr, scope, clause?.recursive === true, environment));
  }
  return tables;
}

function commonTable(
  node: CommonTableExpr,
  scope: Scope,
  recursive: boolean,
  environment: Environment,
): CommonTable {
  const { ctename = '', aliascolnames, ctequery, search_clause, cycle_clause } = node;
  if (!ctequery || !('SelectStmt' in ctequery) || search_clause || cycle_clause)
    throw new Beyond('WITH');
  const table: CommonTable = {
    name: ctename,
    columnAliases: textsOf(aliascolnames),
    materialized: MATERIALIZED[node.ctematerialized ?? 'CTEMaterializeDefault'] ?? '',
    query: null,
    columns: [],
  };
  const statement = ctequery.SelectStmt;
  const within: Scope = recursive
    ? { ...scope, commonTables: [table, ...scope.commonTables] }
    : scope;
  const isUnion = statement.op === 'SETOP_UNION' && !statement.withClause;
  const query: Query =
    recursive && isUnion
      ? setOperation(
          statement,
          { parent: within, tables: [], columns: [], commonTables: within.commonTables },
          environment,
          table,
        )
      : environment.select(statement, within, { settles: true });
  table.query = query;
  table.columns = outputOf(query).map((column, at) => ({
    ...column,
    name: table.columnAliases[at] ?? column.name,
  }));
  return table;
}

import type { Node, SelectStmt } from '@pgsql/types';
import { columnName } from '../column-names.ts';
import { textsOf } from '../nodes.ts';
import type { Expression } from '../query/expression.ts';
import { BARE_QUERY, Beyond, type Query, type Target } from '../query/query.ts';
import { columnsOf, tableOf, withoutSchema } from './columns.ts';
import { commonTablesOf } from './common-tables.ts';
import type { Context, Environment, Scope, SelectOptions } from './context.ts';
import { contextOf } from './expressions.ts';
import { type FromPart, fromPart, scopeBeside } from './from.ts';
import { limitsOf } from './limits.ts';
import { setOperation } from './set-operations.ts';
import { distinctOf, groupOf, orderOf, settle } from './sorting.ts';
import { valuesQuery } from './values.ts';
import { windowOf } from './windows.ts';

/**
 * Works out the names and types of a SELECT (transformStmt of parser/analyze.c).
 *
 * @param above - the levels that it stands in, with the common tables that it may name.
 * @throws {Beyond}
 */
export function readSelect(
  statement: SelectStmt,
  above: Scope,
  environment: Environment,
  options: SelectOptions,
): Query {
  if (statement.lockingClause?.length || statement.intoClause) throw new Beyond('FOR UPDATE');
  const own = commonTablesOf(statement.withClause, above, environment);
  const outer: Scope = {
    parent: above,
    tables: [],
    columns: [],
    commonTables: [...own.toReversed(), ...above.commonTables],
  };
  const query = bodyOf(statement, outer, environment, options);
  const recursive = statement.withClause?.recursive === true;
  return own.length === 0 ? query : { ...query, commonTables: own, recursive };
}

function bodyOf(
  statement: SelectStmt,
  outer: Scope,
  environment: Environment,
  options: SelectOptions,
): Query {
  if (statement.op !== undefined && statement.op !== 'SETOP_NONE') {
    return setOperation(statement, outer, environment);
  }
  if (statement.valuesLists?.length) return valuesQuery(statement, outer, environment);
  return plainSelect(statement, outer, environment, options);
}

function plainSelect(
  statement: SelectStmt,
  outer: Scope,
  environment: Environment,
  options: SelectOptions,
): Query {
  const parts: FromPart[] = [];
  for (const node of statement.fromClause ?? []) {
    parts.push(fromPart(node, outer, scopeBeside(outer, parts), environment));
  }
  const context = contextOf(environment, scopeBeside(outer, parts));
  const { coercion } = environment;
  const condition = (node: Node | undefined): Expression | null =>
    node ? coercion.boolean(context.expression(node)) : null;
  const targets = (statement.targetList ?? []).flatMap((node) => targetsOf(node, context));
  const where = condition(statement.whereClause);
  const having = condition(statement.havingClause);
  const order = orderOf(statement.sortClause, targets, context);
  const group = groupOf(statement.groupClause, targets, context);
  const distinct = distinctTargets(statement.distinctClause, { targets, order, context });
  const windows = (statement.windowClause ?? []).flatMap((node) =>
    'WindowDef' in node ? [windowOf(node.WindowDef, context)] : [],
  );
  if (options.settles || distinct === 'all') {
    for (const target of targets) settle(target, context);
  }
  return {
    ...BARE_QUERY,
    distinct,
    targets,
    sources: parts.flatMap(({ sources }) => sources),
    from: parts.map(({ item }) => item),
    where,
    group,
    groupDistinct: statement.groupDistinct === true,
    having,
    windows,
    order,
    ...limitsOf(statement, context),
  };
}

/** DISTINCT without ON is a list with an empty node. */
function distinctTargets(
  nodes: readonly Node[] | undefined,
  {
    targets,
    order,
    context,
  }: {
    readonly targets: readonly Target[];
    readonly order: Query['order'];
    readonly context: Context;
  },
): Query['distinct'] {
  if (!nodes?.length) return null;
  const listed = nodes.filter((node) => Object.keys(node).length > 0);
  return listed.length === 0 ? 'all' : distinctOf(listed, targets, order, context);
}

function targetsOf(node: Node, context: Context): readonly Target[] {
  if (!('ResTarget' in node) || !node.ResTarget.val) throw new Beyond('a column');
  const { name, val } = node.ResTarget;
  const all = starOf(val, context);
  if (all) return all;
  return [{ expression: context.expression(val), name: name ?? columnName(val), hidden: false }];
}

/** `*` and `users.*`. */
function starOf(node: Node, { scope }: Context): readonly Target[] | null {
  if (!('ColumnRef' in node)) return null;
  const { fields = [] } = node.ColumnRef;
  const last = fields.at(-1);
  if (!last || !('A_Star' in last)) return null;
  if (fields.length === 1) {
    return scope.columns.map(({ name, expression }) => ({ expression, name, hidden: false }));
  }
  const [name = ''] = withoutSchema([...textsOf(fields), '*']);
  const source = tableOf(name, scope);
  return columnsOf(source).map((expression, at) => ({
    expression,
    name: source.columns[at]?.name ?? '',
    hidden: false,
  }));
}

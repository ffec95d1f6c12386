import type { Alias, JoinExpr, Node, RangeSubselect, RangeVar } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import type { Expression } from '../query/expression.ts';
import {
  BARE_SOURCE,
  Beyond,
  type FromItem,
  type Join,
  type OutputColumn,
  outputOf,
  type Source,
  type Typed,
} from '../query/query.ts';
import { commonModifier } from './coerce.ts';
import { columnsOf } from './columns.ts';
import type { Environment, NamedColumn, NamedTable, Scope } from './context.ts';
import { contextOf } from './expressions.ts';
import { functionSource } from './from-function.ts';

/** A part of FROM with what it makes visible. */
export interface FromPart {
  readonly item: FromItem;
  readonly tables: readonly NamedTable[];
  readonly columns: readonly NamedColumn[];
  /** In PostgreSQL's order: a join after its two sides. */
  readonly sources: readonly Source[];
}

/**
 * Reads a part of FROM.
 *
 * @param outer - the levels above, with the common tables of this query.
 * @param beside - what stands before it in FROM, which LATERAL parts may name.
 */
export function fromPart(
  node: Node,
  outer: Scope,
  beside: Scope,
  environment: Environment,
): FromPart {
  if ('RangeVar' in node) return ofSource(relationSource(node.RangeVar, outer, environment));
  if ('RangeSubselect' in node) {
    return ofSource(subquerySource(node.RangeSubselect, outer, beside, environment));
  }
  if ('RangeFunction' in node) {
    return ofSource(functionSource(node.RangeFunction, contextOf(environment, beside)));
  }
  if ('JoinExpr' in node) return joinPart(node.JoinExpr, outer, beside, environment);
  throw new Beyond('FROM');
}

/** What stands in FROM so far, seen from what comes after it. */
export function scopeBeside(outer: Scope, parts: readonly FromPart[]): Scope {
  return {
    ...outer,
    tables: parts.flatMap(({ tables }) => tables),
    columns: parts.flatMap(({ columns }) => columns),
  };
}

function ofSource(source: Source): FromPart {
  const name = source.alias ?? source.ownName;
  const columns = columnsOf(source).map((expression, at) => ({
    name: source.columns[at]?.name ?? '',
    expression,
  }));
  return {
    item: { kind: 'source', source },
    tables: [{ name, source }],
    columns,
    sources: [source],
  };
}

/** Column aliases rename the first columns. */
function renamed(
  columns: readonly OutputColumn[],
  alias: Alias | undefined,
): readonly OutputColumn[] {
  const names = textsOf(alias?.colnames);
  return columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }));
}

function relationSource(node: RangeVar, { commonTables }: Scope, environment: Environment): Source {
  const { relname = '', schemaname, alias } = node;
  if (node.inh !== true) throw new Beyond('ONLY');
  const named = { alias: alias?.aliasname ?? null, columnAliases: textsOf(alias?.colnames) };
  const common = schemaname ? undefined : commonTables.find(({ name }) => name === relname);
  if (common) {
    return {
      ...BARE_SOURCE,
      ...named,
      kind: 'cte',
      ownName: relname,
      columns: renamed(common.columns, alias),
    };
  }
  const name = schemaname && schemaname !== 'public' ? `${schemaname}.${relname}` : relname;
  const columns = environment.relation(name);
  if (columns === null) throw new Beyond(`relation ${name}`);
  return {
    ...BARE_SOURCE,
    ...named,
    kind: 'relation',
    ownName: relname,
    columns: renamed(columns, alias),
    relation: { name, columns: columns.map((column) => column.name) },
  };
}

function subquerySource(
  { subquery, alias, lateral = false }: RangeSubselect,
  outer: Scope,
  beside: Scope,
  environment: Environment,
): Source {
  if (!subquery || !('SelectStmt' in subquery)) throw new Beyond('FROM');
  // A subquery that is not LATERAL sees the levels above, not what stands beside it.
  const above: Scope = outer.parent
    ? { ...outer.parent, commonTables: outer.commonTables }
    : { parent: null, tables: [], columns: [], commonTables: outer.commonTables };
  const query = environment.select(subquery.SelectStmt, lateral ? beside : above, {
    settles: true,
  });
  return {
    ...BARE_SOURCE,
    kind: 'subquery',
    alias: alias?.aliasname ?? null,
    columnAliases: textsOf(alias?.colnames),
    ownName: 'unnamed_subquery',
    columns: renamed(outputOf(query), alias),
    lateral,
    query,
  };
}

const JOIN_TYPES: { readonly [type: string]: Join['type'] } = {
  JOIN_INNER: 'JOIN',
  JOIN_LEFT: 'LEFT JOIN',
  JOIN_RIGHT: 'RIGHT JOIN',
  JOIN_FULL: 'FULL JOIN',
};

function joinPart(node: JoinExpr, outer: Scope, beside: Scope, environment: Environment): FromPart {
  const type = JOIN_TYPES[node.jointype ?? 'JOIN_INNER'];
  if (!type || !node.larg || !node.rarg || node.alias || node.join_using_alias)
    throw new Beyond('a join');
  const left = fromPart(node.larg, outer, beside, environment);
  const right = fromPart(node.rarg, outer, withParts(beside, [left]), environment);
  const using = node.isNatural ? shared(left, right) : textsOf(node.usingClause);
  const tables = [...left.tables, ...right.tables];
  const columns =
    using.length === 0
      ? [...left.columns, ...right.columns]
      : merged(left, right, { using, type, coercion: environment.coercion });
  const condition = joinCondition(node.quals, withParts(beside, [left, right]), environment);
  const isCross = condition === null && using.length === 0 && type === 'JOIN';
  const join: Source = { ...BARE_SOURCE, kind: 'join', ownName: '', columns: [] };
  return {
    item: {
      kind: 'join',
      type: isCross ? 'CROSS JOIN' : type,
      left: left.item,
      right: right.item,
      using,
      condition,
    },
    tables,
    columns,
    sources: [...left.sources, ...right.sources, join],
  };
}

function joinCondition(
  node: Node | undefined,
  scope: Scope,
  environment: Environment,
): Expression | null {
  if (node === undefined) return null;
  return environment.coercion.boolean(contextOf(environment, scope).expression(node));
}

function withParts(beside: Scope, parts: readonly FromPart[]): Scope {
  return {
    ...beside,
    tables: [...beside.tables, ...parts.flatMap(({ tables }) => tables)],
    columns: [...beside.columns, ...parts.flatMap(({ columns }) => columns)],
  };
}

function shared(left: FromPart, right: FromPart): readonly string[] {
  return left.columns
    .map(({ name }) => name)
    .filter((name) => right.columns.some((column) => column.name === name));
}

/** With USING the merged columns come first, once each. */
function merged(
  left: FromPart,
  right: FromPart,
  { using, type, coercion }: Pick<Join, 'using' | 'type'> & Pick<Environment, 'coercion'>,
): readonly NamedColumn[] {
  const first = using.map((name) => {
    const [one, other] = [only(left, name), only(right, name)];
    const common = commonOf([one.expression, other.expression], coercion);
    const sides = type === 'LEFT JOIN' ? [one] : type === 'RIGHT JOIN' ? [other] : [one, other];
    const column = sides.find(
      ({ expression }) =>
        expression.type === common.type && expression.modifier === common.modifier,
    );
    // A column that is cast or merged of two has no table that could stand before its name.
    if (!column || type === 'FULL JOIN') throw new Beyond(`USING (${name})`);
    return column;
  });
  const rest = (part: FromPart) => part.columns.filter(({ name }) => !using.includes(name));
  return [...first, ...rest(left), ...rest(right)];
}

function commonOf(columns: readonly Typed[], coercion: Environment['coercion']): Typed {
  const type = coercion.common(columns.map((column) => column.type));
  return { type, modifier: commonModifier(columns) };
}

function only(part: FromPart, name: string): NamedColumn {
  const found = part.columns.filter((column) => column.name === name);
  if (found.length !== 1 || !found[0]) throw new Beyond(`USING (${name})`);
  return found[0];
}

import type { Node } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import { type Expression, isSame } from '../query/expression.ts';
import { Beyond, type GroupingItem, type SortItem, type Target } from '../query/query.ts';
import { bareColumn } from './columns.ts';
import type { Context } from './context.ts';

/** Finds what an item of ORDER BY or GROUP BY means. */
type Finder = (node: Node) => Target;

/** What is sorted or grouped by is no bare string any more: it is text. */
export function settle(target: Target, { environment }: Context): Target {
  target.expression = environment.coercion.settled(target.expression);
  return target;
}

/** ORDER BY of an aggregate or a window, whose items are expressions and nothing else. */
export function sortItemsOf(
  nodes: readonly Node[] | undefined,
  context: Context,
): readonly SortItem[] {
  return sorted(nodes, (node) => expressionTarget(node, [], context));
}

/** Expressions alone, as PARTITION BY has them. */
export function partitionOf(
  nodes: readonly Node[] | undefined,
  context: Context,
): readonly Target[] {
  return (nodes ?? []).map((node) => expressionTarget(node, [], context));
}

/** ORDER BY of a query: the name or number of a column that it gives comes first. */
export function orderOf(
  nodes: readonly Node[] | undefined,
  targets: readonly Target[],
  context: Context,
): readonly SortItem[] {
  return withoutRepeated(sorted(nodes, (node) => outputFirst(node, targets, context)));
}

/** DISTINCT ON, whose items are found as those of ORDER BY are. */
export function distinctOf(
  nodes: readonly Node[],
  targets: readonly Target[],
  order: readonly SortItem[],
  context: Context,
): readonly Target[] {
  const listed = nodes.map((node) => outputFirst(node, targets, context));
  const isListed = (target: Target): boolean =>
    listed.some(({ expression }) => isSame(expression, target.expression));
  const first = order.map(({ target }) => target).filter(isListed);
  const rest = listed.filter(
    ({ expression }) => !first.some((one) => isSame(one.expression, expression)),
  );
  return [...first, ...uniqueTargets(rest)];
}

/** GROUP BY: a column of FROM comes before one that the query gives. */
export function groupOf(
  nodes: readonly Node[] | undefined,
  targets: readonly Target[],
  context: Context,
): readonly GroupingItem[] {
  const find: Finder = (node) => {
    const output =
      byNumber(node, targets) ?? (isInput(node, context) ? null : byName(node, targets));
    return settle(output ?? expressionTarget(node, targets, context), context);
  };
  const items = (nodes ?? []).flatMap((node) => grouping(node, find));
  const hasSets = items.some(({ kind }) => kind === 'set' || kind === 'list');
  return hasSets ? items : uniqueItems(items);
}

function grouping(node: Node, find: Finder): readonly GroupingItem[] {
  if ('RowExpr' in node && node.RowExpr.row_format === 'COERCE_IMPLICIT_CAST') {
    return (node.RowExpr.args ?? []).flatMap((arg) => grouping(arg, find));
  }
  if (!('GroupingSet' in node)) return [{ kind: 'one', target: find(node) }];
  const { kind, content = [] } = node.GroupingSet;
  if (kind === 'GROUPING_SET_EMPTY') return [{ kind: 'list', targets: [] }];
  const words = {
    GROUPING_SET_ROLLUP: 'ROLLUP',
    GROUPING_SET_CUBE: 'CUBE',
    GROUPING_SET_SETS: 'GROUPING SETS',
  } as const;
  if (kind === undefined || kind === 'GROUPING_SET_SIMPLE') throw new Beyond('GROUP BY');
  const items = content.flatMap((part): readonly GroupingItem[] => {
    const isList = 'RowExpr' in part && part.RowExpr.row_format === 'COERCE_IMPLICIT_CAST';
    if (!isList) return grouping(part, find);
    return [{ kind: 'list', targets: (part.RowExpr.args ?? []).map(find) }];
  });
  return [{ kind: 'set', word: words[kind], items }];
}

function outputFirst(node: Node, targets: readonly Target[], context: Context): Target {
  const output = byNumber(node, targets) ?? byName(node, targets);
  return settle(output ?? expressionTarget(node, targets, context), context);
}

function isInput(node: Node, { scope }: Context): boolean {
  const name = plainName(node);
  return name !== null && bareColumn(name, scope) !== null;
}

function plainName(node: Node): string | null {
  if (!('ColumnRef' in node)) return null;
  const names = textsOf(node.ColumnRef.fields);
  return names.length === 1 && node.ColumnRef.fields?.length === 1 ? (names[0] ?? null) : null;
}

function byName(node: Node, targets: readonly Target[]): Target | null {
  const name = plainName(node);
  const found =
    name === null ? [] : targets.filter((target) => !target.hidden && target.name === name);
  const [first] = found;
  if (first && found.some(({ expression }) => !isSame(expression, first.expression))) {
    throw new Beyond(`${name} is ambiguous`);
  }
  return first ?? null;
}

function byNumber(node: Node, targets: readonly Target[]): Target | null {
  if (!('A_Const' in node) || !node.A_Const.ival) return null;
  const target = targets.filter(({ hidden }) => !hidden)[(node.A_Const.ival.ival ?? 0) - 1];
  if (!target) throw new Beyond('a number of no column');
  return target;
}

function expressionTarget(node: Node, targets: readonly Target[], context: Context): Target {
  const expression = context.environment.coercion.settled(context.expression(node));
  if ('A_Const' in node) throw new Beyond('a constant in ORDER BY');
  const found = targets.find((target) => isSame(target.expression, expression));
  return found ?? { expression, name: '', hidden: true };
}

function sorted(nodes: readonly Node[] | undefined, find: Finder): readonly SortItem[] {
  return (nodes ?? []).map((node) => {
    if (!('SortBy' in node) || !node.SortBy.node) throw new Beyond('ORDER BY');
    const { sortby_dir, sortby_nulls } = node.SortBy;
    if (sortby_dir === 'SORTBY_USING') throw new Beyond('ORDER BY … USING');
    const descending = sortby_dir === 'SORTBY_DESC';
    const nullsFirst =
      sortby_nulls === 'SORTBY_NULLS_FIRST' || (descending && sortby_nulls !== 'SORTBY_NULLS_LAST');
    return { target: find(node.SortBy.node), descending, nullsFirst };
  });
}

function withoutRepeated(items: readonly SortItem[]): readonly SortItem[] {
  return items.filter(
    ({ target }, at) =>
      !items.slice(0, at).some((one) => isSame(one.target.expression, target.expression)),
  );
}

function uniqueTargets(targets: readonly Target[]): readonly Target[] {
  return targets.filter(({ expression }, at) => !repeats(expression, targets.slice(0, at)));
}

function uniqueItems(items: readonly GroupingItem[]): readonly GroupingItem[] {
  const targets = items.flatMap((item) => (item.kind === 'one' ? [item.target] : []));
  return uniqueTargets(targets).map((target) => ({ kind: 'one', target }));
}

function repeats(expression: Expression, targets: readonly Target[]): boolean {
  return targets.some((target) => isSame(target.expression, expression));
}

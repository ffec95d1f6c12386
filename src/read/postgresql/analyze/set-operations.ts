import type { SelectStmt } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import {
  BARE_QUERY,
  BARE_SOURCE,
  Beyond,
  type CommonTable,
  outputOf,
  type Query,
  type SetTree,
  type Source,
  type Target,
  type Typed,
} from '../query/query.ts';
import { commonModifier } from './coerce.ts';
import { allTargets } from './columns.ts';
import type { Environment, Scope } from './context.ts';
import { contextOf } from './expressions.ts';
import { limitsOf } from './limits.ts';
import { orderOf } from './sorting.ts';

interface Branch {
  readonly tree: SetTree;
  readonly columns: readonly Typed[];
  /** The targets of a single SELECT, whose bare strings may still change; null for several. */
  readonly targets: readonly Target[] | null;
}

/** UNION, INTERSECT and EXCEPT (transformSetOperationStmt of parser/analyze.c). */
export function setOperation(
  statement: SelectStmt,
  outer: Scope,
  environment: Environment,
  recursive: CommonTable | null = null,
): Query {
  const branch = branchOf(statement, { above: outer, environment }, recursive);
  const names = outputOf(leftmost(branch.tree));
  const columns = branch.columns.map(({ type, modifier }, at) => ({
    name: names[at]?.name ?? '',
    type,
    modifier,
  }));
  const source: Source = { ...BARE_SOURCE, kind: 'values', ownName: '*SELECT*', columns };
  const targets = allTargets(source);
  const context = contextOf(environment, { ...outer, tables: [], columns: [] });
  return {
    ...BARE_QUERY,
    targets,
    sources: leaves(branch.tree).map(() => ({ ...source, kind: 'join' })),
    from: [],
    setTree: branch.tree,
    order: orderOf(statement.sortClause, targets, context),
    ...limitsOf(statement, context),
  };
}

interface Place {
  readonly above: Scope;
  readonly environment: Environment;
}

function branchOf(statement: SelectStmt, place: Place, recursive: CommonTable | null): Branch {
  const { larg, rarg, op, all } = statement;
  if (!larg || !rarg) throw new Beyond('UNION');
  const left = sideOf(larg, place);
  if (recursive) nameColumns(recursive, left, place.environment);
  const right = sideOf(rarg, place);
  if (left.columns.length !== right.columns.length) throw new Beyond('columns of UNION');
  const columns = left.columns.map((_, at) => commonColumn(left, right, at, place.environment));
  const word = op === 'SETOP_UNION' ? 'UNION' : op === 'SETOP_INTERSECT' ? 'INTERSECT' : 'EXCEPT';
  const tree: SetTree = {
    kind: 'operation',
    word,
    all: all === true,
    left: left.tree,
    right: right.tree,
  };
  return { tree, columns, targets: null };
}

/** A branch with ORDER BY, LIMIT or WITH of its own stands for itself. */
function sideOf(statement: SelectStmt, place: Place): Branch {
  const { op, sortClause, limitCount, limitOffset, withClause } = statement;
  const isOperation = op !== undefined && op !== 'SETOP_NONE';
  const isLeaf = !isOperation || sortClause?.length || limitCount || limitOffset || withClause;
  if (!isLeaf) return branchOf(statement, place, null);
  const above: Scope = place.above.parent
    ? { ...place.above.parent, commonTables: place.above.commonTables }
    : place.above;
  const query = place.environment.select(statement, above, { settles: false });
  const targets = query.targets.filter(({ hidden }) => !hidden);
  const isPlain = query.setTree === null && query.values === null;
  return {
    tree: { kind: 'leaf', query },
    columns: outputOf(query),
    targets: isPlain ? targets : null,
  };
}

/** The common type of a column; bare strings and NULLs are brought to it where they stand. */
function commonColumn(
  left: Branch,
  right: Branch,
  at: number,
  { coercion, types }: Environment,
): Typed {
  const [one, other] = [left.columns[at], right.columns[at]];
  if (!one || !other) throw new Beyond('columns of UNION');
  const type = coercion.common([one.type, other.type]);
  for (const { targets, columns } of [left, right]) {
    const target = targets?.[at];
    if (columns[at]?.type !== 'unknown') {
      if (!types.canCoerce(columns[at]?.type ?? 'unknown', type)) throw new Beyond('UNION');
    } else if (target) target.expression = coercion.implicit(target.expression, type);
    else throw new Beyond('a bare string in UNION');
  }
  const modifiers = [left, right].map(
    ({ targets, columns }) => targets?.[at]?.expression ?? columns[at] ?? one,
  );
  return { type, modifier: commonModifier(modifiers) };
}

/** The columns of a recursive common table are those of its first branch. */
function nameColumns(table: CommonTable, left: Branch, { coercion }: Environment): void {
  for (const target of left.targets ?? []) target.expression = settled(target.expression, coercion);
  const names = outputOf(leftmost(left.tree));
  table.columns = left.columns.map(({ type, modifier }, at) => ({
    name: table.columnAliases[at] ?? names[at]?.name ?? '',
    type: type === 'unknown' ? 'text' : type,
    modifier,
  }));
}

function settled(expression: Expression, coercion: Environment['coercion']): Expression {
  return coercion.settled(expression);
}

function leftmost(tree: SetTree): Query {
  return tree.kind === 'leaf' ? tree.query : leftmost(tree.left);
}

function leaves(tree: SetTree): readonly Query[] {
  return tree.kind === 'leaf' ? [tree.query] : [...leaves(tree.left), ...leaves(tree.right)];
}

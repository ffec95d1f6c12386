import type { Node, SelectStmt, SubLink } from '@pgsql/types';
import { kindOf, type NodeKind, type NodeOf, textsOf } from './nodes.ts';

/** A name and whether it is a good one, that a cast around would not replace. */
type Named = readonly [name: string, isStrong: boolean] | null;

type Namers = { readonly [K in NodeKind]?: (node: NodeOf<K>) => Named };

const NAMERS: Namers = {
  ColumnRef: ({ fields }) => strong(textsOf(fields).at(-1)),
  A_Indirection: ({ arg, indirection }) =>
    strong(textsOf(indirection).at(-1)) ?? (arg ? named(arg) : null),
  FuncCall: ({ funcname }) => strong(textsOf(funcname).at(-1)),
  A_Expr: ({ kind }) => (kind === 'AEXPR_NULLIF' ? ['nullif', true] : null),
  TypeCast: ({ arg, typeName }) => {
    const inner = arg ? named(arg) : null;
    if (inner?.[1]) return inner;
    return typeName ? [textsOf(typeName.names).at(-1) ?? '', false] : inner;
  },
  CollateClause: ({ arg }) => (arg ? named(arg) : null),
  GroupingFunc: () => ['grouping', true],
  SubLink: (node) => ofSubquery(node),
  CaseExpr: ({ defresult }) => {
    const inner = defresult ? named(defresult) : null;
    return inner?.[1] ? inner : ['case', false];
  },
  A_ArrayExpr: () => ['array', true],
  RowExpr: () => ['row', true],
  CoalesceExpr: () => ['coalesce', true],
  MinMaxExpr: ({ op }) => [op === 'IS_LEAST' ? 'least' : 'greatest', true],
  SQLValueFunction: ({ op = '' }) => [op.replace(/^SVFOP_|_N$/g, '').toLowerCase(), true],
};

/** The name that an expression gives, to a column or an index; null where it gives none. */
export function figuredName(node: Node): string | null {
  return named(node)?.[0] ?? null;
}

/**
 * The name of a column that its author did not name (FigureColname of parse_target.c).
 *
 * @see {@link https://www.postgresql.org/docs/15/sql-select.html#SQL-SELECT-LIST | SELECT List}
 */
export function columnName(node: Node): string {
  return figuredName(node) ?? '?column?';
}

function strong(name: string | undefined): Named {
  return name === undefined ? null : [name, true];
}

function named(node: Node): Named {
  // The table has for each kind of node what takes that kind; TypeScript cannot pair the two.
  const namer = NAMERS[kindOf(node)] as ((node: unknown) => Named) | undefined;
  return namer?.(Object.values(node)[0]) ?? null;
}

function ofSubquery({ subLinkType, subselect }: SubLink): Named {
  if (subLinkType === 'EXISTS_SUBLINK') return ['exists', true];
  if (subLinkType === 'ARRAY_SUBLINK') return ['array', true];
  if (subLinkType !== 'EXPR_SUBLINK' || !subselect || !('SelectStmt' in subselect)) return null;
  const first = leftmost(subselect.SelectStmt);
  if (first.valuesLists?.length) return ['column1', true];
  const [target] = first.targetList ?? [];
  if (!target || !('ResTarget' in target)) return null;
  const { name, val } = target.ResTarget;
  return [name ?? (val ? columnName(val) : '?column?'), true];
}

function leftmost(statement: SelectStmt): SelectStmt {
  return statement.larg ? leftmost(statement.larg) : statement;
}

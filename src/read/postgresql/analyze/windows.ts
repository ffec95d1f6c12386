import type { Node, WindowDef } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import { Beyond, type WindowSpec } from '../query/query.ts';
import type { Context } from './context.ts';
import { partitionOf, sortItemsOf } from './sorting.ts';

/** The bits of `frameOptions` (nodes/parsenodes.h). */
const FRAME = {
  nonDefault: 0x1,
  rows: 0x4,
  groups: 0x8,
  between: 0x10,
  startUnbounded: 0x20,
  endUnbounded: 0x100,
  startCurrent: 0x200,
  endCurrent: 0x400,
  startPreceding: 0x800,
  endPreceding: 0x1000,
  excludeCurrent: 0x8000,
  excludeGroup: 0x10000,
  excludeTies: 0x20000,
} as const;

/** What stands behind OVER, or behind a name of the WINDOW clause. */
export function windowOf(node: WindowDef, context: Context): WindowSpec {
  return {
    name: node.name ?? null,
    refersTo: node.refname ?? null,
    partition: partitionOf(node.partitionClause, context),
    order: sortItemsOf(node.orderClause, context),
    frame: frameOf(node, context),
  };
}

type HasBit = (bit: number) => boolean;
type Offset = (value: Node | undefined) => Expression;

function frameOf(node: WindowDef, context: Context): WindowSpec['frame'] {
  const options = node.frameOptions ?? 0;
  const has: HasBit = (bit) => (options & bit) !== 0;
  if (!has(FRAME.nonDefault)) return null;
  const unit = has(FRAME.rows) ? 'ROWS' : has(FRAME.groups) ? 'GROUPS' : 'RANGE';
  const offset: Offset = (value) => {
    // The offset of RANGE has the type that the ordering column asks for.
    if (!value || unit === 'RANGE') throw new Beyond('RANGE with an offset');
    return context.environment.coercion.assigned(context.expression(value), 'int8');
  };
  const start = startOf(node, has, offset);
  const bounds = has(FRAME.between)
    ? ['BETWEEN ', ...start, ' AND ', ...endOf(node, has, offset)]
    : start;
  return [`${unit} `, ...bounds, ...exclusion(has)];
}

function startOf(node: WindowDef, has: HasBit, offset: Offset): readonly (string | Expression)[] {
  if (has(FRAME.startUnbounded)) return ['UNBOUNDED PRECEDING'];
  if (has(FRAME.startCurrent)) return ['CURRENT ROW'];
  const side = has(FRAME.startPreceding) ? ' PRECEDING' : ' FOLLOWING';
  return [offset(node.startOffset), side];
}

function endOf(node: WindowDef, has: HasBit, offset: Offset): readonly (string | Expression)[] {
  if (has(FRAME.endUnbounded)) return ['UNBOUNDED FOLLOWING'];
  if (has(FRAME.endCurrent)) return ['CURRENT ROW'];
  return [offset(node.endOffset), has(FRAME.endPreceding) ? ' PRECEDING' : ' FOLLOWING'];
}

function exclusion(has: HasBit): readonly string[] {
  if (has(FRAME.excludeCurrent)) return [' EXCLUDE CURRENT ROW'];
  if (has(FRAME.excludeGroup)) return [' EXCLUDE GROUP'];
  return has(FRAME.excludeTies) ? [' EXCLUDE TIES'] : [];
}

import type { Node, SelectStmt } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import type { Query } from '../query/query.ts';
import type { Context } from './context.ts';

/** LIMIT and OFFSET count in bigint. */
export function limitsOf(
  { limitCount, limitOffset, limitOption }: SelectStmt,
  context: Context,
): Pick<Query, 'limit' | 'offset' | 'limitWithTies'> {
  const { coercion } = context.environment;
  const count = (node: Node | undefined): Expression | null =>
    node ? coercion.assigned(context.expression(node), 'int8') : null;
  return {
    limit: count(limitCount),
    offset: count(limitOffset),
    limitWithTies: limitOption === 'LIMIT_OPTION_WITH_TIES',
  };
}

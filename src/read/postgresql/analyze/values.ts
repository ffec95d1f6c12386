import type { SelectStmt } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import { BARE_QUERY, BARE_SOURCE, Beyond, type Query, type Source } from '../query/query.ts';
import { commonModifier } from './coerce.ts';
import { allTargets } from './columns.ts';
import type { Environment, Scope } from './context.ts';
import { contextOf } from './expressions.ts';
import { limitsOf } from './limits.ts';
import { orderOf } from './sorting.ts';

/** VALUES: each column has the common type of its values. */
export function valuesQuery(statement: SelectStmt, outer: Scope, environment: Environment): Query {
  const context = contextOf(environment, outer);
  const rows = (statement.valuesLists ?? []).map((node) => {
    if (!('List' in node)) throw new Beyond('VALUES');
    return (node.List.items ?? []).map(context.expression);
  });
  const values = unifiedColumns(rows, environment);
  const [first = []] = values;
  const columns = first.map(({ type }, at) => ({
    name: `column${at + 1}`,
    type,
    modifier: commonModifier(values.flatMap((row) => row[at] ?? [])),
  }));
  const source: Source = { ...BARE_SOURCE, kind: 'values', ownName: '*VALUES*', columns, values };
  const targets = allTargets(source);
  return {
    ...BARE_QUERY,
    targets,
    sources: [source],
    from: [{ kind: 'source', source }],
    values,
    order: orderOf(statement.sortClause, targets, context),
    ...limitsOf(statement, context),
  };
}

function unifiedColumns(
  rows: readonly (readonly Expression[])[],
  { coercion }: Environment,
): readonly (readonly Expression[])[] {
  const width = rows[0]?.length ?? 0;
  const types = Array.from({ length: width }, (_, at) =>
    coercion.common(rows.map((row) => row[at]?.type ?? 'unknown')),
  );
  return rows.map((row) =>
    row.map((value, at) => coercion.implicit(value, types[at] ?? value.type)),
  );
}

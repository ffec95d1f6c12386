import type { Node, RangeFunction } from '@pgsql/types';
import { columnName } from '../column-names.ts';
import { textsOf } from '../nodes.ts';
import { type Expression, sourcesIn } from '../query/expression.ts';
import { BARE_SOURCE, Beyond, type OutputColumn, type Source } from '../query/query.ts';
import type { Context } from './context.ts';
import { typeNamed } from './type-names.ts';

/** A function in FROM: `generate_series(1, 3) AS day`, `jsonb_each(x) AS t(key, value)`. */
export function functionSource(node: RangeFunction, context: Context): Source {
  const { functions = [], alias, lateral = false, ordinality = false, coldeflist = [] } = node;
  const [first] = functions;
  const [call, definitions] = first && 'List' in first ? (first.List.items ?? []) : [];
  if (!call || functions.length > 1 || node.is_rowsfrom) throw new Beyond('ROWS FROM');
  if (definitions && Object.keys(definitions).length > 0) throw new Beyond('ROWS FROM');
  const expression = context.expression(call);
  const ownName = columnName(call);
  const defined = coldeflist.map((column) => definedColumn(column, context));
  const given =
    defined.length > 0 ? defined : resultColumns(expression, alias?.aliasname ?? ownName, context);
  const columns = ordinality
    ? [...given, { name: 'ordinality', type: 'int8', modifier: null }]
    : given;
  const names = textsOf(alias?.colnames);
  return {
    ...BARE_SOURCE,
    kind: 'function',
    alias: alias?.aliasname ?? null,
    columnAliases: names,
    ownName,
    columns: columns.map((column, at) => ({ ...column, name: names[at] ?? column.name })),
    // A function that names what stands beside it is lateral without saying so.
    lateral: lateral || namesBeside(expression, context),
    call: expression,
    withOrdinality: ordinality,
    definesColumns: defined.length > 0,
  };
}

function definedColumn(node: Node, { environment }: Context): OutputColumn {
  if (!('ColumnDef' in node) || !node.ColumnDef.typeName) throw new Beyond('a column definition');
  const { colname = '', typeName } = node.ColumnDef;
  return { name: colname, ...typeNamed(typeName, environment.types) };
}

/** A value's column has the alias' name, or that of the only column that the function names. */
function resultColumns(
  call: Expression,
  alias: string,
  { environment }: Context,
): readonly OutputColumn[] {
  if (call.kind === 'value' || call.kind === 'cast')
    return [{ name: alias, type: call.type, modifier: null }];
  if (call.kind !== 'call') throw new Beyond('a function in FROM');
  const { columns } = call;
  if (call.type === 'record' && columns.length === 0) throw new Beyond(call.name);
  const [first] = columns;
  if (first && columns.length === 1) return [{ name: first.name, type: call.type, modifier: null }];
  if (first) return columns.map(({ name, type }) => ({ name, type, modifier: null }));
  if (environment.types.isRow(call.type)) throw new Beyond('a row in FROM');
  return [{ name: alias, type: call.type, modifier: null }];
}

function namesBeside(call: Expression, { scope }: Context): boolean {
  const sources = sourcesIn(call);
  return scope.tables.some(({ source }) => sources.includes(source));
}

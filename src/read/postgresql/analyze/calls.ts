import type { FuncCall, Node } from '@pgsql/types';
import type { FunctionEntry } from '../catalog/catalog.ts';
import { textsOf } from '../nodes.ts';
import type { Expression } from '../query/expression.ts';
import { Beyond } from '../query/query.ts';
import type { Context } from './context.ts';
import { type Candidate, select } from './overloads.ts';
import { resolvePolymorphic } from './polymorphic.ts';
import { sortItemsOf } from './sorting.ts';
import { windowOf } from './windows.ts';

/** A function with its arguments as it takes them. */
interface Resolved {
  readonly entry: FunctionEntry;
  readonly args: readonly Expression[];
  readonly variadic: boolean;
  readonly type: string;
}

/** A call by name: a function, an aggregate, a window function, or a cast in the form of a call. */
export function callOf(node: FuncCall, context: Context): Expression {
  const { environment } = context;
  const name = functionName(node, environment.server);
  const given = (node.args ?? []).map((arg) => argument(arg, context));
  const order = node.agg_within_group ? sortItemsOf(node.agg_order, context) : [];
  const values = [
    ...given.map(({ value }) => value),
    ...order.map(({ target }) => target.expression),
  ];
  const cast = node.agg_star ? null : castByCall(name, values, context);
  if (cast !== null) return cast;
  const names = given.flatMap((arg) => (arg.name === null ? [] : [arg.name]));
  const resolved = resolve(name, values, { names, variadic: node.func_variadic === true }, context);
  const filter = node.agg_filter
    ? environment.coercion.boolean(context.expression(node.agg_filter))
    : null;
  const base = { name, args: resolved.args, type: resolved.type, modifier: null } as const;
  if (node.over) {
    const star = node.agg_star === true;
    return { ...base, kind: 'window', star, filter, over: windowOf(node.over, context) };
  }
  if (resolved.entry.kind === 'window') throw new Beyond(`${name} without a window`);
  if (resolved.entry.kind !== 'plain') return aggregate(node, resolved, filter, context);
  const worded = node.funcformat === 'COERCE_SQL_SYNTAX' && environment.server >= 14;
  const {
    variadic,
    entry: { returnsSet, out },
  } = resolved;
  return { ...base, kind: 'call', variadic, names, worded, returnsSet, columns: out };
}

/** Before version 14 EXTRACT was a spelling of `date_part`. */
function functionName({ funcname, funcformat }: FuncCall, server: number): string {
  const parts = textsOf(funcname);
  const name = parts.at(-1) ?? '';
  if (parts.length > 1 && parts[0] !== 'pg_catalog' && parts[0] !== 'public')
    throw new Beyond(name);
  const isOld = funcformat === 'COERCE_SQL_SYNTAX' && server < 14;
  return isOld && name === 'extract' ? 'date_part' : name;
}

function argument(node: Node, context: Context) {
  if (!('NamedArgExpr' in node)) return { name: null, value: context.expression(node) };
  const { arg, name = '' } = node.NamedArgExpr;
  if (!arg) throw new Beyond('an empty argument');
  return { name, value: context.expression(arg) };
}

function aggregate(
  node: FuncCall,
  { entry, args, variadic, type }: Resolved,
  filter: Expression | null,
  context: Context,
): Expression {
  const { coercion } = context.environment;
  const withinGroup = node.agg_within_group === true;
  if (entry.kind === 'hypothetical') throw new Beyond(entry.name);
  const order = sortItemsOf(node.agg_order, context);
  const sorted = withinGroup ? args.slice(entry.direct) : [];
  const coercedOrder = order.map((item, at) => {
    const expression = sorted[at] ?? coercion.settled(item.target.expression);
    return { ...item, target: { ...item.target, expression } };
  });
  return {
    kind: 'aggregate',
    name: entry.name,
    args: withinGroup ? args.slice(0, entry.direct) : args,
    variadic,
    star: node.agg_star === true,
    distinct: node.agg_distinct === true,
    order: coercedOrder,
    withinGroup,
    filter,
    type,
    modifier: null,
  };
}

/** `date(x)` and `text(x)` are casts where no function of that name takes the very type. */
function castByCall(
  name: string,
  values: readonly Expression[],
  { environment }: Context,
): Expression | null {
  const [only] = values;
  const { types, coercion } = environment;
  if (!only || values.length > 1 || !types.catalog.types.has(name)) return null;
  const isExact = types.catalog
    .functions(name)
    .some(({ args }) => args.length === 1 && args[0] === only.type);
  if (isExact) return null;
  const path = only.type === 'unknown' ? 'text' : types.path(only.type, name, 'explicit');
  if (path !== 'text' && path !== 'relabel') return null;
  return coercion.explicit(only, { type: name, modifier: null });
}

function resolve(
  name: string,
  values: readonly Expression[],
  { names, variadic }: { readonly names: readonly string[]; readonly variadic: boolean },
  { environment }: Context,
): Resolved {
  const { types, coercion } = environment;
  const given = values.map(({ type }) => type);
  const entries = types.catalog.functions(name);
  if (entries.length === 0) throw new Beyond(`function ${name}`);
  const candidates = entries.flatMap((entry) =>
    names.length > 0 ? byNames(entry, given, names) : byPlace(entry, given.length, variadic),
  );
  const chosen = select(candidates, given, types);
  const { entry } = chosen;
  const resolved = resolvePolymorphic(given, chosen.args, entry.result, types);
  if (resolved === null) throw new Beyond(`${name}(${given.join(', ')})`);
  const args = values.map((value, at) => coercion.implicit(value, resolved.args[at] ?? value.type));
  const isSpread =
    entry.variadic && !variadic && chosen.entry.args.at(-1) !== 'any' && !isWhole(chosen);
  const packed = isSpread ? packedArguments(entry, args) : args;
  return { entry, args: packed, variadic: isSpread || variadic, type: resolved.result };
}

/** An array was given where the function takes any number of arguments. */
function isWhole({ entry, args }: Candidate<FunctionEntry>): boolean {
  return args.length === entry.args.length && args.at(-1) === entry.args.at(-1);
}

/** The server keeps what was given for VARIADIC as one array. */
function packedArguments(entry: FunctionEntry, args: readonly Expression[]): readonly Expression[] {
  const fixed = entry.args.length - 1;
  const items = args.slice(fixed);
  const [first] = items;
  if (!first) return args;
  return [
    ...args.slice(0, fixed),
    { kind: 'array', items, type: `_${first.type}`, modifier: null },
  ];
}

function byPlace(
  entry: FunctionEntry,
  count: number,
  variadic: boolean,
): readonly Candidate<FunctionEntry>[] {
  const { args, defaults } = entry;
  if (entry.variadic && !variadic) return spread(entry, count);
  if (count > args.length || count < args.length - defaults) return [];
  return [{ entry, args: args.slice(0, count) }];
}

function spread(entry: FunctionEntry, count: number): readonly Candidate<FunctionEntry>[] {
  const fixed = entry.args.slice(0, -1);
  const last = entry.args.at(-1) ?? 'any';
  if (count <= fixed.length) return [];
  const element = last
    .replace(/^_/, '')
    .replace(/^any(compatible)?array$/, (_, more: string) =>
      more ? 'anycompatible' : 'anyelement',
    );
  const rest = Array.from({ length: count - fixed.length }, () => element);
  return [{ entry, args: [...fixed, ...rest] }];
}

/** Arguments by name, as `make_interval(days => 3)` has them. */
function byNames(
  entry: FunctionEntry,
  given: readonly string[],
  names: readonly string[],
): readonly Candidate<FunctionEntry>[] {
  const places = names.map((name) => entry.names.indexOf(name));
  if (places.includes(-1) || given.length !== names.length) return [];
  return [{ entry, args: places.map((place) => entry.args[place] ?? '') }];
}

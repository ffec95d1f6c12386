import type { OperatorEntry } from '../catalog/catalog.ts';
import type { Expression } from '../query/expression.ts';
import { Beyond } from '../query/query.ts';
import type { Environment } from './context.ts';
import { type Candidate, select } from './overloads.ts';
import { resolvePolymorphic } from './polymorphic.ts';

/** An operator with what it takes and gives worked out. */
interface Chosen {
  readonly left: string | null;
  readonly right: string;
  readonly result: string;
}

/** `left name right` with the casts that the operator needs (make_op of parse_oper.c). @throws {Beyond} */
export function comparisonOf(
  name: string,
  left: Expression | null,
  right: Expression,
  environment: Environment,
): Expression {
  const chosen = operatorFor(name, left?.type ?? null, right.type, environment);
  const { coercion } = environment;
  return {
    kind: 'operator',
    name,
    left: left && coercion.implicit(left, chosen.left ?? left.type),
    right: coercion.implicit(right, chosen.right),
    type: chosen.result,
    modifier: null,
  };
}

/** The operator that PostgreSQL takes for those types. @throws {Beyond} */
function operatorFor(
  name: string,
  left: string | null,
  right: string,
  { types }: Environment,
): Chosen {
  const entries = types.catalog
    .operators(name)
    .filter((entry) => (entry.left === null) === (left === null));
  const candidates = entries.map((entry) => ({ entry, args: argsOf(entry) }));
  const given = left === null ? [right] : [left, right];
  const exact =
    exactly(candidates, alike(given)) ??
    exactly(
      candidates,
      alike(given).map((type) => types.baseOf(type)),
    );
  const { entry, args } = exact ?? select(candidates, given, types);
  const resolved = resolvePolymorphic(given, args, entry.result, types);
  if (resolved === null) throw new Beyond(`${name} for ${given.join(', ')}`);
  const [first = '', second = ''] = resolved.args;
  return left === null
    ? { left: null, right: first, result: resolved.result }
    : { left: first, right: second, result: resolved.result };
}

function argsOf({ left, right }: OperatorEntry): readonly string[] {
  return left === null ? [right] : [left, right];
}

/** binary_oper_exact: one side of open type is first taken to be like the other. */
function alike([left = '', right = '']: readonly string[]): readonly string[] {
  if (right === '') return [left];
  if (left === 'unknown') return [right, right];
  return right === 'unknown' ? [left, left] : [left, right];
}

function exactly(
  candidates: readonly Candidate<OperatorEntry>[],
  wanted: readonly string[],
): Candidate<OperatorEntry> | undefined {
  if (wanted.includes('unknown')) return undefined;
  return candidates.find(({ args }) => args.every((type, at) => type === wanted[at]));
}

/** `left name ANY (right)`: the operator is that of the array's elements (make_scalar_array_op). @throws {Beyond} */
export function quantifiedOf(
  {
    name,
    word,
    left,
    right,
  }: {
    readonly name: string;
    readonly word: 'ANY' | 'ALL';
    readonly left: Expression;
    readonly right: Expression;
  },
  environment: Environment,
): Expression {
  const { types, coercion } = environment;
  const element = right.type === 'unknown' ? 'unknown' : types.elementOf(types.baseOf(right.type));
  if (element === null) throw new Beyond('ANY of what is no array');
  const chosen = operatorFor(name, left.type, element, environment);
  return {
    kind: 'quantified',
    name,
    word,
    left: coercion.implicit(left, chosen.left ?? left.type),
    right: coercion.implicit(right, `_${chosen.right}`),
    type: 'bool',
    modifier: null,
  };
}

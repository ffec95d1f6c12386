import { Beyond, baseOf, baseType, type Expression, knownType, typeOf } from './expression.ts';
import { type EnumNames, literalAs } from './literals.ts';

export const INTEGERS: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint']);
/** Types that hold time, which have operators among themselves. */
export const INSTANTS: ReadonlySet<string> = new Set([
  'date',
  'timestamp without time zone',
  'timestamp with time zone',
]);
export const TEXTS: ReadonlySet<string> = new Set(['text', 'character varying']);

/** Implicit casts between kinds of numbers go this way only. */
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'double precision'];

/** The expression as a value of that type, with the cast that PostgreSQL puts in. @throws {Beyond} */
export function coerced(expression: Expression, type: string, enums: EnumNames): Expression {
  const base = baseOf(expression);
  if (base === null) {
    if (expression.kind !== 'constant') throw new Beyond();
    return literalAs(expression, type, enums);
  }
  if (base === type) return expression;
  if (!isImplicit(base, type)) throw new Beyond();
  return { kind: 'cast', inner: expression, type };
}

function isImplicit(from: string, to: string): boolean {
  if (to === 'text') return from === 'character varying' || from === 'citext';
  if (to === 'text[]') return from === 'character varying[]';
  const [low, high] = [NUMBERS.indexOf(from), NUMBERS.indexOf(to)];
  if (low >= 0 && high >= 0) return low < high;
  return to === 'timestamp with time zone' && from === 'date';
}

/** An explicit cast. @throws {Beyond} */
export function castTo(inner: Expression, type: string, enums: EnumNames): Expression {
  const own = typeOf(inner);
  if (own === null && inner.kind === 'constant') return literalAs(inner, type, enums);
  // An array of open strings takes the type of the cast, element by element.
  if (inner.kind === 'array' && type.endsWith('[]') && inner.items.every(isOpenText)) {
    const element = type.slice(0, -2);
    const items = inner.items.map((item) => retyped(item, element, enums));
    return { kind: 'array', items, type };
  }
  if (own === type) return inner;
  if (own === null || baseType(own) === baseType(type)) throw new Beyond();
  return { kind: 'cast', inner, type };
}

/** An element that was taken for text because nothing else was said. */
function isOpenText(item: Expression): boolean {
  return item.kind === 'constant' && item.type === 'text';
}

function retyped(item: Expression, type: string, enums: EnumNames): Expression {
  if (item.kind !== 'constant') throw new Beyond();
  return literalAs({ ...item, type: null }, type, enums);
}

/**
 * The type that `IN`, `COALESCE` and `CASE` bring their values to.
 *
 * @throws {Beyond}
 * @see {@link https://www.postgresql.org/docs/15/typeconv-union-case.html | UNION, CASE}
 */
export function commonType(expressions: readonly Expression[]): string {
  let common: string | null = null;
  for (const expression of expressions) {
    const base = baseOf(expression);
    if (base !== null) common = common === null ? base : wider(common, base);
  }
  return common ?? 'text';
}

function wider(one: string, other: string): string {
  if (one === other) return one;
  const [left, right] = [NUMBERS.indexOf(one), NUMBERS.indexOf(other)];
  if (left >= 0 && right >= 0) return left > right ? one : other;
  throw new Beyond();
}

/** `ARRAY[…]`; strings of open type are text. @throws {Beyond} */
export function arrayOf(items: readonly Expression[], enums: EnumNames): Expression {
  if (items.length === 0) throw new Beyond();
  const type = commonType(items);
  return {
    kind: 'array',
    items: items.map((item) => coerced(item, type, enums)),
    type: `${type}[]`,
  };
}

/** The type of an array's elements. @throws {Beyond} */
export function elementType(array: Expression): string {
  const type = knownType(array);
  if (!type.endsWith('[]')) throw new Beyond();
  return baseType(type.slice(0, -2));
}

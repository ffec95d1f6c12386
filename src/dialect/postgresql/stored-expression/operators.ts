import { coerced, commonType, elementType, INSTANTS, INTEGERS, TEXTS } from './coerce.ts';
import { Beyond, baseOf, type Expression } from './expression.ts';
import type { EnumNames } from './literals.ts';

export const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);
const MATCHES: ReadonlySet<string> = new Set(['~~', '!~~', '~~*', '!~~*', '~', '!~', '~*', '!~*']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);
/** JSON operators: the type that the right side is read as, and the type of the result (null: that of the left side). */
const JSON_OPERATORS: { readonly [operator: string]: readonly [string, string | null] } = {
  '->': ['text', null],
  '->>': ['text', 'text'],
  '#>': ['text[]', null],
  '#>>': ['text[]', 'text'],
};
const JSONB_OPERATORS: { readonly [operator: string]: readonly [string, string | null] } = {
  '?': ['text', 'boolean'],
  '?|': ['text[]', 'boolean'],
  '?&': ['text[]', 'boolean'],
  '@>': ['jsonb', 'boolean'],
  '<@': ['jsonb', 'boolean'],
};
const CONTAINMENT: ReadonlySet<string> = new Set(['@>', '<@', '&&']);

type Pair = readonly [Expression, Expression];

/**
 * A binary operator with both sides brought to the types that it takes.
 *
 * @throws {Beyond} where PostgreSQL's choice is not known for sure.
 * @see {@link https://www.postgresql.org/docs/15/typeconv-oper.html | Operator type resolution}
 */
export function operation(
  operator: string,
  left: Expression,
  right: Expression,
  enums: EnumNames,
): Expression {
  if (COMPARISONS.has(operator)) return binary(operator, alike(left, right, enums), 'boolean');
  if (MATCHES.has(operator)) return binary(operator, matched(left, right, enums), 'boolean');
  if (operator === '||') return concatenated(left, right, enums);
  if (ARITHMETIC.has(operator)) return calculated(operator, left, right, enums);
  const base = baseOf(left);
  const isJson = base === 'json' || base === 'jsonb';
  const json =
    (isJson ? JSON_OPERATORS[operator] : undefined) ??
    (base === 'jsonb' ? JSONB_OPERATORS[operator] : undefined);
  if (json && base !== null)
    return jsonOperation(operator, left, right, [json[0], json[1] ?? base], enums);
  if (CONTAINMENT.has(operator)) return overArrays(operator, left, right, enums);
  throw new Beyond();
}

function binary(operator: string, [left, right]: Pair, type: string): Expression {
  return { kind: 'operator', operator, left, right, type };
}

/** Both sides of a comparison, as PostgreSQL makes them alike. @throws {Beyond} */
function alike(left: Expression, right: Expression, enums: EnumNames): Pair {
  const [one, other] = [baseOf(left), baseOf(right)];
  if (one === null && other === null) throw new Beyond();
  // varchar has no operators of its own.
  if ([one, other].every((base) => base === null || TEXTS.has(base))) {
    return [coerced(left, 'text', enums), coerced(right, 'text', enums)];
  }
  if (one === null || other === null) {
    const type = one ?? other ?? '';
    return [coerced(left, type, enums), coerced(right, type, enums)];
  }
  const hasOwnOperator =
    one === other || [INTEGERS, INSTANTS].some((family) => family.has(one) && family.has(other));
  if (hasOwnOperator) return [left, right];
  const type = commonType([left, right]);
  return [coerced(left, type, enums), coerced(right, type, enums)];
}

/** LIKE and regular expressions: of text, and of citext where that is what is matched. */
function matched(left: Expression, right: Expression, enums: EnumNames): Pair {
  const type = baseOf(left) === 'citext' ? 'citext' : 'text';
  return [coerced(left, type, enums), coerced(right, type, enums)];
}

function concatenated(left: Expression, right: Expression, enums: EnumNames): Expression {
  const [one, other] = [baseOf(left), baseOf(right)];
  const isOwn = one === other && (one === 'jsonb' || one === 'tsvector');
  if (isOwn && one !== null) return binary('||', [left, right], one);
  const side = (expression: Expression, base: string | null): Expression =>
    // text || anynonarray takes whatever is not text as it is.
    base !== null && (INTEGERS.has(base) || INSTANTS.has(base) || base === 'uuid')
      ? expression
      : coerced(expression, 'text', enums);
  if (
    ![one, other].some((base) => base !== null && TEXTS.has(base)) &&
    one !== null &&
    other !== null
  )
    throw new Beyond();
  return binary('||', [side(left, one), side(right, other)], 'text');
}

function calculated(
  operator: string,
  left: Expression,
  right: Expression,
  enums: EnumNames,
): Expression {
  const [one, other] = [baseOf(left), baseOf(right)];
  if (one === null || other === null) throw new Beyond();
  const moved = movedInstant(operator, one, other);
  if (moved !== null) return binary(operator, [left, right], moved);
  const type = commonType([left, right]);
  const isNumber = INTEGERS.has(type) || type === 'numeric' || type === 'double precision';
  if (!isNumber || (operator === '%' && type === 'double precision')) throw new Beyond();
  // Integers of all sizes have operators among themselves.
  if (INTEGERS.has(one) && INTEGERS.has(other)) return binary(operator, [left, right], type);
  return binary(operator, [coerced(left, type, enums), coerced(right, type, enums)], type);
}

/** The type of a time that is moved or compared; null for other arithmetic. */
function movedInstant(operator: string, one: string, other: string): string | null {
  if (operator !== '+' && operator !== '-') return null;
  if (INSTANTS.has(one) && other === 'interval')
    return one === 'date' ? 'timestamp without time zone' : one;
  if (one === 'date' && other === 'integer') return 'date';
  if (operator === '-' && one === other && INSTANTS.has(one))
    return one === 'date' ? 'integer' : 'interval';
  return null;
}

/** `->` and `->>` take a position as well as a key. */
function jsonOperation(
  operator: string,
  left: Expression,
  right: Expression,
  [takes, gives]: readonly [string, string],
  enums: EnumNames,
): Expression {
  const isPosition = baseOf(right) === 'integer' && takes === 'text';
  const side = isPosition ? right : coerced(right, takes, enums);
  return binary(operator, [left, side], gives);
}

function overArrays(
  operator: string,
  left: Expression,
  right: Expression,
  enums: EnumNames,
): Expression {
  const element = elementType(left);
  if (baseOf(right) !== null && elementType(right) !== element) throw new Beyond();
  return binary(operator, [left, coerced(right, `${element}[]`, enums)], 'boolean');
}

/** `x IN (…)`: one value is a comparison, several are an array. @throws {Beyond} */
export function listed(
  left: Expression,
  items: readonly Expression[],
  negated: boolean,
  enums: EnumNames,
): Expression {
  const operator = negated ? '<>' : '=';
  const [only] = items;
  if (only && items.length === 1) return operation(operator, left, only, enums);
  if (!items.every((item) => item.kind === 'constant')) throw new Beyond();
  const type = commonType([left, ...items]);
  const array: Expression = {
    kind: 'array',
    items: items.map((item) => coerced(item, type, enums)),
    type: `${type}[]`,
  };
  return quantified(operator, negated ? 'ALL' : 'ANY', left, array, enums);
}

/** `x = ANY (array)`. @throws {Beyond} */
export function quantified(
  operator: string,
  quantifier: 'ANY' | 'ALL',
  left: Expression,
  right: Expression,
  enums: EnumNames,
): Expression {
  if (!COMPARISONS.has(operator) && !MATCHES.has(operator)) throw new Beyond();
  const side = baseOf(right) === null ? coerced(right, `${textFor(baseOf(left))}[]`, enums) : right;
  const element: Expression = { kind: 'column', name: '', type: elementType(side) };
  const found = operation(operator, left, element, enums);
  if (found.kind !== 'operator') throw new Beyond();
  const isRecast = found.right.kind === 'cast';
  const wanted = baseOf(found.right);
  const array: Expression = isRecast ? { kind: 'cast', inner: side, type: `${wanted}[]` } : side;
  return {
    kind: 'quantified',
    operator: `${operator} ${quantifier}`,
    left: found.left,
    right: array,
  };
}

function textFor(base: string | null): string {
  if (base === null) throw new Beyond();
  return base === 'character varying' ? 'text' : base;
}

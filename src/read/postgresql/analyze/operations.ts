import type { A_Expr, Node } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import { type Expression, sourcesIn } from '../query/expression.ts';
import { Beyond } from '../query/query.ts';
import type { Context } from './context.ts';
import { comparisonOf, quantifiedOf } from './operators.ts';

type Reader = (node: A_Expr, name: string, context: Context) => Expression;

/** What stands between values: operators, IN, BETWEEN, LIKE and their like. */
const READERS: { readonly [kind: string]: Reader } = {
  AEXPR_OP: plain,
  AEXPR_OP_ANY: (node, name, context) => quantified(node, name, 'ANY', context),
  AEXPR_OP_ALL: (node, name, context) => quantified(node, name, 'ALL', context),
  AEXPR_DISTINCT: (node, _, context) => distinctFrom(node, context, true),
  AEXPR_NOT_DISTINCT: (node, _, context) => distinctFrom(node, context, false),
  AEXPR_NULLIF: nullIf,
  AEXPR_IN: inList,
  AEXPR_LIKE: plain,
  AEXPR_ILIKE: plain,
  AEXPR_SIMILAR: plain,
  AEXPR_BETWEEN: (node, _, context) => between(node, ['>=', '<='], 'AND', context),
  AEXPR_NOT_BETWEEN: (node, _, context) => between(node, ['<', '>'], 'OR', context),
};

export function operationOf(node: A_Expr, context: Context): Expression {
  const read = READERS[node.kind ?? ''];
  if (!read) throw new Beyond(node.kind);
  return read(node, textsOf(node.name).at(-1) ?? '', context);
}

function side(node: Node | undefined, context: Context): Expression {
  if (node === undefined || 'List' in node) throw new Beyond('a side of an operator');
  return context.expression(node);
}

function plain(node: A_Expr, name: string, context: Context): Expression {
  const right = side(node.rexpr, context);
  if (!node.lexpr) return comparisonOf(name, null, right, context.environment);
  const left = side(node.lexpr, context);
  if (left.kind === 'rowValue' || right.kind === 'rowValue') {
    return rows(name, left, right, context);
  }
  return comparisonOf(name, left, right, context.environment);
}

/** `(a, b) = (c, d)` is taken apart; other comparisons of rows stay whole. */
function rows(
  name: string,
  left: Expression,
  right: Expression,
  { environment }: Context,
): Expression {
  if (left.kind !== 'rowValue' || right.kind !== 'rowValue') throw new Beyond('a row');
  if (left.items.length !== right.items.length) throw new Beyond('rows of other lengths');
  const pairs = left.items.map((item, at) => {
    const pair = comparisonOf(name, item, right.items[at] ?? item, environment);
    if (pair.kind !== 'operator') throw new Beyond('a row');
    return pair;
  });
  const [only] = pairs;
  if (only && pairs.length === 1) return only;
  if (name === '=' || name === '<>') return logic(name === '=' ? 'AND' : 'OR', pairs);
  const lefts = pairs.flatMap((pair) => (pair.left ? [pair.left] : []));
  return {
    kind: 'rowComparison',
    name,
    left: lefts,
    right: pairs.map((pair) => pair.right),
    type: 'bool',
    modifier: null,
  };
}

function quantified(node: A_Expr, name: string, word: 'ANY' | 'ALL', context: Context): Expression {
  const [left, right] = [side(node.lexpr, context), side(node.rexpr, context)];
  return quantifiedOf({ name, word, left, right }, context.environment);
}

/** With NULL it is a test for NULL. */
function distinctFrom(node: A_Expr, context: Context, isDistinct: boolean): Expression {
  const [left, right] = [side(node.lexpr, context), side(node.rexpr, context)];
  const known = isNull(right) ? left : isNull(left) ? right : null;
  if (known !== null) {
    const inner = context.environment.coercion.settled(known);
    return {
      kind: 'test',
      inner,
      test: isDistinct ? 'IS NOT NULL' : 'IS NULL',
      type: 'bool',
      modifier: null,
    };
  }
  const compared = comparisonOf('=', left, right, context.environment);
  if (compared.kind !== 'operator' || !compared.left) throw new Beyond('rows');
  const result: Expression = {
    kind: 'distinctFrom',
    left: compared.left,
    right: compared.right,
    type: 'bool',
    modifier: null,
  };
  return isDistinct ? result : { kind: 'not', inner: result, type: 'bool', modifier: null };
}

function isNull(expression: Expression): boolean {
  return (
    expression.kind === 'constant' && expression.text === null && expression.type === 'unknown'
  );
}

/** The result has the type of the first side as the operator takes it. */
function nullIf(node: A_Expr, _: string, context: Context): Expression {
  const [left, right] = [side(node.lexpr, context), side(node.rexpr, context)];
  const compared = comparisonOf('=', left, right, context.environment);
  if (compared.kind !== 'operator' || !compared.left) throw new Beyond('rows');
  const { type } = compared.left;
  return { kind: 'nullIf', left: compared.left, right: compared.right, type, modifier: null };
}

/** Values without columns become an array; those with columns are compared one by one. */
function inList(node: A_Expr, name: string, context: Context): Expression {
  const { environment } = context;
  const { coercion, types } = environment;
  const left = side(node.lexpr, context);
  const list = node.rexpr && 'List' in node.rexpr ? (node.rexpr.List.items ?? []) : [];
  const values = list.map(context.expression);
  const isAny = name === '=';
  const plainValues = values.filter(
    (value) => sourcesIn(value).length === 0 && value.kind !== 'rowValue',
  );
  const parts: Expression[] = [];
  let rest = values;
  if (plainValues.length > 1 && left.kind !== 'rowValue') {
    const type = coercion.common([left, ...plainValues].map((value) => value.type));
    if (!types.isKnown(`_${type}`)) throw new Beyond(`an array of ${type}`);
    const items = plainValues.map((value) => coercion.implicit(value, type));
    const array: Expression = { kind: 'array', items, type: `_${type}`, modifier: null };
    const word = isAny ? 'ANY' : 'ALL';
    parts.push(quantifiedOf({ name, word, left, right: array }, environment));
    rest = values.filter((value) => !plainValues.includes(value));
  }
  const compare = (value: Expression) =>
    left.kind === 'rowValue'
      ? rows(name, left, value, context)
      : comparisonOf(name, left, value, environment);
  parts.push(...rest.map(compare));
  const [first, ...others] = parts;
  if (!first) throw new Beyond('an empty list');
  return others.reduce((result, part) => logic(isAny ? 'OR' : 'AND', [result, part]), first);
}

function between(
  node: A_Expr,
  [lower, upper]: readonly [string, string],
  word: 'AND' | 'OR',
  context: Context,
): Expression {
  const left = side(node.lexpr, context);
  const bounds = node.rexpr && 'List' in node.rexpr ? (node.rexpr.List.items ?? []) : [];
  const [low, high] = bounds.map(context.expression);
  if (!low || !high) throw new Beyond('bounds');
  const { environment } = context;
  return logic(word, [
    comparisonOf(lower, left, low, environment),
    comparisonOf(upper, left, high, environment),
  ]);
}

function logic(word: 'AND' | 'OR', parts: readonly Expression[]): Expression {
  return { kind: 'logic', word, parts, type: 'bool', modifier: null };
}

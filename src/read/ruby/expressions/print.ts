import type { Expression } from './expression.ts';

/**
 * An expression as PostgreSQL prints it.
 *
 * @param pretty - as `pg_get_constraintdef(oid, true)`, which leaves out parentheses where they say
 * nothing; otherwise as `pg_get_expr` and `pg_get_indexdef`, which put them everywhere.
 * @see {@link https://github.com/postgres/postgres/blob/REL_16_STABLE/src/backend/utils/adt/ruleutils.c | get_rule_expr}
 */
export function printExpression(expression: Expression, pretty: boolean): string {
  const text = plain(expression, pretty);
  return !pretty && PARENTHESIZED.has(expression.kind) ? `(${text})` : text;
}

/** Kinds that stand in parentheses of their own unless printed pretty. */
const PARENTHESIZED: ReadonlySet<Expression['kind']> = new Set([
  'operator',
  'all',
  'any',
  'not',
  'test',
  'list',
]);

function plain(expression: Expression, pretty: boolean): string {
  const print = (inner: Expression): string => printExpression(inner, pretty);
  switch (expression.kind) {
    case 'column':
      return expression.quoted;
    case 'constant':
      return constant(expression.text, expression.type);
    case 'cast':
      return cast(expression.inner, expression.type, pretty);
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(', ')})`;
    case 'operator':
      return `${operand(expression.left, expression, pretty)} ${expression.operator} ${operand(expression.right, expression, pretty)}`;
    case 'all':
      return expression.parts
        .map((part) => (pretty && part.kind === 'any' ? `(${print(part)})` : print(part)))
        .join(' AND ');
    case 'any':
      return expression.parts.map(print).join(' OR ');
    case 'not':
      return `NOT ${pretty && PARENTHESIZED.has(expression.inner.kind) && expression.inner.kind !== 'test' ? `(${print(expression.inner)})` : print(expression.inner)}`;
    case 'test':
      return `${operand(expression.inner, expression, pretty)} ${expression.test}`;
    case 'list':
      return `${operand(expression.left, expression, pretty)} ${expression.operator} (${list(expression, pretty)})`;
  }
}

function constant(text: string, type: string | null): string {
  return text.startsWith("'") && type !== null ? `${text}::${type}` : text;
}

function cast(inner: Expression, type: string, pretty: boolean): string {
  const text = printExpression(inner, pretty);
  const simple = inner.kind === 'column' || inner.kind === 'call' || inner.kind === 'constant';
  return pretty && simple ? `${text}::${type}` : `(${text})::${type}`;
}

const TIGHTER: { readonly [operator: string]: number } = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2 };

/** Pretty printing keeps the parentheses of an operator within another, but for sums of products. */
function operand(inner: Expression, outer: Expression, pretty: boolean): string {
  const text = printExpression(inner, pretty);
  if (!pretty || !PARENTHESIZED.has(inner.kind)) return text;
  if (inner.kind === 'operator' && outer.kind === 'operator') {
    const [own, around] = [TIGHTER[inner.operator] ?? 0, TIGHTER[outer.operator] ?? 0];
    if (own > around && around > 0) return text;
    if (own === around && own > 0 && inner === outer.left) return text;
  }
  return `(${text})`;
}

function list(expression: Extract<Expression, { kind: 'list' }>, pretty: boolean): string {
  const array = `ARRAY[${expression.items.map((item) => printExpression(item, pretty)).join(', ')}]`;
  if (expression.cast === null) return array;
  return pretty ? `${array}::${expression.cast}` : `(${array})::${expression.cast}`;
}

import type { Expression, ExpressionOf } from '../query/expression.ts';
import type { Typed } from '../query/query.ts';
import { printAggregate, printCall, printWindow } from './calls.ts';
import { printConstant } from './constants.ts';
import { PART_STEP } from './layout.ts';
import type { QueryPrinter } from './query.ts';

type Printers = {
  readonly [K in Expression['kind']]: (
    expression: ExpressionOf<K>,
    printer: QueryPrinter,
    /** Casts that PostgreSQL put in by itself are shown too. */
    implicit: boolean,
  ) => string;
};

/** How each kind is printed where parentheses are never left out (get_rule_expr of ruleutils.c). */
const PRINTERS: Printers = {
  column: (column, printer) => printer.column(column),
  row: ({ source }, printer) => `${printer.sourceName(source)}.*`,
  constant: (constant, printer) => printConstant(constant, 'needed', printer.spelling),
  cast: (cast, printer, implicit) => {
    if (cast.form === 'implicit' && !implicit) return print(cast.inner, printer, false);
    return printCast(cast.inner, cast, printer);
  },
  call: (call, printer) => printCall(call, printer),
  aggregate: (aggregate, printer) => printAggregate(aggregate, printer),
  window: (window, printer) => printWindow(window, printer),
  operator: ({ name, left, right }, printer) => {
    const first = left === null ? '' : `${print(left, printer, true)} `;
    return `(${first}${name} ${print(right, printer, true)})`;
  },
  distinctFrom: ({ left, right }, printer) =>
    `(${print(left, printer, true)} IS DISTINCT FROM ${print(right, printer, true)})`,
  nullIf: ({ left, right }, printer) => `NULLIF(${printList([left, right], printer)})`,
  quantified: (quantified, printer) => printQuantified(quantified, printer),
  logic: ({ word, parts }, printer) =>
    `(${parts.map((part) => print(part, printer, false)).join(` ${word} `)})`,
  not: ({ inner }, printer) => `(NOT ${print(inner, printer, false)})`,
  test: ({ inner, test }, printer) => {
    const isNull = test.endsWith('NULL');
    return `(${print(inner, printer, isNull)} ${test})`;
  },
  subquery: (subquery, printer) => printSubquery(subquery, printer),
  case: (expression, printer) => printCase(expression, printer),
  array: (array, printer) => {
    const label = array.items.length === 0 ? `::${printer.spelling.type(array)}` : '';
    return `ARRAY[${printList(array.items, printer)}]${label}`;
  },
  rowValue: ({ items }, printer) => `ROW(${printList(items, printer)})`,
  rowComparison: ({ name, left, right }, printer) =>
    `(ROW(${printList(left, printer)}) ${name} ROW(${printList(right, printer)}))`,
  keyword: ({ word, args }, printer) => `${word}(${printList(args, printer)})`,
  value: ({ word }) => word,
  subscript: (subscript, printer, implicit) => printSubscript(subscript, printer, implicit),
  field: ({ inner, name }, printer) =>
    `(${print(inner, printer, true)}).${printer.spelling.name(name)}`,
  collate: ({ inner, collation }, printer, implicit) =>
    `(${print(inner, printer, implicit)} COLLATE ${printer.spelling.name(collation)})`,
};

/** @param implicit - shows the casts that PostgreSQL put in by itself, too. */
export function print(expression: Expression, printer: QueryPrinter, implicit: boolean): string {
  // The table has for each kind what takes that kind; TypeScript cannot pair the two.
  const printing = PRINTERS[expression.kind] as (
    expression: Expression,
    printer: QueryPrinter,
    implicit: boolean,
  ) => string;
  return printing(expression, printer, implicit);
}

export function printList(items: readonly Expression[], printer: QueryPrinter): string {
  return items.map((item) => print(item, printer, true)).join(', ');
}

/** A constant of the very type is not labelled twice (get_coercion_expr). */
function printCast(inner: Expression, type: Typed, printer: QueryPrinter): string {
  const isSame = inner.kind === 'constant' && inner.type === type.type && inner.modifier === null;
  const value = isSame
    ? printConstant(inner, 'never', printer.spelling)
    : `(${print(inner, printer, false)})`;
  return `${value}::${printer.spelling.type(type)}`;
}

function printQuantified(
  { name, word, left, right }: ExpressionOf<'quantified'>,
  printer: QueryPrinter,
): string {
  const array = print(right, printer, true);
  const isSubquery = right.kind === 'subquery' && right.form === 'value';
  const label = isSubquery ? `::${printer.spelling.type(right)}` : '';
  return `(${print(left, printer, true)} ${name} ${word} (${array}${label}))`;
}

function printSubquery(
  { form, query, left, operator }: ExpressionOf<'subquery'>,
  printer: QueryPrinter,
): string {
  const compared =
    left.length > 1
      ? `(${printList(left, printer)})`
      : left.map((one) => print(one, printer, true)).join('');
  const text = printer.nested(query);
  if (form === 'ARRAY') return `ARRAY(${text})`;
  if (form === 'value') return `(${text})`;
  if (form === 'EXISTS') return `(EXISTS (${text}))`;
  const isIn = form === 'ANY' && operator === '=';
  return `(${compared} ${isIn ? 'IN' : `${operator} ${form}`} (${text}))`;
}

/** CASE begins a line, and so does each of its branches. */
function printCase(
  { subject, whens, otherwise }: ExpressionOf<'case'>,
  printer: QueryPrinter,
): string {
  const { layout } = printer;
  const branch = (word: string): string => layout.line(word, { before: 0, after: 0, plus: 0 });
  let text = layout.line('CASE', { before: 0, after: PART_STEP, plus: 0 });
  if (subject) text += ` ${print(subject, printer, true)}`;
  for (const { when, result } of whens) {
    text += `${branch('WHEN ')}${print(when, printer, false)}`;
    text += ` THEN ${print(result, printer, true)}`;
  }
  text += `${branch('ELSE ')}${print(otherwise, printer, true)}`;
  return `${text}${layout.line('END', { before: -PART_STEP, after: 0, plus: 0 })}`;
}

function printSubscript(
  { inner, subscripts }: ExpressionOf<'subscript'>,
  printer: QueryPrinter,
  implicit: boolean,
): string {
  const isBare = inner.kind === 'column' || inner.kind === 'field';
  const text = print(inner, printer, implicit);
  const bound = (one: Expression | null): string => (one ? print(one, printer, false) : '');
  const list = subscripts.map(({ slice, lower, upper }) =>
    slice ? `[${bound(lower)}:${bound(upper)}]` : `[${bound(upper)}]`,
  );
  return `${isBare ? text : `(${text})`}${list.join('')}`;
}

import { own } from '../../../model/own.ts';
import type { Expression, ExpressionOf } from '../query/expression.ts';
import type { WindowSpec } from '../query/query.ts';
import type { QueryPrinter } from './query.ts';

/** Functions that are printed with words between their arguments, since version 14 (get_func_sql_syntax). */
const WORDED: {
  readonly [name: string]: (args: readonly string[], call: ExpressionOf<'call'>) => string | null;
} = {
  extract: ([, from = ''], { args: [field] }) =>
    field?.kind === 'constant' ? `EXTRACT(${field.text} FROM ${from})` : null,
  timezone: ([zone = '', moment = '']) => `(${moment} AT TIME ZONE ${zone})`,
  btrim: (args) => trimmed('BOTH', args),
  ltrim: (args) => trimmed('LEADING', args),
  rtrim: (args) => trimmed('TRAILING', args),
  position: ([text = '', part = '']) => `POSITION((${part}) IN (${text}))`,
  overlay: ([text, by, from, count]) =>
    `OVERLAY(${text} PLACING ${by} FROM ${from}${count === undefined ? '' : ` FOR ${count}`})`,
  substring: ([text, from, count], { args }) => {
    if (args[1]?.type !== 'int4') return null;
    return `SUBSTRING(${text} FROM ${from}${count === undefined ? '' : ` FOR ${count}`})`;
  },
  normalize: ([text = ''], { args: [, form] }) =>
    `NORMALIZE(${text}${form === undefined ? '' : `, ${textOf(form)}`})`,
  is_normalized: ([text = ''], { args: [, form] }) =>
    `(${text} IS ${form === undefined ? '' : `${textOf(form)} `}NORMALIZED)`,
  overlaps: ([a, b, c, d]) => `((${a}, ${b}) OVERLAPS (${c}, ${d}))`,
};

function textOf(form: Expression): string {
  return form.kind === 'constant' ? (form.text ?? '') : '';
}

function trimmed(side: string, [text = '', characters]: readonly string[]): string {
  return `TRIM(${side} ${characters === undefined ? '' : `${characters} `}FROM ${text})`;
}

export function printCall(call: ExpressionOf<'call'>, printer: QueryPrinter): string {
  if (call.worded) {
    const args = call.args.map((arg) => printer.print(arg, false));
    const text = own(WORDED, call.name)?.(args, call) ?? null;
    if (text !== null) return text;
  }
  return `${printer.spelling.name(call.name)}(${argumentsOf(call, printer)})`;
}

/** What was given for VARIADIC is one array; names stand before the last arguments. */
function argumentsOf(
  { args, variadic, names }: ExpressionOf<'call'>,
  printer: QueryPrinter,
): string {
  const firstNamed = args.length - names.length;
  return args
    .map((arg, at) => {
      const text = printer.print(arg, true);
      const name = names[at - firstNamed];
      if (name !== undefined) return `${printer.spelling.name(name)} => ${text}`;
      return variadic && at === args.length - 1 ? `VARIADIC ${text}` : text;
    })
    .join(', ');
}

export function printAggregate(
  aggregate: ExpressionOf<'aggregate'>,
  printer: QueryPrinter,
): string {
  const { args, star, distinct, order, withinGroup, filter } = aggregate;
  const name = printer.spelling.name(aggregate.name);
  const list = star ? '*' : listOf(args, aggregate.variadic, printer);
  const sorted = order.length === 0 ? '' : `ORDER BY ${printer.order(order, false)}`;
  const inner = withinGroup
    ? `${list}) WITHIN GROUP (${sorted}`
    : `${distinct ? 'DISTINCT ' : ''}${list}${sorted && ` ${sorted}`}`;
  return `${name}(${inner}${filterOf(filter, printer)})`;
}

function listOf(args: readonly Expression[], variadic: boolean, printer: QueryPrinter): string {
  const last = args.at(-1);
  if (!variadic || !last) return printer.list(args);
  const first = args.slice(0, -1).map((arg) => `${printer.print(arg, true)}, `);
  return `${first.join('')}VARIADIC ${printer.print(last, true)}`;
}

export function printWindow(window: ExpressionOf<'window'>, printer: QueryPrinter): string {
  const name = printer.spelling.name(window.name);
  const list = window.star ? '*' : printer.list(window.args);
  const { over } = window;
  const place =
    over.name === null ? printWindowSpec(over, printer) : printer.spelling.name(over.name);
  return `${name}(${list}${filterOf(window.filter, printer)}) OVER ${place}`;
}

function filterOf(filter: Expression | null, printer: QueryPrinter): string {
  return filter === null ? '' : `) FILTER (WHERE ${printer.print(filter, false)}`;
}

/** `(PARTITION BY … ORDER BY … ROWS …)`. */
export function printWindowSpec(spec: WindowSpec, printer: QueryPrinter): string {
  const parts: string[] = [];
  if (spec.refersTo !== null) parts.push(printer.spelling.name(spec.refersTo));
  if (spec.partition.length > 0) {
    const list = spec.partition.map((target) => printer.sortGroup(target, false));
    parts.push(`PARTITION BY ${list.join(', ')}`);
  }
  if (spec.order.length > 0) parts.push(`ORDER BY ${printer.order(spec.order, false)}`);
  if (spec.frame !== null) {
    const frame = spec.frame.map((part) =>
      typeof part === 'string' ? part : printer.print(part, false),
    );
    parts.push(frame.join(''));
  }
  return `(${parts.join(' ')})`;
}

import {
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  Uncertain,
} from './expression.ts';
import { printedName } from './functions.ts';

/**
 * An expression as MySQL 8 prints it: each operation in parentheses, strings with the character
 * set of the connection, which Active Record sets to utf8mb4. Seen in dumps of public projects;
 * what was not seen there or in MySQL's manual is uncertain.
 */
export function printForMysql(expression: Expression): string {
  return print(expression);
}

type Printers = { readonly [K in ExpressionKind]: (expression: ExpressionOf<K>) => string };

const PRINTERS: Printers = {
  column: ({ name }) => `\`${name.replaceAll('`', '``')}\``,
  number: ({ text }) => {
    if (text.startsWith('-')) throw new Uncertain('a negative number');
    return text;
  },
  string: ({ value }) => {
    // The catalog escapes what it shows, and Active Record undoes a part of it.
    if (/['\\\n\r\0]/.test(value)) throw new Uncertain('an escaped string');
    return `_utf8mb4'${value}'`;
  },
  null: () => 'NULL',
  boolean: ({ value }) => String(value),
  call: ({ name, args }) => {
    const printed = printedName(name, 'mysql');
    if (printed === null) throw new Uncertain(name);
    return `${printed}(${args.map(print).join(',')})`;
  },
  cast: ({ operand, type }) => {
    if (type.startsWith('char')) throw new Uncertain('cast to char');
    return `cast(${print(operand)} as ${type})`;
  },
  negative: () => {
    throw new Uncertain('a minus');
  },
  arithmetic: ({ operator, left, right }) => {
    if (operator === 'div') throw new Uncertain('div');
    return `(${print(left)} ${operator === 'mod' ? '%' : operator} ${print(right)})`;
  },
  comparison: ({ operator, left, right }) => `(${print(left)} ${operator} ${print(right)})`,
  is: ({ operand, test, negated }) => `(${print(operand)} is ${negated ? 'not ' : ''}${test})`,
  in: ({ operand, items, negated }) =>
    `(${print(operand)} ${negated ? 'not ' : ''}in (${items.map(print).join(',')}))`,
  between: ({ operand, low, high, negated }) =>
    `(${print(operand)} ${negated ? 'not ' : ''}between ${print(low)} and ${print(high)})`,
  match: ({ operator, operand, pattern, negated }) => {
    if (negated || operator === 'regexp') throw new Uncertain(operator);
    return `(${print(operand)} like ${print(pattern)})`;
  },
  not: () => {
    throw new Uncertain('not');
  },
  logic: ({ operator, operands }) => `(${operands.map(condition).join(` ${operator} `)})`,
  case: ({ subject, branches, otherwise }) => {
    const cases = branches.map(
      ({ when, result }) => `when ${subject ? print(when) : condition(when)} then ${print(result)}`,
    );
    const start = subject ? [print(subject)] : [];
    const end = otherwise ? [`else ${print(otherwise)}`] : [];
    return `(${['case', ...start, ...cases, ...end, 'end'].join(' ')})`;
  },
};

function print<K extends ExpressionKind>(expression: ExpressionOf<K>): string {
  // The table holds a printer for each kind; TypeScript does not relate the two by itself.
  const printer = PRINTERS[expression.kind] as (expression: ExpressionOf<K>) => string;
  return printer(expression);
}

/** Since 8.0.17 a condition that is no test is compared with 0, in a form that was not seen. */
function condition(expression: Expression): string {
  const isTest = /^(?:comparison|is|in|between|match|logic)$/.test(expression.kind);
  if (!isTest) throw new Uncertain(`${expression.kind} as a condition`);
  return print(expression);
}

import {
  type Arithmetic,
  type Comparison,
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
  logic,
  Uncertain,
} from './expression.ts';
import { printedName } from './functions.ts';

/** How tightly an expression binds; one in a place that needs more gets parentheses. */
const LEVEL = { or: 1, and: 3, compare: 5, unary: 12, whole: 20 } as const;
const ARITHMETIC_LEVEL: { readonly [A in Arithmetic]: number } = {
  '|': 6,
  '&': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  div: 10,
  mod: 10,
};

/** An expression as MariaDB prints it: as few parentheses as its grammar needs. Measured on 10.11. */
export function printForMariadb(expression: Expression): string {
  return print(expression, 0);
}

function print(expression: Expression, atLeast: number): string {
  const plain = withoutNot(expression);
  const text = printPlain(plain);
  return levelOf(plain) < atLeast ? `(${text})` : text;
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'logic':
      return LEVEL[expression.operator];
    case 'comparison':
    case 'is':
    case 'in':
    case 'between':
    case 'match':
      return LEVEL.compare;
    case 'arithmetic':
      return ARITHMETIC_LEVEL[expression.operator];
    case 'negative':
      return LEVEL.unary;
    default:
      return LEVEL.whole;
  }
}

type Printers = { readonly [K in ExpressionKind]: (expression: ExpressionOf<K>) => string };

const PRINTERS: Printers = {
  column: ({ name }) => `\`${name.replaceAll('`', '``')}\``,
  number: ({ text }) => text,
  string: ({ value }) => `'${escaped(value)}'`,
  null: () => 'NULL',
  boolean: ({ value }) => (value ? '1' : '0'),
  call: printCall,
  cast: ({ operand, type }) => {
    const charset = type.startsWith('char') ? ' charset utf8mb4' : '';
    return `cast(${print(operand, 0)} as ${type}${charset})`;
  },
  negative: ({ operand }) => `-${print(operand, LEVEL.unary)}`,
  arithmetic: ({ operator, left, right }) => {
    const level = ARITHMETIC_LEVEL[operator];
    const word = operator === 'div' || operator === 'mod' ? operator.toUpperCase() : operator;
    return `${print(left, level)} ${word} ${print(right, level + 1)}`;
  },
  // The left side is not put into parentheses even where it compares itself.
  comparison: ({ operator, left, right }) =>
    `${print(left, LEVEL.compare)} ${operator} ${print(right, LEVEL.compare + 1)}`,
  is: ({ operand, test, negated }) =>
    `${print(operand, LEVEL.compare)} is ${negated ? 'not ' : ''}${test}`,
  in: ({ operand, items, negated }) => {
    const list = items.map((item) => print(item, 0)).join(',');
    return `${print(operand, LEVEL.compare + 1)} ${negated ? 'not ' : ''}in (${list})`;
  },
  between: ({ operand, low, high, negated }) => {
    const side = (part: Expression) => print(part, LEVEL.compare + 1);
    return `${side(operand)} ${negated ? 'not ' : ''}between ${side(low)} and ${side(high)}`;
  },
  match: ({ operator, operand, pattern, negated }) => {
    if (negated && operator === 'regexp') throw new Uncertain('not regexp');
    // MariaDB puts two spaces before `not like`.
    const word = negated ? ` not ${operator}` : operator;
    return `${print(operand, LEVEL.compare + 1)} ${word} ${print(pattern, LEVEL.compare + 1)}`;
  },
  not: () => {
    throw new Uncertain('not');
  },
  logic: ({ operator, operands }) => {
    const flat = logic(operator, operands.map(asTest));
    const list = flat.kind === 'logic' ? flat.operands : [flat];
    return list.map((operand) => print(operand, LEVEL[operator] + 1)).join(` ${operator} `);
  },
  case: ({ subject, branches, otherwise }) =>
    [
      'case',
      ...(subject ? [print(subject, 0)] : []),
      ...branches.map(({ when, result }) => `when ${print(when, 0)} then ${print(result, 0)}`),
      ...(otherwise ? [`else ${print(otherwise, 0)}`] : []),
      'end',
    ].join(' '),
};

function printPlain<K extends ExpressionKind>(expression: ExpressionOf<K>): string {
  // The table holds a printer for each kind; TypeScript does not relate the two by itself.
  const printer = PRINTERS[expression.kind] as (expression: ExpressionOf<K>) => string;
  return printer(expression);
}

/** MariaDB keeps `instr` as `locate`. */
function printCall({ name, args }: ExpressionOf<'call'>): string {
  const [first, second] = args;
  if (name === 'instr' && first && second) return `locate(${print(second, 0)},${print(first, 0)})`;
  const printed = printedName(name, 'mariadb');
  if (printed === null) throw new Uncertain(name);
  return `${printed}(${args.map((arg) => print(arg, 0)).join(',')})`;
}

const INVERTED: { readonly [C in Comparison]: Comparison | null } = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<=>': null,
};

/** MariaDB turns a negation into the opposite test. */
function withoutNot(expression: Expression): Expression {
  return expression.kind === 'not' ? inverted(expression.operand) : expression;
}

function inverted(operand: Expression): Expression {
  switch (operand.kind) {
    case 'column':
      return { kind: 'comparison', operator: '=', left: operand, right: ZERO };
    case 'comparison': {
      const operator = INVERTED[operand.operator];
      if (operator === null) throw new Uncertain('not <=>');
      return { ...operand, operator };
    }
    case 'in':
    case 'between':
      return { ...operand, negated: !operand.negated };
    case 'is':
      if (operand.test !== 'null') throw new Uncertain('not is');
      return { ...operand, negated: !operand.negated };
    case 'match':
      return { ...operand, negated: !operand.negated };
    case 'not':
      return asTest(withoutNot(operand.operand));
    case 'logic':
      return logic(operand.operator === 'and' ? 'or' : 'and', operand.operands.map(inverted));
    default:
      throw new Uncertain('not');
  }
}

const ZERO: Expression = { kind: 'number', text: '0' };

/** A column that stands as a condition of its own is compared with 0. */
function asTest(expression: Expression): Expression {
  const plain = withoutNot(expression);
  if (plain.kind === 'column') {
    return { kind: 'comparison', operator: '<>', left: plain, right: ZERO };
  }
  if (!TESTS.has(plain.kind)) throw new Uncertain(`${plain.kind} as a condition`);
  return plain;
}

const TESTS: ReadonlySet<ExpressionKind> = new Set([
  ...(['comparison', 'is', 'in', 'between', 'match', 'logic'] as const),
]);

function escaped(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\0');
}

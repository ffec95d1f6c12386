import { isPlainIdentifier } from '../../reserved-words.ts';
import { baseOf, baseType, type Constant, type Expression } from './expression.ts';

/** How a kind of expression is printed. */
type Printer = {
  readonly [K in Expression['kind']]: (
    expression: Extract<Expression, { readonly kind: K }>,
    style: Style,
  ) => string;
};

interface Style {
  /** Leaves out the parentheses that say nothing. */
  readonly pretty: boolean;
  /** Spaces that a CASE inside a CASE is moved in by. */
  readonly indent: number;
}

/**
 * An expression as PostgreSQL prints it.
 *
 * @param pretty - as `pg_get_constraintdef(oid, true)`, which leaves out parentheses where they say
 * nothing; otherwise as `pg_get_expr` and `pg_get_indexdef`, which put them everywhere.
 * @see {@link https://github.com/postgres/postgres/blob/REL_15_STABLE/src/backend/utils/adt/ruleutils.c | get_rule_expr}
 */
export function printExpression(expression: Expression, pretty: boolean): string {
  const text = print(expression, { pretty, indent: 0 });
  // A CASE begins a line of its own, and takes away the space before it.
  return text.replace(/ +(?=\n *CASE\b)/g, '');
}

/** A name with quotes where PostgreSQL prints them. */
export function printName(name: string): string {
  return isPlainIdentifier(name, 'postgresql') ? name : `"${name.replaceAll('"', '""')}"`;
}

const PRINTERS: Printer = {
  column: ({ name }) => printName(name),
  constant: (constant) => printConstant(constant),
  cast: (cast, style) => printCast(cast, style),
  call: ({ name, args }, style) => {
    if (args === null) return name;
    const isKeyword = /^[A-Z]+$/.test(name);
    return `${isKeyword ? name : printName(name)}(${args.map((arg) => print(arg, style)).join(', ')})`;
  },
  worded: (worded, style) =>
    worded.pieces
      .map((piece) => (typeof piece === 'string' ? piece : wordedPiece(piece, worded, style)))
      .join(''),
  operator: (outer, style) =>
    grouped(
      `${within(outer.left, outer, style)} ${outer.operator} ${within(outer.right, outer, style)}`,
      style,
    ),
  logic: (logic, style) =>
    grouped(logic.parts.map((part) => within(part, logic, style)).join(` ${logic.word} `), style),
  not: (not, style) => grouped(`NOT ${within(not.inner, not, style)}`, style),
  test: (test, style) => grouped(`${within(test.inner, test, style)} ${test.test}`, style),
  quantified: (outer, style) =>
    grouped(
      `${within(outer.left, outer, style)} ${outer.operator} (${within(outer.right, outer, style)})`,
      style,
    ),
  array: ({ items }, style) => `ARRAY[${items.map((item) => print(item, style)).join(', ')}]`,
  case: (expression, style) => printCase(expression, style),
};

function print(expression: Expression, style: Style): string {
  // The table has an entry for each kind, which takes that kind; TypeScript cannot pair the two.
  const printer = PRINTERS[expression.kind] as (one: Expression, style: Style) => string;
  return printer(expression, style);
}

function grouped(text: string, { pretty }: Style): string {
  return pretty ? text : `(${text})`;
}

/** A part of another expression, in parentheses where they are needed to read it. */
function within(inner: Expression, outer: Expression, style: Style): string {
  const text = print(inner, style);
  return style.pretty && !isSimple(inner, outer) ? `(${text})` : text;
}

/** EXTRACT is a function, whose argument stands alone; AT TIME ZONE stands between its sides. */
function wordedPiece(
  piece: Expression,
  outer: Expression & { readonly kind: 'worded' },
  style: Style,
): string {
  return outer.pieces[0] === '(' ? within(piece, outer, style) : print(piece, style);
}

/** get_const_expr: integers and numbers with a point need no type, all others are labelled. */
function printConstant({ text, type }: Constant): string {
  if (type === null) return text;
  const isBare = type === 'boolean' || (!text.startsWith("'") && text !== 'NULL');
  return isBare && text !== 'NULL' ? text : `${text}::${printType(baseType(type))}`;
}

/** An enum's schema and name are quoted where they have to be; built-in types print as they are. */
function printType(type: string): string {
  if (/^[a-z_ ]+(?:\[\])?$/.test(type) || type === '"char"') return type;
  const array = type.endsWith('[]') ? '[]' : '';
  const name = array === '' ? type : type.slice(0, -2);
  return `${name.split('.').map(printName).join('.')}${array}`;
}

function printCast(cast: Expression & { readonly kind: 'cast' }, style: Style): string {
  const { inner } = cast;
  const type = printType(cast.type);
  if (style.pretty) return `${within(inner, cast, style)}::${type}`;
  return `(${print(inner, style)})::${type}`;
}

/** CASE begins a line, and so do its branches. */
function printCase(
  { whens, otherwise }: Expression & { readonly kind: 'case' },
  style: Style,
): string {
  const [outside, inside] = [' '.repeat(style.indent), ' '.repeat(style.indent + 4)];
  const nested: Style = { ...style, indent: style.indent + 4 };
  const branches = whens.map(
    ({ when, result }) => `\n${inside}WHEN ${print(when, nested)} THEN ${print(result, nested)}`,
  );
  return `\n${outside}CASE${branches.join('')}\n${inside}ELSE ${print(otherwise, nested)}\n${outside}END`;
}

/** Kinds that stand alone: names, values and calls. */
const ATOMS: ReadonlySet<Expression['kind']> = new Set([
  'column',
  'constant',
  'call',
  'worded',
  'array',
  'case',
]);
const CAST_BY_FUNCTION =
  /^(?:smallint|integer|bigint|numeric|real|double precision|boolean|date|timestamp .*)$/;
const LOOSE: ReadonlySet<string> = new Set(['+', '-']);
const TIGHT: ReadonlySet<string> = new Set(['*', '/', '%']);

/** isSimpleNode: whether the inner expression reads right without parentheses. */
function isSimple(inner: Expression, outer: Expression): boolean {
  if (ATOMS.has(inner.kind)) return true;
  if (inner.kind === 'cast') return isFunctionCast(inner) || isSimple(inner.inner, inner);
  if (inner.kind === 'logic' || inner.kind === 'not') return isSimpleLogic(inner, outer);
  if (inner.kind === 'quantified') return false;
  if (inner.kind === 'operator' && outer.kind === 'operator') return isSimpleSum(inner, outer);
  return outer.kind === 'logic' || outer.kind === 'not';
}

/** Numbers, booleans and times are cast by functions; to and from text it is a relabelling or input and output. */
function isFunctionCast({ inner, type }: Expression & { readonly kind: 'cast' }): boolean {
  const from = baseOf(inner);
  return from !== null && CAST_BY_FUNCTION.test(from) && CAST_BY_FUNCTION.test(type);
}

function isSimpleLogic(inner: Expression, outer: Expression): boolean {
  if (outer.kind !== 'logic') return false;
  const isOr = inner.kind === 'logic' && inner.word === 'OR';
  return !isOr || outer.word === 'OR';
}

function isSimpleSum(
  inner: Expression & { readonly kind: 'operator' },
  outer: Expression & { readonly kind: 'operator' },
): boolean {
  const known = (operator: string) => LOOSE.has(operator) || TIGHT.has(operator);
  if (!known(inner.operator) || !known(outer.operator)) return false;
  if (TIGHT.has(inner.operator) !== TIGHT.has(outer.operator)) return TIGHT.has(inner.operator);
  return inner === outer.left;
}

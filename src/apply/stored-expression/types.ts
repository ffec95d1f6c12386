import { own } from '../../model/own.ts';
import type { Node } from './nodes.ts';

const WHOLE = new Set(['smallint', 'integer', 'bigint']);
/**
 * Types that a string takes when it is compared with one of them, with the form in which
 * PostgreSQL prints the value as it is written; it evaluates the literal and prints its own form.
 */
const LITERALS: { readonly [type: string]: RegExp } = {
  text: /^/,
  citext: /^/,
  uuid: /^'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'$/,
  date: /^'\d{4}-\d\d-\d\d'$/,
  'timestamp without time zone': /^'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'$/,
};
/** Functions of text that return text or a number, with what they take as text. */
const TEXT_CALLS: { readonly [name: string]: string } = {
  lower: 'text',
  upper: 'text',
  btrim: 'text',
  length: 'integer',
  char_length: 'integer',
};

/** The tree with the casts that PostgreSQL puts in; null when that is not known here. */
export function withCasts(node: Node, enums: ReadonlySet<string>): Node | null {
  const inner = (child: Node) => withCasts(child, enums);
  switch (node.kind) {
    case 'compare':
      return compared(node, inner(node.left), inner(node.right), enums);
    case 'in':
      return listed(node, inner(node.operand), enums);
    case 'call':
      return called(node, node.operands.map(inner));
    case 'null':
    case 'not': {
      const operand = inner(node.operand);
      return operand && { ...node, operand };
    }
    case 'logic': {
      const operands = node.operands.map(inner);
      return isWhole(operands) ? { ...node, operands } : null;
    }
    default:
      return node;
  }
}

function isWhole(nodes: readonly (Node | null)[]): nodes is readonly Node[] {
  return !nodes.includes(null);
}

function called(
  node: Node & { readonly kind: 'call' },
  operands: readonly (Node | null)[],
): Node | null {
  const [first] = operands;
  if (own(TEXT_CALLS, node.name) === undefined || operands.length !== 1 || !first) return null;
  const type = typeOf(first);
  if (type === 'text') return { ...node, operands: [first] };
  return isVarchar(type) || type === 'citext' ? { ...node, operands: [asText(first)] } : null;
}

function compared(
  node: Node & { readonly kind: 'compare' },
  left: Node | null,
  right: Node | null,
  enums: ReadonlySet<string>,
): Node | null {
  if (!left || !right) return null;
  const type = typeOf(left);
  if (right.kind === 'string') {
    if (isVarchar(type)) return { ...node, left: asText(left), right: cast(right, 'text') };
    return takesString(type, right, enums)
      ? { ...node, left, right: cast(right, bare(type)) }
      : null;
  }
  if (right.kind === 'number') {
    const number = comparedNumber(type, right);
    return number && { ...node, left, right: number };
  }
  return comparedValues(node, left, right);
}

/** Two values that both have types of their own. */
function comparedValues(
  node: Node & { readonly kind: 'compare' },
  left: Node,
  right: Node,
): Node | null {
  const type = typeOf(left);
  const other = typeOf(right);
  const agrees = type !== null && (type === other || (WHOLE.has(type) && WHOLE.has(other ?? '')));
  if (agrees && !isVarchar(type)) return { ...node, left, right };
  const texts = [type, other].every((one) => one === 'text' || isVarchar(one));
  return texts ? { ...node, left: asText(left), right: asText(right) } : null;
}

/** Whole numbers stay what they are beside whole columns, and are cast beside others. */
function comparedNumber(
  type: string | null,
  number: Node & { readonly kind: 'number' },
): Node | null {
  const isInteger = /^\d{1,9}$/.test(number.text);
  if (type !== null && WHOLE.has(type)) return isInteger ? number : null;
  if (type !== null && /^numeric\b/.test(type)) return isInteger ? cast(number, 'numeric') : number;
  return type === 'double precision' ? cast(number, 'double precision') : null;
}

function listed(
  node: Node & { readonly kind: 'in' },
  operand: Node | null,
  enums: ReadonlySet<string>,
): Node | null {
  if (!operand) return null;
  const [only] = node.items;
  if (node.items.length === 1 && only) {
    const operator = node.negated ? '<>' : '=';
    return withCasts({ kind: 'compare', operator, left: operand, right: only }, enums);
  }
  const type = typeOf(operand);
  if (node.items.every(({ kind }) => kind === 'string')) {
    if (isVarchar(type)) {
      const items = node.items.map((item) => cast(item, 'character varying'));
      return { ...node, operand: asText(operand), items };
    }
    const fits = (item: Node) => takesString(type, item, enums);
    if (type === null || !node.items.every(fits)) return null;
    return { ...node, operand, items: node.items.map((item) => cast(item, bare(type))) };
  }
  const whole =
    type === 'integer' &&
    node.items.every((item) => item.kind === 'number' && /^\d{1,9}$/.test(item.text));
  return whole ? { ...node, operand } : null;
}

function typeOf(node: Node): string | null {
  if (node.kind === 'column' || node.kind === 'cast') return node.type;
  if (node.kind === 'call') return own(TEXT_CALLS, node.name) ?? null;
  return node.kind === 'boolean' ? 'boolean' : null;
}

function isVarchar(type: string | null): boolean {
  return type !== null && /^character varying(?:\(\d+\))?$/.test(type);
}

function takesString(
  type: string | null,
  literal: Node,
  enums: ReadonlySet<string>,
): type is string {
  if (type === null || literal.kind !== 'string') return false;
  return enums.has(type) || own(LITERALS, bare(type))?.test(literal.text) === true;
}

/** A literal is cast without the column's precision. */
function bare(type: string): string {
  return type.replace(/\(\d+\)/, '');
}

function asText(node: Node): Node {
  return typeOf(node) === 'text' ? node : cast(node, 'text');
}

function cast(operand: Node, type: string): Node {
  return { kind: 'cast', operand, type };
}

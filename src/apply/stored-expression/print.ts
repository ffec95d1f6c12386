import { isPlainIdentifier } from '../reserved-words.ts';
import type { Node } from './nodes.ts';

/**
 * The expression as PostgreSQL prints it.
 *
 * @param pretty - as `pg_get_constraintdef(oid, true)` does, with few parentheses; otherwise as
 * `pg_get_indexdef` does, with all of them (ruleutils.c).
 */
export function print(node: Node, pretty: boolean): string {
  const inner = (child: Node) => print(child, pretty);
  const grouped = (text: string) => (pretty ? text : `(${text})`);
  switch (node.kind) {
    case 'column':
      return isPlainIdentifier(node.name, 'postgresql')
        ? node.name
        : `"${node.name.replaceAll('"', '""')}"`;
    case 'string':
    case 'number':
    case 'boolean':
      return node.text;
    case 'cast':
      return printCast(node, pretty);
    case 'call':
      return `${node.name}(${node.operands.map(inner).join(', ')})`;
    case 'compare':
      return grouped(`${inner(node.left)} ${node.operator} ${inner(node.right)}`);
    case 'in':
      return grouped(printIn(node, pretty));
    case 'null':
      return grouped(`${inner(node.operand)} IS ${node.negated ? 'NOT ' : ''}NULL`);
    case 'not':
      return grouped(
        `NOT ${pretty ? nested(node.operand, ['not', 'logic']) : inner(node.operand)}`,
      );
    case 'logic':
      return grouped(
        node.operands
          .map((one) => (pretty && node.operator === 'AND' ? nested(one, ['logic']) : inner(one)))
          .join(` ${node.operator} `),
      );
  }
}

/** Pretty, with parentheses where the operator around it binds tighter. */
function nested(node: Node, looser: readonly Node['kind'][]): string {
  const text = print(node, true);
  return looser.includes(node.kind) ? `(${text})` : text;
}

function printCast(node: Node & { readonly kind: 'cast' }, pretty: boolean): string {
  const operand = print(node.operand, pretty);
  const isBare = node.operand.kind === 'string' || pretty;
  return isBare ? `${operand}::${node.type}` : `(${operand})::${node.type}`;
}

function printIn(node: Node & { readonly kind: 'in' }, pretty: boolean): string {
  const array = `ARRAY[${node.items.map((item) => print(item, pretty)).join(', ')}]`;
  const [first] = node.items;
  // Elements of varchar are cast to text as a whole, since text's operator compares them.
  const isVarchar = first?.kind === 'cast' && first.type === 'character varying';
  const texts = pretty ? `${array}::text[]` : `(${array})::text[]`;
  const operator = node.negated ? '<> ALL' : '= ANY';
  return `${print(node.operand, pretty)} ${operator} (${isVarchar ? texts : array})`;
}

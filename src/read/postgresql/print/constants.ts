import type { ExpressionOf } from '../query/expression.ts';
import type { Spelling } from './spelling.ts';

/** Whether a constant carries its type: never, where the type does not go without saying, or always. */
export type Label = 'never' | 'needed' | 'always';

/** A constant as get_const_expr of ruleutils.c prints it. */
export function printConstant(
  constant: ExpressionOf<'constant'>,
  label: Label,
  spelling: Spelling,
): string {
  const { text, type } = constant;
  const value = text === null ? 'NULL' : valueText(text, type);
  const isNeeded = text === null || !isBare(value, type);
  const shows = label === 'always' || (label === 'needed' && isNeeded);
  return shows ? `${value}::${spelling.type(constant)}` : value;
}

function valueText(text: string, type: string): string {
  if (type === 'bool') return text === 't' ? 'true' : 'false';
  if (type === 'int4' && !text.startsWith('-')) return text;
  if (type === 'numeric' && /^\d.*[.eE]/.test(text)) return text;
  return `'${text.replaceAll("'", "''")}'`;
}

function isBare(value: string, type: string): boolean {
  if (type === 'bool' || type === 'unknown') return true;
  return (type === 'int4' || type === 'numeric') && !value.startsWith("'");
}

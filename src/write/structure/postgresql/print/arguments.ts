import { canonicalType } from '../../../../dialect/postgresql/types.ts';
import { tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import { Cursor } from '../head/cursor.ts';
import { beginsType } from '../head/signature.ts';
import { qualified, quoted } from '../names.ts';
import { expressionSql, type PrintContext, typeSql } from './context.ts';

/** Arguments as pg_get_function_arguments() prints them: mode, name, type, default. */
export function argumentsSql(text: string, context: PrintContext): string {
  return splitList(text)
    .map((argument) => argumentSql(argument, context))
    .join(', ');
}

/** The parts of a list between commas outside of parentheses. */
export function splitList(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const { text: token } of tokenizeSql(text, 'postgresql')) {
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const MODES: readonly string[] = ['INOUT', 'OUT', 'VARIADIC'];

function argumentSql(text: string, context: PrintContext): string {
  const cursor = new Cursor(text, 'public');
  cursor.take('IN');
  const mode = MODES.find((word) => cursor.take(word));
  const declared = cursor.before('DEFAULT', '=');
  const rest = text
    .slice(text.indexOf(declared) + declared.length)
    .replace(/^\s*(?:DEFAULT\b|=)\s*/i, '');
  const [name, type] = nameAndType(declared, context);
  const value = rest === '' ? '' : ` DEFAULT ${defaultOf(rest, type, context)}`;
  const words = [mode ?? '', name === null ? '' : quoted(name), type].filter((word) => word !== '');
  return `${words.join(' ')}${value}`;
}

function nameAndType(text: string, context: PrintContext): readonly [string | null, string] {
  if (beginsType(text)) return [null, argumentType(text, context)];
  const cursor = new Cursor(text, 'public');
  const name = cursor.identifier();
  return [name, argumentType(cursor.before(), context)];
}

/** Lengths are no part of an argument's type; the row of a table is a type. */
function argumentType(text: string, context: PrintContext): string {
  if (text.includes('%') || text.includes('.')) return text;
  const type = canonicalType(text).replace(/\(\d+(?:,\d+)?\)/, '');
  return context.known.relations.has(type) ? qualified(type) : typeSql(type, context);
}

/** A string and NULL are printed with the type of the argument. */
function defaultOf(text: string, type: string, context: PrintContext): string {
  const isOpen = /^'(?:[^']|'')*'$/.test(text) || /^null$/i.test(text);
  if (isOpen) return `${/^null$/i.test(text) ? 'NULL' : text}::${type}`;
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : expressionSql(text, context);
}

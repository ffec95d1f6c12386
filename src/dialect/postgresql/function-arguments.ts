import { tokenizeSql } from '../sql-tokens.ts';
import { canonicalType } from './types.ts';

/** Types of several words, by the word that they begin with: no name stands before these. */
const LONG_TYPES =
  /^(?:double precision|(?:national )?(?:character|char)(?: varying)?|bit varying|time(?:stamp)?(?: ?\([^)]*\))? (?:with|without) time zone|interval\b.*)(?: ?[[(].*)?$/i;

const MODES = /^(?:IN ?OUT|IN|OUT|VARIADIC)\s+/i;

/**
 * The types of the arguments that tell a function from others of its name: those that go in.
 *
 * @param list - what stands between the parentheses, of a CREATE FUNCTION or of a reference to one.
 */
export function argumentTypes(list: string): readonly string[] {
  return splitArguments(list).flatMap((argument) => {
    const text = argument.replace(/\s+(?:DEFAULT\b|=)[\s\S]*$/i, '').trim();
    const mode = MODES.exec(text)?.[0] ?? '';
    if (/^OUT\b/i.test(mode)) return [];
    return [canonicalType(typeOf(text.slice(mode.length)))];
  });
}

/** The type of `name type`, or of a type alone. */
function typeOf(text: string): string {
  const spelt = text.trim().replace(/\s+/g, ' ');
  if (LONG_TYPES.test(spelt)) return spelt;
  const name = /^(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*) (?=\S)/u.exec(spelt);
  return name ? spelt.slice(name[0].length) : spelt;
}

/** Cut at the commas that stand outside of parentheses and strings. */
function splitArguments(list: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const { kind, text } of tokenizeSql(list, 'postgresql')) {
    if (kind === 'symbol' && /[([]/.test(text)) depth += 1;
    if (kind === 'symbol' && /[)\]]/.test(text)) depth -= 1;
    if (text === ',' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + (kind === 'comment' ? ' ' : text));
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** What stands in the first parentheses of a CREATE FUNCTION; empty without any. */
export function argumentList(definition: string): string {
  let depth = 0;
  let list = '';
  for (const { kind, text } of tokenizeSql(definition, 'postgresql')) {
    if (kind === 'symbol' && text === ')') depth -= 1;
    if (depth > 0) list += text;
    else if (list !== '' || (kind === 'symbol' && text === ')')) return list;
    if (kind === 'symbol' && text === '(') depth += 1;
  }
  return list;
}

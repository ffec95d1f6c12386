import type { StoredExpressionContext } from '../../dialect.ts';
import { Beyond, type Expression, typeOf } from './expression.ts';
import { Parser } from './parser.ts';
import { printExpression, printName } from './print.ts';

/**
 * An expression as PostgreSQL gives it back. It keeps the parsed form and prints it anew: names
 * in lower case, with the types of both sides, with parentheses.
 *
 * What is not known for sure stays as it is written. What was printed is printed the same again.
 * The forms were compared with PostgreSQL 15; they hold from 14 on.
 */
export function storedExpression(sql: string, context: StoredExpressionContext): string {
  try {
    // What BETWEEN became is printed with parentheses that a new reading would drop.
    if (printed(sql, context, false) === sql) return sql;
    return printed(sql, context, true);
  } catch (error) {
    if (error instanceof Beyond) return withFoldedCalls(sql);
    throw error;
  }
}

/** Strings, quoted names, and words before a parenthesis, of which all but key words are functions. */
const CALLS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\b[A-Za-z_]\w*(?=\()/g;
const KEY_WORDS =
  /^(?:all|and|any|array|as|between|case|cast|check|coalesce|distinct|else|exists|extract|filter|greatest|in|is|least|like|normalize|not|nullif|operator|or|over|overlay|position|row|select|some|substring|then|treat|trim|using|values|when|where|with)$/i;

/** Whatever else PostgreSQL makes of an expression, names of functions without quotes are in lower case. */
function withFoldedCalls(sql: string): string {
  return sql.replace(CALLS, (word) =>
    /^['"]/.test(word) || KEY_WORDS.test(word) ? word : word.toLowerCase(),
  );
}

function printed(sql: string, context: StoredExpressionContext, flattens: boolean): string {
  const parser = new Parser(sql, context.columns, new Set(context.enums), flattens);
  if (context.place === 'indexParts') return indexParts(parser);
  const expression = parser.expression();
  if (!parser.cursor.done || typeOf(expression) === null) throw new Beyond();
  return printExpression(expression, context.place === 'check');
}

/** Expressions of an index, each with its operator class and order: `lower((email)::text), id DESC`. */
function indexParts(parser: Parser): string {
  const parts: string[] = [];
  do {
    parts.push(`${indexPart(parser.expression())}${opclass(parser)}${order(parser)}`);
  } while (parser.cursor.take(','));
  if (!parser.cursor.done) throw new Beyond();
  return parts.join(', ');
}

/** Parentheses stand around all but columns and calls (pg_get_indexdef, looks_like_function). */
function indexPart(expression: Expression): string {
  if (typeOf(expression) === null) throw new Beyond();
  const text = printExpression(expression, false);
  const isBare = ['column', 'call', 'worded'].includes(expression.kind);
  return isBare ? text : `(${text})`;
}

/** Operator classes that PostgreSQL would not choose by itself, and so prints. */
function opclass({ cursor }: Parser): string {
  if (!/_OPS$/.test(cursor.peek())) return '';
  const name = cursor.next().text.toLowerCase();
  if (!/^(?:gin|gist)_trgm_ops$|_pattern_ops$|^jsonb_path_ops$/.test(name)) throw new Beyond();
  return ` ${printName(name)}`;
}

/** ASC and NULLS LAST go without saying, with DESC so does NULLS FIRST. */
function order({ cursor }: Parser): string {
  const isDescending = cursor.take('DESC');
  if (!isDescending) cursor.take('ASC');
  const isFirst = cursor.take('NULLS', 'FIRST');
  const isLast = !isFirst && cursor.take('NULLS', 'LAST');
  if (isDescending) return isLast ? ' DESC NULLS LAST' : ' DESC';
  return isFirst ? ' NULLS FIRST' : '';
}

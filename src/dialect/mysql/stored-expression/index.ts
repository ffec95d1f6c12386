import type { DatabaseServer, StoredExpressionContext } from '../../dialect.ts';
import { type Expression, Uncertain } from './expression.ts';
import { printForMariadb } from './mariadb.ts';
import { printForMysql } from './mysql.ts';
import { isInParentheses } from './parentheses.ts';
import { parseExpression } from './parser.ts';

/**
 * An expression as Active Record dumps what the server gives back. Where the server is not known it
 * is what both MySQL and MariaDB give, and the text as it is where they differ or where a part of
 * it is not known for sure.
 */
export function storedExpression(sql: string, context: StoredExpressionContext): string {
  if (context.place === 'default') return storedDefault(sql, context);
  if (context.place !== 'check' && context.place !== 'generated') return sql;
  const expression = parsed(sql, context);
  if (expression === null) return sql;
  if (context.server !== 'mariadb' && certain(() => printForMysql(expression)) === sql) return sql;
  const form = context.place === 'check' ? (context.complete ? asStated : asCheck) : asPrinted;
  return printedBy(context.server ?? null, expression, form) ?? sql;
}

function parsed(sql: string, { columns }: StoredExpressionContext): Expression | null {
  const names = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  return certain(() => parseExpression(sql, names));
}

/** As Active Record forms it; null when it is uncertain, or when the server is not known and the two differ. */
function printedBy(
  server: DatabaseServer | null,
  expression: Expression,
  form: (text: string) => string,
): string | null {
  const forMariadb = certain(() => form(printForMariadb(expression)));
  const forMysql = certain(() => form(printForMysql(expression)));
  if (server !== null) return server === 'mariadb' ? forMariadb : forMysql;
  return forMariadb === forMysql ? forMysql : null;
}

function certain<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Uncertain) return null;
    throw error;
  }
}

function asPrinted(text: string): string {
  return text;
}

/** SHOW CREATE TABLE of MySQL: CHECK has parentheses of its own around those of the expression. */
function asStated(text: string): string {
  return isInParentheses(text) ? text.slice(1, -1) : text;
}

/**
 * Active Record takes a first and a last parenthesis off a check, even where they are no pair, and
 * then breaks of lines, backslashes in pairs and runs of spaces (`check_constraints` and
 * `strip_whitespace_characters` of the MySQL adapters, 7.0 to 8.0).
 */
function asCheck(text: string): string {
  const inner = /^\(.*\)$/s.test(text) ? text.slice(1, -1) : text;
  return inner.replace(/\\n|\\\\/g, '').replace(/\s{2,}/g, ' ');
}

/** Words for the current time, with the precision that they may have. */
const NOW = /^(?:now|current_timestamp|localtime(?:stamp)?)(?:\s*\(\s*(\d?)\s*\))?$/i;

/**
 * A default that is no literal. MySQL prints the current time in capitals, MariaDB as a call in
 * small letters; other functions stand in parentheses in a dump of MySQL (`DEFAULT_GENERATED`).
 */
function storedDefault(sql: string, context: StoredExpressionContext): string {
  const server = context.server ?? null;
  if (server === null) return sql;
  const [value = '', onUpdate, ...rest] = sql.trim().split(/\s+on\s+update\s+/i);
  if (rest.length > 0) return sql;
  const now = currentTime(value, server);
  if (now !== null) {
    const update = onUpdate === undefined ? null : currentTime(onUpdate, server);
    if (onUpdate === undefined) return now;
    return update === null ? sql : `${now} ON UPDATE ${update}`;
  }
  const expression = onUpdate === undefined ? parsed(value, { ...context, columns: [] }) : null;
  if (expression?.kind !== 'call') return sql;
  return printedBy(server, expression, (text) => (server === 'mysql' ? `(${text})` : text)) ?? sql;
}

function currentTime(text: string, server: DatabaseServer): string | null {
  const match = NOW.exec(text);
  if (!match) return null;
  const precision = match[1] === '0' ? '' : (match[1] ?? '');
  if (server === 'mariadb') return `current_timestamp(${precision})`;
  return precision === '' ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${precision})`;
}

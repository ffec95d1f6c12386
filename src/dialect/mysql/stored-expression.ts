import type { StoredExpressionContext } from '../dialect.ts';

/** `age > 0`, `age is not null`, `age in (1, 2)`, `age between 1 and 5`: a column and numbers. */
const COMPARISON = /^`?(\w+)`?\s*(=|<>|!=|<=|>=|<|>)\s*(\d+|`?[a-z_]\w*`?)$/i;
const NULL_TEST = /^`?(\w+)`?\s+is\s+(not\s+)?null$/i;
const LIST = /^`?(\w+)`?\s+in\s*\(\s*(\d+(?:\s*,\s*\d+)*)\s*\)$/i;
const RANGE = /^`?(\w+)`?\s+between\s+(\d+)\s+and\s+(\d+)$/i;

/**
 * A check as the server gives it back, in those simple forms in which MySQL and MariaDB agree:
 * names in backticks, words in lower case, no space after a comma. Measured on MariaDB 10.11;
 * MySQL's outer parentheses are taken off by Active Record. All else is given as it is, since the
 * two differ in functions, operators of several parts, strings and signs.
 */
export function storedExpression(sql: string, { place, columns }: StoredExpressionContext): string {
  if (place !== 'check') return sql;
  const named = new Map(columns.map(({ name }) => [name.toLowerCase(), `\`${name}\``]));
  const text = sql.trim();
  const column = named.get(/^`?(\w+)`?/.exec(text)?.[1]?.toLowerCase() ?? '');
  if (column === undefined) return sql;
  return simple(text, column, named) ?? sql;
}

function simple(text: string, column: string, named: ReadonlyMap<string, string>): string | null {
  const comparison = COMPARISON.exec(text);
  if (comparison) {
    const [, , operator = '', operand = ''] = comparison;
    const right = /^\d/.test(operand)
      ? operand
      : named.get(operand.replaceAll('`', '').toLowerCase());
    return right === undefined ? null : `${column} ${operator === '!=' ? '<>' : operator} ${right}`;
  }
  const test = NULL_TEST.exec(text);
  if (test) return `${column} is ${test[2] === undefined ? '' : 'not '}null`;
  const list = LIST.exec(text)?.[2];
  if (list !== undefined) return `${column} in (${list.replace(/\s+/g, '')})`;
  const range = RANGE.exec(text);
  return range ? `${column} between ${range[2]} and ${range[3]}` : null;
}

import { isInParentheses } from '../../../dialect/mysql/stored-expression/parentheses.ts';
import type { CheckConstraint, Table } from '../../../model/schema.ts';
import type { MysqlScope } from '../scope.ts';
import type { StatedCheck, StatedColumn } from '../stated/stated.ts';
import { isMariadb } from './column-type.ts';

/**
 * A check under the name that the server gives it: `users_chk_1` on MySQL, `CONSTRAINT_1` on
 * MariaDB, where one of a column has the column's name.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html | CHECK Constraints}
 * @see {@link https://mariadb.com/kb/en/constraint/ | MariaDB: CONSTRAINT}
 */
export function modelCheck(
  check: StatedCheck,
  column: string | null,
  table: Pick<Table, 'name' | 'checkConstraints'>,
  scope: MysqlScope,
): CheckConstraint {
  return {
    name: check.name ?? chosenName(column, table, scope),
    expression: unwrapped(check.expression),
    validated: true,
    ...(!check.enforced && { enforced: false }),
  };
}

function chosenName(
  column: string | null,
  { name, checkConstraints }: Pick<Table, 'name' | 'checkConstraints'>,
  scope: MysqlScope,
): string {
  const mariadb = isMariadb(scope);
  if (mariadb && column !== null) return column;
  const start = mariadb ? 'CONSTRAINT_' : `${name}_chk_`;
  return `${start}${nextNumber(start, checkConstraints)}`;
}

/** One more than the highest number behind that start. */
export function nextNumber(start: string, parts: readonly { readonly name: string }[]): number {
  const numbers = parts.map((part) =>
    part.name.startsWith(start) ? Number(part.name.slice(start.length)) : 0,
  );
  return Math.max(0, ...numbers.filter((number) => Number.isInteger(number))) + 1;
}

/** MySQL prints an expression in parentheses of its own, which its catalog and Rails leave out. */
function unwrapped(expression: string): string {
  return isInParentheses(expression) ? expression.slice(1, -1) : expression;
}

/** The checks of a column, with that which MariaDB gives a JSON column that has none. */
export function checksOfColumn(
  { name, type, checks }: StatedColumn,
  scope: MysqlScope,
): readonly StatedCheck[] {
  const isJson = /^json$/i.test(type) && isMariadb(scope);
  if (!isJson || checks.length > 0) return checks;
  const quoted = `\`${name.replaceAll('`', '``')}\``;
  return [{ name: null, expression: `json_valid(${quoted})`, enforced: true }];
}

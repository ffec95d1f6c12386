import { code, symbol } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { type Audience, stagedCheck } from './check-constraint.ts';

/**
 * SET NOT NULL without a scan under ACCESS EXCLUSIVE: a CHECK that is validated under SHARE UPDATE
 * EXCLUSIVE proves it. PostgreSQL 12 or newer.
 *
 * @param first - number of the first of its two migrations.
 */
export function notNullByCheck(
  table: string,
  column: string,
  audience: Audience,
  first = 1,
): string {
  const name = `${table.replaceAll('.', '_')}_${column}_null`;
  const check = stagedCheck(
    table,
    name,
    `${sqlName(column, audience.engine)} IS NOT NULL`,
    audience,
  );
  return code(
    `# Migration ${first}: new rows are checked, old ones are not looked at`,
    check.add,
    '',
    `# Migration ${first + 1}: the scan lets reads and writes through, and proves NOT NULL`,
    check.validate,
    `change_column_null ${symbol(table)}, ${symbol(column)}, false`,
    check.drop,
  );
}

import type { Engine } from '../../model/engine.ts';
import { code, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';

/**
 * SET NOT NULL without a scan under ACCESS EXCLUSIVE: a CHECK that is validated under SHARE UPDATE
 * EXCLUSIVE proves it. PostgreSQL 12 or newer.
 *
 * @param first - number of the first of its two migrations.
 */
export function notNullByCheck(table: string, column: string, engine: Engine, first = 1): string {
  const name = `name: ${text(`${table.replaceAll('.', '_')}_${column}_null`)}`;
  const expression = text(`${sqlName(column, engine)} IS NOT NULL`);
  return code(
    `# Migration ${first}: new rows are checked, old ones are not looked at`,
    `add_check_constraint ${symbol(table)}, ${expression}, ${name}, validate: false`,
    '',
    `# Migration ${first + 1}: the scan lets reads and writes through, and proves NOT NULL`,
    `validate_check_constraint ${symbol(table)}, ${name}`,
    `change_column_null ${symbol(table)}, ${symbol(column)}, false`,
    `remove_check_constraint ${symbol(table)}, ${expression}, ${name}`,
  );
}

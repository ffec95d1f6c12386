import { serverAtLeast } from '../../model/server.ts';
import { code, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { type Audience, stagedCheck } from './check-constraint.ts';

/**
 * NOT NULL without a scan under ACCESS EXCLUSIVE. PostgreSQL 18 takes it NOT VALID; from 12 on a
 * CHECK that was validated under SHARE UPDATE EXCLUSIVE proves it; before, the CHECK is kept in its
 * place, since SET NOT NULL reads the table in any case.
 *
 * @param first - number of the first of its two migrations.
 */
export function notNullByCheck(
  table: string,
  column: string,
  audience: Audience,
  first = 1,
): string {
  if (serverAtLeast(audience.server, 18)) return notNullNotValid(table, column, audience, first);
  const { engine, server } = audience;
  const name = `${table.replaceAll('.', '_')}_${column}_null`;
  const check = stagedCheck(table, name, `${sqlName(column, engine)} IS NOT NULL`, audience);
  const proves = serverAtLeast(server, 12);
  return code(
    `# Migration ${first}: new rows are checked, old ones are not looked at`,
    check.add,
    '',
    proves
      ? `# Migration ${first + 1}: the scan lets reads and writes through, and proves NOT NULL`
      : `# Migration ${first + 1}: the scan lets reads and writes through; the check stays in place of NOT NULL`,
    check.validate,
    ...(proves
      ? [`change_column_null ${symbol(table)}, ${symbol(column)}, false`, check.drop]
      : []),
  );
}

function notNullNotValid(
  table: string,
  column: string,
  { engine }: Audience,
  first: number,
): string {
  const alter = `ALTER TABLE ${sqlName(table, engine)}`;
  const name = sqlName(`${table.replaceAll('.', '_')}_${column}_not_null`, engine);
  const add = `${alter} ADD CONSTRAINT ${name} NOT NULL ${sqlName(column, engine)} NOT VALID`;
  return code(
    `# Migration ${first}: new rows are checked, old ones are not looked at`,
    `execute ${text(add)}`,
    '',
    `# Migration ${first + 1}: the scan lets reads and writes through`,
    `execute ${text(`${alter} VALIDATE CONSTRAINT ${name}`)}`,
  );
}

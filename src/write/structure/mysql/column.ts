import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import type { CheckConstraint, Column, Table } from '../../../model/schema.ts';
import { attributesOf } from './attributes.ts';
import { collationClause } from './collation.ts';
import { defaultClause, shownExpression } from './default-value.ts';
import type { MysqlDumpForm } from './form.ts';
import { shownString } from './strings.ts';
import { shownType } from './types.ts';

/** The line of a column as SHOW CREATE TABLE prints it, without the comma (`store_create_info`). */
export function columnLine(given: Column, table: Table, form: MysqlDumpForm): string {
  const column = asStored(given, form);
  return [
    `${quoteIdentifier(column.name)} ${shownType(column, form)}`,
    collationClause(column, table, form),
    generatedClause(column),
    nullClause(column),
    ...attributesOf(column, 'beforeDefault', form),
    defaultClause(column, form),
    column.onUpdate ? ` ON UPDATE ${shownExpression(column.onUpdate, column.type, form)}` : '',
    column.autoIncrement ? ' AUTO_INCREMENT' : '',
    ...attributesOf(column, 'afterDefault', form),
    column.comment ? ` COMMENT ${shownString(column.comment)}` : '',
    ownCheck(given, table, form),
  ].join('');
}

/** MariaDB's JSON is a text. https://mariadb.com/kb/en/json/ */
function asStored(column: Column, { server }: MysqlDumpForm): Column {
  if (server !== 'mariadb' || column.type !== 'json') return column;
  return { ...column, type: 'longtext', collation: 'utf8mb4_bin' };
}

/** MariaDB keeps a check that was written behind a column there, and calls it after the column. */
function ownCheck(column: Column, table: Table, form: MysqlDumpForm): string {
  const check = table.checkConstraints.find((candidate) => isOfColumn(candidate, column, form));
  if (check) return ` CHECK (${check.expression})`;
  const isJson = form.server === 'mariadb' && column.type === 'json';
  return isJson ? ` CHECK (json_valid(${quoteIdentifier(column.name)}))` : '';
}

/** Whether the check stands in the column's line. */
export function isOfColumn(check: CheckConstraint, column: Column, form: MysqlDumpForm): boolean {
  return form.server === 'mariadb' && check.name === column.name;
}

function generatedClause({ generated }: Column): string {
  if (!generated) return '';
  return ` GENERATED ALWAYS AS (${generated.expression}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`;
}

/** A TIMESTAMP that may be NULL says so, as those that say nothing may not. */
function nullClause({ nullable, type }: Column): string {
  if (!nullable) return ' NOT NULL';
  return /^timestamp\b/.test(type) ? ' NULL' : '';
}

import { findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { nullabilityOf } from '../nullability.ts';
import { defineRule } from '../rule.ts';
import { strictModeOf } from '../strict-mode.ts';

export const setNotNullMysqlNonstrict = defineRule({
  id: 'set-not-null-mysql-nonstrict',
  title: 'NULLs become empty values in silence',
  engines: ['mysql'],
  severity: 'danger',
  on: ['setColumnNull', 'setColumn'],
  docs: {
    why: 'Without a strict sql_mode a NULL is turned into the implicit default of the type, an empty string, 0 or 0000-00-00, instead of stopping the migration: nobody can tell afterwards which rows had no value (tried on MariaDB 10.11). MySQL also copies the table for it, while writes wait.',
    instead:
      'Set a strict sql_mode in the session of the migration, so that it stops at the first NULL.',
    reference: 'https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html#sql-mode-strict',
  },
  check(operation, context) {
    const { table, column, nullable } = nullabilityOf(operation);
    if (nullable || !isNullable(table, column, context) || context.isNewTable(table)) return null;
    // Rails writes the value into the NULLs first.
    if (operation.kind === 'setColumnNull' && operation.backfill !== null) return null;
    const mode = strictModeOf(context);
    if (mode.isStrict === true) return null;
    return {
      severity: mode.isStrict === false ? 'danger' : 'info',
      message:
        mode.isStrict === false
          ? `${mode.because}: each NULL in ${table}.${column} becomes an empty value of its type, without a word.`
          : `Whether NULLs in ${table}.${column} stop the migration or become empty values depends on the sql_mode of its session, which is not known.`,
      instead: 'execute "SET SESSION sql_mode = CONCAT(@@sql_mode, \',STRICT_ALL_TABLES\')"',
    };
  },
});

function isNullable(table: string, column: string, { before }: RuleContext): boolean {
  const owner = findTable(before, table);
  return (owner && findColumn(owner, column))?.nullable === true;
}

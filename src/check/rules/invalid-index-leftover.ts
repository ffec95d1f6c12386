import type { Severity } from '../../model/hazard.ts';
import { surveyDay } from '../figures.ts';
import { surveyedIndex } from '../index-use.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const invalidIndexLeftover = defineRule({
  id: 'invalid-index-leftover',
  title: 'Invalid index passes for a finished one',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['addIndex'],
  docs: {
    why: 'A concurrent build that fails leaves an invalid index behind, which queries do not use and writes still pay for; an invalid unique index keeps no duplicates out. When it is run again with if_not_exists:, the migration finds the name taken and goes on.',
    instead:
      'Drop the index first when it is there, or look at pg_index.indisvalid after the migration.',
    reference:
      'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
  },
  check({ table, index: { name, unique }, concurrently, ifNotExists }, context) {
    if (context.isNewTable(table)) return null;
    const isThere = surveyedIndex(table, name, context)?.valid === false;
    if (!isThere && (!concurrently || !ifNotExists)) return null;
    const drop = `remove_index ${symbol(table)}, name: ${text(name)}, algorithm: :concurrently, if_exists: true`;
    const day = surveyDay(context);
    return {
      severity: severityOf(isThere, unique),
      message: isThere
        ? `An invalid ${name} was left in ${table} on ${day}: ${ifNotExists ? 'if_not_exists: takes it for the finished one' : 'the build fails, as the name is taken'}.`
        : `When a build of ${name} fails, the invalid index stays, and if_not_exists: takes it for the finished one.`,
      instead: code(
        '# Before the index is built; then it needs no if_not_exists:',
        ...outsideTransaction(drop),
      ),
    };
  },
});

/** An index that failed once is only slow to find out about, unless it is to keep duplicates out. */
function severityOf(isThere: boolean, unique: boolean): Severity {
  if (isThere) return 'danger';
  return unique ? 'warning' : 'info';
}

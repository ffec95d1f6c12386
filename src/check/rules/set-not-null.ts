import type { OperationOf } from '../../model/operation.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { nullsCounted } from '../figures.ts';
import { typeChangeWithNotNull } from '../not-null-with-type.ts';
import { nullabilityOf } from '../nullability.ts';
import { notNullByCheck } from '../recipes/not-null.ts';
import { defineRule } from '../rule.ts';
import { lowered } from '../severity.ts';

export const setNotNull = defineRule({
  id: 'set-not-null',
  title: 'NOT NULL is checked for every row',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['setColumnNull', 'setColumn'],
  docs: {
    why: 'The migration fails when a row holds NULL, and running code that still writes NULL fails afterwards.',
    onEngine: {
      postgresql:
        'PostgreSQL reads the whole table under ACCESS EXCLUSIVE, unless a validated CHECK says IS NOT NULL (12 and newer).',
      mysql:
        'MySQL rebuilds the table in place, in strict mode while writes go on; it takes the space twice, and replicas lag behind for as long.',
    },
    instead:
      'On PostgreSQL add a CHECK NOT VALID, validate it in a second migration, then set NOT NULL, which needs no scan any more; elsewhere do it in a quiet window.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
    },
  },
  check(operation, context) {
    const { table, column, nullable } = nullabilityOf(operation);
    // A change of type that comes along has a rule of its own where rows are read for it.
    const separately = context.dialect.validatesConstraintsSeparately;
    if (separately && typeChangeWithNotNull(operation, context)) return null;
    const owner = findTable(context.before, table);
    const current = owner && findColumn(owner, column);
    if (nullable || current?.nullable === false || context.isNewTable(table)) return null;
    const lock = context.locks.find((each) => each.table === table);
    if (!lock || lock.work === 'catalog') return null;
    const size = context.severityBySize(table);
    const copies = lock.work === 'rewrite';
    const work = `${copies ? 'rebuilds' : 'goes through'} ${context.withSize(table)}${copies ? '' : ' row by row'}`;
    const wait = lock.blocksReads ? ', while reads and writes wait' : '';
    const { fails, instead, certain } = nullsMet(operation, table, column, context);
    const byWork = lock.blocksWrites ? size : lowered(size);
    return {
      severity: certain ? 'danger' : byWork,
      message: `Setting ${table}.${column} NOT NULL ${work}${wait}, ${fails}.`,
      instead: separately
        ? notNullByCheck(table, column, context)
        : `${instead}, and run the change in a window in which the table may be rebuilt.`,
    };
  },
});

function nullsMet(
  operation: OperationOf<'setColumnNull' | 'setColumn'>,
  table: string,
  column: string,
  context: RuleContext,
): ReturnType<typeof nullsCounted> {
  const counted = nullsCounted(table, column, context);
  const fillsFirst = operation.kind === 'setColumnNull' && operation.backfill !== null;
  return fillsFirst ? { ...counted, fails: 'with no NULL left by then', certain: false } : counted;
}

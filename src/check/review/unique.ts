import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { repeatedValues, surveyDay } from '../figures.ts';
import { rowCount } from '../size.ts';
import { type Classified, classified, mandatoryIf } from './entry.ts';

/** Whether writes wait for the build of an index, where another form of the statement lets them through. */
export function writesWait(
  { concurrently }: Pick<OperationOf<'addIndex'>, 'concurrently'>,
  { locks }: RuleContext,
): boolean {
  // SQLite's one lock is on the database: no form of the statement is without it.
  return !concurrently && locks.some((lock) => lock.blocksWrites && lock.level.engine !== 'sqlite');
}

/**
 * A unique index or constraint.
 *
 * @param columns - empty where it is over expressions or a part of the rows, of which no survey counts.
 */
export function addUnique(
  table: string,
  name: string,
  columns: readonly string[],
  reason: string,
  context: RuleContext,
  waits = false,
): Classified {
  const duplicates = surveyedDuplicates(table, columns, context);
  const large = context.sizeOf(table).class === 'large';
  return classified(
    'add-unique',
    reason,
    mandatoryIf(duplicates !== null, duplicates ?? ''),
    mandatoryIf(large && waits, `${name} is built while writes to ${context.withSize(table)} wait`),
  );
}

/** What the survey says of values that are there twice, a clause; null for nothing. */
function surveyedDuplicates(
  table: string,
  [column, ...others]: readonly string[],
  context: RuleContext,
): string | null {
  if (column === undefined || others.length > 0) return null;
  const repeated = repeatedValues(table, column, context) ?? 0;
  if (repeated <= 0) return null;
  return `${rowCount(repeated)} of ${table} repeat a ${column} that another row has (counted on ${surveyDay(context)})`;
}

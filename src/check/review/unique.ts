import type { OperationOf } from '../../model/operation.ts';
import { surveyedColumn } from '../../model/survey.ts';
import type { RuleContext } from '../context.ts';
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

/** NULLs are distinct from one another; what is neither NULL nor distinct is there twice. */
function surveyedDuplicates(
  table: string,
  [column, ...others]: readonly string[],
  { survey }: RuleContext,
): string | null {
  if (column === undefined || others.length > 0) return null;
  const counts = surveyedColumn(survey, table, column);
  if (counts?.distinct === undefined) return null;
  const twice = counts.rows - (counts.nulls ?? 0) - counts.distinct;
  const known = counts.nulls !== undefined || counts.distinct === counts.rows;
  if (!known || twice <= 0) return null;
  return `the survey counts ${counts.distinct} distinct values of ${table}.${column} in ${counts.rows} rows`;
}

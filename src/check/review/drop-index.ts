import type { OperationOf } from '../../model/operation.ts';
import { findTable, type Index } from '../../model/schema.ts';
import { surveyedTable } from '../../model/survey.ts';
import type { RuleContext } from '../context.ts';
import { beginsWith, plainColumns, servedBy } from '../index-columns.ts';
import { type Classified, classified, mandatoryIf, type ReviewEntry } from './entry.ts';

export function dropIndex(
  { table, index }: OperationOf<'dropIndex'>,
  context: RuleContext,
): Classified {
  const found = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
  const reason = `queries on ${table} lose ${index}, and building it again takes its time`;
  if (!found) return classified('drop-index', reason);
  return classified(
    'drop-index',
    reason,
    mandatoryIf(found.unique, `${index} keeps duplicates out of ${table} no longer`),
    ...(servedBy(context.final, table, found) === null ? uses(table, found, context) : []),
  );
}

/** What an index that no other one replaces is needed for, or may be. */
function uses(table: string, index: Index, context: RuleContext): readonly (ReviewEntry | null)[] {
  const columns = plainColumns(index) ?? [];
  const key = findTable(context.final, table)?.foreignKeys.find((each) =>
    beginsWith(columns, each.columns),
  );
  return [
    mandatoryIf(
      key !== undefined,
      `each delete of a parent looks for its rows in ${table} by ${index.name} (${key?.name})`,
    ),
    scansEntry(table, index, context),
  ];
}

function scansEntry(
  table: string,
  { name }: Index,
  { survey, sizeOf, withSize }: RuleContext,
): ReviewEntry | null {
  const scans = surveyedTable(survey, table)?.indexes.find((each) => each.name === name)?.scans;
  if (scans === 0 || sizeOf(table).class === 'small') return null;
  return mandatoryIf(
    true,
    scans === undefined || scans === null
      ? `no survey says whether queries on ${withSize(table)} use ${name}`
      : `the survey counts ${scans} scans of ${name}`,
  );
}

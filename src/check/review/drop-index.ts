import type { OperationOf } from '../../model/operation.ts';
import { findTable, type Index } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { beginsWith, isBuiltAgain, losesColumn, plainColumns, servedBy } from '../index-columns.ts';
import { indexUse } from '../index-use.ts';
import { type Classified, classified, mandatoryIf, type ReviewEntry } from './entry.ts';

export function dropIndex(
  { table, index }: OperationOf<'dropIndex'>,
  context: RuleContext,
): Classified {
  const found = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
  const reason = `queries on ${table} lose ${index}, and building it again takes its time`;
  if (!found) return classified('drop-index', reason);
  if (isBuiltAgain(context.final, table, found)) {
    return classified(
      'drop-index',
      `queries on ${table} go without ${index} until it is built again`,
    );
  }
  return classified(
    'drop-index',
    reason,
    mandatoryIf(found.unique, `${index} no longer keeps duplicates out of ${table}`),
    ...(servedBy(context.final, table, found) === null && !losesColumn(context.final, table, found)
      ? uses(table, found, context)
      : []),
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

function scansEntry(table: string, { name }: Index, context: RuleContext): ReviewEntry | null {
  const use = indexUse(table, name, context);
  if (use?.isUnused || context.sizeOf(table).class === 'small') return null;
  return mandatoryIf(
    true,
    use === null
      ? `no survey says whether queries on ${context.withSize(table)} use ${name}`
      : `queries use ${name}: ${use.says}`,
  );
}

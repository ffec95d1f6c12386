import type {
  CopyStmt,
  DeleteStmt,
  InsertStmt,
  MergeStmt,
  TruncateStmt,
  UpdateStmt,
  WithClause,
} from '@pgsql/types';
import type { OperationBody, OperationOf } from '../../../model/operation.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { isTemporary } from './create-table.ts';
import { type Bodies, noEffect, type Reading } from './reading.ts';

type Rows = Pick<OperationOf<'changeRows'>, 'table' | 'verb' | 'scope'>;

function changeRows(rows: Rows, { statement }: Reading): OperationBody {
  return { kind: 'changeRows', ...rows, text: statement.text, language: 'sql', batched: false };
}

export function* insertRows(node: InsertStmt, reading: Reading): Bodies {
  yield* writesInWith(node.withClause, reading);
  if (isTemporary(node.relation)) return;
  yield changeRows({ table: relationName(node.relation), verb: 'insert', scope: 'part' }, reading);
}

export function* updateRows(node: UpdateStmt, reading: Reading): Bodies {
  yield* writesInWith(node.withClause, reading);
  const isPart = node.whereClause !== undefined || node.fromClause !== undefined;
  const scope = isPart ? 'part' : 'whole';
  yield changeRows({ table: relationName(node.relation), verb: 'update', scope }, reading);
}

export function* deleteRows(node: DeleteStmt, reading: Reading): Bodies {
  yield* writesInWith(node.withClause, reading);
  const isPart = node.whereClause !== undefined || node.usingClause !== undefined;
  const scope = isPart ? 'part' : 'whole';
  yield changeRows({ table: relationName(node.relation), verb: 'delete', scope }, reading);
}

/** MERGE writes into one table, by several verbs. */
export function* mergeRows(node: MergeStmt, reading: Reading): Bodies {
  yield* writesInWith(node.withClause, reading);
  yield changeRows({ table: relationName(node.relation), verb: 'unknown', scope: 'part' }, reading);
}

/** A statement of several tables gives an operation for each. */
export function truncateRows(node: TruncateStmt, reading: Reading): Bodies {
  return nodesOf(node.relations, 'RangeVar').map((range) =>
    changeRows({ table: relationName(range), verb: 'truncate', scope: 'whole' }, reading),
  );
}

export function copyRows(node: CopyStmt, reading: Reading): Bodies {
  if (!node.is_from) return [noEffect(reading, 'reads rows')];
  return [
    changeRows({ table: relationName(node.relation), verb: 'insert', scope: 'part' }, reading),
  ];
}

/** Statements behind WITH can write as well; they run along with the main one. */
export function* writesInWith(clause: WithClause | undefined, reading: Reading): Bodies {
  for (const { ctequery } of nodesOf(clause?.ctes, 'CommonTableExpr')) {
    const inserted = nodeOf(ctequery, 'InsertStmt');
    if (inserted) yield* insertRows(inserted, reading);
    const updated = nodeOf(ctequery, 'UpdateStmt');
    if (updated) yield* updateRows(updated, reading);
    const deleted = nodeOf(ctequery, 'DeleteStmt');
    if (deleted) yield* deleteRows(deleted, reading);
    const merged = nodeOf(ctequery, 'MergeStmt');
    if (merged) yield* mergeRows(merged, reading);
  }
}

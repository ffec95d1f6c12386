import type { Operation, OperationKind } from '../model/operation.ts';

/** Kinds that give the same when they run a second time. */
const SETTING: readonly OperationKind[] = [
  'setTableComment',
  'setTableOptions',
  'setColumn',
  'setColumnDefault',
  'setColumnNull',
  'setColumnComment',
  'setIndexEnabled',
  'validateConstraint',
  'refreshView',
  'runSql',
];

/** True when an operation can run again after it is done, without an error and to the same end. */
export function isRepeatable(operation: Operation): boolean {
  if ('ifNotExists' in operation) return operation.ifNotExists;
  if ('ifExists' in operation) return operation.ifExists;
  if ('replace' in operation) return operation.replace;
  if (operation.kind === 'changeRows')
    return operation.verb === 'delete' || operation.verb === 'truncate';
  return SETTING.includes(operation.kind);
}

import type { Migration } from '../model/migration.ts';
import type { Operation, OperationKind } from '../model/operation.ts';
import type { SourceLocation } from '../model/source.ts';

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

/** Rails sends CREATE EXTENSION IF NOT EXISTS and DROP EXTENSION IF EXISTS (`enable_extension`, `disable_extension`). */
const REPEATED_BY_RAILS: readonly OperationKind[] = ['createExtension', 'dropExtension'];

/** True when an operation can run again after it is done, without an error and to the same end. */
export function isRepeatable(operation: Operation, migration: Migration): boolean {
  if (isGuarded(operation.source, migration)) return true;
  if ('ifNotExists' in operation) return operation.ifNotExists;
  if ('ifExists' in operation) return operation.ifExists;
  if ('replace' in operation) return operation.replace;
  if (operation.kind === 'changeRows')
    return operation.verb === 'delete' || operation.verb === 'truncate';
  if (migration.tool === 'rails' && REPEATED_BY_RAILS.includes(operation.kind)) return true;
  return SETTING.includes(operation.kind);
}

/** `unless index_name_exists?(…)`, `if Order.column_names.include?("state")`. */
const ASKS = String.raw`\b(?:if|unless)\b.*(?:\w_exists\?|\bcolumn_names\.include\?)`;
const ASKS_AFTER = new RegExp(ASKS);
const ASKS_AROUND = new RegExp(String.raw`^\s*${ASKS}`);
const RETURNS = new RegExp(String.raw`^\s*return\s+${ASKS}`);

/** True for a statement of Ruby that runs only where what it makes is not there yet, or is still there. */
function isGuarded({ path, line, endLine }: SourceLocation, migration: Migration): boolean {
  if (path !== migration.path || !path.endsWith('.rb')) return false;
  const lines = migration.text.split('\n');
  if (lines.slice(line - 1, endLine).some((each) => ASKS_AFTER.test(each))) return true;
  let indent = indentOf(lines[line - 1] ?? '');
  for (const each of lines.slice(0, line - 1).reverse()) {
    if (/^\s*def\b/.test(each)) return false;
    if (RETURNS.test(each)) return true;
    if (each.trim() === '' || indentOf(each) >= indent) continue;
    indent = indentOf(each);
    if (ASKS_AROUND.test(each)) return true;
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

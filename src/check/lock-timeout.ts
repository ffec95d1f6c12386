import type { LockTimeout } from '../dialect/dialect.ts';
import type { Migration } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import type { RuleContext } from './context.ts';

/** `SET lock_timeout = '5s'`, `SET SESSION lock_wait_timeout=5`, `set_config('lock_timeout', '5s', true)`. */
const SETTING = /(?<![.\w])lock(?:_wait)?_timeout\b\W*?(?:=|\bTO\b|,)\s*['"]?(\d+)/i;

/** Helpers of gems and projects that set a timeout and try again: `with_lock_retries do`. */
const HELPER = /\bwith_(?:lock_retries|lock_timeout)\b/;

/** Whether something limits how long an operation waits for its locks. */
export function limitsLockWait(
  operation: Operation,
  { migration, project, earlier, survey }: RuleContext,
  { setting, isLimit }: LockTimeout,
): boolean {
  const ofServer = survey?.settings.find(({ name }) => name === setting)?.value;
  const ofMigration = earlier.map((sibling) => valueSetBy(sibling.operation));
  const ofProject = project.lockTimeout?.value;
  // `<%= ENV["LOCK_TIMEOUT"] %>` states one that is not known here.
  if (ofProject !== undefined && !/\d/.test(ofProject)) return true;
  const values = [ofServer, ofProject, ...ofMigration];
  const isSet = values.some((value) => value !== undefined && isLimit(value));
  return isSet || isInHelper(operation, migration);
}

function valueSetBy(operation: Operation): string | undefined {
  return operation.kind === 'runSql' ? SETTING.exec(operation.text)?.[1] : undefined;
}

/** Wrappers leave no operation: the lines above the statement tell of them. */
function isInHelper({ source }: Operation, { path, text }: Migration): boolean {
  if (source.path !== path) return false;
  const above = text.split('\n', source.line).map((line) => line.replace(/^\s*(?:#|--).*$/, ''));
  return above.some((line) => HELPER.test(line));
}

import type { RuleContext } from '../context.ts';
import { text } from '../ruby.ts';

/**
 * A line that makes the migration give way when it has waited for a lock for some seconds. SET LOCAL
 * holds until the end of a transaction, and does nothing outside of one.
 */
export function giveWay({
  dialect,
  migration,
}: Pick<RuleContext, 'dialect' | 'migration'>): readonly string[] {
  const statement = dialect.lockTimeout?.statement(migration.transactional);
  return statement === undefined ? [] : [`execute ${text(statement)}`];
}

import { railsAtLeast } from '../../../model/engine.ts';
import type { Operation } from '../../../model/operation.ts';
import { type Call, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';

/**
 * Commands that the adapters put into the one ALTER TABLE of `change_table` with `bulk: true`: those
 * with a method `…_for_alter` (Active Record 7.1 to 8.1).
 */
const CLAUSES: ReadonlySet<string> = new Set([
  ...['add_column', 'remove_column', 'remove_columns', 'add_timestamps', 'remove_timestamps'],
  ...['change_column', 'change_column_default', 'change_column_null'],
]);

/** Those that MySQL's adapter puts into it besides. */
const CLAUSES_OF_MYSQL: ReadonlySet<string> = new Set([
  ...['rename_column', 'add_index', 'remove_index'],
]);

/** Whether the adapter has a clause of ALTER TABLE for a command. */
export function isClause(call: Call, { dialect: { engine } }: Session): boolean {
  if (engine === 'mysql' && CLAUSES_OF_MYSQL.has(call.name)) return true;
  // With a value for the NULLs there is an UPDATE before it.
  const fillsNulls = call.name === 'change_column_null' && call.args[3] !== undefined;
  return CLAUSES.has(call.name) && !(fillsNulls && engine === 'postgresql');
}

/** Commands that take `algorithm:` and `lock:` on MySQL from Active Record 8.2 on; a reference passes them to its column. */
const ONLINE: ReadonlySet<string> = new Set([
  ...['add_column', 'remove_column', 'change_column', 'rename_column', 'add_index', 'remove_index'],
  ...['add_reference', 'add_belongs_to'],
]);

const ALGORITHMS = ['instant', 'inplace', 'copy'] as const;

const LOCKS = ['none', 'shared', 'exclusive'] as const;

/** What a command tells MySQL of ALGORITHM and LOCK; until Active Record 8.1 `add_index` alone can, of ALGORITHM. */
export function onlineOf(call: Call, session: Session): Pick<Operation, 'online'> {
  if (session.dialect.engine !== 'mysql' || !ONLINE.has(call.name)) return {};
  const isNew = railsAtLeast(session.installed, 8, 2);
  if (!isNew && call.name !== 'add_index') return {};
  const algorithm = ALGORITHMS.find((one) => one === textOption(call, 'algorithm'));
  const lock = isNew ? LOCKS.find((one) => one === textOption(call, 'lock')) : undefined;
  if (algorithm === undefined && lock === undefined) return {};
  return {
    online: { ...(algorithm !== undefined && { algorithm }), ...(lock !== undefined && { lock }) },
  };
}

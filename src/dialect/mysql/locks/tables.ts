import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { findTable, type Schema } from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import type { LockTable } from '../../lock-table.ts';
import { claimsOn } from './claim.ts';
import { can } from './online.ts';
import { rebuilt } from './table-traits.ts';

export const tableLocks: Pick<
  LockTable,
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'setTableComment'
  | 'setTableOptions'
  | 'attachPartition'
  | 'detachPartition'
  | 'changeRows'
  | 'runSql'
> = {
  // The metadata locks of a foreign key reach its parent.
  createTable: ({ table }, _before, _after, server) =>
    table.foreignKeys.map(({ toTable }) => claimsOn(server).inplace(toTable)),
  dropTable({ table }, before, _after, server) {
    const { exclusive, inplace } = claimsOn(server);
    const parents = findTable(before, table)?.foreignKeys.map(({ toTable }) => toTable) ?? [];
    return [exclusive(table), ...parents.map((parent) => inplace(parent))];
  },
  renameTable: ({ from }, _before, _after, server) => [
    claimsOn(server).claim(
      from,
      can(server, 'renameTable') ? 'instant' : 'inplace',
      // MariaDB takes no weaker LOCK for it.
      server.name === 'mariadb' ? 'exclusive' : 'none',
      'catalog',
    ),
  ],
  setTableComment: ({ table }, _before, _after, server) => [claimsOn(server).metadata(table)],
  setTableOptions,
  // MySQL attaches and detaches partitions by EXCHANGE PARTITION alone.
  attachPartition: () => [],
  detachPartition: () => [],
  // Row changes take row locks, which the online DDL levels do not describe.
  changeRows: ({ table, verb }, _before, _after, server) =>
    table !== null && verb === 'truncate' ? [claimsOn(server).exclusive(table)] : [],
  runSql: ({ text }, before, _after, server) => statementLocks(text, before, server),
};

/**
 * CONVERT TO CHARACTER SET copies, as another ENGINE and PARTITION BY do; ROW_FORMAT and
 * KEY_BLOCK_SIZE rebuild in place. A default character set is for columns to come, yet MySQL's manual
 * says that the table is built anew when its encoding differs.
 */
function setTableOptions(
  operation: OperationOf<'setTableOptions'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  const { table: name, options, charset, collation, converts } = operation;
  const { copy, metadata } = claimsOn(server);
  const table = findTable(before, name);
  if (converts) {
    const isSame = table?.charset === charset && table?.collation === collation;
    return [isSame ? metadata(name) : copy(name)];
  }
  if (options === undefined) {
    return [server.name === 'mariadb' ? metadata(name) : rebuilt(name, table, server)];
  }
  const from = table?.options ?? '';
  const isMoved =
    engineOf(from) !== engineOf(options ?? '') || /\bPARTITION BY\b/i.test(options ?? '');
  return [isMoved ? copy(name) : rebuilt(name, table, server)];
}

/** InnoDB where nothing is said. */
function engineOf(options: string): string {
  return (/\bENGINE\s*=?\s*(\w+)/i.exec(options)?.[1] ?? 'InnoDB').toLowerCase();
}

const NAME = '`?([\\p{L}\\p{N}_$]+)`?';

type StatementLock = (table: string, before: Schema, server: Server) => LockClaim;

/** Statements that a dump shows nothing of and that lock a table all the same. */
const STATEMENTS: readonly (readonly [pattern: RegExp, lock: StatementLock])[] = [
  [
    new RegExp(`^ALTER\\s+TABLE\\s+${NAME}\\s[^;]*\\b(?:FORCE\\b|ENGINE\\s*=?\\s*\\w+)`, 'iu'),
    (name, before, server) => rebuilt(name, findTable(before, name), server),
  ],
  [
    new RegExp(`^OPTIMIZE\\s+(?:(?:LOCAL|NO_WRITE_TO_BINLOG)\\s+)?TABLE\\s+${NAME}`, 'iu'),
    (name, before, server) => rebuilt(name, findTable(before, name), server),
  ],
  [
    new RegExp(`^ALTER\\s+TABLE\\s+${NAME}`, 'iu'),
    (name, _before, server) => claimsOn(server).metadata(name),
  ],
  [
    new RegExp(`^LOCK\\s+TABLES?\\s+${NAME}(?:\\s+AS\\s+\\S+)?\\s+READ`, 'iu'),
    (name, _before, server) => claimsOn(server).claim(name, 'inplace', 'shared', 'catalog'),
  ],
  [
    new RegExp(`^LOCK\\s+TABLES?\\s+${NAME}`, 'iu'),
    (name, _before, server) => claimsOn(server).exclusive(name),
  ],
];

function statementLocks(text: string, before: Schema, server: Server): readonly LockClaim[] {
  for (const [pattern, lock] of STATEMENTS) {
    const name = pattern.exec(text.trim())?.[1];
    if (name !== undefined) return [lock(name, before, server)];
  }
  return [];
}

import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import { type Column, findColumn, findTable, type Schema } from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import type { LockTable } from '../../lock-table.ts';
import { type Claims, claimsOn } from './claim.ts';
import { can } from './online.ts';
import { setColumn } from './set-column.ts';
import { hasVirtual, isIndexed, rebuilt, refusesInstant } from './table-traits.ts';

export const columnLocks: Pick<
  LockTable,
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment'
> = {
  addColumn: (operation, before, _after, server) => [addColumn(operation, before, server)],
  dropColumn: (operation, before, _after, server) => [dropColumn(operation, before, server)],
  renameColumn({ table, from }, before, _after, server) {
    const { instant, inplace } = claimsOn(server);
    const what = isForeignKeyParent(before, table, from) ? 'renameParentColumn' : 'renameColumn';
    return [can(server, what) ? instant(table) : inplace(table)];
  },
  setColumn,
  setColumnDefault: ({ table }, _before, _after, server) => [
    claimsOn(server).columnMetadata(table),
  ],
  setColumnNull({ table: name, column, nullable }, before, _after, server) {
    const table = findTable(before, name);
    const same = table && findColumn(table, column)?.nullable === nullable;
    return [same ? claimsOn(server).columnMetadata(name) : rebuilt(name, table, server)];
  },
  setColumnComment: ({ table }, _before, _after, server) => [
    claimsOn(server).columnMetadata(table),
  ],
};

function addColumn(
  { table: name, column, position }: OperationOf<'addColumn'>,
  before: Schema,
  server: Server,
): LockClaim {
  const claims = claimsOn(server);
  if (column.generated) return addGenerated(name, column, server, claims);
  // Concurrent DML is not permitted when adding an auto-increment column.
  if (column.autoIncrement !== null) return claims.rebuild(name, 'shared');
  if (column.default?.kind === 'expression' && isComputed(column.default.sql, server)) {
    return claims.copy(name);
  }
  const table = findTable(before, name);
  const isMariadb = server.name === 'mariadb';
  if (isMariadb && position !== null && table && hasVirtual(table)) return claims.copy(name);
  const what = position === null ? 'addColumnLast' : 'addColumnAnywhere';
  return can(server, what) && !refusesInstant(table, server)
    ? claims.instant(name)
    : rebuilt(name, table, server);
}

function addGenerated(
  table: string,
  column: Column,
  server: Server,
  { copy, instant, inplace }: Claims,
): LockClaim {
  if (column.generated?.stored) return copy(table);
  return can(server, 'virtualColumn') ? instant(table) : inplace(table);
}

/**
 * CURRENT_TIMESTAMP is computed once for the statement, and so does MariaDB what is made of
 * constants; other expressions are computed for each row, by COPY. In parentheses it is any other
 * expression to MySQL, while MariaDB (measured on 10.11) takes them off.
 */
function isComputed(expression: string, server: Server): boolean {
  const moment = server.name === 'mariadb' ? expression.replace(/^\(+/, '') : expression;
  if (/^\s*(current_timestamp|now|localtime|localtimestamp)\b/i.test(moment)) return false;
  return server.name !== 'mariadb' || /[a-z_]\w*\s*\(/i.test(expression);
}

function dropColumn(
  { table: name, column }: OperationOf<'dropColumn'>,
  before: Schema,
  server: Server,
): LockClaim {
  const claims = claimsOn(server);
  const table = findTable(before, name);
  const current = table && findColumn(table, column);
  const indexed = table !== null && isIndexed(table, column);
  if (current?.generated && !current.generated.stored) {
    return indexed ? claims.indexes(name, 'catalog') : addGenerated(name, current, server, claims);
  }
  const what = current?.generated ? 'dropStoredColumn' : 'dropColumn';
  if (!can(server, what) || refusesInstant(table, server)) return rebuilt(name, table, server);
  if (!indexed) return claims.instant(name);
  // The indexes of the column go in the same statement, which MySQL does not do INSTANT.
  return server.name === 'mariadb' ? claims.indexes(name, 'catalog') : claims.rebuild(name);
}

function isForeignKeyParent(schema: Schema, table: string, column: string): boolean {
  return schema.tables.some(({ foreignKeys }) =>
    foreignKeys.some((key) => key.toTable === table && key.toColumns.includes(column)),
  );
}

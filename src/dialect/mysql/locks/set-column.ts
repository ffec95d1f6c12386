import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import {
  type Column,
  findColumn,
  findTable,
  type Schema,
  type Table,
} from '../../../model/schema.ts';
import type { Server } from '../../../model/server.ts';
import { typeChange } from '../type-changes.ts';
import { type Claims, claimsOn } from './claim.ts';
import { can } from './online.ts';
import { bytesPerCharacter, charsetOf, hasVirtual, isIndexed, rebuilt } from './table-traits.ts';

/** MODIFY and CHANGE, which state a column whole: what differs decides. */
export function setColumn(
  operation: OperationOf<'setColumn'>,
  before: Schema,
  _after: Schema,
  server: Server,
): readonly LockClaim[] {
  const { table: name, column, position, restates } = operation;
  const claims = claimsOn(server);
  const table = findTable(before, name);
  const current = table && findColumn(table, column.name);
  if (restates) return [claims.metadata(name)];
  if (!table || !current || copies(current, column, table, server)) return [claims.copy(name)];
  const moves = position !== null && !can(server, 'reorder');
  const setsNull = current.nullable !== column.nullable;
  if (setsNull && server.name === 'mariadb' && hasVirtual(table)) return [claims.copy(name)];
  if (moves || setsNull) return [rebuilt(name, table, server)];
  return [lightly(current, column, table, claims, server)];
}

/** True where the values, or how each is kept, become others. */
function copies(current: Column, column: Column, table: Table, server: Server): boolean {
  const { work } = typeChange(current, column, bytesPerCharacter(table, current), server);
  if (work === 'rewrite' || changesGeneration(current, column)) return true;
  if (current.autoIncrement !== column.autoIncrement) return true;
  if (!changesCollation(current, column, table)) return false;
  const sameCharset = charsetOf(table, current) === charsetOf(table, column);
  return !sameCharset || !can(server, 'collation');
}

/** What is left leaves the rows alone. */
function lightly(
  current: Column,
  column: Column,
  table: Table,
  claims: Claims,
  server: Server,
): LockClaim {
  if (changesCollation(current, column, table) && isIndexed(table, column.name)) {
    return claims.indexes(table.name, 'indexBuild');
  }
  const grows = current.type !== column.type && /^var(?:char|binary)\b/.test(current.type);
  if (grows && !can(server, 'extendVarchar')) return claims.inplace(table.name);
  return claims.columnMetadata(table.name);
}

/** A column that names none has the collation of its table. */
function changesCollation(current: Column, column: Column, { collation }: Table): boolean {
  return (current.collation ?? collation) !== (column.collation ?? collation);
}

function changesGeneration(before: Column, after: Column): boolean {
  const [from, to] = [before.generated, after.generated];
  return from?.expression !== to?.expression || from?.stored !== to?.stored;
}

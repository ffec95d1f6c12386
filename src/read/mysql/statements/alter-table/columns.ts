import { findColumn, type Table } from '../../../../model/schema.ts';
import { NotTold } from '../../not-told.ts';
import type { MysqlScope } from '../../scope.ts';
import type { StatedColumn } from '../../stated/stated.ts';
import { checksOfColumn, modelCheck } from '../../tables/checks.ts';
import { isMariadb } from '../../tables/column-type.ts';
import { keyOfColumn } from '../../tables/keys.ts';
import type { Told } from '../statement.ts';
import { foreignKeyBodies, keyBody } from './constraints.ts';

/** The column's own spelling of a name; the servers do not tell upper from lower case. */
export function knownColumn(table: Table, name: string): string {
  if (findColumn(table, name)) return name;
  const found = table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new NotTold(`${table.name} has no column ${name}`);
  return found.name;
}

/** The keys, checks and references that a column states along with itself. */
export function* partsOfColumn(
  stated: StatedColumn,
  table: () => Table,
  scope: MysqlScope,
): Generator<Told> {
  const key = keyOfColumn(stated);
  if (key) yield keyBody(key, table());
  for (const check of checksOfColumn(stated, scope)) {
    const checkConstraint = modelCheck(check, stated.name, table(), scope);
    const { name } = table();
    yield { kind: 'addCheckConstraint', table: name, checkConstraint, ifNotExists: false };
  }
  if (stated.references && isMariadb(scope))
    yield* foreignKeyBodies(stated.references, table(), scope);
}

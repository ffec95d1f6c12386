import { mysql } from '../../../dialect/mysql/index.ts';
import type { ForeignKey, Index, ReferentialAction, Table } from '../../../model/schema.ts';
import type { MysqlScope } from '../scope.ts';
import type { StatedForeignKey } from '../stated/stated.ts';
import { nextNumber } from './checks.ts';
import { isMariadb } from './column-type.ts';
import { nameOfKey } from './keys.ts';

const ACTIONS: ReadonlyMap<string, ReferentialAction> = new Map([
  ['CASCADE', 'cascade'],
  ['RESTRICT', 'restrict'],
  ['SET NULL', 'setNull'],
  ['SET DEFAULT', 'setDefault'],
]);

/**
 * A foreign key under its name, or under that which the server gives it: `posts_ibfk_1`, on MariaDB
 * the name that FOREIGN KEY gives its index.
 */
export function modelForeignKey(
  stated: StatedForeignKey,
  table: Table,
  scope: MysqlScope,
): ForeignKey {
  const mariadb = isMariadb(scope);
  const actionOf = (words: string | null): ReferentialAction => {
    // InnoDB of MariaDB keeps RESTRICT as what it does anyway.
    return mariadb && words === 'RESTRICT' ? 'noAction' : (ACTIONS.get(words ?? '') ?? 'noAction');
  };
  const start = `${table.name}_ibfk_`;
  const { columns, toTable, toColumns } = stated;
  return {
    name:
      stated.name ??
      (mariadb ? stated.indexName : null) ??
      `${start}${nextNumber(start, table.foreignKeys)}`,
    columns,
    toTable,
    toColumns: toColumns.length > 0 ? toColumns : ['id'],
    onDelete: actionOf(stated.onDelete),
    onUpdate: actionOf(stated.onUpdate),
    deferrable: null,
    validated: true,
  };
}

/**
 * The index that the server makes for a foreign key without a name of its own, where no other
 * serves: it is called as FOREIGN KEY says, or as an index without a name. Null for a named key,
 * whose index has the key's name.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html | FOREIGN KEY constraints}
 */
export function unnamedKeyIndex(
  stated: StatedForeignKey,
  foreignKey: ForeignKey,
  table: Table,
): Index | null {
  if (stated.name !== null) return null;
  const index = mysql.implicitForeignKeyIndex(
    foreignKey,
    table.indexes,
    table.primaryKey?.columns ?? [],
  );
  if (index === null) return null;
  const name = stated.indexName ?? nameOfKey(foreignKey.columns[0] ?? null, table.indexes);
  return { ...index, name };
}

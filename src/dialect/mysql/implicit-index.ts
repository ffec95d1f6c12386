import { plainIndex } from '../../model/plain-index.ts';
import type { ForeignKey, Index } from '../../model/schema.ts';

/**
 * InnoDB needs an index that begins with the columns of a foreign key, and makes one, named after
 * the constraint, where there is none. The primary key serves too.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html | FOREIGN KEY constraints}
 */
export function implicitForeignKeyIndex(
  foreignKey: ForeignKey,
  indexes: readonly Index[],
  primaryKey: readonly string[],
): Index | null {
  const { columns } = foreignKey;
  const served =
    beginsWith(primaryKey, columns) ||
    indexes.some((index) => index.kind === null && beginsWith(indexedColumns(index), columns));
  return served ? null : plainIndex(foreignKey.name, columns);
}

/** Columns that are indexed whole; a prefix of a column cannot serve a foreign key. */
function indexedColumns({ parts }: Index): readonly (string | null)[] {
  return parts.map(({ column, length }) => (length === null ? column : null));
}

function beginsWith(columns: readonly (string | null)[], start: readonly string[]): boolean {
  return start.every((column, position) => columns[position] === column);
}

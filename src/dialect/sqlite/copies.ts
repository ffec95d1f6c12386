import type { Operation, OperationKind } from '../../model/operation.ts';
import type { Column } from '../../model/schema.ts';

/** What Active Record's adapter always does by a copy of the table (`alter_table` of sqlite3_adapter.rb). */
const COPIES: ReadonlySet<OperationKind> = new Set([
  ...(['dropColumn', 'renameColumn', 'setColumn', 'setColumnDefault', 'setColumnNull'] as const),
  ...(['addForeignKey', 'dropForeignKey', 'addCheckConstraint', 'dropCheckConstraint'] as const),
  ...(['addUniqueConstraint', 'dropUniqueConstraint', 'addPrimaryKey', 'dropPrimaryKey'] as const),
]);

/**
 * The table that Active Record copies, drops and makes anew to carry an operation out; null for an
 * operation that SQLite can do itself, and for one that SQL asks for.
 */
export function tableCopiedBy(operation: Operation): string | null {
  if (operation.sql !== undefined || !('table' in operation)) return null;
  if (typeof operation.table !== 'string') return null;
  const copies =
    operation.kind === 'addColumn' ? addColumnCopies(operation.column) : COPIES.has(operation.kind);
  return copies ? operation.table : null;
}

/**
 * True when Active Record copies the table to add a column, as `invalid_alter_table_type?` of its
 * SQLite adapter decides: NOT NULL without a default, a key, or a stored generated column.
 */
export function addColumnCopies(column: Column): boolean {
  const required = !column.nullable && column.default === null;
  return required || column.autoIncrement !== null || column.generated?.stored === true;
}

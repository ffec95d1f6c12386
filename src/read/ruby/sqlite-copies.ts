import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import { type Column, findTable, type Schema } from '../../model/schema.ts';

/** Operations that Rails' SQLite adapter carries out by a copy of the table. */
const COPIES: ReadonlySet<Operation['kind']> = new Set([
  ...(['dropColumn', 'renameColumn', 'setColumn', 'setColumnDefault', 'setColumnNull'] as const),
  ...(['addForeignKey', 'dropForeignKey', 'addCheckConstraint', 'dropCheckConstraint'] as const),
]);

/**
 * What other columns lose by the copy of a table up to Rails 7.0: a bigint becomes an integer, and
 * up to 6.1 a default that is computed goes (`copy_table` of sqlite3_adapter.rb, which asks for the
 * column's Rails type and its default value). Empty on other engines and since 7.1.
 *
 * @param schema - the one after the operation.
 */
export function lossesOfCopy(
  operation: Operation,
  schema: Schema,
  { installed, dumpsSql }: { readonly installed: RailsVersion; readonly dumpsSql: boolean },
): readonly OperationBody[] {
  if (operation.sql !== undefined || schema.engine !== 'sqlite' || railsAtLeast(installed, 7, 1))
    return [];
  if (!('table' in operation) || typeof operation.table !== 'string') return [];
  if (!COPIES.has(operation.kind)) return [];
  const changed = changedColumn(operation, dumpsSql);
  const table = operation.table;
  return (findTable(schema, table)?.columns ?? [])
    .filter(({ name }) => name !== changed)
    .flatMap((column) => {
      const copied = afterCopy(column, installed);
      return copied === column
        ? []
        : [{ kind: 'setColumn', table, column: copied, using: null, position: null } as const];
    });
}

/** `schema.rb` of 6.1 does not show a computed default even where it was just set. */
function changedColumn(operation: Operation, dumpsSql: boolean): string | null {
  if (operation.kind === 'setColumn') return operation.column.name;
  return operation.kind === 'setColumnDefault' && dumpsSql ? operation.column : null;
}

function afterCopy(column: Column, installed: RailsVersion): Column {
  const losesDefault = column.default?.kind === 'expression' && !railsAtLeast(installed, 7, 0);
  if (column.type !== 'bigint' && !losesDefault) return column;
  return {
    ...column,
    type: column.type === 'bigint' ? 'integer' : column.type,
    default: losesDefault ? null : column.default,
  };
}

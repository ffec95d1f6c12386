import { tableCopiedBy } from '../../dialect/sqlite/copies.ts';
import { fromRails, railsNameOf, toRails } from '../../dialect/sqlite/rails-types.ts';
import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import { type Column, findTable, type Schema } from '../../model/schema.ts';

/**
 * What other columns lose by the copy of a table (`copy_table` of sqlite3_adapter.rb, which asks for
 * the column's Rails type and its default value): a type that SQL gave becomes that of its Rails type,
 * `timestamp` a `datetime`; up to Rails 7.0 a bigint becomes an integer, and up to 6.1 a default that
 * is computed goes. Empty on other engines.
 *
 * @param schema - the one after the operation.
 */
export function lossesOfCopy(
  operation: Operation,
  schema: Schema,
  { installed, dumpsSql }: { readonly installed: RailsVersion; readonly dumpsSql: boolean },
): readonly OperationBody[] {
  const table = schema.engine === 'sqlite' ? tableCopiedBy(operation) : null;
  if (table === null) return [];
  const changed = changedColumn(operation, dumpsSql);
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
  if (operation.kind === 'setColumn' || operation.kind === 'addColumn') {
    return operation.column.name;
  }
  return operation.kind === 'setColumnDefault' && dumpsSql ? operation.column : null;
}

function afterCopy(column: Column, installed: RailsVersion): Column {
  const losesDefault = column.default?.kind === 'expression' && !railsAtLeast(installed, 7, 0);
  const type = copiedType(column.type, installed);
  if (type === column.type && !losesDefault) return column;
  return { ...column, type, default: losesDefault ? null : column.default };
}

function copiedType(type: string, installed: RailsVersion): string {
  if (type === 'bigint') return railsAtLeast(installed, 7, 1) ? 'bigint' : 'integer';
  return railsNameOf(type) === null ? type : fromRails(toRails(type, installed), installed);
}

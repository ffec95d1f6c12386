import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { AppliedOperation } from '../../../model/migration.ts';
import type { Column, Table } from '../../../model/schema.ts';

const NULL = { kind: 'literal', value: null } as const;

/**
 * The table with its columns as Active Record's copy of it spells them (`copy_table` of
 * sqlite3_adapter.rb).
 *
 * Up to 7.1 each column is given a default, which is NULL for those without one; since 7.2 only one
 * that is set to nil has it. With a default a primary key of integers does not become AUTOINCREMENT:
 * up to 7.0 none does, in 7.1 those that were, since 7.2 all.
 */
export function asCopied(
  table: Table,
  steps: readonly AppliedOperation[],
  rails: RailsVersion | null,
): Table {
  const since = (major: number, minor: number) =>
    rails === null || railsAtLeast(rails, major, minor);
  const [key, ...others] = table.primaryKey?.columns ?? [];
  const columns = table.columns.map((column) => {
    const carried = isCarried(column, steps, since(7, 0));
    if (column.name === key && others.length === 0) {
      return carried ? keyColumn(column, since) : column;
    }
    if (!column.nullable || column.default !== null || column.generated !== null) return column;
    return (carried && !since(7, 2)) || isSetToNil(column, steps)
      ? { ...column, default: NULL }
      : column;
  });
  return { ...table, columns };
}

type Since = (major: number, minor: number) => boolean;

function keyColumn(column: Column, since: Since): Column {
  if (!/^(?:big)?int(?:eger)?$/.test(column.type)) return column;
  if (since(7, 2)) return { ...column, type: 'integer', autoIncrement: 'autoIncrement' };
  return since(7, 1) ? column : { ...column, autoIncrement: null };
}

/** A column that is read from the old table; since Rails 7.0 one that is changed is defined anew. */
function isCarried(
  { name }: Column,
  steps: readonly AppliedOperation[],
  changesAnew: boolean,
): boolean {
  return !steps.some(({ operation }) => {
    if (operation.kind === 'addColumn') return operation.column.name === name;
    if (operation.kind !== 'setColumn' || operation.impliedBy !== null) return false;
    return changesAnew && operation.column.name === name;
  });
}

function isSetToNil({ name }: Column, steps: readonly AppliedOperation[]): boolean {
  return steps.some(
    ({ operation }) =>
      operation.kind === 'setColumnDefault' &&
      operation.column === name &&
      operation.default === null,
  );
}

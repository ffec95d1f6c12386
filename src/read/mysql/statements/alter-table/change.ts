import type { ColumnPosition } from '../../../../model/operation.ts';
import { findTable, type Table } from '../../../../model/schema.ts';
import { NotTold, told } from '../../not-told.ts';
import type { MysqlScope } from '../../scope.ts';
import { readPlacedColumn } from '../../stated/placed.ts';
import { modelColumn } from '../../tables/column.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Bodies } from '../statement.ts';
import type { Action } from './action.ts';
import { knownColumn, partsOfColumn } from './columns.ts';

/** What follows MODIFY: a column as it is afterwards. */
export function readModify(reader: TokenReader): Action {
  reader.take('COLUMN');
  const ifExists = reader.take('IF', 'EXISTS');
  const placed = readPlacedColumn(reader.rest());
  return redefined(placed.column.name, placed, ifExists);
}

/** What follows CHANGE: a column's name, and the column as it is afterwards. */
export function readChange(reader: TokenReader): Action {
  reader.take('COLUMN');
  const ifExists = reader.take('IF', 'EXISTS');
  const from = told(reader.identifier(), 'name of the column');
  return redefined(from, readPlacedColumn(reader.rest()), ifExists);
}

type PlacedColumn = ReturnType<typeof readPlacedColumn>;

function redefined(from: string, placed: PlacedColumn, ifExists: boolean): Action {
  return {
    phase: 'change',
    *bodies(table, scope) {
      if (ifExists && !hasColumn(table, from)) return;
      const known = knownColumn(table, from);
      const to = placed.column.name;
      // MODIFY can name the column in another case, which stays as it is.
      const name = to === from ? known : to;
      if (name !== known) yield* renameColumn(table, known, name);
      yield* setColumn({ ...placed, column: { ...placed.column, name } }, table, scope);
    },
  };
}

function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
}

export function* renameColumn({ name: table, columns }: Table, from: string, to: string): Bodies {
  if (columns.some(({ name }) => name === to)) {
    throw new NotTold(`two columns of ${table} change their names for each other's`);
  }
  yield { kind: 'renameColumn', table, from, to };
}

function* setColumn(
  { column: stated, position }: PlacedColumn,
  table: Table,
  scope: MysqlScope,
): Bodies {
  const current = () => findTable(scope.schema, table.name) ?? table;
  const column = modelColumn(stated, current(), scope);
  yield {
    kind: 'setColumn',
    table: table.name,
    column,
    using: null,
    position: knownPosition(position, current()),
  };
  yield* partsOfColumn(stated, current, scope);
}

export function knownPosition(position: ColumnPosition, table: Table): ColumnPosition {
  if (position === null || position === 'first') return position;
  return { after: knownColumn(table, position.after) };
}

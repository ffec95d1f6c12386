import type { ColumnPosition } from '../../model/operation.ts';
import { describeColumn, describeDefault } from '../words/index.ts';
import { ifMissing, ifThere, type Sentences, withDependents } from './sentence.ts';

export const COLUMN_OPERATIONS: Sentences<
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumn'
  | 'setColumnDefault'
  | 'setColumnNull'
  | 'setColumnComment'
> = {
  addColumn: ({ table, column, ifNotExists, position }) =>
    `Add the column ${column.name} to ${table}${placeWords(position)}${ifMissing(ifNotExists)}: ${describeColumn(column)}.`,
  dropColumn: ({ table, column, ifExists, cascade }) =>
    `Drop the column ${table}.${column} with all its values${withDependents(cascade)}${ifThere(ifExists)}.`,
  renameColumn: ({ table, from, to }) => `Rename the column ${table}.${from} to ${to}.`,
  setColumn: ({ table, column, using, position }) =>
    `Define the column ${table}.${column.name} anew as ${describeColumn(column)}${using === null ? '' : `, converting values with ${using}`}${placeWords(position)}.`,
  setColumnDefault: ({ table, column, default: value }) =>
    value === null
      ? `Remove the default of ${table}.${column}.`
      : `Set the default of ${table}.${column} to ${describeDefault(value)}.`,
  setColumnNull: ({ table, column, nullable, backfill }) => {
    if (nullable) return `Allow NULL in ${table}.${column}.`;
    const first =
      backfill === null ? '' : `, after writing ${describeDefault(backfill)} into NULLs`;
    return `Forbid NULL in ${table}.${column}${first}.`;
  },
  setColumnComment: ({ table, column, comment }) =>
    comment === null
      ? `Remove the comment of ${table}.${column}.`
      : `Set the comment of ${table}.${column} to “${comment}”.`,
};

function placeWords(position: ColumnPosition): string {
  if (position === null) return '';
  return position === 'first' ? ' as the first column' : ` after ${position.after}`;
}

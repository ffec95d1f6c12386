import type { Column } from '../../model/schema.ts';
import type { ReportContext } from '../context.ts';
import { keysOf } from '../keys.ts';
import type { PartView, TableView } from '../tables.ts';
import { MARKS, type Mark, type Sheet, type SheetColumn } from '../types.ts';
import { describeDefault } from '../words/index.ts';
import { filled, type RowValues, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('table', 'Table', 26),
  filled('column', 'Column', 26),
  filled('type', 'Type', 28, { type: 'code' }),
  filled('null', 'Null', 8),
  filled('default', 'Default', 20, { type: 'code' }),
  filled('key', 'Key', 10),
  filled('target', 'Refers to', 26),
  filled('comment', 'Comment', 40),
  filled('change', 'Change', 14),
];

export function objectsSheet({ tables }: ReportContext): Sheet {
  return sheet({
    name: SHEETS.objects,
    purpose: 'Every column as it is after the change. Removed ones stay in the list, marked.',
    columns: COLUMNS,
    values: tables.flatMap((view) => view.columns.map((part) => columnValues(view, part))),
  });
}

function columnValues(view: TableView, { part, mark: own }: PartView<Column>): RowValues {
  const mark = own === 'none' ? wholeMark(view.mark) : own;
  const key = view.foreignKeys.find((one) => one.part.columns.includes(part.name))?.part;
  return {
    mark,
    values: {
      table: view.name,
      column: part.name,
      type: part.type,
      null: part.nullable ? 'yes' : 'no',
      default: part.default === null ? null : describeDefault(part.default),
      key: keysOf(view.table, part.name).join(' '),
      target: key === undefined ? null : `${key.toTable}.${key.toColumns.join(', ')}`,
      comment: part.comment,
      change: mark === 'none' ? null : `${MARKS[mark].symbol} ${MARKS[mark].word}`,
    },
  };
}

/** Columns of a table that comes or goes come or go with it. */
function wholeMark(mark: Mark): Mark {
  return mark === 'added' || mark === 'removed' ? mark : 'none';
}

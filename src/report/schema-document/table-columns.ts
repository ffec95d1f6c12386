import type { Column } from '../../model/schema.ts';
import { code, column, denseTable, row, type Written } from '../blocks.ts';
import { keysOf } from '../keys.ts';
import type { ChangeFact, PartView, TableView } from '../tables.ts';
import { MARKS, type ReportBlock, type TableRow } from '../types.ts';
import {
  AUTO_INCREMENT_WORDS,
  describeDefault,
  describeDifferences,
  describeProperties,
} from '../words/index.ts';

export function tableColumns(view: TableView): ReportBlock {
  return denseTable(
    [
      column('#', 1, 'right'),
      column('Column', 4),
      column('Type', 4),
      column('Null', 1),
      column('Default', 3),
      column('Key', 2),
      column('Comment', 4),
      column('Change', 4),
    ],
    view.columns.map((part) => columnRow(view, part)),
    { caption: `Columns of ${view.name}`, whenEmpty: 'The table has no columns.' },
  );
}

function columnRow(view: TableView, { part, mark, change }: PartView<Column>): TableRow {
  const position = view.table.columns.findIndex((one) => one.name === part.name);
  return row(
    [
      mark === 'removed' ? '–' : String(position + 1),
      code(part.name),
      typeCell(part),
      part.nullable ? 'yes' : 'no',
      defaultCell(part),
      keysOf(view.table, part.name).join(' '),
      part.comment ?? '',
      changeCell(change),
    ],
    { mark },
  );
}

function typeCell(part: Column): readonly Written[] {
  const collation = part.collation === null ? [] : [` collation ${part.collation}`];
  const properties = describeProperties(part).map((words) => `, ${words}`);
  return [code(part.type), ...collation, ...properties];
}

function defaultCell({ generated, autoIncrement, default: value }: Column): Written {
  if (generated !== null) {
    return code(`${generated.stored ? 'stored' : 'virtual'}: ${generated.expression}`);
  }
  if (autoIncrement !== null) return AUTO_INCREMENT_WORDS[autoIncrement];
  return value === null ? '' : code(describeDefault(value));
}

/** Mark, id and what differs: `~ C4: type from integer to bigint`. */
export function changeCell(change: ChangeFact | null): string {
  if (change === null) return '';
  const { symbol, word } = MARKS[change.kind];
  const from = change.from === null ? '' : ` from ${change.from}`;
  const more =
    change.differences.length === 0 ? '' : `: ${describeDifferences(change.differences)}`;
  return `${symbol} ${word}${from} (${change.id})${more}`;
}

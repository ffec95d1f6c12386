import type { Index } from '../../model/schema.ts';
import { code, column, denseTable, row, subheading } from '../blocks.ts';
import type { TableView } from '../tables.ts';
import type { ReportBlock } from '../types.ts';
import { describeIndex } from '../words/index.ts';
import { changeCell } from './table-columns.ts';

/** Nothing for a table without indexes. */
export function tableIndexes(view: TableView): readonly ReportBlock[] {
  if (view.indexes.length === 0) return [];
  const present = view.table.indexes;
  return [
    subheading('Indexes'),
    denseTable(
      [column('Name', 4), column('Definition', 6), column('Note', 4), column('Change', 4)],
      view.indexes.map(({ part, mark, change }) =>
        row(
          [
            code(part.name),
            code(describeIndex(part)),
            indexNote(part, mark === 'removed' ? [] : present),
            changeCell(change),
          ],
          { mark },
        ),
      ),
      { whenEmpty: 'There are none.' },
    ),
  ];
}

/** The comment, and whether another index begins with the same columns. */
function indexNote(index: Index, present: readonly Index[]): string {
  const wider = present.find((other) => other.name !== index.name && isPrefix(index, other));
  const covered = wider === undefined ? [] : [`Its columns begin ${wider.name}.`];
  const hidden = index.enabled ? [] : ['No query uses it.'];
  return [index.comment ?? '', ...hidden, ...covered].filter((text) => text !== '').join(' ');
}

/** True when a search by the columns of `index` can use `other` as well. */
function isPrefix(index: Index, other: Index): boolean {
  if (index.unique || index.where !== null || other.where !== null || index.kind !== null) {
    return false;
  }
  if (index.using !== other.using || index.parts.length > other.parts.length) return false;
  return index.parts.every((part, position) => {
    const same = other.parts[position];
    return (
      same !== undefined &&
      part.column !== null &&
      part.column === same.column &&
      part.opclass === same.opclass &&
      part.order === same.order
    );
  });
}

import type { ForeignKey, Table } from '../../model/schema.ts';
import { code, column, denseTable, link, row, subheading } from '../blocks.ts';
import { type ReportContext, tableLink } from '../context.ts';
import type { PartView, TableView } from '../tables.ts';
import type { ReportBlock, TableRow } from '../types.ts';
import { REFERENTIAL_ACTION_WORDS } from '../words/index.ts';
import { changeCell } from './table-columns.ts';

/** Foreign keys of the table, then those of other tables that refer to it. */
export function tableReferences(context: ReportContext, view: TableView): readonly ReportBlock[] {
  return [...outgoing(context, view), ...incoming(context, view)];
}

function outgoing(context: ReportContext, view: TableView): readonly ReportBlock[] {
  if (view.foreignKeys.length === 0) return [];
  return [
    subheading('Refers to'),
    denseTable(
      [
        column('Column', 3),
        column('Refers to', 4),
        column('On delete', 2),
        column('On update', 2),
        column('Checked', 3),
        column('Indexed', 1),
        column('Change', 4),
      ],
      view.foreignKeys.map((one) => outgoingRow(context, view, one)),
      { whenEmpty: 'There are none.' },
    ),
  ];
}

function outgoingRow(
  context: ReportContext,
  view: TableView,
  { part, mark, change }: PartView<ForeignKey>,
): TableRow {
  return row(
    [
      code(part.columns.join(', ')),
      link(`${part.toTable}.${part.toColumns.join(', ')}`, tableLink(context, part.toTable)),
      REFERENTIAL_ACTION_WORDS[part.onDelete],
      part.onUpdate === 'noAction' ? '' : REFERENTIAL_ACTION_WORDS[part.onUpdate],
      checkedWords(part),
      isIndexed(view.table, part.columns) ? 'yes' : 'no',
      changeCell(change),
    ],
    { mark },
  );
}

const DEFERRABLE = {
  immediate: 'at each statement; can be put off',
  deferred: 'at the end of the transaction',
} as const;

/** Empty for a key that is checked at each statement, for all rows: what all engines do unless told. */
function checkedWords({ validated, deferrable }: ForeignKey): string {
  const when = deferrable === null ? [] : [DEFERRABLE[deferrable]];
  return [...when, ...(validated ? [] : ['for new rows only'])].join('; ');
}

/** True when an index, a key or a unique constraint begins with these columns, in any order. */
function isIndexed(owner: Table, columns: readonly string[]): boolean {
  const lists = [
    ...owner.indexes.map((index) => index.parts.map((part) => part.column)),
    ...owner.uniqueConstraints.map((unique) => unique.columns),
    ...(owner.primaryKey === null ? [] : [owner.primaryKey.columns]),
  ];
  return lists.some((list) =>
    columns.every((name) => list.slice(0, columns.length).includes(name)),
  );
}

function incoming(context: ReportContext, view: TableView): readonly ReportBlock[] {
  const keys = context.tables.flatMap((other) =>
    other.foreignKeys
      .filter(({ part }) => part.toTable === view.name)
      .map((key) => ({ other, key })),
  );
  if (keys.length === 0) return [];
  return [
    subheading('Referred to by'),
    denseTable(
      [column('Table', 3), column('Column', 3), column('On delete', 2), column('Change', 4)],
      keys.map(({ other, key }) =>
        row(
          [
            link(other.name, tableLink(context, other.name)),
            code(key.part.columns.join(', ')),
            REFERENTIAL_ACTION_WORDS[key.part.onDelete],
            changeCell(key.change ?? wholeTableChange(other)),
          ],
          { mark: key.mark === 'none' ? wholeTableMark(other) : key.mark },
        ),
      ),
      { whenEmpty: 'There are none.' },
    ),
  ];
}

/** A table that is added or removed brings its keys along. */
function wholeTableChange(view: TableView) {
  return (
    view.changes.find(
      ({ kind, object }) => object.type === 'table' && (kind === 'added' || kind === 'removed'),
    ) ?? null
  );
}

function wholeTableMark(view: TableView) {
  return view.mark === 'added' || view.mark === 'removed' ? view.mark : 'none';
}

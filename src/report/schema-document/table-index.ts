import { column, denseTable, link, paragraph, row, section, subheading } from '../blocks.ts';
import { type ReportContext, tableLink } from '../context.ts';
import { groupOf, tablesOfGroup } from '../groups.ts';
import type { TableView } from '../tables.ts';
import { MARKS, type ReportBlock, type ReportSection } from '../types.ts';

export function tableIndex(context: ReportContext): ReportSection {
  return section({
    anchor: 'tables',
    title: 'Tables',
    startsOnNewPage: true,
    blocks: [
      ...groups(context),
      denseTable(
        [
          column('Table', 4),
          column('Group', 2),
          column('Columns', 1, 'right'),
          column('Indexes', 1, 'right'),
          column('Keys out', 1, 'right'),
          column('Keys in', 1, 'right'),
          column('Comment', 5),
          column('Change', 2),
        ],
        context.tables.map((view) => indexRow(context, view)),
        { whenEmpty: 'The schema has no tables.' },
      ),
    ],
  });
}

function indexRow(context: ReportContext, view: TableView) {
  const { table: one, mark } = view;
  const present = context.tables.filter((each) => each.mark !== 'removed');
  const incoming = present
    .flatMap((each) => each.table.foreignKeys)
    .filter((key) => key.toTable === view.name).length;
  const { symbol, word } = MARKS[mark];
  return row(
    [
      link(view.name, tableLink(context, view.name)),
      groupOf(context.proposal.options.groups, view.name) ?? '',
      String(one.columns.length),
      String(one.indexes.length),
      String(one.foreignKeys.length),
      String(incoming),
      one.comment ?? '',
      mark === 'none' ? '' : `${symbol} ${word}`,
    ],
    { mark },
  );
}

function groups({ proposal, tables }: ReportContext): readonly ReportBlock[] {
  if (proposal.options.groups.length === 0) return [];
  const names = tables.map((view) => view.name);
  return [
    subheading('Groups'),
    denseTable(
      [column('Group', 2), column('Purpose', 4), column('Tables', 6)],
      proposal.options.groups.map((group) =>
        row([group.name, group.purpose ?? '', tablesOfGroup(group, names).join(', ')]),
      ),
      { whenEmpty: 'There are no groups.' },
    ),
    paragraph('All tables:'),
  ];
}

import { own } from '../../model/own.ts';
import type { ProposalOptions } from '../../model/proposal.ts';
import { code, fact, factList, joined, muted, section } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { rowWords } from '../describe/lock.ts';
import { neighbourhoodDiagram } from '../diagram/index.ts';
import { groupOf } from '../groups.ts';
import { migrationsOf } from '../origins.ts';
import type { TableView } from '../tables.ts';
import type { Fact, ReportBlock, ReportSection } from '../types.ts';
import { describePartition, describeRowSecurity } from '../words/index.ts';
import { tableColumns } from './table-columns.ts';
import { tableConstraints } from './table-constraints.ts';
import { tableIndexes } from './table-indexes.ts';
import { tablePrograms } from './table-programs.ts';
import { tableReferences } from './table-references.ts';
import { tableRisks } from './table-risks.ts';

/**
 * One section a table: first those that change, then those that stay as they are. Those that are
 * removed have a section of their own.
 */
export function tableSections(context: ReportContext): readonly ReportSection[] {
  const changed = context.tables.filter(({ mark }) => mark !== 'none' && mark !== 'removed');
  const same = context.tables.filter(({ mark }) => mark === 'none');
  return [
    ...part(context, 'changed-tables', 'Changed tables', changed),
    ...part(context, 'unchanged-tables', 'Tables that stay as they are', same),
  ];
}

function part(
  context: ReportContext,
  anchor: string,
  title: string,
  views: readonly TableView[],
): readonly ReportSection[] {
  if (views.length === 0) return [];
  return [
    section({ anchor, title, startsOnNewPage: true, blocks: [] }),
    ...views.map((view, at) => {
      const one = tableSection(context, view, 2);
      return at === 0 ? { ...one, startsOnNewPage: false } : one;
    }),
  ];
}

/** A table with all its parts. */
export function tableSection(context: ReportContext, view: TableView, level: 2 | 3): ReportSection {
  return section({
    anchor: context.tableAnchors.get(view.name) ?? '',
    title: view.name,
    level,
    startsOnNewPage: view.mark !== 'none',
    mark: view.mark,
    blocks: [
      factList(...headerFacts(context, view)),
      tableColumns(view),
      ...tableConstraints(view),
      ...tableIndexes(view),
      ...tableReferences(context, view),
      ...tablePrograms(context, view),
      ...tableRisks(context, view),
      ...neighbourhood(context, view),
    ],
  });
}

function headerFacts(context: ReportContext, view: TableView): readonly Fact[] {
  const { table } = view;
  const { options } = context.proposal;
  const renamed = view.changes.find(
    (change) => change.kind === 'renamed' && change.object.type === 'table',
  );
  const group = groupOf(options.groups, view.name);
  const origins = migrationsOf(context, view);
  return [
    ...(table.comment === null ? [] : [fact('Comment', table.comment)]),
    ...(renamed === undefined ? [] : [fact('Name before', code(renamed.from ?? ''))]),
    ...(group === null ? [] : [fact('Group', group)]),
    fact(
      'Primary key',
      table.primaryKey === null ? muted('none') : keyColumns(table.primaryKey.columns),
    ),
    ...(table.options === null ? [] : [fact('Options', code(table.options))]),
    ...propertyFacts(context, view),
    ...(table.charset === null ? [] : [fact('Character set', table.charset)]),
    ...(table.collation === null ? [] : [fact('Collation', table.collation)]),
    ...rowFacts(view, options),
    ...(origins.length === 0
      ? []
      : [fact('Changed by', ...joined(origins.map((one) => code(one.path))))]),
  ];
}

/** What PostgreSQL's SQL says of a table: partitions, row security and the like. */
function propertyFacts({ tables }: ReportContext, { name, table }: TableView): readonly Fact[] {
  const { partition, rowSecurity, replicaIdentity, clusteredBy, unlogged } = table;
  const children = tables
    .filter(({ mark, table: one }) => mark !== 'removed' && one.partition?.parent === name)
    .map((child) => code(child.name));
  return [
    ...(partition === undefined ? [] : [fact('Partition', describePartition(partition))]),
    ...(children.length === 0 ? [] : [fact('Partitions', ...joined(children))]),
    ...(unlogged ? [fact('Logging', 'off: a crash empties the table')] : []),
    ...(rowSecurity === undefined ? [] : [fact('Row security', describeRowSecurity(rowSecurity))]),
    ...(replicaIdentity === undefined ? [] : [fact('Replica identity', code(replicaIdentity))]),
    ...(clusteredBy === undefined ? [] : [fact('Clustered by', code(clusteredBy))]),
  ];
}

/** What is not known is said where it matters: of a table that changes and is there before. */
function rowFacts({ name, mark }: TableView, { rows }: ProposalOptions): readonly Fact[] {
  const isKnown = own(rows, name) !== undefined;
  return isKnown || (mark !== 'none' && mark !== 'added')
    ? [fact('Rows', rowWords(name, rows))]
    : [];
}

function keyColumns(columns: readonly string[]) {
  return code(columns.join(', '));
}

/** Changed tables are drawn with their neighbours. */
function neighbourhood(context: ReportContext, view: TableView): readonly ReportBlock[] {
  const diagram = view.mark === 'none' ? null : neighbourhoodDiagram(context, view);
  return diagram === null ? [] : [{ kind: 'diagram', diagram }];
}

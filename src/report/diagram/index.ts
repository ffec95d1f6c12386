import type { ForeignKey } from '../../model/schema.ts';
import { findColumn } from '../../model/schema.ts';
import type { ReportContext } from '../context.ts';
import { tableLink } from '../context.ts';
import { isUnique } from '../keys.ts';
import type { PartView, TableView } from '../tables.ts';
import type { Diagram, DiagramEdge, Mark } from '../types.ts';
import { type BoxDetail, diagramBox } from './box.ts';
import { diagramWords } from './words.ts';

/** A neighbourhood shows no more boxes than this. */
const NEIGHBOURHOOD_LIMIT = 12;

/** With more changed tables than this, a diagram shows their keys and changed columns only. */
const IN_FULL_LIMIT = 4;

/** A diagram is readable up to this many tables. */
const OVERVIEW_LIMIT = 40;

/**
 * The tables that change and those one foreign key away; the changed ones alone when that is too
 * much to be read. Null when no table changes, or too many do.
 */
export function changedTablesDiagram(context: ReportContext): Diagram | null {
  const changed = context.tables.filter((view) => view.mark !== 'none').map((view) => view.name);
  if (changed.length === 0) return null;
  const all = [...changed, ...neighboursOf(context, changed)];
  const names = all.length > OVERVIEW_LIMIT ? changed : all;
  if (names.length > OVERVIEW_LIMIT) return null;
  const full = changed.length > IN_FULL_LIMIT ? [] : changed;
  const detail = (view: TableView) => (full.includes(view.name) ? 'columns' : 'changes');
  const caption = 'Changed tables and their neighbours';
  return diagramOf(context, 'changed-tables', caption, names, detail);
}

/** A table and those one foreign key away, at most 12; null when it has no neighbours. */
export function neighbourhoodDiagram(context: ReportContext, view: TableView): Diagram | null {
  const neighbours = neighboursOf(context, [view.name]).slice(0, NEIGHBOURHOOD_LIMIT - 1);
  if (neighbours.length === 0) return null;
  const id = `around-${context.tableAnchors.get(view.name) ?? view.name}`;
  const names = [view.name, ...neighbours];
  const detail = (each: TableView) => (each.name === view.name ? 'columns' : 'changes');
  return diagramOf(context, id, `${view.name} and its neighbours`, names, detail);
}

/** All tables without their columns; null when there are too many to be read, or none. */
export function overviewDiagram(context: ReportContext): Diagram | null {
  const names = context.tables.map((view) => view.name);
  if (names.length === 0 || names.length > OVERVIEW_LIMIT) return null;
  return diagramOf(context, 'overview', 'All tables', names, () => 'name');
}

/** Tables with a key to or from one of these, in the schema's order, these left out. */
function neighboursOf({ tables }: ReportContext, names: readonly string[]): readonly string[] {
  const referred = tables
    .filter((view) => names.includes(view.name))
    .flatMap((view) => view.foreignKeys.map(({ part }) => part.toTable));
  return tables
    .filter(
      (view) =>
        !names.includes(view.name) &&
        (referred.includes(view.name) ||
          view.foreignKeys.some(({ part }) => names.includes(part.toTable))),
    )
    .map((view) => view.name);
}

function diagramOf(
  context: ReportContext,
  id: string,
  caption: string,
  names: readonly string[],
  detail: (view: TableView) => BoxDetail,
): Diagram {
  const views = context.tables.filter((view) => names.includes(view.name));
  const edges = views.flatMap((view) =>
    view.foreignKeys
      .filter(({ part }) => names.includes(part.toTable))
      .map((key) => diagramEdge(view, key)),
  );
  const boxes = views.map((view) => diagramBox(view, tableLink(context, view.name), detail(view)));
  return { id, caption, alt: diagramWords(caption, boxes, edges), boxes, edges };
}

function diagramEdge(view: TableView, { part, mark }: PartView<ForeignKey>): DiagramEdge {
  return {
    from: { table: view.name, columns: part.columns },
    to: { table: part.toTable, columns: part.toColumns },
    single: isUnique(view.table, part.columns),
    optional: part.columns.some((name) => findColumn(view.table, name)?.nullable ?? true),
    mark: mark === 'none' ? wholeMark(view.mark) : mark,
  };
}

/** A table that comes or goes takes its relations along. */
function wholeMark(mark: Mark): Mark {
  return mark === 'added' || mark === 'removed' ? mark : 'none';
}

import type { Change, ChangeKind, ObjectType } from '../model/change.ts';
import type { Proposal } from '../model/proposal.ts';
import type {
  CheckConstraint,
  Column,
  ExclusionConstraint,
  ForeignKey,
  Index,
  PrimaryKey,
  Table,
  UniqueConstraint,
} from '../model/schema.ts';
import { findTable } from '../model/schema.ts';
import type { KnownFacts, Mark, ProposalFacts } from './types.ts';

export type ChangeFact = ProposalFacts['changes'][number];

/** A column, index or constraint as it is after the change, or was before when removed. */
export interface PartView<P> {
  readonly part: P;
  readonly mark: Mark;
  /** The change that is about it; null for none. */
  readonly change: ChangeFact | null;
}

/** A table with its parts, the removed ones at the places that they had. */
export interface TableView {
  /** Name after the change; before it, when removed. */
  readonly name: string;
  readonly mark: Mark;
  /** As it is after the change; as it was, when removed. */
  readonly table: Table;
  readonly columns: readonly PartView<Column>[];
  readonly primaryKeys: readonly PartView<PrimaryKey>[];
  readonly indexes: readonly PartView<Index>[];
  readonly foreignKeys: readonly PartView<ForeignKey>[];
  readonly checkConstraints: readonly PartView<CheckConstraint>[];
  readonly uniqueConstraints: readonly PartView<UniqueConstraint>[];
  readonly exclusionConstraints: readonly PartView<ExclusionConstraint>[];
  /** Changes of the table and of its parts, in order. */
  readonly changes: readonly ChangeFact[];
}

export const MARK_OF: { readonly [K in ChangeKind]: Mark } = {
  added: 'added',
  removed: 'removed',
  altered: 'altered',
  renamed: 'renamed',
};

/** Every table after the change and those that are removed, by name. */
export function tableViews(proposal: Proposal, facts: KnownFacts): readonly TableView[] {
  const unknown = new Set(
    proposal.steps.flatMap(({ operation }) =>
      operation.kind === 'opaque' ? operation.touches : [],
    ),
  );
  const removed = proposal.before.tables.filter((table) =>
    facts.changes.some(
      ({ kind, object }) =>
        kind === 'removed' && object.type === 'table' && object.name === table.name,
    ),
  );
  return [...proposal.after.tables, ...removed]
    .toSorted((left, right) => (left.name < right.name ? -1 : Number(left.name > right.name)))
    .map((table) => tableView(proposal, facts, table, unknown));
}

function tableView(
  proposal: Proposal,
  facts: KnownFacts,
  table: Table,
  unknown: ReadonlySet<string>,
): TableView {
  const own = facts.changes.find(isAbout('table', null, table.name)) ?? null;
  const changes = facts.changes.filter(
    (change) => change === own || change.object.table === table.name,
  );
  const before = own?.kind === 'added' ? null : findTable(proposal.before, own?.from ?? table.name);
  const parts = partsOf(table, before, changes);
  return {
    name: table.name,
    mark: tableMark(own, changes, unknown.has(table.name)),
    table,
    columns: parts('column', (one) => one.columns, nameOf),
    primaryKeys: parts(
      'primaryKey',
      (one) => (one.primaryKey === null ? [] : [one.primaryKey]),
      () => null,
    ),
    indexes: parts('index', (one) => one.indexes, nameOf),
    foreignKeys: parts('foreignKey', (one) => one.foreignKeys, nameOf),
    checkConstraints: parts('checkConstraint', (one) => one.checkConstraints, nameOf),
    uniqueConstraints: parts('uniqueConstraint', (one) => one.uniqueConstraints, nameOf),
    exclusionConstraints: parts('exclusionConstraint', (one) => one.exclusionConstraints, nameOf),
    changes,
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function tableMark(own: Change | null, changes: readonly Change[], unknown: boolean): Mark {
  if (own !== null) return MARK_OF[own.kind];
  if (changes.length > 0) return 'altered';
  return unknown ? 'unknown' : 'none';
}

function isAbout(type: ObjectType, table: string | null, name: string | null) {
  return ({ object }: Change): boolean =>
    object.type === type && object.table === table && (name === null || object.name === name);
}

/** Gives the views of one kind of part. A part without a name (a primary key) is alone in its table. */
function partsOf(table: Table, before: Table | null, changes: readonly ChangeFact[]) {
  return <P>(
    type: ObjectType,
    list: (table: Table) => readonly P[],
    name: (part: P) => string | null,
  ): readonly PartView<P>[] => {
    const ofType = changes.filter(({ object }) => object.type === type);
    const present = list(table).map((part): PartView<P> => {
      const change =
        ofType.find(
          (one) => one.kind !== 'removed' && isAbout(type, table.name, name(part))(one),
        ) ?? null;
      return { part, mark: change === null ? 'none' : MARK_OF[change.kind], change };
    });
    const removals = ofType.filter((change) => change.kind === 'removed');
    return removals.reduce<readonly PartView<P>[]>((views, change) => {
      const was = before === null ? [] : list(before);
      const gone = change.object.name;
      const position = was.findIndex((part) => name(part) === null || name(part) === gone);
      const part = was[position];
      if (part === undefined) return views;
      return inserted(views, { part, mark: 'removed', change }, was.slice(0, position), name);
    }, present);
  };
}

/** The list with the removed part right behind the nearest part that stood before it. */
function inserted<P>(
  views: readonly PartView<P>[],
  removed: PartView<P>,
  predecessors: readonly P[],
  name: (part: P) => string | null,
): readonly PartView<P>[] {
  const names = predecessors.map(name);
  const behind = views.findLastIndex((view) =>
    names.includes(view.change?.from ?? name(view.part)),
  );
  return [...views.slice(0, behind + 1), removed, ...views.slice(behind + 1)];
}

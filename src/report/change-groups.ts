import { type ReportContext, stepsOf } from './context.ts';
import type { ChangeFact } from './tables.ts';

/** Changes that one line of a migration makes to one table, told together. */
export interface ChangeGroup {
  readonly lead: ChangeFact;
  /** In the order of the proposal; empty for a change that stands alone. */
  readonly others: readonly ChangeFact[];
}

/**
 * The changes, with those that come with another beside it: the indexes that Rails renames along
 * with a table or column, those that a dropped column takes with it, the index and the foreign key
 * of `add_reference`. One that has a finding of its own stands alone.
 */
export function changeGroups(context: ReportContext): readonly ChangeGroup[] {
  const { changes } = context.facts;
  const leads = changes.filter(({ object }) => object.type === 'table' || object.type === 'column');
  const leadOf = new Map(
    changes.flatMap((change) => {
      const lead = leads.find((one) => comesWith(context, change, one));
      return lead === undefined ? [] : [[change.id, lead.id] as const];
    }),
  );
  return changes
    .filter(({ id }) => !leadOf.has(id))
    .map((lead) => ({ lead, others: changes.filter(({ id }) => leadOf.get(id) === lead.id) }));
}

function comesWith(context: ReportContext, change: ChangeFact, lead: ChangeFact): boolean {
  const parts = ['index', 'foreignKey', 'primaryKey', 'checkConstraint', 'uniqueConstraint'];
  if (!parts.includes(change.object.type) || change.steps.length === 0) return false;
  if (change.object.table !== (lead.object.table ?? lead.object.name)) return false;
  if (!change.risks.every((risk) => lead.risks.includes(risk))) return false;
  const places = placesOf(context, lead);
  return [...placesOf(context, change)].every((place) => places.has(place));
}

/** Where in the migrations the steps of a change stand. */
function placesOf(context: ReportContext, { steps }: ChangeFact): ReadonlySet<string> {
  return new Set(stepsOf(context, steps).map(({ source }) => `${source.path}:${source.line}`));
}

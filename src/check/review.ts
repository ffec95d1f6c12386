import type { Hazard, Review } from '../model/hazard.ts';
import { type Operation, type OperationKind, operationTable } from '../model/operation.ts';
import { NO_TEAM_POLICY, type TeamPolicy } from '../model/review-policy.ts';
import type { RuleContext } from './context.ts';
import { columnClassifiers } from './review/columns.ts';
import { constraintClassifiers } from './review/constraints.ts';
import {
  type Classified,
  type Classifier,
  type Classifiers,
  classified,
  type ReviewEntry,
} from './review/entry.ts';
import { modifiersOf } from './review/modifiers.ts';
import { objectClassifiers } from './review/objects.ts';
import { POLICY } from './review/policy.ts';
import { otherDatabase, rowClassifiers } from './review/rows.ts';
import { tableClassifiers } from './review/tables.ts';
import { asTeamWants, type ClassTerms, tableEntries, termsOf } from './review/team.ts';
import { mostHuman, worst } from './review/worst.ts';
import { raised, strictest } from './severity.ts';

const CLASSIFIERS: Classifiers = {
  ...tableClassifiers,
  ...columnClassifiers,
  ...constraintClassifiers,
  ...objectClassifiers,
  ...rowClassifiers,
};

/** Kinds whose class does not depend on whether the table is a new one, or looks at it itself. */
const JUDGED_ANYWHERE: readonly OperationKind[] = [
  'createTable',
  'attachPartition',
  'changeRows',
  'dropTrigger',
  'opaque',
];

/**
 * How much review an operation needs, who may draft it and how it is rolled back: the row of the
 * policy that it falls under, as the team wants it, raised by what its surroundings say. The
 * weightiest reason comes first.
 *
 * @param hazards - those of this operation.
 */
export function reviewOf(
  operation: Operation,
  context: RuleContext,
  hazards: readonly Hazard[],
  team: TeamPolicy = NO_TEAM_POLICY,
): Review {
  const found = classify(operation, context, hazards);
  const terms = termsOf(found.class, found.reason, team);
  const modifiers = modifiersOf(operation, context, hazards).map((each) => asTeamWants(each, team));
  const entries: readonly ReviewEntry[] = [
    terms,
    ...found.escalations,
    ...namedLikeMethod(hazards),
    ...tableEntries(operation, context, team),
    ...modifiers.flatMap(({ effect, ...entry }) =>
      effect === 'none'
        ? []
        : [{ ...entry, level: effect === 'raise' ? raised(terms.level) : effect }],
    ),
  ];
  const level = strictest(entries.map((entry) => entry.level));
  const all: readonly Omit<ReviewEntry, 'level'>[] = [...entries, ...modifiers];
  return {
    class: found.class,
    level,
    draft: mostHuman(all.flatMap(({ draft }) => draft ?? [])),
    ...wayBackOf(found, terms, all),
    reasons: reasonsOf(entries, level, terms),
  };
}

/** A column of such a name hides a method of Active Record, or is hidden by it. */
function namedLikeMethod(hazards: readonly Hazard[]): readonly ReviewEntry[] {
  return hazards
    .filter(({ rule }) => rule === 'add-column-dangerous-name')
    .map(() => ({ level: 'mandatory', reason: 'Active Record has a method of its name' }));
}

function reasonsOf(
  entries: readonly ReviewEntry[],
  level: Review['level'],
  terms: ClassTerms,
): readonly string[] {
  const weightiest = entries.filter((entry) => entry.level === level);
  const others = entries.filter(
    (entry) => entry.level !== level && (entry !== terms || terms.asked),
  );
  return [...new Set([...weightiest, ...others].map(({ reason }) => reason))];
}

/** The class says what the way back is; what makes it worse says why. */
function wayBackOf(
  found: Classified,
  terms: ClassTerms,
  entries: readonly Omit<ReviewEntry, 'level'>[],
): Pick<Review, 'rollback' | 'rollbackReason'> {
  const rollback = worst(entries.flatMap((entry) => entry.rollback ?? []));
  const policy = POLICY[found.class];
  if (rollback === 'automatic') return { rollback, rollbackReason: null };
  if (rollback === policy.rollback) return { rollback, rollbackReason: policy.wayBack };
  const decisive = entries.find((entry) => entry.rollback === rollback);
  return { rollback, rollbackReason: decisive?.reason ?? terms.reason };
}

function classify(
  operation: Operation,
  context: RuleContext,
  hazards: readonly Hazard[],
): Classified {
  if (hazards.some(({ rule }) => rule === 'cross-database')) {
    return classified('cross-database', 'another database is involved');
  }
  const other = otherDatabase(operation, context.migration);
  if (other !== null) {
    return classified('cross-database', `it reaches another database (${other})`);
  }
  const table = operationTable(operation);
  if (table !== null && context.isNewTable(table) && !JUDGED_ANYWHERE.includes(operation.kind)) {
    return partOfNewTable(operation, table, context);
  }
  // The table has an entry for each kind that takes exactly that kind's operation; TypeScript
  // cannot follow the pairing through an index.
  const classifier = CLASSIFIERS[operation.kind] as Classifier<OperationKind>;
  return classifier(operation, context);
}

/** A foreign key of a new table locks its parents all the same. */
function partOfNewTable(operation: Operation, table: string, context: RuleContext): Classified {
  if (operation.kind === 'addForeignKey') {
    const { toTable } = operation.foreignKey;
    if (toTable !== table && !context.isNewTable(toTable)) {
      return classified('create-table-with-fk', `its foreign key locks ${toTable}`);
    }
  }
  return classified('part-of-new-table', `the release itself creates ${table}`);
}

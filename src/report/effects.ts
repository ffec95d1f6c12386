import type { Fidelity } from '../model/rollback.ts';
import { type ReportContext, type RollbackFact, type StepFact, stepsOf } from './context.ts';
import type { MigrationFacts } from './types.ts';
import { createdTables, lockUnknown, lockWords, unknownLocks } from './waits.ts';

const FIDELITIES: readonly Fidelity[] = ['exact', 'schemaOnly', 'impossible'];

/** The SQL of those steps, statement by statement, in order. */
export function sqlOf(context: ReportContext, stepIds: readonly string[]): readonly string[] {
  return stepsOf(context, stepIds).flatMap((step) => step.sql);
}

/** The locks of those steps, a sentence each; one sentence when there are none. */
export function lockWordsOf(context: ReportContext, steps: readonly StepFact[]): readonly string[] {
  const unknown = steps.filter(lockUnknown).map(({ id }) => id);
  const created = createdTables(context);
  const words = [
    ...steps.flatMap((step) =>
      step.locks
        .filter(({ table }) => !created.includes(table))
        .map((lock) => lockWords(context, step, lock)),
    ),
    ...(unknown.length === 0 ? [] : [unknownLocks(unknown)]),
  ];
  return words.length === 0 ? ['No lock on a table in use.'] : [...new Set(words)];
}

export function rollbackOf(
  { facts }: ReportContext,
  stepIds: readonly string[],
): readonly RollbackFact[] {
  return facts.rollback.filter((undo) => stepIds.includes(undo.undoes));
}

/** How much comes back of what these rollback steps undo: the least faithful decides. */
export function fidelityOf(rollback: readonly RollbackFact[]): Fidelity {
  return FIDELITIES.findLast((one) => rollback.some((undo) => undo.fidelity === one)) ?? 'exact';
}

/** The migration that a step belongs to; undefined only for a step of none. */
export function migrationOf({ facts }: ReportContext, step: StepFact): MigrationFacts | undefined {
  return facts.migrations.find((migration) => migration.id === step.migration);
}

/** What is run for a step: its SQL, or the migration's own text where it sends none of its own. */
export function commandOf({ proposal, facts }: ReportContext, step: StepFact): string {
  if (step.sql.length > 0) return step.sql.join('\n');
  const { operation } = proposal.steps[facts.steps.indexOf(step)] ?? {};
  if (operation === undefined) return '';
  return 'text' in operation ? operation.text : '';
}

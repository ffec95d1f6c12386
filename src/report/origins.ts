import { type ReportContext, stepsOf } from './context.ts';
import type { TableView } from './tables.ts';
import type { MigrationFacts } from './types.ts';

/** The migrations that change the table or a part of it, in order. */
export function migrationsOf(context: ReportContext, view: TableView): readonly MigrationFacts[] {
  const steps = stepsOf(
    context,
    view.changes.flatMap((change) => change.steps),
  );
  return context.facts.migrations.filter((migration) =>
    steps.some((step) => step.migration === migration.id),
  );
}

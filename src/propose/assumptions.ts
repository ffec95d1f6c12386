import type { PredictedProject } from './predict.ts';

/** What the prediction takes for granted, each a sentence. Empty when nothing had to be assumed. */
export function assumptionsOf({ migrations }: PredictedProject): readonly string[] {
  const production = migrations.some(({ text }) => text.includes('Rails.env'));
  return [
    ...(production ? ['Rails.env is taken to be production.'] : []),
    ...unprintedViews(migrations).map(
      ({ name, reason }) =>
        `The query of view ${name} stands as its author wrote it; Rails dumps it as the server prints it, which could not be worked out (${reason}).`,
    ),
  ];
}

interface UnprintedView {
  readonly name: string;
  readonly reason: string;
}

/** Views whose queries stand as they were written; of those made twice, the last counts. */
function unprintedViews(migrations: PredictedProject['migrations']): readonly UnprintedView[] {
  const views = new Map<string, UnprintedView | null>();
  for (const operation of migrations.flatMap(({ operations }) => operations)) {
    if (operation.kind !== 'createView') continue;
    const { view, unprinted } = operation;
    views.set(view.name, unprinted === undefined ? null : { name: view.name, reason: unprinted });
  }
  return [...views.values()].filter((view) => view !== null);
}

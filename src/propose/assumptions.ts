import { dialectFor } from '../dialect/index.ts';
import type { PredictedProject } from './predict.ts';

/** What the prediction takes for granted, each a sentence. Empty when nothing had to be assumed. */
export function assumptionsOf({ migrations, before }: PredictedProject): readonly string[] {
  const production = migrations.some(({ text }) => text.includes('Rails.env'));
  const views = dialectFor(before.engine).printsViewsAnew ? createdViews(migrations) : [];
  return [
    ...(production ? ['Rails.env is taken to be production.'] : []),
    ...views.map(
      (view) =>
        `The query of view ${view} stands as its author wrote it; Rails dumps it as the server prints it.`,
    ),
  ];
}

function createdViews(migrations: PredictedProject['migrations']): readonly string[] {
  const names = migrations
    .flatMap(({ operations }) => operations)
    .flatMap((operation) => (operation.kind === 'createView' ? [operation.view.name] : []));
  return [...new Set(names)];
}

import { dialectFor } from '../dialect/index.ts';
import { formatRailsVersion } from '../model/engine.ts';
import type { Operation } from '../model/operation.ts';
import { findTable } from '../model/schema.ts';
import type { PredictedProject } from './predict.ts';

/** What the prediction takes for granted, each a sentence. Empty when nothing had to be assumed. */
export function assumptionsOf(predicted: PredictedProject): readonly string[] {
  const { migrations } = predicted;
  const production = migrations.some(({ asksEnvironment }) => asksEnvironment === true);
  return [
    ...(production ? ['Rails.env is taken to be production.'] : []),
    ...dumpedByAnother(predicted),
    ...inferredCharsets(predicted),
    ...unprintedExpressions(predicted),
    ...unprintedPrograms(predicted),
    ...unprintedViews(migrations).map(
      ({ name, reason }) =>
        `The query of view ${name} stands as its author wrote it; Rails dumps it as the server prints it, which could not be worked out (${reason}).`,
    ),
  ];
}

/** The lock is ahead of the file and of every migration: the upgrade's first dump is still to come. */
function dumpedByAnother({ dumpedBy, locked }: PredictedProject): readonly string[] {
  if (dumpedBy === null || locked === null) return [];
  const form = formatRailsVersion(dumpedBy);
  const named = formatRailsVersion(locked);
  if (form === named) return [];
  return [`The dump is taken to keep the form of Rails ${form}, though the lock names ${named}.`];
}

function inferredCharsets({ migrations, after }: PredictedProject): readonly string[] {
  return createdTables(migrations).flatMap(({ table: { name }, charsetBecause }) => {
    const table = findTable(after, name);
    if (charsetBecause === undefined || !table) return [];
    const { charset, collation, options } = table;
    const shown = charset === null ? (options ?? 'none') : [charset, collation ?? ''].join(' ');
    return [
      `Table ${name} is taken to get the character set of the database, ${shown.trim()}, because ${charsetBecause}.`,
    ];
  });
}

/** A server gives names in backticks, so an expression of MySQL without one is as it was written. */
function unprintedExpressions({ migrations, after }: PredictedProject): readonly string[] {
  if (!dialectFor(after.engine).tablesHaveCharset) return [];
  return createdTables(migrations).flatMap(({ table: { name } }) => {
    const table = findTable(after, name);
    const checks = table?.checkConstraints ?? [];
    const generated = table?.columns.filter((column) => column.generated !== null) ?? [];
    return [
      ...checks
        .filter(({ expression }) => !expression.includes('`'))
        .map((check) => unprinted(`check ${check.name}`, name)),
      ...generated
        .filter((column) => !column.generated?.expression.includes('`'))
        .map((column) => unprinted(`column ${column.name}`, name)),
    ];
  });
}

/** Where the file shows functions and triggers, fx dumped them as pg_get_functiondef() and pg_get_triggerdef() print them. */
function unprintedPrograms({ migrations, after, afterText }: PredictedProject): readonly string[] {
  if (!/^ {2}create_(?:function|trigger) /m.test(afterText)) return [];
  const made = migrations.flatMap(({ operations }) => operations);
  const written = [...after.functions, ...after.triggers].filter(
    ({ definition }) => !PRINTED.test(definition),
  );
  return written
    .filter((program) => made.some((operation) => makes(operation, program.definition)))
    .map(
      ({ name }) =>
        `The definition of ${name} stands as its author wrote it; fx dumps it as the server prints it.`,
    );
}

const PRINTED =
  /^CREATE OR REPLACE (?:FUNCTION|PROCEDURE) \S+\.|^CREATE (?:CONSTRAINT )?TRIGGER .* ON \S+\.\S+ .*$/;

function makes(operation: Operation, definition: string): boolean {
  if (operation.kind === 'createFunction') return operation.function.definition === definition;
  return operation.kind === 'createTrigger' && operation.trigger.definition === definition;
}

function unprinted(what: string, table: string): string {
  return `The expression of ${what} of ${table} stands as its author wrote it; Rails dumps it as the server prints it.`;
}

function createdTables(migrations: PredictedProject['migrations']) {
  return migrations
    .flatMap(({ operations }) => operations)
    .filter((operation) => operation.kind === 'createTable');
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
    if (view.dumped === false) continue;
    views.set(view.name, unprinted === undefined ? null : { name: view.name, reason: unprinted });
  }
  return [...views.values()].filter((view) => view !== null);
}

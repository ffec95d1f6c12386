import type { OperationOf } from '../model/operation.ts';
import type { Schema, View } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { has, missing, refuse, replaced, without } from './lookup.ts';
import { release } from './release.ts';
import { mentionsTable } from './sql-identifiers.ts';

/** A view that is replaced keeps its place among the views. */
export function createView(schema: Schema, operation: OperationOf<'createView'>): Schema {
  const { view } = operation;
  if (has(schema.tables, view.name)) {
    throw refuse(operation, `there is already a table "${view.name}"`, 'Choose another name.');
  }
  if (!has(schema.views, view.name)) return { ...schema, views: [...schema.views, view] };
  if (operation.replace) {
    return { ...schema, views: replaced(schema.views, view.name, view) };
  }
  throw refuse(
    operation,
    `there is already a view "${view.name}"`,
    'Replace it (`replace_view`, `update_view`), or drop it first.',
  );
}

/**
 * Drops a view; with CASCADE on PostgreSQL also what reads it. Without, it is refused where the
 * schema file is complete; else what reads it is left alone.
 */
export function dropView(schema: Schema, operation: OperationOf<'dropView'>): Schema {
  const isIt = (view: View) =>
    view.name === operation.view && view.materialized === operation.materialized;
  if (!schema.views.some(isIt)) {
    if (operation.ifExists) return schema;
    throw missing(
      operation,
      `there is no ${operation.materialized ? 'materialized view' : 'view'} "${operation.view}"`,
      operation.view,
      schema.views.filter((view) => view.materialized === operation.materialized).map(nameOf),
    );
  }
  const rest: Schema = {
    ...schema,
    views: without(schema.views, operation.view),
    triggers: schema.triggers.filter(({ table }) => table !== operation.view),
    ...(schema.objects && {
      objects: schema.objects.filter(({ table }) => table !== operation.view),
    }),
  };
  if (!ENGINE_EFFECTS[schema.engine].cascadesToViews) return rest;
  const reads = (sql: string) => mentionsTable(sql, operation.view, schema.engine);
  if (operation.cascade) return release(rest, reads).schema;
  const [first] = schema.complete ? release(rest, reads).dependents : [];
  if (first === undefined) return rest;
  throw refuse(
    operation,
    `${operation.view} cannot be dropped: ${first} depends on it`,
    'Drop what depends on it first, or say CASCADE.',
  );
}

function nameOf({ name }: View): string {
  return name;
}

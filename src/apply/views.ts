import type { OperationOf } from '../model/operation.ts';
import type { Schema, View } from '../model/schema.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { has, missing, refuse, replaced, without } from './lookup.ts';
import { dependentViews } from './tables.ts';

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
 * Drops a view; with CASCADE on PostgreSQL also the views that read it. Without, dependent views
 * are left alone: their text does not prove that they read this one.
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
  const cascades = operation.cascade && ENGINE_EFFECTS[schema.engine].cascadesToViews;
  const gone = cascades ? dependentViews(schema, operation.view) : new Set<string>();
  const kept = without(schema.views, operation.view).filter(({ name }) => !gone.has(name));
  const triggers = schema.triggers.filter(({ table }) => table !== operation.view);
  return { ...schema, views: kept, triggers };
}

function nameOf({ name }: View): string {
  return name;
}

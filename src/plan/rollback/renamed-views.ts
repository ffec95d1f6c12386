import type { Schema, View } from '../../model/schema.ts';

/** The views that a rename changed, as they were: what the rename back has to bring along. */
export function viewsBefore(
  changed: readonly View[] | undefined,
  before: Schema,
): { readonly views?: readonly View[] } {
  if (changed === undefined) return {};
  const names = new Set(changed.map(({ name }) => name));
  return { views: before.views.filter(({ name }) => names.has(name)) };
}
